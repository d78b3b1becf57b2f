import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference } from '#domain/anchor/difference.ts';
import { findAgain } from '#domain/anchor/find-again.ts';
import { follow } from '#domain/anchor/follow.ts';
import type { Anchored } from '#domain/anchor/states.ts';
import { stretchesOf } from '#domain/anchor/stretches.ts';
import { tokensOf, Vocabulary } from '#domain/anchor/tokens.ts';
import { describe } from '#domain/selector.ts';

const word = fc.constantFrom(
  ...'the dam river Nine людей не было 水坝 قرية 🌊 👩‍🚒 é cafe\u0301 \u0301 \u200D 𝒳 , . “ ” — \n a a\u0308'.split(
    ' ',
  ),
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '', '\n')), { maxLength: 60 })
  .map((words) => words.flat().join(''));

/** Any edit script: pieces cut out, doubled, moved and put in at any offsets, halves of characters never. */
const pair = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), text), { maxLength: 6 }))
  .map(([old, edits]) => {
    let units = Array.from(old);
    for (const [a, b, c, fresh] of edits) {
      const from = units.length === 0 ? 0 : a % units.length;
      const cut = units.splice(from, b % 12);
      const to = units.length === 0 ? 0 : c % units.length;
      if (a % 3 === 0) units.splice(to, 0, ...cut);
      if (a % 3 === 1) units.splice(to, 0, ...cut, ...cut);
      if (c % 2 === 0) units = [...units.slice(0, to), ...Array.from(fresh), ...units.slice(to)];
    }
    return [old, units.join('')] as const;
  });

function expectValid(after: string, exact: string, anchor: Anchored): void {
  const { state, confidence, start, end, candidates } = anchor;
  for (const place of [{ start, end }, ...candidates]) {
    expect(place.start).toBeGreaterThanOrEqual(0);
    expect(place.end).toBeGreaterThanOrEqual(place.start);
    expect(place.end).toBeLessThanOrEqual(after.length);
    expect(after.slice(0, place.start).isWellFormed()).toBe(true);
    expect(after.slice(place.start, place.end).isWellFormed()).toBe(true);
  }
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  const honest = {
    exact: () => after.slice(start, end) === exact && confidence >= 0.6,
    moved: () => end > start && confidence >= 0.6,
    ambiguous: () => candidates.length > 0 && confidence < 0.6,
    orphaned: () => start === end,
  };
  expect(honest[state](), `${state} is honest`).toBe(true);
}

const runs = Number(process.env['ASSAY_ANCHOR_RUNS'] ?? 400);

test('any edit script gives valid bounds, honest states and whole characters, twice the same', () => {
  fc.assert(
    fc.property(pair, fc.nat(), fc.nat(), ([before, after], a, b) => {
      const units = Array.from(before);
      fc.pre(units.length > 0);
      const from = a % units.length;
      const start = units.slice(0, from).join('').length;
      const quote = units.slice(from, from + 1 + (b % (units.length - from))).join('');
      fc.pre(quote.trim() !== '');
      const selector = describe(before, start, start + quote.length);
      const [followed] = follow(before, after, [selector]);
      const [found] = findAgain(after, [selector]);
      expectValid(after, quote, followed!);
      expectValid(after, quote, found!);
      expect(follow(before, after, [selector])).toEqual([followed]);
      expect(follow(before, before, [selector])[0]).toMatchObject({ state: 'exact', confidence: 1, start });
    }),
    { numRuns: runs },
  );
});

test('a difference pairs equal words, in the order of both texts', () => {
  fc.assert(
    fc.property(pair, ([before, after]) => {
      const words = new Vocabulary();
      const [old, fresh] = [tokensOf(before, words), tokensOf(after, words)];
      const { to } = difference(old, fresh);
      let last = -1;
      to.forEach((at, t) => {
        if (at < 0) return;
        expect(at).toBeGreaterThan(last);
        last = at;
        expect(fresh.ids[at]).toBe(old.ids[t]);
      });
    }),
    { numRuns: runs },
  );
});

test('tokens are whole characters and cover all but white space', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (words) => {
      const tokens = tokensOf(words, new Vocabulary());
      let last = 0;
      for (let t = 0; t < tokens.count; t++) {
        expect(words.slice(last, tokens.starts[t]).replaceAll(/[\s\u200B\u2060\uFEFF\u00AD]/g, '')).toBe('');
        expect(words.slice(tokens.starts[t], tokens.ends[t]).isWellFormed()).toBe(words.isWellFormed());
        last = tokens.ends[t]!;
      }
    }),
    { numRuns: runs },
  );
});

test('stretches cover both texts in order, and what is the same is the same', () => {
  fc.assert(
    fc.property(pair, ([before, after]) => {
      let [a, b] = [0, 0];
      for (const { kind, before: old, after: fresh } of stretchesOf(before, after)) {
        expect([old.start, fresh.start]).toEqual([a, b]);
        [a, b] = [old.end, fresh.end];
        const isSame = before.slice(old.start, old.end) === after.slice(fresh.start, fresh.end);
        expect(kind !== 'same' || isSame).toBe(true);
      }
      expect([a, b]).toEqual([before.length, after.length]);
    }),
    { numRuns: runs },
  );
});
