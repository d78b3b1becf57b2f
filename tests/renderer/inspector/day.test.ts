import { expect, test } from 'vitest';
import { dayOf, refuseDay } from '../../../src-renderer/inspector/day.ts';

test.each(['', '2022', '2022-01', '2022-12-31'])('%j is a date', (text) => {
  expect(refuseDay(text, 'why')).toBeUndefined();
});

test.each(['22', '2022-13', '2022-00-01', '2022-01-32', '31.01.2022', 'May'])('%j is none', (text) => {
  expect(refuseDay(text, 'why')).toBe('why');
});

test('the day of a moment is the reader’s own', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
