import { expect, test } from 'vitest';
import { en } from '../../src-renderer/i18n/en/index.ts';
import { ru } from '../../src-renderer/i18n/ru/index.ts';

const PLURAL = /_(one|few|many|other)$/;
const phrases = (language: Record<string, Readonly<Record<string, string>>>) =>
  Object.entries(language).flatMap(([area, keys]) =>
    Object.entries(keys).map(([key, text]) => ({ key: `${area}.${key}`, text })),
  );
const stems = (language: Record<string, Readonly<Record<string, string>>>) =>
  new Set(phrases(language).map(({ key }) => key.replace(PLURAL, '')));
const holes = (text: string) => new Set(text.match(/\{\{\w+\}\}/g));

test('both languages say the same things', () => {
  expect([...stems(ru)].toSorted()).toEqual([...stems(en)].toSorted());
});

test('a phrase has the same holes in both languages', () => {
  const russian = new Map(phrases(ru).map(({ key, text }) => [key, text]));
  const different = phrases(en).filter(({ key, text }) => {
    const other = russian.get(key);
    // English may leave the number out of "one article"; Russian says it.
    return (
      other !== undefined && !key.endsWith('_one') && holes(text).symmetricDifference(holes(other)).size > 0
    );
  });
  expect(different).toEqual([]);
});

test('no phrase is empty and none is left in English', () => {
  expect([...phrases(en), ...phrases(ru)].filter(({ text }) => text.trim() === '')).toEqual([]);
  const english = new Map(phrases(en).map(({ key, text }) => [key, text]));
  const NAMES =
    /Assay|HTML|Markdown|CSV|DOI|URL|PDF|BibTeX|RIS|CSL-JSON|SHA-256|JSON|LD|English|Русский|Қазақша|Українська|APA|MLA|AVeriTeC|ClaimReview|JSON-LD|Web Annotation|W3C|REFI-QDA|Hypothesis|\{\{\w+\}\}/g;
  expect(
    phrases(ru).filter(
      ({ key, text }) => text === english.get(key) && /\p{L}/u.test(text.replaceAll(NAMES, '')),
    ),
  ).toEqual([]);
});
