import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RATING_PHRASES } from '#domain/rating-phrases.ts';
import { isNameOfRating, publishedRating, ratingFromWords, ratingKey } from '#domain/rating-words.ts';
import { OWN_WORDS_SCALE } from '#domain/reviews.ts';
import { DEFAULT_SCALE } from '#domain/scale.ts';
import { mapRating } from '#domain/scale-mapping.ts';
import { BUILT_IN_SCALES } from '#domain/scales.ts';
import { hasShared, sharedAt } from '../support/shared.ts';

const SAID: readonly (readonly [string, readonly string[]])[] = [
  [
    'true',
    [
      'Yes.',
      'Verdict: Correct',
      'A',
      'It is not a hoax',
      'She did say that',
      'Это действительно правда',
      'Es cierto.',
    ],
  ],
  [
    'mostly-true',
    ['Roughly correct', 'B+', 'The total is technically correct. However, most of it was spent earlier.'],
  ],
  [
    'half-true',
    ['C', '2 Pinocchios', 'Some of them are true, others are not', 'Not entirely accurate', 'Частично верно'],
  ],
  ['mostly-false', ['Three and a half Pinocchios', 'D-']],
  [
    'false',
    [
      'The claim is FALSE',
      'F',
      '4 Pinocchios',
      'Not the mayor',
      'Bridge in Norway, not Sweden',
      'The ministry never said so',
      'Doctored',
      'The bill would not close a single school',
      'Fasle',
      '3 [false]',
      'Правительство не принимало такого закона',
      'Das hat sie nie gesagt',
      'यह दावा गलत है',
      'Бұл ақпарат шындыққа жанаспайды',
    ],
  ],
  [
    'misleading',
    [
      'Six-year-old photo',
      'Old footage of a flood',
      'Mis-labelled chart',
      'The clip is from a film',
      'Missleading',
      'Вырвано из контекста',
    ],
  ],
  [
    'unproven',
    [
      'No proof so far',
      'We could not confirm this',
      'Still unclear',
      'More research is needed',
      'Не найдено никаких доказательств',
      'Dowodów brak: nie ma żadnych dowodów',
    ],
  ],
];

it.each(SAID.flatMap(([rating, all]) => all.map((words) => [words, rating] as const)))(
  'reads “%s” as %s',
  (words, rating) => {
    expect(ratingFromWords(words)?.rating).toBe(rating);
  },
);

it.each(['The lake', 'Routine visit', 'Oslo 2011', 'Bees make honey.', '3', '4/5', 'Nuclear'])(
  'guesses nothing from “%s”',
  (words) => {
    expect(ratingFromWords(words)).toBeUndefined();
    expect(publishedRating(words)).toMatchObject({ scale: OWN_WORDS_SCALE, how: 'own-words' });
  },
);

it('gives every phrase one rating, whatever its case, accents and signs', () => {
  const seen = new Map<string, string>();
  for (const [core, phrases] of Object.entries(RATING_PHRASES)) {
    for (const phrase of phrases) {
      const key = ratingKey(phrase);
      expect([phrase, seen.get(key) ?? core]).toEqual([phrase, core]);
      seen.set(key, core);
    }
  }
  const all = [...seen.keys()];
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.constantFrom('', '.', '!', ' …', '"'), (phrase, sign) => {
      expect(ratingFromWords(`${sign}${phrase.toLocaleUpperCase('en')}${sign}`)).toMatchObject({
        how: 'exact',
      });
    }),
    { numRuns: 200 },
  );
});

it('gives any words a rating of a scale that exists', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (words) => {
      const { scale, rating } = publishedRating(words);
      const known = BUILT_IN_SCALES.find(({ id }) => id === scale);
      expect(known?.ratings.some(({ id }) => id === rating)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('knows when words are only the name of their rating', () => {
  expect(isNameOfRating('HALF TRUE', publishedRating('HALF TRUE'))).toBe(true);
  expect(isNameOfRating('Mixture of both', publishedRating('Mixture of both'))).toBe(false);
});

it('maps words that are no rating onto no rating of another scale', () => {
  const own = BUILT_IN_SCALES.find(({ id }) => id === OWN_WORDS_SCALE)!;
  expect(mapRating(own.ratings[0]!, DEFAULT_SCALE)).toBeUndefined();
});

it.skipIf(!hasShared)('finds the rating in what newsrooms publish, and lists the words without one', () => {
  const rows = readFileSync(sharedAt('data/ratings/verdict-strings.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as [string, string]);
  const found = rows.filter(
    ([, words]) => ratingFromWords(words.replaceAll('\\n', '\n').replaceAll('\\r', '\r')) !== undefined,
  );
  const checks = (list: typeof rows) => list.reduce((n, [count]) => n + Number(count), 0);
  const rest = rows.filter((row) => !found.includes(row));
  process.stderr.write(
    `verdict strings: ${found.length} of ${rows.length} have a rating, in ${checks(found)} of ${checks(rows)} checks; in their own words: ${rest.map(([, words]) => words.slice(0, 40)).join(' | ')}\n`,
  );
  expect(found.length / rows.length).toBeGreaterThan(0.88);
  expect(checks(found) / checks(rows)).toBeGreaterThan(0.98);
});
