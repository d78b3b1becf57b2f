/**
 * The characters that cannot be seen or that move what can: each with its Unicode name and a short sign for a marker.
 * `findHidden` says where they stand and which of them have no business there.
 */
export type HiddenKind = 'bidi' | 'joiner' | 'invisible' | 'blank' | 'space' | 'tag' | 'selector' | 'control';

export type HiddenCharacter = { readonly name: string; readonly sign: string; readonly kind: HiddenKind };

const row = (kind: HiddenKind, sign: string, name: string): HiddenCharacter => ({ kind, sign, name });

const NAMED: readonly (readonly [number, HiddenCharacter])[] = [
  [0x00ad, row('joiner', 'SHY', 'Soft hyphen')],
  [0x034f, row('joiner', 'CGJ', 'Combining grapheme joiner')],
  [0x061c, row('bidi', 'ALM', 'Arabic letter mark')],
  [0x115f, row('blank', 'HCF', 'Hangul choseong filler')],
  [0x1160, row('blank', 'HJF', 'Hangul jungseong filler')],
  [0x17b4, row('blank', 'KIV', 'Khmer vowel inherent aq')],
  [0x17b5, row('blank', 'KIV', 'Khmer vowel inherent aa')],
  [0x180b, row('selector', 'FVS1', 'Mongolian free variation selector one')],
  [0x180c, row('selector', 'FVS2', 'Mongolian free variation selector two')],
  [0x180d, row('selector', 'FVS3', 'Mongolian free variation selector three')],
  [0x180e, row('joiner', 'MVS', 'Mongolian vowel separator')],
  [0x180f, row('selector', 'FVS4', 'Mongolian free variation selector four')],
  [0x200b, row('joiner', 'ZWSP', 'Zero width space')],
  [0x200c, row('joiner', 'ZWNJ', 'Zero width non-joiner')],
  [0x200d, row('joiner', 'ZWJ', 'Zero width joiner')],
  [0x200e, row('bidi', 'LRM', 'Left-to-right mark')],
  [0x200f, row('bidi', 'RLM', 'Right-to-left mark')],
  [0x2028, row('control', 'LS', 'Line separator')],
  [0x2029, row('control', 'PS', 'Paragraph separator')],
  [0x202a, row('bidi', 'LRE', 'Left-to-right embedding')],
  [0x202b, row('bidi', 'RLE', 'Right-to-left embedding')],
  [0x202c, row('bidi', 'PDF', 'Pop directional formatting')],
  [0x202d, row('bidi', 'LRO', 'Left-to-right override')],
  [0x202e, row('bidi', 'RLO', 'Right-to-left override')],
  [0x2060, row('joiner', 'WJ', 'Word joiner')],
  [0x2061, row('invisible', 'ƒ()', 'Function application')],
  [0x2062, row('invisible', '×', 'Invisible times')],
  [0x2063, row('invisible', ',', 'Invisible separator')],
  [0x2064, row('invisible', '+', 'Invisible plus')],
  [0x2066, row('bidi', 'LRI', 'Left-to-right isolate')],
  [0x2067, row('bidi', 'RLI', 'Right-to-left isolate')],
  [0x2068, row('bidi', 'FSI', 'First strong isolate')],
  [0x2069, row('bidi', 'PDI', 'Pop directional isolate')],
  [0x206a, row('bidi', 'ISS', 'Inhibit symmetric swapping')],
  [0x206b, row('bidi', 'ASS', 'Activate symmetric swapping')],
  [0x206c, row('invisible', 'IAFS', 'Inhibit Arabic form shaping')],
  [0x206d, row('invisible', 'AAFS', 'Activate Arabic form shaping')],
  [0x206e, row('invisible', 'NADS', 'National digit shapes')],
  [0x206f, row('invisible', 'NODS', 'Nominal digit shapes')],
  [0x2800, row('blank', 'BRB', 'Braille pattern blank')],
  [0x3164, row('blank', 'HF', 'Hangul filler')],
  [0xfeff, row('joiner', 'BOM', 'Zero width no-break space')],
  [0xffa0, row('blank', 'HHF', 'Halfwidth Hangul filler')],
  [0xfff9, row('invisible', 'IAA', 'Interlinear annotation anchor')],
  [0xfffa, row('invisible', 'IAS', 'Interlinear annotation separator')],
  [0xfffb, row('invisible', 'IAT', 'Interlinear annotation terminator')],
  [0x1d159, row('blank', 'NNH', 'Musical symbol null notehead')],
  [0xe0001, row('tag', 'LTAG', 'Language tag')],
  [0xe007f, row('tag', 'ETAG', 'Cancel tag')],

  [0x00a0, row('space', 'NBSP', 'No-break space')],
  [0x1680, row('space', 'OGSP', 'Ogham space mark')],
  [0x2000, row('space', 'NQSP', 'En quad')],
  [0x2001, row('space', 'MQSP', 'Em quad')],
  [0x2002, row('space', 'ENSP', 'En space')],
  [0x2003, row('space', 'EMSP', 'Em space')],
  [0x2004, row('space', '3/M', 'Three-per-em space')],
  [0x2005, row('space', '4/M', 'Four-per-em space')],
  [0x2006, row('space', '6/M', 'Six-per-em space')],
  [0x2007, row('space', 'FSP', 'Figure space')],
  [0x2008, row('space', 'PSP', 'Punctuation space')],
  [0x2009, row('space', 'THSP', 'Thin space')],
  [0x200a, row('space', 'HSP', 'Hair space')],
  [0x202f, row('space', 'NNBSP', 'Narrow no-break space')],
  [0x205f, row('space', 'MMSP', 'Medium mathematical space')],
  [0x3000, row('space', 'IDSP', 'Ideographic space')],
];

const TABLE: ReadonlyMap<number, HiddenCharacter> = new Map(NAMED);

/** The characters that the table names one by one; tags, selectors and control codes are whole ranges besides. */
export const NAMED_CHARACTERS: readonly number[] = NAMED.map(([code]) => code);

/** Every character that `characterOf` knows: what a text without any of them need not be looked at for. */
export const HIDDEN =
  // each is looked for by itself, the combining ones and control codes too
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u2064\u2066-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\u{1D159}\u{1D173}-\u{1D17A}\u{E0001}\u{E0020}-\u{E007F}\u{E0100}-\u{E01EF}]/u;

/** What a code point is, if it is one that hides; undefined for all others. */
export function characterOf(code: number): HiddenCharacter | undefined {
  const known = TABLE.get(code);
  if (known) return known;
  if (code >= 0xfe00 && code <= 0xfe0f) return selector(code - 0xfe00 + 1);
  if (code >= 0xe0100 && code <= 0xe01ef) return selector(code - 0xe0100 + 17);
  if (code >= 0xe0020 && code <= 0xe007e) {
    const letter = String.fromCharCode(code - 0xe0000);
    return row('tag', `TAG ${letter}`, `Tag ${letter === ' ' ? 'space' : letter}`);
  }
  if (code >= 0x1d173 && code <= 0x1d17a) return row('invisible', 'MUS', 'Musical format control');
  const isControl = code < 0x20 ? code !== 9 && code !== 10 && code !== 13 : code >= 0x7f && code < 0xa0;
  if (isControl) return row('control', codeName(code), 'Control character');
  return undefined;
}

function selector(number: number): HiddenCharacter {
  return row('selector', `VS${number}`, `Variation selector ${number}`);
}

/** A code point as Unicode writes it: `U+202E`. */
export function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
