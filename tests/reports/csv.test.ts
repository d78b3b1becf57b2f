import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmful, harmless } from '#domain/formula-cells.ts';
import { CSV_COLUMNS, csv, writeCsv } from '#reports/csv.ts';
import { withWords } from './hostile.ts';
import { SAMPLE } from './sample-input.ts';

/** RFC 4180, strictly: every cell quoted, lines end in CRLF. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] !== '"') throw new Error(`no quote at ${at}`);
    let cell = '';
    for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
      if (text[at] === '"') at++;
      cell += text[at];
    }
    row.push(cell);
    at++;
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`no end at ${at}`);
  }
  return rows;
}

describe('the CSV report', () => {
  it('has a byte order mark, a header and one row a claim with its figures', () => {
    const text = writeCsv(SAMPLE);
    expect(text.startsWith('\uFEFF"number","id"')).toBe(true);
    const [header, ...rows] = readCsv(text.slice(1));
    expect(header).toEqual([...CSV_COLUMNS]);
    expect(rows).toHaveLength(SAMPLE.claims.length);
    const cell = (row: number, name: (typeof CSV_COLUMNS)[number]) => rows[row]![CSV_COLUMNS.indexOf(name)];
    expect(cell(0, 'rating')).toBe('mostly-false');
    expect(cell(0, 'rating_label')).toBe('Mostly false');
    expect(cell(0, 'refutes')).toBe('1');
    expect(cell(0, 'references')).toContain('\n');
    expect(cell(2, 'occurrences')).toBe('2');
    expect(cell(2, 'verdict_state')).toBe('draft');
    expect(cell(4, 'rating')).toBe('');
    expect(csv.losses(SAMPLE).length).toBeGreaterThan(0);
  });

  it('gives back every text as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 8 }), (texts) => {
        let n = 0;
        const input = withWords(SAMPLE, () => `${texts[n++ % texts.length]!}`);
        const rows = readCsv(writeCsv(input).slice(1)).slice(1);
        expect(rows.map((row) => harmful(row[3]!))).toEqual(
          input.claims.map(({ wording }) => wording.toWellFormed()),
        );
        expect(rows.map((row) => harmful(row[6]!))).toEqual(
          input.claims.map(({ claimedWhere }) => claimedWhere.toWellFormed()),
        );
      }),
    );
  });
});

it('has every column in docs/formats.md', () => {
  const docs = readFileSync(resolve(import.meta.dirname, '../../docs/formats.md'), 'utf8');
  for (const column of CSV_COLUMNS) expect(docs).toMatch(new RegExp(`^\\|.*\`${column}\`.*\\|.*\\|$`, 'm'));
});

describe('harmless', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\tx',
    '  =1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF=1',
    '\u3000＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    '|cmd',
    '%0A=1',
  ])('guards %j', (cell) => {
    expect(harmless(cell)).toBe(`'${cell}`);
  });

  it.each(['a\n=1', 'a\r\n=1', 'a\r=1', 'a\u2028 =1', 'a\u0085@x', 'a\v-1'])(
    'guards the later line of %j',
    (cell) => {
      expect(harmless(cell)).toMatch(/^a(\r\n|.)'/su);
    },
  );

  it.each(['plain', '', 'a=1', '12', "d'accord", '«=»', 'x -1'])('leaves %j as it is', (cell) => {
    expect(harmless(cell)).toBe(cell);
  });

  it('leaves no line that begins like a formula, and can be undone', () => {
    const unit = fc.constantFrom(...Array.from("=+-@'\t\r\n \u00A0\u200Bab＝"));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const guarded = harmless(text);
        expect(harmful(guarded)).toBe(text);
        expect(guarded).not.toMatch(/(^|[\r\n])[\s\u200B]*[=+@＝-]/u);
        expect(guarded).not.toMatch(/(^|[\r\n])\t/u);
      }),
      { numRuns: 2_000 },
    );
  });
});
