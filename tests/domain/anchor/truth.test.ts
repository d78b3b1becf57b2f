import { readFileSync } from 'node:fs';
import { describe as group, expect, test } from 'vitest';
import { fare, NONE, type Fared } from '../../support/anchored.ts';
import { SCRIPTS, textOf, type Script } from '../../support/edits.ts';
import { sharedPath } from '../../support/shared.ts';

const rounds = Number(process.env['ASSAY_ANCHOR_ROUNDS'] ?? 4);
const PARAGRAPHS = { moved: 6, deleted: 6, inserted: 6 };

function expectHonest(fared: Fared): void {
  expect(fared.wrong).toEqual([]);
  expect(fared.onGone).toEqual([]);
  expect(fared.sureRight / fared.sure, 'right among those given at 0.9 or more').toBeGreaterThanOrEqual(
    0.995,
  );
}

group('against the recorded truth of generated edits', () => {
  test('10,000 quotes at 1, 2, 5 and 10 % edits with paragraphs moved, deleted and inserted: none goes wrong', () => {
    let fared = NONE;
    for (let round = 0; round < rounds; round++) {
      const text = textOf(round + 1, 20_000, round % 2 === 0 ? 'latin' : 'cyrillic');
      [0.01, 0.02, 0.05, 0.1].forEach((rate, n) => {
        const seed = 1_000 * round + n;
        fared = fare(text, { edits: { rate, ...PARAGRAPHS }, seed, quotes: 650, least: 4, most: 40 }, fared);
      });
    }
    expect(fared.quotes).toBe(rounds * 4 * 650);
    expect(fared.gone).toBeGreaterThan(10);
    expectHonest(fared);
    expect(fared.exact / fared.there).toBeGreaterThan(0.985);
    expect(fared.place / fared.there).toBeGreaterThan(0.995);
  });

  test('with selectors alone none goes wrong either', () => {
    let fared = NONE;
    for (let round = 0; round < rounds; round++) {
      const text = textOf(round + 1, 20_000, round % 2 === 0 ? 'latin' : 'cyrillic');
      const edits = { rate: 0.05, ...PARAGRAPHS };
      fared = fare(text, { edits, seed: round, quotes: 500, least: 6, most: 40, alone: true }, fared);
    }
    expectHonest(fared);
    expect(fared.exact / fared.there).toBeGreaterThan(0.97);
  });

  test.for(Object.keys(SCRIPTS) as Script[])('in %s, with the old text and without', (script) => {
    const text = textOf(7, 8_000, script);
    const edits = { rate: 0.05, moved: 3, deleted: 3, inserted: 3 };
    for (const alone of [false, true]) {
      const fared = fare(text, { edits, seed: 3, quotes: 400, least: 8, most: 40, alone });
      expect(fared.wrong).toEqual([]);
      expect(fared.onGone).toEqual([]);
      expect(fared.exact / fared.there).toBeGreaterThan(0.97);
      expect(fared.sureRight / fared.sure).toBeGreaterThan(0.985);
    }
  });
});

const novel = sharedPath('data/long-text/moby-dick.txt');

test.skipIf(!novel)('in a real book of 100,000 words', () => {
  const lines = readFileSync(novel!, 'utf8').replaceAll('\r', '').split('\n');
  const text = lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
    .slice(0, 560_000);
  let fared = NONE;
  for (const rate of [0.05])
    fared = fare(
      text,
      {
        edits: { rate, moved: 20, deleted: 20, inserted: 20 },
        seed: rate * 100,
        quotes: 1_000,
        least: 15,
        most: 35,
      },
      fared,
    );
  expectHonest(fared);
  expect(fared.exact / fared.there).toBeGreaterThan(0.98);
  expect(fared.place / fared.there).toBeGreaterThan(0.998);
});
