import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '#contract/nouns.ts';
import { lanesOf } from '../../../src-renderer/editor/claim-look.ts';
import { inReadingOrder, nextAtPlace, occurrenceBeside } from '../../../src-renderer/editor/claim-walk.ts';
import { findAll, fold } from '../../../src-renderer/editor/find.ts';
import { targetOf, trimmed } from '../../../src-renderer/editor/marking.ts';
import {
  coverageOf,
  gapsOf,
  nextUnjudged,
  sentenceAt,
  sentenceBeside,
} from '../../../src-renderer/editor/triage.ts';

const mark = (id: string, start: number, end: number, more: Partial<Mark> = {}): Mark => ({
  id,
  claim: `claim-${id}`,
  start,
  end,
  state: 'exact',
  verifiability: 'verifiable',
  rating: null,
  wording: id,
  ...more,
});

const TEXT = 'One is here. Two is there.\nThree ends.';
const SENTENCES = [0, 12, 13, 26, 27, 38];

describe('sentences', () => {
  test('one is found inside, right behind its end and in the gap before it', () => {
    expect(sentenceAt(SENTENCES, 5)).toEqual({ start: 0, end: 12 });
    expect(sentenceAt(SENTENCES, 12)).toEqual({ start: 0, end: 12 });
    expect(sentenceAt(SENTENCES, 13)).toEqual({ start: 13, end: 26 });
    expect(sentenceAt(SENTENCES, 38)).toEqual({ start: 27, end: 38 });
    expect(sentenceAt([], 3)).toBeUndefined();
  });

  test('next and previous visit each once, from a caret and from a selected sentence', () => {
    const first = sentenceBeside(SENTENCES, { start: 5, end: 5 }, 1);
    expect(first).toEqual({ start: 13, end: 26 });
    const second = sentenceBeside(SENTENCES, first!, 1);
    expect(second).toEqual({ start: 27, end: 38 });
    expect(sentenceBeside(SENTENCES, second!, 1)).toBeUndefined();
    expect(sentenceBeside(SENTENCES, second!, -1)).toEqual(first);
    expect(sentenceBeside(SENTENCES, { start: 0, end: 12 }, -1)).toBeUndefined();
  });

  test('coverage counts what some occurrence touches, and orphans touch nothing', () => {
    const marks = [mark('a', 10, 14), mark('lost', 30, 35, { state: 'orphaned' })];
    const coverage = coverageOf(SENTENCES, marks);
    expect([...coverage.judged]).toEqual([1, 1, 0]);
    expect(coverage.done).toBe(2);
    expect(gapsOf(SENTENCES, coverage)).toEqual([{ start: 27, end: 38 }]);
    expect(nextUnjudged(SENTENCES, coverage, 0)).toEqual({ start: 27, end: 38 });
    const all = coverageOf(SENTENCES, [mark('all', 0, 38)]);
    expect(nextUnjudged(SENTENCES, all, 0)).toBeUndefined();
  });

  test('the way through the unjudged goes on at the top', () => {
    const coverage = coverageOf(SENTENCES, [mark('last', 27, 38)]);
    expect(nextUnjudged(SENTENCES, coverage, 30)).toEqual({ start: 0, end: 12 });
    expect(nextUnjudged(SENTENCES, coverage, 12)).toEqual({ start: 13, end: 26 });
  });
});

describe('claims', () => {
  const marks = inReadingOrder([mark('c', 20, 25), mark('a', 0, 12), mark('b', 0, 5)]);

  test('follow each other by place, the longer first, and go round', () => {
    expect(marks.map((one) => one.id)).toEqual(['a', 'b', 'c']);
    expect(occurrenceBeside(marks, 'a', 0, 1)?.id).toBe('b');
    expect(occurrenceBeside(marks, 'c', 0, 1)?.id).toBe('a');
    expect(occurrenceBeside(marks, 'a', 0, -1)?.id).toBe('c');
    expect(occurrenceBeside(marks, null, 7, 1)?.id).toBe('c');
    expect(occurrenceBeside(marks, null, 20, -1)?.id).toBe('b');
    expect(occurrenceBeside([], null, 0, 1)).toBeUndefined();
  });

  test('at one place are visited in turn', () => {
    expect(nextAtPlace(marks.slice(0, 2), null)?.id).toBe('a');
    expect(nextAtPlace(marks.slice(0, 2), 'a')?.id).toBe('b');
    expect(nextAtPlace(marks.slice(0, 2), 'b')?.id).toBe('a');
    expect(nextAtPlace([], 'b')).toBeUndefined();
  });

  test('overlapping ones never share a lane while three lanes last', () => {
    const spans = fc
      .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })), { maxLength: 12 })
      .map((many) => many.map(([from, length], row) => ({ row, from, to: from + length })));
    fc.assert(
      fc.property(spans, (all) => {
        const lanes = lanesOf(all);
        const sharing = all.flatMap((a, i) =>
          all.flatMap((b, j) =>
            i < j && lanes[i] === lanes[j] && a.from < b.to && b.from < a.to ? [lanes[i]] : [],
          ),
        );
        expect(sharing.every((lane) => lane === 2)).toBe(true);
      }),
    );
    expect(
      lanesOf(
        [mark('outer', 0, 20), mark('inner', 5, 9)].map((row) => ({ row, from: row.start, to: row.end })),
      ),
    ).toEqual([1, 0]);
  });
});

describe('what a marking key means', () => {
  const situation = { text: TEXT, sentences: SENTENCES, marks: [mark('a', 0, 12)], chosen: undefined };
  const at = (start: number, end = start) => ({ start, end, caret: end });

  test('the selection without its spaces, else the sentence', () => {
    expect(targetOf({ ...situation, selection: at(16, 20) })?.place).toEqual({ start: 17, end: 19 });
    expect(targetOf({ ...situation, selection: at(20) })?.place).toEqual({ start: 13, end: 26 });
    expect(targetOf({ ...situation, selection: at(12, 13) })).toBeUndefined();
    expect(trimmed(' \n ', { start: 0, end: 3 })).toBeUndefined();
  });

  test('the claim that stands there already', () => {
    expect(targetOf({ ...situation, selection: at(0, 13) })).toMatchObject({
      kind: 'claim',
      mark: { id: 'a' },
    });
    const chosen = mark('b', 0, 3);
    expect(targetOf({ ...situation, chosen, selection: at(2) })).toMatchObject({ mark: { id: 'b' } });
    expect(targetOf({ ...situation, chosen, selection: at(20) })).toMatchObject({ kind: 'place' });
  });
});

describe('finding', () => {
  const found = (text: string, words: string) =>
    findAll(fold(text), words).map(({ start, end }) => text.slice(start, end));

  test('takes no account of case, accents, ё and the shape of quotes', () => {
    expect(found('Élysée, ELYSEE, élyse\u0301e', 'elysee')).toEqual(['Élysée', 'ELYSEE', 'élyse\u0301e']);
    expect(found('Ёлка и елка, ещё', 'елка')).toEqual(['Ёлка', 'елка']);
    expect(found('за\u0301мок', 'замок')).toEqual(['за\u0301мок']);
    expect(found('мой и мои', 'мои')).toEqual(['мои']);
    expect(found('«Да» и "да"', '"да"')).toEqual(['«Да»', '"да"']);
    expect(found('🦊 fox 🦊', '🦊')).toEqual(['🦊', '🦊']);
    expect(found('anything', '  ')).toEqual([]);
  });

  test('gives places that fold to the words, in order, apart from each other', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'á', 'A', 'b', 'ё', 'е', ' ', 'ß', '🦊'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(letters, letters, (text, words) => {
        let last = 0;
        for (const { start, end } of findAll(fold(text), words)) {
          expect(fold(text.slice(start, end)).text).toBe(fold(words).text);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });
});
