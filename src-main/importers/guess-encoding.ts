import { decodeAs } from './code-pages.ts';
import { CYRILLIC, LATIN, SCRIPTS, type Language } from './letters-of-languages.ts';

/** `sure` is false where another reading is nearly as likely. */
export type Guess = { readonly encoding: string; readonly sure: boolean };

const LATIN_ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'windows-1257',
  'windows-1254',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
  'cp850',
  'cp852',
  'iso-8859-13',
  'iso-8859-4',
  'iso-8859-10',
  'iso-8859-16',
  'iso-8859-3',
  'iso-8859-14',
];
const CYRILLIC_ENCODINGS = [
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'ibm855',
  'kz-1048',
  'ptcp154',
];

/** Enough to tell encodings apart; more only takes longer. */
const SAMPLE = 16_000;
/** Enough to tell which encodings come into question, and by how much a score may still change. */
const FIRST_LOOK = 3_000;
const UNSURE = 0.25;

type Reading = { encoding: string; text: string; score: number };

/** Guesses the encoding of a text that is neither Unicode nor says what it is. */
export function guessEncoding(bytes: Uint8Array): Guess {
  const shifted = shiftEncoding(bytes);
  if (shifted) return { encoding: shifted, sure: true };
  const wide = wideEncoding(bytes.subarray(0, SAMPLE), bytes.length > SAMPLE);
  if (wide) return wide;

  const sample = linesBeyondAscii(bytes);
  const first = SINGLE_BYTES.map((one) => ({ one, score: read(one, sample.subarray(0, FIRST_LOOK)).score }));
  const least = Math.max(...first.map(({ score }) => score)) - UNSURE;
  const readings = first.filter(({ score }) => score >= least).map(({ one }) => read(one, sample));
  // sorting is stable: of two that read the same, the commoner one stands first
  readings.sort((a, b) => b.score - a.score);
  const best = readings[0]!;
  const rival = readings.find((reading) => reading.text !== best.text);
  const lead = best.score - (rival?.score ?? 0);
  const few = sample.length <= 12 || sample.filter((byte) => byte > 127).length < 4;
  return { encoding: best.encoding, sure: best.score > 0.5 && lead > (few ? 0.2 : 0.02) };
}

/** The encodings of one byte a letter, the commoner ones first, and how well a text reads that comes out of them. */
const SINGLE_BYTES: readonly { readonly encoding: string; readonly score: (text: string) => number }[] = [
  ...CYRILLIC_ENCODINGS.map((encoding) => ({ encoding, score: cyrillicScore })),
  ...LATIN_ENCODINGS.map((encoding) => ({ encoding, score: latinScore })),
  ...SCRIPTS.flatMap(({ language, encodings }) =>
    encodings.map((encoding) => ({ encoding, score: (text: string) => scriptScore(text, language) })),
  ),
];

function read({ encoding, score }: (typeof SINGLE_BYTES)[number], bytes: Uint8Array): Reading {
  const text = decodeAs(encoding, bytes);
  return { encoding, text, score: score(text) };
}

/** The sample without lines of pure ASCII, which say nothing about the encoding. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let start = 0;
  for (let at = 0; at <= bytes.length && out.length < SAMPLE; at++) {
    if (at < bytes.length && bytes[at] !== 10) continue;
    const line = bytes.subarray(start, Math.min(at + 1, start + SAMPLE));
    if (line.some((byte) => byte > 127)) out.push(...line);
    start = at + 1;
  }
  return Uint8Array.from(out);
}

/** The encoding that switches its alphabets by escape sequences and uses none of the bytes beyond ASCII; '' for none. */
export function shiftEncoding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1');
  if (head.includes('\x1b$)C')) return 'iso-2022-kr';
  return ['\x1b$@', '\x1b$B', '\x1b(J'].some((shift) => head.includes(shift)) ? 'iso-2022-jp' : '';
}

/** East Asian encodings: all of the sample must decode, and to common characters. */
function wideEncoding(sample: Uint8Array, cut: boolean): Guess | null {
  const share = (text: string, part: RegExp) => (text.match(part)?.length ?? 0) / text.length;
  // text in units of two bytes has line ends, blanks or digits, and with them NULs, which no other text has
  const units = sample.includes(0) ? ['utf-16le', 'utf-16be'] : [];
  const readings = [...units, 'shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5'].flatMap((encoding) => {
    // a cut sample may end in half a character
    const ends = cut ? [0, 1, 2, 3] : [0];
    for (const end of ends) {
      try {
        const whole = new TextDecoder(encoding, { fatal: true }).decode(
          sample.subarray(0, sample.length - end),
        );
        // oxlint-disable-next-line no-control-regex -- what no text in such units holds
        if (units.includes(encoding) && /[\0-\x08\x0e-\x1f\x7f-\x9f\u00C0-\u02FF]/.test(whole)) continue;
        return [{ encoding, text: whole.replaceAll(/[\0-\x7f]/g, '') }];
      } catch {
        continue;
      }
    }
    return [];
  });
  const scored = readings.map(({ encoding, text }) => ({
    encoding,
    score: text === '' ? 0 : eastScore(encoding, text, share),
  }));
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0];
  return best && best.score > 0.6
    ? { encoding: best.encoding, sure: best.score - (scored[1]?.score ?? 0) > 0.1 }
    : null;
}

function eastScore(encoding: string, text: string, share: (text: string, part: RegExp) => number): number {
  const common = share(text, /[\u3000-\u303F\uFF01-\uFF5E]/g);
  const han = share(text, /\p{Script=Han}/gu);
  if (encoding === 'shift_jis' || encoding === 'euc-jp') {
    const kana = share(text, /[\u3041-\u30FF]/g);
    return kana < 0.15 ? 0 : kana + common + 0.9 * han;
  }
  const hangul = share(text, /[\uAC00-\uD7A3]/g);
  if (encoding === 'euc-kr') return hangul + common;
  if (encoding.startsWith('utf-16')) {
    const kana = share(text, /[\u3041-\u30FF]/g);
    const chinese = Math.max(commonHan('gb18030', text), commonHan('big5', text));
    return hangul + common + (kana > 0.15 ? kana + 0.9 * han : chinese * han);
  }
  return commonHan(encoding, text) * han + common;
}

/** Both Chinese sets list their common characters first: the share of these among the Han characters. */
function commonHan(encoding: string, text: string): number {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  if (han.length === 0) return 0;
  const common = han.filter((one) => (encoding === 'big5' ? TRADITIONAL : SIMPLIFIED).has(one)).length;
  return Math.min(1, (common / han.length) * 2);
}

const SIMPLIFIED = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取完举',
);
const TRADITIONAL = new Set(
  '的一是不了人我在有他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對著事其里所去行過家十用發天如然作方成者多日都三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從動長現本間些樣已回手理文明因力氣新點重意使社高期四',
);

/** How well a text reads as Cyrillic prose: 1 is perfect. Capitals inside words and stray signs count against it. */
function cyrillicScore(text: string): number {
  return Math.max(...CYRILLIC.map((language) => alphabetScore(text, language, true)));
}

function latinScore(text: string): number {
  return Math.max(...LATIN.map((language) => alphabetScore(text, language, false)));
}

/** A few letters of another script are more likely ones of the scripts above. */
function scriptScore(text: string, language: Language): number {
  const few = (text.match(/[^\0-\x7f\P{L}]/gu)?.length ?? 0) < 8;
  return alphabetScore(text, language, true) - (few ? 0.2 : 0);
}

/** Words of Latin writing have letters of ASCII in them too. */
const ALL_BEYOND = /(?<![\p{L}\p{M}])[^\0-\x7f\P{L}]{2,}(?![\p{L}\p{M}])/gu;

/** Letters that only end words. */
const ENDING = /[ςךםןףץ]/;
const TYPOGRAPHY = new Set('«»“”„‘’‚–—…№§©°\u00A0·•€£');

function alphabetScore(text: string, language: Language, whole: boolean): number {
  let seen = 0;
  let good = 0;
  let last = ' ';
  for (const char of text) {
    if (char > '\u007f') {
      seen++;
      good += charScore(char, last, language, whole);
    } else if (last > '\u007f' && /\p{L}/u.test(last)) {
      if (whole ? /[A-Za-z]/.test(char) : /[A-Z]/.test(char) && last === last.toLowerCase()) good -= 0.5;
    }
    last = char;
  }
  if (seen === 0) return 0;
  if (!whole) for (const word of text.match(ALL_BEYOND) ?? []) good -= 0.5 * word.length;
  const words = text.toLowerCase().match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  const known = words.filter((word) => language.words.has(word)).length;
  const soundless = language.vowels === '' ? 0 : lackOfVowels(text, language.vowels);
  return (
    0.75 * (good / seen) + 0.5 * Math.min(0.5, words.length === 0 ? 0 : known / words.length) - soundless
  );
}

/** By how much the share of vowels is below that of any language: all letters of one case may be others of the other. */
function lackOfVowels(text: string, vowels: string): number {
  const letters = Array.from(text.toLowerCase().match(/[^\0-\x7f\P{L}]/gu) ?? []);
  if (letters.length < 8) return 0;
  const found = letters.filter((letter) => vowels.includes(letter)).length;
  return Math.max(0, 0.32 - found / letters.length);
}

function charScore(char: string, last: string, language: Language, whole: boolean): number {
  const lower = char.toLowerCase();
  const rank = language.letters.indexOf(lower);
  const inWord = /\p{L}/u.test(last);
  if (rank >= 0) {
    if (whole && /[A-Za-z]/.test(last)) return -1;
    // where the whole text is in these letters, rare ones should be rare
    const fits = whole ? 1.15 - (0.5 * rank) / language.letters.length : 1;
    if (char === lower) return inWord && ENDING.test(last) ? -1 : fits;
    if (!inWord) return 0.7;
    // words in capitals are as likely as others, but capitals inside of words are not
    return last === last.toLowerCase() ? -1 : fits - 0.1;
  }
  if (TYPOGRAPHY.has(char))
    return inWord && char !== '’' && char !== '\u00A0' && !/[»”…—–]/.test(char) ? -0.5 : 0.6;
  if (/\p{L}/u.test(char)) return -0.6;
  return -1;
}
