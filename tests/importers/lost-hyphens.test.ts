import { describe, expect, test } from 'vitest';
import type { Line } from '#importers/pdf/lines.ts';
import { restoreHyphens } from '#importers/pdf/lost-hyphens.ts';

const SIZE = 10;
const RIGHT = 300;

/** Lines one under another, each with how far before the right edge it ends, in heights of the letters. */
function column(rows: readonly (readonly [text: string, before: number])[]): Line[] {
  return rows.map(([text, before], n) => {
    const right = RIGHT - before * SIZE;
    const piece = { text, x: 60, y: n * 12, width: right - 60, size: SIZE, font: 'f', order: n };
    return {
      pieces: [{ ...piece, spaced: true, rightToLeft: false, href: '' }],
      x: 60,
      right,
      y: n * 12,
      size: SIZE,
      font: 'f',
      rightToLeft: false,
    };
  });
}
function restored(rows: readonly (readonly [string, number])[]): string[] {
  const lines = column(rows);
  restoreHyphens(lines);
  return lines.flatMap((line, n) => (line.pieces[0]!.text.endsWith('\u00AD') ? [n] : [])).map(String);
}

describe('hyphens that the reading of a PDF lost', () => {
  test('come back where a line of a text set to both edges ends a hyphen before the edge', () => {
    const rows = [
      ['The water rose for three hours be', 0.33],
      ['fore anybody in the lower streets', 0],
      ['was told to leave, and the offi', 0.33],
      ['cers had gone home in the autumn', 0],
      ['with signs that hang over it,', -0.2],
      ['and the last line is short', 6],
    ] as const;
    expect(restored(rows)).toEqual(['0', '2']);
  });

  test('also in a narrow column, where most lines lost one', () => {
    const rows = [
      ['be', 0.3],
      ['fore the wa', 0.3],
      ['ter rose', 0],
      ['the offi', 0.31],
      ['cers went', 0],
      ['ho', 0.3],
      ['me', 4],
    ] as const;
    expect(restored(rows)).toEqual(['0', '1', '3', '5']);
  });

  test('never in ragged text, beside visible hyphens, before a capital, or at the end', () => {
    const ragged = [0.3, 1.1, 0, 2.4, 0.9, 3.3, 0.31, 1.7].map((before) => ['words go on', before] as const);
    expect(restored(ragged)).toEqual([]);
    const full = [0, 0.3, 0, 0, 0.3, 0, 0.3].map((before) => ['words go on', before] as const);
    expect(restored(full)).toEqual(['1', '4']);
    expect(restored([...full, ['a visi-', 0], ['ble one', 3]])).toEqual([]);
    expect(restored(full.map(([, before]) => ['The end', before]))).toEqual([]);
  });
});
