import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { anchor, describe, findQuote } from '#domain/selector.ts';

const text =
  'The dam broke at dawn. Officials said “nobody was hurt” in the valley.\nAt dawn the dam — built in 1956 — broke; nobody was hurt.';

group('a selector', () => {
  test('keeps 32 units either side and never half a character', () => {
    const foxes = '🦊'.repeat(40);
    const selector = describe(`x${foxes}`, 41, 43);
    expect(selector.exact).toBe('🦊');
    expect(selector.prefix).toBe('🦊'.repeat(16));
    expect(describe(`${foxes}`, 40, 42).prefix.isWellFormed()).toBe(true);
    expect(describe(`${foxes}x`, 40, 41 + 40).suffix.isWellFormed()).toBe(true);
  });
});

group('findQuote', () => {
  test('gives every place, and with context the one that fits', () => {
    expect(findQuote(text, { quote: 'nobody was hurt' })).toHaveLength(2);
    const [only, ...more] = findQuote(text, { quote: 'nobody was hurt', suffix: '.' });
    expect(more).toEqual([]);
    expect(only?.start).toBe(text.lastIndexOf('nobody'));
    expect(findQuote(text, { quote: 'nobody was hurt', prefix: 'said "' })).toHaveLength(1);
    expect(findQuote(text, { quote: 'nobody was hurt', prefix: 'elsewhere' })).toEqual([]);
  });
  test('finds a quote typed with other spaces, dashes and quotation marks; the words stay those of the text', () => {
    const [place] = findQuote(text, {
      quote: 'said "nobody was  hurt" in the valley. At dawn the dam - built',
    });
    expect(text.slice(place!.start, place!.end)).toBe(
      'said “nobody was hurt” in the valley.\nAt dawn the dam — built',
    );
  });
  test('finds nothing in nothing', () => {
    expect(findQuote(text, { quote: ' ' })).toEqual([]);
    expect(findQuote('', { quote: 'a' })).toEqual([]);
  });
  test('always finds again what stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (words, a, b) => {
        const start = a % words.length;
        const end = start + 1 + (b % (words.length - start));
        const { exact, prefix, suffix } = describe(words, start, end);
        fc.pre(exact.trim() !== '' && exact.isWellFormed());
        const places = findQuote(words, { quote: exact, prefix, suffix });
        expect(places.map((place) => place.start)).toContain(start);
      }),
    );
  });
});

group('anchor', () => {
  const at = text.lastIndexOf('nobody was hurt');
  const selector = describe(text, at, at + 15);

  test('is exact where nothing changed', () => {
    expect(anchor(text, selector)).toEqual({ state: 'exact', confidence: 1, start: at, end: at + 15 });
  });
  test('follows its words and tells look-alikes apart by their surroundings', () => {
    const moved = anchor(`A new first line.\n${text}`, selector);
    expect(moved).toMatchObject({ state: 'moved', start: at + 18 });
    expect(moved.confidence).toBeGreaterThan(0.8);
  });
  test('a look-alike at the old position does not win against the place with the old surroundings', () => {
    const filler = 'x'.repeat(at - 1);
    const changed = `${filler} nobody was hurt indeed, so it was said.\n${text}`;
    expect(anchor(changed, selector).start).toBe(changed.lastIndexOf('nobody was hurt'));
    expect(anchor(changed, selector).state).toBe('moved');
  });
  test('is ambiguous where two places fit equally, orphaned where none is left', () => {
    const lonely = { ...selector, prefix: '', suffix: '', start: 5, end: 20 };
    expect(anchor(text, lonely).state).toBe('ambiguous');
    const gone = anchor('All was rewritten.', selector);
    expect(gone).toEqual({ state: 'orphaned', confidence: 0, start: 18, end: 18 });
  });
  test('never takes a short look-alike whose surroundings are all different', () => {
    const five = describe('They found 5 of the boats.', 11, 12);
    expect(anchor('Room 5 was locked, and nobody knew.', five).state).toBe('ambiguous');
  });
});
