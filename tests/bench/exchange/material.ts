import { cells, type Intent } from '#domain/act.ts';

export const CHANGES = 100_000;
const EACH = 20;
export const MARKS = CHANGES / EACH;

/** What marking one sentence changes: 20 cells of a claim and its occurrence. Ids look like the ones people's acts carry. */
export function edits(n: number): Intent[] {
  const id = (kind: number) =>
    `${hex(n * 2_654_435_761 + kind, 8)}-${hex(n * 40_503, 4)}-4${hex(n * 7, 3)}-a${hex(n * 11, 3)}-${hex(n * 2_246_822_519, 12)}`;
  const [claim, occurrence] = [id(1), id(2)];
  const exact = `By ${n} o'clock ${n % 977} people had left the lower town of quarter ${n % 31}.`;
  return [
    ...cells('claim', claim, {
      present: 1,
      wording: exact,
      claimant: '',
      verifiability: 'verifiable',
      status: 'open',
      priority: 'normal',
      type: 'numerical',
      made_at: new Date(1_700_000_000_000 + n * 60_000).toISOString(),
      made_by: 'ada',
    }),
    ...cells('occurrence', occurrence, {
      present: 1,
      claim,
      article: 'article-1',
      exact,
      prefix: 'and the council said. ',
      suffix: ' Nobody was seen after',
      start: n * 90,
      end: n * 90 + exact.length,
      state: 'exact',
      confidence: 1,
      made_by: 'ada',
    }),
  ];
}

function hex(n: number, digits: number): string {
  return Math.abs(n % 16 ** digits)
    .toString(16)
    .padStart(digits, '0');
}
