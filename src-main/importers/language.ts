import { franc } from 'franc-min';
import { languageOfSpan, languageRuns } from '#domain/languages-of-text.ts';

/** franc's three-letter names of the languages that Assay proposes, by script. */
const CYRILLIC: Readonly<Record<string, string>> = {
  rus: 'ru',
  ukr: 'uk',
  kaz: 'kk',
  bel: 'be',
  bul: 'bg',
  srp: 'sr',
  kir: 'ky',
  tgk: 'tg',
};
const LATIN: Readonly<Record<string, string>> = {
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  pol: 'pl',
  ces: 'cs',
  swe: 'sv',
  ron: 'ro',
  hun: 'hu',
  tur: 'tr',
  uzn: 'uz',
  azj: 'az',
};
const BY_SCRIPT: readonly { script: RegExp; language: string }[] = [
  { script: /\p{Script=Greek}/gu, language: 'el' },
  { script: /\p{Script=Hebrew}/gu, language: 'he' },
  { script: /\p{Script=Arabic}/gu, language: 'ar' },
  { script: /[\u3041-\u30FF]/g, language: 'ja' },
  { script: /\p{Script=Hangul}/gu, language: 'ko' },
  { script: /\p{Script=Thai}/gu, language: 'th' },
  { script: /\p{Script=Han}/gu, language: 'zh' },
];

const SAMPLE = 20_000;

/**
 * Proposes the language of a text as BCP 47; '' where it cannot be told.
 * @param declared what the file says; believed where the text is too short to contradict it
 */
export function languageOf(text: string, declared = ''): string {
  const stated = /^[a-z]{2,3}(?=-|_|$)/i.exec(declared.trim())?.[0].toLowerCase() ?? '';
  const sample = text.slice(0, SAMPLE).replaceAll(/https?:\/\/\S+/g, ' ');
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  const other = BY_SCRIPT.find(
    ({ script }) => count(script) > Math.max(cyrillic, latin) / 2 && count(script) > 8,
  );
  const letters = Math.max(cyrillic, latin);
  if (other) return stated || other.language;
  if (letters < 12) return stated;

  const heard = cyrillic > latin ? cyrillicLanguage(sample, cyrillic) : latinLanguage(sample);
  if (stated === '' || heard === '') return stated || heard;
  const statedScript = Object.values(CYRILLIC).includes(stated) ? 'cyrillic' : 'latin';
  const fits = statedScript === (cyrillic > latin ? 'cyrillic' : 'latin');
  return fits && letters < 500 ? stated : heard;
}

/** Letters that only one of the languages writes tell more than any statistics. */
function cyrillicLanguage(sample: string, letters: number): string {
  // by its passages first: a Russian article that quotes Kazakh has Kazakh letters
  const most = languageOfSpan(languageRuns(sample), 0, sample.length);
  if (most === 'ru' || most === 'kk' || most === 'uk') return most;
  const share = (pattern: RegExp) => (sample.match(pattern)?.length ?? 0) / letters;
  if (share(/[әғқұһ]/gi) > 0.004) return 'kk';
  if (share(/[ўЎ]/g) > 0.004) return 'be';
  if (share(/[їєґ]/gi) > 0.004) return 'uk';
  if (share(/[ђјљњћџ]/gi) > 0.01) return 'sr';
  if (share(/[ыэё]/gi) > 0.008 && share(/[іңөү]/gi) < 0.004) return 'ru';
  // the statistics mistake short Russian for Bulgarian, so that must show its own letter
  const others = [
    ...(share(/ъ/gi) > 0.008 && share(/[ыэ]/gi) === 0 ? ['bul'] : []),
    ...(share(/[ңөү]/gi) > 0.004 ? ['kir'] : []),
    ...(share(/[ӣӯҷҳ]/gi) > 0.004 ? ['tgk'] : []),
  ];
  return CYRILLIC[franc(sample, { only: ['rus', 'ukr', 'kaz', 'bel', ...others], minLength: 10 })] ?? '';
}

function latinLanguage(sample: string): string {
  return LATIN[franc(sample, { only: Object.keys(LATIN), minLength: 10 })] ?? '';
}
