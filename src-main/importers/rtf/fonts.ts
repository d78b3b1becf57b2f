import { decodeAs } from '../code-pages.ts';
import { symbolText } from '../docx/symbols.ts';

/** Windows' and the Mac's numbers of code pages, as encodings. 1252 stands for what is not listed. */
const PAGES: Readonly<Record<number, string>> = {
  437: 'cp850',
  850: 'cp850',
  852: 'cp852',
  855: 'ibm855',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1361: 'euc-kr',
  10_000: 'macintosh',
  10_001: 'shift_jis',
  10_007: 'x-mac-cyrillic',
  20_866: 'koi8-r',
  21_866: 'koi8-u',
  28_591: 'windows-1252',
  28_592: 'iso-8859-2',
  28_595: 'iso-8859-5',
  28_605: 'iso-8859-15',
  54_936: 'gb18030',
  65_001: 'utf-8',
};

/** The code page that each character set of a font stands for. */
const SETS: Readonly<Record<number, number>> = {
  77: 10_000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  89: 10_007,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

type Font = { name: string; set: number | null; page: number | null };

/** The fonts of an RTF file, which tell how the bytes set in them are meant. */
export class RtfFonts {
  readonly #fonts = new Map<number, Font>();
  /** The code page of the whole file. */
  page = 1252;

  font(id: number): Font {
    let font = this.#fonts.get(id);
    if (!font && this.#fonts.size < 10_000) this.#fonts.set(id, (font = { name: '', set: null, page: null }));
    return font ?? { name: '', set: null, page: null };
  }

  /** @param id the font, or null where none was chosen */
  decode(bytes: readonly number[], id: number | null): string {
    const font = id === null ? undefined : this.#fonts.get(id);
    if (font?.set === 2)
      return bytes
        .map((byte) => (byte < 0x20 ? '' : symbolText(font.name || 'Symbol', (0xf000 + byte).toString(16))))
        .join('');
    return decodeAs(this.#encodingOf(font), Uint8Array.from(bytes));
  }

  #encodingOf(font: Font | undefined): string {
    if (font?.page != null) return encodingOf(font.page);
    const set = font?.set ?? 1;
    if (SETS[set] !== undefined) return encodingOf(SETS[set]);
    // the western set; but a file whose fonts are all of that set never thought of sets at all
    return encodingOf(set === 0 && this.#distinguishes() ? 1252 : this.page);
  }

  #distinguishes(): boolean {
    return [...this.#fonts.values()].some(({ set }) => set !== null && SETS[set] !== undefined);
  }
}

function encodingOf(page: number): string {
  if (PAGES[page] !== undefined) return PAGES[page];
  return page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252';
}
