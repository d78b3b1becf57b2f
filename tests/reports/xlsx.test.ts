import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { xlsxLosses } from '#reports/xlsx/losses.ts';
import { writeXlsx } from '#reports/xlsx/xlsx.ts';
import type { ReportInput } from '#reports/input.ts';
import { printable } from '#reports/outline/blocks.ts';
import { VECTORS } from '../support/vectors.ts';
import { withWords } from './hostile.ts';
import { PRINTED, laidOpen, tracesOfMachine } from './printed.ts';

describe('the XLSX report', () => {
  it('has a sheet a noun, with a frozen head and filters', async () => {
    const bytes = await writeXlsx(PRINTED);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Claims',
      'Evidence',
      'Verdicts',
      'References',
      'Summary',
    ]);
    const [claims, evidence, verdicts, references] = sheets;
    expect(claims!.rows).toHaveLength(1 + PRINTED.claims.length);
    expect(claims!.rows[2]).toContain(PRINTED.claims[1]!.wording);
    expect(evidence!.rows).toHaveLength(1 + PRINTED.claims.flatMap((claim) => claim.evidence).length);
    expect(evidence!.rows.flat()).toContain(PRINTED.claims[1]!.evidence[0]!.quote);
    expect(verdicts!.rows).toHaveLength(1 + PRINTED.claims.flatMap((claim) => claim.verdicts).length);
    expect(references!.rows).toHaveLength(1 + PRINTED.references.length);
    for (const sheet of Object.entries(unzipSync(bytes)).filter(([name]) =>
      name.includes('worksheets/sheet'),
    )) {
      const xml = new TextDecoder().decode(sheet[1]);
      if (sheet[0].endsWith('.rels')) continue;
      expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
      expect(xml).toContain('<autoFilter ref="A1:');
    }
  });

  it('writes days and times as a spreadsheet counts them, and what is less than a day as text', async () => {
    const { sheets } = await readXlsx(await writeXlsx(PRINTED), { readStyles: true });
    const head = sheets[0]!.rows[0]!;
    const cell = (row: number, name: string) => sheets[0]!.rows[row]![head.indexOf(name)];
    expect(iso(cell(1, 'On'))).toBe('2024-05-04');
    expect(iso(cell(1, 'As known on'))).toBe('2024-05-30');
    expect(cell(3, 'As known on')).toBe('2024-05');
  });

  it('is never run: what looks like a formula is a text, and stays one', async () => {
    const evil = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      "=cmd|'/c calc'!A0",
      '=HYPERLINK("https://evil.example","x")',
      '\t=1',
      '＝1',
      '_x003D_1',
      '=WEBSERVICE("https://evil.example")',
      ...VECTORS.filter((_vector, n) => n % 5 === 0),
    ];
    let n = 0;
    const input = withWords(PRINTED, () => evil[n++ % evil.length]!);
    const bytes = await writeXlsx(input);
    const open = laidOpen(bytes);
    expect(open).not.toMatch(/<f[ >]/);
    const targets = [...open.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map((match) => match[1]!);
    for (const target of targets) expect(target).toMatch(/^https?:/);
    const { sheets } = await readXlsx(bytes);
    const cells = sheets[0]!.rows.flat();
    for (const { wording } of input.claims) expect(cells).toContain(printable(wording));
  });

  it('cuts what no cell can hold, and says so', async () => {
    const long: ReportInput = {
      ...PRINTED,
      claims: PRINTED.claims.map((claim) => ({ ...claim, wording: 'ұзақ '.repeat(8_000) })),
    };
    expect(xlsxLosses(PRINTED)).toHaveLength(1);
    expect(xlsxLosses(long)).toHaveLength(2);
    const { sheets } = await readXlsx(await writeXlsx(long));
    const wording = String(sheets[0]!.rows[1]![2]);
    expect(wording.length).toBeLessThanOrEqual(32_767);
    expect(wording.endsWith('…')).toBe(true);
  });

  it('says nothing of the machine', async () => {
    const open = laidOpen(await writeXlsx(PRINTED));
    for (const trace of tracesOfMachine()) expect(open).not.toContain(trace);
    expect(open).toContain('2024-06-03T17:45:12');
    expect(laidOpen(await writeXlsx({ ...PRINTED, generatedFrom: '' }))).not.toContain('dcterms:modified');
  });
});

/** However the reader gives a day. */
function iso(value: unknown): string {
  const date = value instanceof Date ? value : new Date(Date.UTC(1899, 11, 30) + Number(value) * 86_400_000);
  return date.toISOString().slice(0, 10);
}
