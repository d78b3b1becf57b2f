import { expect, test } from 'vitest';
import type { Mark } from '#contract/nouns.ts';
import { flatten } from '#domain/flat-text.ts';
import { directionOf, directionOfLanguage, isolated } from '#domain/direction.ts';
import { findAll, fold } from '../../../src-renderer/editor/find.ts';
import {
  claimsPerSection,
  placesPerSection,
  sectionAt,
  sectionsOf,
} from '../../../src-renderer/reading/outline.ts';
import { sharedClaims, stepAmong } from '../../../src-renderer/reading/shared-claims.ts';

const line = (type: string, text: string, level?: number) => ({
  type,
  ...(level === undefined ? {} : { attrs: { level } }),
  content: [{ type: 'text', text }],
});
const mark = (claim: string, start: number, more: Partial<Mark> = {}): Mark => ({
  id: `${claim}-${start}`,
  claim,
  start,
  end: start + 3,
  state: 'exact',
  verifiability: 'verifiable',
  rating: null,
  wording: claim,
  ...more,
});

const { text, blocks } = flatten({
  type: 'doc',
  content: [
    line('paragraph', 'Before all.'),
    line('heading', 'One', 2),
    line('paragraph', 'First text.'),
    line('heading', 'Deeper', 3),
    line('paragraph', 'Second text.'),
  ],
});

test('sections go from heading to heading, the highest first, with what stands before them', () => {
  const sections = sectionsOf(text, blocks);
  expect(sections.map(({ title, depth }) => [title, depth])).toEqual([
    ['', 1],
    ['One', 1],
    ['Deeper', 2],
  ]);
  expect(sectionAt(sections, 0)).toBe(0);
  expect(sectionAt(sections, text.indexOf('Second'))).toBe(2);
  expect(
    sectionsOf('no heading', flatten({ type: 'doc', content: [line('paragraph', 'x')] }).blocks),
  ).toEqual([]);
});

test('claims count once a section, and what is no claim does not count', () => {
  const sections = sectionsOf(text, blocks);
  const first = text.indexOf('First');
  const marks = [
    mark('a', 0),
    mark('a', first),
    mark('a', first + 2),
    mark('b', first, { verifiability: 'not-a-claim' }),
    mark('c', first, { state: 'orphaned' }),
  ];
  expect(claimsPerSection(sections, marks)).toEqual([1, 1, 0]);
  expect(placesPerSection(sections, [{ start: 0 }, { start: 1 }, { start: first }])).toEqual([2, 1, 0]);
});

test('claims in both articles are stepped through round and round', () => {
  const shared = sharedClaims([mark('b', 9), mark('a', 1), mark('x', 2)], [mark('a', 5), mark('b', 6)]);
  expect(shared).toEqual(['a', 'b']);
  expect(stepAmong(shared, null, 1)).toBe('a');
  expect(stepAmong(shared, 'b', 1)).toBe('a');
  expect(stepAmong(shared, 'x', -1)).toBe('b');
  expect(stepAmong([], 'a', 1)).toBeNull();
});

test('finding folds ё, quotes and accents, keeps й apart in either form, and can ask for whole words and case', () => {
  const count = (within: string, words: string, options?: { matchCase: boolean; wholeWords: boolean }) =>
    findAll(fold(within, options?.matchCase), words, options).length;
  expect(count('Ёлка, елка, ЕЛКА', 'ёлка')).toBe(3);
  expect(count('Ёлка, елка, ЕЛКА', 'елка', { matchCase: true, wholeWords: false })).toBe(1);
  expect(count('café cafe\u0301 CAFE', 'cafe')).toBe(3);
  expect(count('май, маи, маи\u0306', 'май')).toBe(2);
  expect(count('за\u0301мок', 'замок')).toBe(1);
  expect(count('п’ять, п\u02BCять', "п'ять")).toBe(2);
  expect(count('the other theme', 'the', { matchCase: false, wholeWords: true })).toBe(1);
  expect(count('«the»', 'the', { matchCase: false, wholeWords: true })).toBe(1);
});

test('the direction is that of the first letter, and a name keeps it to itself', () => {
  expect(directionOf('12: שלום')).toBe('rtl');
  expect(directionOf('«Да»')).toBe('ltr');
  expect(directionOf('12')).toBeUndefined();
  expect(directionOfLanguage('fa-IR')).toBe('rtl');
  expect(directionOfLanguage('')).toBeUndefined();
  expect(isolated('Orlen')).toBe('Orlen');
  expect(isolated('שלום')).toBe('\u2068שלום\u2069');
  expect(isolated('a\u202Eb')).toBe('\u2068a\u202Eb\u202C\u2069');
  expect(isolated('a\u2069b\u2067c')).toBe('\u2068ab\u2067c\u2069\u2069');
});
