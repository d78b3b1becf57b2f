import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SERIF = '@expo-google-fonts/source-serif-4/';
const SANS = '@expo-google-fonts/noto-sans/';

/** The fonts of a PDF. No other is used, also where the machine has them, so that the bytes are the same everywhere. */
export const FONT_FILES = [
  `${SERIF}400Regular/SourceSerif4_400Regular.ttf`,
  `${SERIF}400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
  `${SERIF}600SemiBold/SourceSerif4_600SemiBold.ttf`,
  `${SERIF}600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf`,
  `${SANS}400Regular/NotoSans_400Regular.ttf`,
  `${SANS}400Regular_Italic/NotoSans_400Regular_Italic.ttf`,
  `${SANS}600SemiBold/NotoSans_600SemiBold.ttf`,
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
] as const;

let read: Buffer[] | undefined;

/** @throws Error where a font is not installed */
export function fonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return (read ??= FONT_FILES.map((file) => readFileSync(resolve(file))));
}

/** Every character that some font of ours has in its upright cut, as code points. */
let known: Set<number> | undefined;

export function covered(): ReadonlySet<number> {
  if (known) return known;
  known = new Set();
  for (const font of fonts())
    for (const [from, to] of characterRanges(font)) for (let c = from; c <= to; c++) known.add(c);
  return known;
}

/** Ranges of code points that a TrueType font maps to glyphs, from its `cmap` table (formats 4 and 12). */
export function characterRanges(font: Buffer): [number, number][] {
  const table = tableAt(font, 'cmap');
  const ranges: [number, number][] = [];
  for (let n = 0; n < font.readUInt16BE(table + 2); n++) {
    const at = table + font.readUInt32BE(table + 8 + 8 * n);
    const format = font.readUInt16BE(at);
    if (format === 12) {
      for (let i = 0; i < font.readUInt32BE(at + 12); i++) {
        ranges.push([font.readUInt32BE(at + 16 + 12 * i), font.readUInt32BE(at + 20 + 12 * i)]);
      }
    } else if (format === 4) {
      const segments = font.readUInt16BE(at + 6) / 2;
      for (let i = 0; i < segments; i++) {
        const to = font.readUInt16BE(at + 14 + 2 * i);
        const from = font.readUInt16BE(at + 16 + 2 * segments + 2 * i);
        if (from !== 0xffff) ranges.push([from, to]);
      }
    }
  }
  return ranges;
}

function tableAt(font: Buffer, name: string): number {
  for (let n = 0; n < font.readUInt16BE(4); n++) {
    const at = 12 + 16 * n;
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  }
  throw new Error(`This font has no table “${name}”.`);
}
