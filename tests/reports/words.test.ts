import { describe, expect, it } from 'vitest';
import { REPORT_LANGUAGES, type ReportLanguage } from '#domain/report-options.ts';
import { DEFAULT_SCALE, ratingLabel } from '#domain/scale.ts';
import { AVERITEC_SCALE } from '#domain/scale-mapping.ts';
import { DOSSIER_WORDS } from '#reports/dossier/words.ts';
import { LOSSES } from '#reports/losses.ts';
import { TERMS } from '#reports/terms.ts';
import { WORDS } from '#reports/words.ts';
import { numberText, slavic } from '#reports/words/number.ts';

/** Every phrase with where it stands; functions are asked with words and with numbers. */
function phrases(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const ask = value as (...given: unknown[]) => unknown;
    return [2, 'x'].flatMap((given): [string, string][] => {
      const said = ask(given, given, given);
      return typeof said === 'string' ? [[`${path}(${String(given)})`, said]] : [];
    });
  }
  return Object.entries(value as object).flatMap(([key, part]) => phrases(part, `${path}.${key}`));
}

const BOOKS = { words: WORDS, terms: TERMS, losses: LOSSES, dossier: DOSSIER_WORDS } as const;
/** Phrases that are empty on purpose, and what is the same in every language. */
const EMPTY = '.kind.unknown';

const saidIn = (language: ReportLanguage) =>
  Object.entries(BOOKS).flatMap(([book, all]) => phrases(all[language], book));

describe.each(REPORT_LANGUAGES)('the words of a report in %s', (language) => {
  it('lack nothing', () => {
    const here = saidIn(language);
    expect(here.length).toBeGreaterThan(200);
    expect(here.map(([path]) => path)).toEqual(saidIn('en').map(([path]) => path));
    expect(here.filter(([path, text]) => text.trim() === '' && !path.endsWith(EMPTY))).toEqual([]);
    expect(here.filter(([, text]) => text.includes('undefined'))).toEqual([]);
  });

  it('are in that language', () => {
    const script = language === 'en' ? /\p{Script=Latin}/u : /\p{Script=Cyrillic}/u;
    const foreign = saidIn(language).filter(
      ([path, text]) => text !== '' && !script.test(text) && !path.endsWith(EMPTY),
    );
    expect(foreign).toEqual([]);
    const alphabet = { en: /[a-z]/, ru: /[ыэ]/, kk: /[әғқңөұүһі]/, uk: /[іїєґ]/ }[language];
    expect(saidIn(language).some(([, text]) => alphabet.test(text))).toBe(true);
    const notHere = { en: /[а-я]/i, ru: /[әғқңөұүһіїєґ]/i, kk: /[їєґ]/i, uk: /[ыэёъәғқңөұүһ]/i }[language];
    expect(saidIn(language).filter(([, text]) => notHere.test(text))).toEqual([]);
  });

  it('name every rating that a new project and AVeriTeC have', () => {
    for (const rating of [...DEFAULT_SCALE.ratings, ...AVERITEC_SCALE.ratings]) {
      expect(rating.label[language], rating.id).toBeTruthy();
    }
  });
});

it('knows the words of ratings that an older project has in two languages, unless the team renamed them', () => {
  const [first] = DEFAULT_SCALE.ratings;
  const old = { ...first!, label: { en: 'True', ru: 'Правда' } };
  expect(ratingLabel(old, 'kk')).toBe('Шындық');
  expect(ratingLabel({ ...old, label: { en: 'Correct' } }, 'kk')).toBe('Correct');
});

it('groups numbers and chooses plural forms', () => {
  expect([0, 999, 1_234, 12_345, 1_234_567].map((n) => numberText(n, ','))).toEqual([
    '0',
    '999',
    '1,234',
    '12,345',
    '1,234,567',
  ]);
  expect([1_234, 12_345].map((n) => numberText(n, '\u00A0'))).toEqual(['1234', '12\u00A0345']);
  expect([1, 2, 5, 11, 12, 21, 22, 111].map((n) => slavic(n, 'a', 'b', 'c')).join('')).toBe('abcccabc');
});
