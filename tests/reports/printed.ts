import { hostname, userInfo } from 'node:os';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { ReportInput } from '#reports/input.ts';
import { SAMPLE } from './sample-input.ts';

const KAZAKH = {
  wording: 'Әкімдік түнде үш мың тұрғынды қауіпсіз жерге көшірді.',
  quote: 'Гидрологтар су деңгейінің көтерілуін таңғы бестен бері ескерткен еді: «Өзен арнасынан шықты».',
};

/** The sample with words in Kazakh, in the languages that have their own letters, and signs. */
export const PRINTED: ReportInput = {
  ...SAMPLE,
  claims: SAMPLE.claims.map((claim) =>
    claim.number === 2
      ? {
          ...claim,
          wording: KAZAKH.wording,
          evidence: [
            { ...SAMPLE.claims[0]!.evidence[0]!, quote: KAZAKH.quote, note: '№ 5 — 12 ₸, ґанок, 😀' },
          ],
        }
      : claim,
  ),
};

/** What must be readable in a printed report: every wording, quote and note. */
export function wordsToFind(input: ReportInput): string[] {
  return [
    input.project.title,
    ...input.articles.flatMap(({ title, text }) => [title, ...text.split('\n')]),
    ...input.claims.flatMap((claim) => [
      claim.wording,
      ...claim.evidence.flatMap(({ quote, note }) => [...quote.split('\n'), note]),
    ]),
  ].filter((words) => words !== '' && !words.includes('\uFFFC'));
}

/** Letters alone: lines end anywhere and words are hyphenated. Numbers of claims may stand between. */
export const lettersOf = (text: string) => text.normalize('NFKC').replace(/[^\p{L}]+/gu, '');

/** All bytes of a PDF or a zip, unpacked, as text in which marks can be sought. */
export function laidOpen(bytes: Uint8Array): string {
  if (bytes[0] === 0x50) {
    return Object.entries(unzipSync(bytes))
      .map(([name, content]) => `${name}\n${Buffer.from(content).toString('utf8')}`)
      .join('\n');
  }
  const raw = Buffer.from(bytes);
  const parts = [raw.toString('latin1')];
  for (const match of parts[0]!.matchAll(/stream\r?\n/g)) {
    if (parts[0]!.slice(match.index - 3, match.index) === 'end') continue;
    const start = match.index + match[0].length;
    try {
      parts.push(inflateSync(raw.subarray(start)).toString('latin1'));
    } catch {
      // not packed
    }
  }
  return parts.join('\n');
}

/** What would tell by whom and where a file was made. */
export function tracesOfMachine(): string[] {
  const user = userInfo();
  return [hostname(), user.homedir, process.cwd(), process.version, '/tmp/', '/work/'].filter(
    (trace) => trace.length > 3,
  );
}
