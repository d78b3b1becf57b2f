import { expect, test } from 'vitest';
import { fuzzyScore } from '../../../src-renderer/app/fuzzy.ts';

test('letters must come in order; an empty query fits everything alike', () => {
  expect(fuzzyScore('vp', 'Verify project')).toBeGreaterThan(0);
  expect(fuzzyScore('pv', 'Verify project')).toBe(0);
  expect(fuzzyScore('', 'Undo')).toBe(fuzzyScore('', 'Verify project'));
});

test('runs and beginnings of words come before scattered letters', () => {
  expect(fuzzyScore('und', 'Undo')).toBeGreaterThan(fuzzyScore('und', 'Mark as unverifiable, decide'));
  expect(fuzzyScore('np', 'Next pane')).toBeGreaterThan(fuzzyScore('np', 'Show the inspector'));
});

test('case and diacritics do not matter', () => {
  expect(fuzzyScore('кафе', 'Кафё')).toBeGreaterThan(0);
  expect(fuzzyScore('CAFE', 'café')).toBeGreaterThan(0);
});
