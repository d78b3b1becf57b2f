import { languageAt, languageOfSpan, languageRuns, type LanguageRun } from './languages-of-text.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Abbreviations that a name, number or word follows: never the end of a sentence. Lower case, without the last dot.
 * By language, since what is an abbreviation in one is a word in the next: Kazakh `мыс.` (for example), Russian `мыс`.
 */
const LEADING: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'dr mr mrs ms mx prof st gen sen rep gov lt col sgt capt cmdr maj rev hon pres messrs fr nos fig figs vs cf ' +
      'e.g i.e p pp ch vol vols ed eds sec para approx ca viz',
  ),
  ru: words(
    'см рис стр ул им гл ст п пп пункт табл проф акад ген ген.-лт г-н г-жа ср напр т.е т.к т.н прим илл св пр-т пер ' +
      'просп бул наб обл р-н д кв корп оф тел изд ред сост авт гр тов мл стр-во к.т.н д.т.н к.ф.-м.н',
  ),
  kk: words('қар сур мыс б бет ғ ш ғыл мин ст стр рис проф акад ген обл тел д т.с.с м.а'),
  uk: words(
    'див мал рис стор табл вул буд бул просп пр-т ім проф акад доц ред вид гр ст п пп гл ген напр тов тел обл р-н м с ' +
      'смт кв корп к.т.н д.т.н к.ф.-м.н т.зв',
  ),
};

/** Abbreviations that may end a sentence too: what follows decides. */
const EITHER: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('al inc co corp ltd bros jr sr a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec mt ft'),
  ru: words(
    'г гг в вв млн млрд трлн тыс руб коп долл чел экз кг км га шт мин янв фев февр мар апр июн июл авг сен сент окт ' +
      'ноя нояб дек',
  ),
  kk: words('ж жж г млн млрд трлн мың тг кг км га дана т.б қаң ақп нау сәу мам мау шіл там қыр қаз қар жел'),
  uk: words(
    'р рр ст млн млрд трлн тис грн коп дол чол екз кг км га шт хв січ лют бер квіт трав черв лип серп вер жовт лист груд',
  ),
};

const KNOWN = Object.keys(LEADING);
type Abbreviations = { readonly leading: ReadonlySet<string>; readonly either: ReadonlySet<string> };

const EVERY: Abbreviations = {
  leading: new Set(KNOWN.flatMap((language) => [...LEADING[language]!])),
  either: new Set(KNOWN.flatMap((language) => [...EITHER[language]!])),
};

/** Words that begin sentences so often that a doubtful dot before them is an end. */
const STARTERS = new Set(
  (
    'the a an he she it they we you i this that these those there then but and or in on at after before when while as ' +
    'his her its their our however meanwhile according if for from with by to what who why how no not now so ' +
    'это этот эта эти он она оно они мы вы я в во на по но и а с со к ко из за от до при для после однако также так как ' +
    'когда если что кто его её их наш тогда теперь затем поэтому между там тут не ни у о об сейчас согласно ' +
    'бұл ол олар біз мен сен сіз бірақ және ал осы сол сондай қазір кейін егер одан оның олардың ' +
    'це цей ця ці він вона воно вони ми ви та але й і у з із зі за від до після однак також як коли якщо що хто його її'
  ).split(' '),
);

const TERMINAL = /[.!?…](?:["'»”’)\]]*)$/u;
const LAST_ABBREVIATION = /(?:^|[\s(«“"„[—–-])((?:\p{L}[\p{L}-]{0,8}\.\s?)*\p{L}[\p{L}-]{0,8})\.$/u;
const INITIAL = /(?:^|[\s(«“"„[.—–-])\p{Lu}[\u0301]?\.$/u;
/** `U.S.`, `А.С.`, `т.д.` */
const DOTTED = /(?:^|[^\p{L}\p{N}])(?:\p{L}\.\s?){2,}$/u;
const LABEL = /^["'«“([]*(?:\d{1,3}(?:\.\d{1,3})*|[\p{L}]|[IVXLC]{1,6})[.)]["'»”)\]]*$/u;
const NOTE_MARKS = /(?<=[.!?…]["'»”’)]*)[ \u00A0]?(?:\[\d{1,4}\][ \u00A0]?(?=\[|\s|$)|\[\d{1,4}\])+/gu;
const FIRST_WORD = /^["'«“„([]*(\p{L}+)/u;
const HAS_WORD = /[\p{L}\p{N}]/u;

/** Tells the language at an offset of a line that begins at `start`; asked only where a dot is doubtful. */
type Languages = (line: string, start: number, offset: number) => string;

/** How much of a text tells the language that it is mostly in. */
const SAMPLE = 20_000;

/** Only lines with doubtful dots are looked at: in a long text that is a tenth of the work. */
function languagesOf(text: string, hint: string): Languages {
  let usual: string | undefined;
  let of = -1;
  let runs: readonly LanguageRun[] = [];
  return (line, start, offset) => {
    usual ??= hint || languageOfSpan(languageRuns(text.slice(0, SAMPLE)), 0, SAMPLE);
    if (of !== start) {
      runs = languageRuns(line, usual);
      of = start;
    }
    return languageAt(runs, offset);
  };
}

/**
 * Cuts a canonical text into sentences: start and end in turn, UTF-16 offsets without the spaces around. No sentence
 * crosses a line of the text, and lines without a letter or digit give none. A dot is judged by the language of the
 * words around it, so that a quotation in another language is cut by that one's abbreviations.
 * @param language BCP 47, a hint only: what the text is taken for where its words do not tell
 */
export function sentencesOf(text: string, language = ''): number[] {
  const segmenter = segmenterFor(language);
  const bounds: number[] = [];
  const languages = languagesOf(text, language);
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end > start) cutLine(text.slice(start, end), start, segmenter, languages, bounds);
    start = end + 1;
  }
  return bounds;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = newSegmenter(language);
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function newSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || 'en', { granularity: 'sentence' });
  } catch {
    // a language tag out of a file may be no tag at all
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

function cutLine(
  line: string,
  offset: number,
  segmenter: Intl.Segmenter,
  languages: Languages,
  bounds: number[],
): void {
  // note marks after a full stop count as closing brackets, so that they stay with what they prove
  const masked = line.includes('[') ? line.replace(NOTE_MARKS, (marks) => ')'.repeat(marks.length)) : line;
  const cuts: number[] = [];
  for (const piece of segmenter.segment(masked)) cuts.push(piece.index);
  cuts.push(line.length);

  let from = cuts[0]!;
  for (let i = 1; i < cuts.length; i++) {
    const at = cuts[i]!;
    if (at < line.length && belongsTogether(line, from, at, () => languages(line, offset, at - 1))) continue;
    addTrimmed(line, from, at, offset, bounds);
    from = at;
  }
}

function addTrimmed(line: string, from: number, to: number, offset: number, bounds: number[]): void {
  while (to > from && isSpace(line, to - 1)) to--;
  while (from < to && isSpace(line, from)) from++;
  if (from === to || !HAS_WORD.test(line.slice(from, to))) return;
  bounds.push(offset + from, offset + to);
}

function isSpace(line: string, at: number): boolean {
  const unit = line.charCodeAt(at);
  return (
    unit === 32 || unit === 0xfffc || (unit !== 0x21 && unit < 33) || (unit > 159 && /\s/.test(line[at]!))
  );
}

/** Whether the dot before `at` ends no sentence after all. Looks at a few words on either side only. */
function belongsTogether(line: string, from: number, at: number, language: () => string): boolean {
  const left = line.slice(Math.max(from, at - 40), at).trimEnd();
  const right = line.slice(at, at + 40).trimStart();
  if (right === '') return false;
  if (at - from < 24 && LABEL.test(line.slice(from, at).trim())) return true;
  if (!HAS_WORD.test(line.slice(from, at))) return true;
  if (/^(?:[—–-]\s*)?\p{Ll}/u.test(right)) return TERMINAL.test(left);
  if (/^["'»”’)\]]+(?:\s|$)/u.test(right)) return true;
  if (!left.endsWith('.')) return false;

  if (STARTERS.has(FIRST_WORD.exec(right)?.[1]?.toLowerCase() ?? '')) return false;
  const word = LAST_ABBREVIATION.exec(left)?.[1]?.toLowerCase().replaceAll(/\s/g, '') ?? '';
  const last = word.slice(word.lastIndexOf('.') + 1);
  const { leading, either } = abbreviationsIn(last === '' ? '' : language());
  if (leading.has(word) || (last.length > 1 && leading.has(last))) return true;
  if (last === 'no' && /^\d/.test(right)) return true;
  if (INITIAL.test(left) && /^\p{Lu}/u.test(right)) return true;
  if (either.has(last)) return true;
  return DOTTED.test(left) && !/(?:т\.\s?[дп]|и\s?др|etc)\.$/u.test(left);
}

/** Those of one language; where it is another or unknown, all that we know. */
function abbreviationsIn(language: string): Abbreviations {
  const leading = LEADING[language];
  const either = EITHER[language];
  return leading && either ? { leading, either } : EVERY;
}

/** Words as people count them: what stands between spaces and holds a letter or digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const word of text.matchAll(/\S+/g)) if (HAS_WORD.test(word[0])) count++;
  return count;
}

const WORD = /[\p{L}\p{N}\p{M}_]+(?:['’ʼ\-‑.,][\p{L}\p{N}\p{M}_]+)*/gu;
/** Longer than any word that a person would step over; a window keeps one step fast in a long text. */
const WINDOW = 300;

function* wordsAround(text: string, offset: number): Generator<{ start: number; end: number }> {
  let from = Math.max(0, offset - WINDOW);
  // start between words, so that the window cuts none in two
  while (from > 0 && from > offset - 2 * WINDOW && !/\s/.test(text[from - 1]!)) from--;
  for (const word of text.slice(from, offset + 2 * WINDOW).matchAll(WORD))
    yield { start: from + word.index, end: from + word.index + word[0].length };
}

/** The nearest end of a word after the offset; the offset itself where none follows. */
export function nextWordEnd(text: string, offset: number): number {
  for (const word of wordsAround(text, offset)) if (word.end > offset) return word.end;
  return offset;
}

/** The nearest start of a word after the offset; the offset itself where none follows. */
export function nextWordStart(text: string, offset: number): number {
  for (const word of wordsAround(text, offset)) if (word.start > offset) return word.start;
  return offset;
}

/** The nearest end of a word before the offset; the offset itself where none precedes. */
export function previousWordEnd(text: string, offset: number): number {
  let found = offset;
  for (const word of wordsAround(text, offset)) if (word.end < offset) found = word.end;
  return found;
}

/** The nearest start of a word before the offset; the offset itself where none precedes. */
export function previousWordStart(text: string, offset: number): number {
  let found = offset;
  for (const word of wordsAround(text, offset)) if (word.start < offset) found = word.start;
  return found;
}
