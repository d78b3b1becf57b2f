import { describe as group, expect, test } from 'vitest';
import { findAgain } from '#domain/anchor/find-again.ts';
import { follow, followPoints } from '#domain/anchor/follow.ts';
import { describe } from '#domain/selector.ts';

const BEFORE = [
  'The dam broke at dawn on Monday, the council said. Nine people were missing.',
  'Engineers had warned of it for years; nobody repaired the western gate.',
  'In the lower town forty houses stood under water until the evening.',
  'The minister promised an inquiry. Nobody repaired the western gate, a neighbour said.',
].join('\n');

const quote = (words: string, from = 0) => {
  const start = BEFORE.indexOf(words, from);
  return describe(BEFORE, start, start + words.length);
};
const followed = (after: string, words: string, from = 0) => {
  const [anchor] = follow(BEFORE, after, [quote(words, from)]);
  return { ...anchor!, words: after.slice(anchor!.start, anchor!.end) };
};

group('with the old text', () => {
  test('exact: the very words at the place where they must be, wherever that has gone', () => {
    const after = `A new paragraph.\n${BEFORE.replace('for years', 'for eleven years')}`;
    expect(followed(after, 'Nine people were missing')).toMatchObject({
      state: 'exact',
      words: 'Nine people were missing',
    });
    expect(followed(after, 'Nine people were missing').confidence).toBeGreaterThanOrEqual(0.9);
  });

  test('moved: a text set in capitals, or out of them, keeps its marks; the same words in a text of its own do not', () => {
    expect(followed(`NEW.\n${BEFORE.toUpperCase()}`, 'Nine people were missing')).toMatchObject({
      state: 'moved',
      words: 'NINE PEOPLE WERE MISSING',
    });
    expect(followed(BEFORE.toLowerCase(), 'dawn on Monday')).toMatchObject({
      state: 'moved',
      words: 'dawn on monday',
    });
    expect(followed('CATS SLEEP ALL DAY. NOBODY KNOWS WHY.', 'Nine people were missing').state).toBe(
      'orphaned',
    );
  });

  test('moved: a paragraph that went elsewhere takes its marks along', () => {
    const lines = BEFORE.split('\n');
    const after = [lines[1], lines[2], lines[3], lines[0]].join('\n');
    expect(followed(after, 'broke at dawn on Monday, the council said')).toMatchObject({
      words: 'broke at dawn on Monday, the council said',
    });
    expect(['exact', 'moved']).toContain(followed(after, 'broke at dawn').state);
  });

  test('moved: changed words inside, with the bounds of what they became', () => {
    const after = BEFORE.replace('Nine people were missing', 'Some ten people are still missing');
    const anchor = followed(after, 'people were missing');
    expect(anchor).toMatchObject({ state: 'moved', words: 'people are still missing' });
    const typo = followed(BEFORE.replace('forty houses', 'fourty houses'), 'forty houses stood under water');
    expect(typo).toMatchObject({ state: 'moved', words: 'fourty houses stood under water' });
    expect(typo.confidence).toBeGreaterThanOrEqual(0.9);
  });

  test('orphaned: a deleted sentence never jumps to its look-alike, which is only shown', () => {
    const after = BEFORE.replace('; nobody repaired the western gate', '');
    const first = followed(after, 'obody repaired the western gate');
    expect(first).toMatchObject({ state: 'orphaned', confidence: 0 });
    expect(first.start).toBe(first.end);
    expect(first.candidates).toHaveLength(1);
    const second = followed(after, 'Nobody repaired the western gate', BEFORE.indexOf('inquiry'));
    expect(second).toMatchObject({ state: 'exact', words: 'Nobody repaired the western gate' });
  });

  test('ambiguous: a doubled passage can be either of the two', () => {
    const line = BEFORE.split('\n')[2]!;
    const anchor = followed(BEFORE.replace(line, `${line}\n${line}`), 'forty houses stood under water');
    expect(anchor.state).toBe('ambiguous');
    expect(anchor.candidates).toHaveLength(2);
  });

  test('ambiguous: a passage that was changed and then doubled', () => {
    const line = BEFORE.split('\n')[0]!;
    const changed = line.replace('at dawn on Monday', 'before noon on Tuesday');
    const anchor = followed(BEFORE.replace(line, `${changed}\n${changed}`), 'Nine people were missing');
    expect(anchor.state).toBe('ambiguous');
    expect(anchor.candidates).toHaveLength(2);
  });

  test('exact: the same words, said again elsewhere in other surroundings, change nothing', () => {
    const after = `${BEFORE}\nOn the radio it was heard again that nine in all were gone: Nine people were missing, they said.`;
    expect(followed(after, 'Nine people were missing').state).toBe('exact');
  });

  test('a passage that was swapped for another one is gone', () => {
    const after = BEFORE.replace(
      'In the lower town forty houses stood under water until the evening.',
      'A spokesman of the ministry would not say in the evening when the report was due.',
    );
    expect(followed(after, 'forty houses stood under water').state).toBe('orphaned');
  });

  test('a mark inside of a word keeps its letters', () => {
    const after = `Und: ${BEFORE}`;
    expect(followed(after, 'ouncil')).toMatchObject({ state: 'exact', words: 'ouncil' });
  });

  test('an empty new text orphans everything', () => {
    expect(followed('', 'Nine people were missing')).toMatchObject({ state: 'orphaned', start: 0, end: 0 });
  });
});

test('points, such as the beginnings of pages, keep their order and their words', () => {
  const points = BEFORE.split('\n').map((line) => BEFORE.indexOf(line));
  const after = `One more line.\n${BEFORE.replace('Engineers had warned', 'They warned')}`;
  const moved = followPoints(BEFORE, after, points);
  expect(moved.map((at) => after.slice(at, at + 6))).toEqual(['The da', 'warned', 'In the', 'The mi']);
  expect(followPoints(BEFORE, BEFORE, points)).toEqual(points);
});

group('with selectors alone', () => {
  const found = (after: string, words: string, from = 0) => {
    const [anchor] = findAgain(after, [quote(words, from)]);
    return { ...anchor!, words: after.slice(anchor!.start, anchor!.end) };
  };

  test('finds changed words by what stands around them, and their true bounds', () => {
    const after = BEFORE.replace('Nine people were missing', 'Nine peple were still missing');
    expect(found(after, 'Nine people were missing')).toMatchObject({
      state: 'moved',
      words: 'Nine peple were still missing',
    });
  });

  test('context tells two like sentences apart; without it they are ambiguous', () => {
    const after = `A line more.\n${BEFORE}`;
    const second = BEFORE.indexOf('Nobody repaired');
    expect(found(after, 'obody repaired the western gate', second)).toMatchObject({
      state: 'moved',
      start: second + 14,
    });
    const bare = { ...quote('obody repaired the western gate'), prefix: '', suffix: '', start: 1, end: 2 };
    const [anchor] = findAgain(after, [bare]);
    expect(anchor!.state).toBe('ambiguous');
    expect(anchor!.candidates).toHaveLength(2);
  });

  test('the very words in quite other surroundings are offered, not taken', () => {
    const other = 'Elsewhere and long ago nobody repaired the western gate because it was never built.';
    const [anchor] = findAgain(other, [quote('nobody repaired the western gate')]);
    expect(anchor!.state).toBe('ambiguous');
  });

  test('without any context a long quote that stands once is taken', () => {
    const bare = { ...quote('forty houses stood under water'), prefix: '', suffix: '', start: 0, end: 0 };
    expect(findAgain(BEFORE, [bare])[0]).toMatchObject({ state: 'moved', start: BEFORE.indexOf('forty') });
  });
});
