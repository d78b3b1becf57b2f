import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradicts, quantityKey, sameQuantity, type Quantity } from '#domain/quantities/quantity.ts';
import { quantitiesIn } from '#domain/quantities/quantities.ts';
import { CASES } from './cases.ts';

function told({ kind, value, to, unit }: Quantity): string {
  return [kind, to === undefined ? value : `${value}..${to}`, unit].filter((part) => part !== '').join(' ');
}

const all = Object.entries(CASES).flatMap(([language, cases]) =>
  cases.map(([text, ...found]) => ({ language, text, found })),
);

describe('numbers and dates', () => {
  test.each(all)('$language: $text', ({ language, text, found }) => {
    const read = quantitiesIn(text, language);
    expect(read.map(told)).toEqual(found);
    for (const one of read) {
      const words = text.slice(one.start, one.end);
      expect(words).toBe(words.trim());
      expect(words).not.toMatch(/[,;:!?]$/);
    }
  });

  test('there are enough cases, and in all the languages', () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
    for (const cases of Object.values(CASES)) expect(cases.length).toBeGreaterThanOrEqual(25);
  });

  test('a passage in another language is read in its own', () => {
    const text = 'He wrote: «Погибли двести двадцать пять человек 4 января 2022 года», and 1,200 were hurt.';
    const read = quantitiesIn(text, 'en');
    expect(read.map(told)).toEqual(['measure 225 person', 'date 2022-01-04', 'number 1200']);
    expect(read.map((one) => one.language)).toEqual(['ru', 'ru', 'en']);
    expect(text.slice(read[0]!.start, read[0]!.end)).toBe('двести двадцать пять человек');
    expect(text.slice(read[1]!.start, read[1]!.end)).toBe('4 января 2022 года');
  });

  test('any text is read without a fault, in order, each inside its line', () => {
    const unit = fc.constantFrom(
      ...'0 1 2 9 . , : - – / % $ € № ½ ( ) [ ]'.split(' '),
      ' ',
      '\n',
      '\u00A0',
      ...' January| May| января| січня| қаңтар| млн| мың| three| hundred| сто| жүз| года| жылғы|км|th|a |\uD800'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 40 }),
        fc.constantFrom('', 'en', 'ru', 'uk', 'kk', 'de'),
        (text, language) => {
          let end = 0;
          for (const one of quantitiesIn(text, language)) {
            expect(one.start).toBeGreaterThanOrEqual(end);
            expect(one.end).toBeGreaterThan(one.start);
            expect(one.end).toBeLessThanOrEqual(text.length);
            const words = text.slice(one.start, one.end);
            expect(words).not.toContain('\n');
            expect(String(one.value)).toMatch(
              /^(-?\d+(\.\d+)?(e[+-]\d+)?|\d{4}(-\d\d(-\d\d)?)?|--\d\d-\d\d|\d{3}X|\d\d:\d\d)$/,
            );
            end = one.end;
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('whole numbers are read back from their figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        const grouped = value.toLocaleString('en');
        const spaced = value.toLocaleString('ru');
        for (const [text, language] of [
          [`It was ${grouped} apples.`, 'en'],
          [`Было ${spaced} яблок.`, 'ru'],
          [`Було ${spaced} яблук.`, 'uk'],
          [`Ол ${spaced} алма.`, 'kk'],
        ] as const) {
          expect(quantitiesIn(text, language).map((one) => Number(one.value))).toEqual([value]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('comparing', () => {
  const one = (text: string, language = 'en') => quantitiesIn(text, language)[0]!;
  test('the same amount or day in two languages is the same', () => {
    expect(sameQuantity(one('225 people'), one('двести двадцать пять человек', 'ru'))).toBe(true);
    expect(sameQuantity(one('January 4, 2022'), one('2022 жылғы 4 қаңтар', 'kk'))).toBe(true);
    expect(sameQuantity(one('January 4, 2022'), one('4 января', 'ru'))).toBe(true);
    expect(quantityKey(one('$5 million'))).toBe(quantityKey(one('5 млн долларов', 'ru')));
    expect(sameQuantity(one('5 km'), one('5 m'))).toBe(false);
  });
  test('other amounts of the same unit contradict; other units, ranges around and dates inside do not', () => {
    expect(contradicts(one('225 people'), one('238 человек', 'ru'))).toBe(true);
    expect(contradicts(one('225 people'), one('200–250 people'))).toBe(false);
    expect(contradicts(one('225 people'), one('225 km'))).toBe(false);
    expect(contradicts(one('225'), one('238'))).toBe(false);
    expect(contradicts(one('January 4, 2022'), one('in 2022'))).toBe(false);
    expect(contradicts(one('January 4, 2022'), one('in 2021'))).toBe(true);
    expect(contradicts(one('January 4, 2022'), one('January 5'))).toBe(true);
    expect(contradicts(one('14:30'), one('15:30'))).toBe(true);
  });
});
