import { characterOf, HIDDEN, type HiddenCharacter } from './hidden-characters.ts';

/**
 * A hidden character at its place, as UTF-16 offsets. `danger`: it can deceive a reader or a search where it stands.
 * `usual`: it does what it is for, as in Hebrew, Persian or an emoji. `faint`: harmless, such as a no-break space.
 */
export type Hidden = HiddenCharacter & {
  readonly start: number;
  readonly end: number;
  readonly code: number;
  readonly level: 'danger' | 'usual' | 'faint';
};

const ALL = new RegExp(HIDDEN.source, 'gu');
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /[\p{L}\p{N}]/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
/** Characters that have a text and a picture form, which a selector chooses between. */
const TWO_FORMS = /\p{Emoji}/u;
/** Scripts whose letters join or stack, and so have a use for joiners. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Tibetan}\p{M}]/u;
/** Scripts without spaces, where a break between words is written as a zero width space. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Finds every hidden character of a text and judges each by what stands around it. */
export function findHidden(text: string): Hidden[] {
  if (!HIDDEN.test(text)) return [];
  const found: Hidden[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    if (HIDDEN.test(line)) findInLine(line, lineStart, found);
    lineStart += line.length + 1;
  }
  return found;
}

function findInLine(line: string, offset: number, found: Hidden[]): void {
  const pairs = ordinaryPairs(line);
  for (const match of line.matchAll(ALL)) {
    const code = match[0].codePointAt(0)!;
    const character = characterOf(code);
    if (!character) continue;
    const start = match.index;
    const end = start + match[0].length;
    const level = levelOf(code, character, line, start, end, pairs);
    found.push({ ...character, code, level, start: offset + start, end: offset + end });
  }
}

type Level = Hidden['level'];

function levelOf(
  code: number,
  { kind }: HiddenCharacter,
  line: string,
  start: number,
  end: number,
  pairs: ReadonlySet<number>,
): Level {
  const before = previousLetter(line, start);
  const after = nextLetter(line, end);
  const when = (isUsual: boolean): Level => (isUsual ? 'usual' : 'danger');
  if (kind === 'space') return 'faint';
  if (kind === 'bidi') {
    if (code === 0x200e || code === 0x200f || code === 0x61c) return when(RIGHT_TO_LEFT.test(line));
    return when(pairs.has(start));
  }
  if (kind === 'selector') return when(selects(code, before));
  if (kind === 'tag') return when(isFlag(line, start));
  switch (code) {
    case 0xad:
      // between letters it waits for the end of a line; anywhere else it only breaks a search
      return LETTER.test(before) && LETTER.test(after) ? 'faint' : 'danger';
    case 0x200d:
      return when(
        (PICTURE.test(before) && PICTURE.test(after)) || JOINING.test(before) || JOINING.test(after),
      );
    case 0x200c:
      return when(JOINING.test(before) || JOINING.test(after));
    case 0x200b:
      return when(UNSPACED.test(before) && UNSPACED.test(after));
    case 0x34f:
      return when(/[\p{M}\p{Script=Hebrew}]/u.test(before));
    case 0x180e:
      return when(/\p{Script=Mongolian}/u.test(before));
    case 0x2060:
      return LETTER.test(before) && LETTER.test(after) && !IDEOGRAPH.test(before) ? 'danger' : 'usual';
    case 0x115f:
    case 0x1160:
      return when(/[\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]/u.test(before + after));
    case 0x17b4:
    case 0x17b5:
      return when(/\p{Script=Khmer}/u.test(before));
    case 0x2800:
      return when(/[\u2801-\u28FF]/u.test(before + after));
    case 0x2028:
    case 0x2029:
      return 'faint';
    default:
      return 'danger';
  }
}

/** The nearest character before an offset that is itself no joiner or selector; '' at the start of the line. */
function previousLetter(line: string, offset: number): string {
  let at = offset;
  for (let steps = 0; at > 0 && steps < 8; steps++) {
    const unit = line.charCodeAt(at - 1);
    const isLow = unit >= 0xdc00 && unit <= 0xdfff && at > 1;
    at -= isLow ? 2 : 1;
    const code = line.codePointAt(at)!;
    if (code !== 0xfe0f && code !== 0x200d && code !== 0x200c) return String.fromCodePoint(code);
  }
  return '';
}

function nextLetter(line: string, offset: number): string {
  const code = line.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function selects(code: number, before: string): boolean {
  if (code === 0xfe0f || code === 0xfe0e) return TWO_FORMS.test(before) || IDEOGRAPH.test(before);
  if (code >= 0x180b && code <= 0x180f) return /\p{Script=Mongolian}/u.test(before);
  if (code >= 0xe0100) return /\p{Script=Han}/u.test(before);
  // the others are registered for mathematics, ideographs and a few scripts of Asia
  return /[\p{Sm}\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}0\u3000-\u303F\uFF00-\uFFEF]/u.test(
    before,
  );
}

const FLAG = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}/gu;

function isFlag(line: string, offset: number): boolean {
  for (const flag of line.matchAll(FLAG)) {
    if (flag.index <= offset && offset < flag.index + flag[0].length) return true;
  }
  return false;
}

const OPENS_EMBEDDING = new Set([0x202a, 0x202b]);
const OPENS_ISOLATE = new Set([0x2066, 0x2067, 0x2068]);

/**
 * Where embeddings and isolates are as writers of right-to-left text use them: opened and closed in this line, around
 * or beside letters that run from right to left. Overrides are not among them: no writer needs one.
 */
function ordinaryPairs(line: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  if (!RIGHT_TO_LEFT.test(line)) return pairs;
  const open: { at: number; isolate: boolean; override: boolean }[] = [];
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code < 0x202a || code > 0x2069) continue;
    if (OPENS_EMBEDDING.has(code)) open.push({ at, isolate: false, override: false });
    else if (OPENS_ISOLATE.has(code)) open.push({ at, isolate: true, override: false });
    else if (code === 0x202d || code === 0x202e) open.push({ at, isolate: false, override: true });
    else if (code === 0x202c || code === 0x2069) {
      const last = open.at(-1);
      if (!last || last.isolate !== (code === 0x2069)) continue;
      open.pop();
      if (!last.override) pairs.add(last.at).add(at);
    }
  }
  return pairs;
}
