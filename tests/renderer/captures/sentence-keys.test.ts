import { expect, test } from 'vitest';
import { sentenceFinder, spanAfterKey } from '../../../src-renderer/captures/sentence-keys.ts';

const TEXT = 'The dam held. Then the river rose. Nobody was told.\nThe sirens came late.';
const sentences = sentenceFinder(TEXT);

/** The words that are selected after each of the keys in turn. */
function after(...keys: string[]): string | undefined {
  let span: { start: number; end: number } | undefined;
  for (const chord of keys) {
    const parts = chord.split('+');
    span =
      spanAfterKey(
        {
          key: parts.at(-1)!,
          shiftKey: parts.includes('Shift'),
          altKey: parts.includes('Alt'),
          ctrlKey: parts.includes('Ctrl'),
          metaKey: false,
        },
        span,
        TEXT,
        sentences,
      ) ?? span;
  }
  return span && TEXT.slice(span.start, span.end);
}

test('down and up go by sentence', () => {
  expect(after('ArrowDown')).toBe('The dam held.');
  expect(after('ArrowDown', 'ArrowDown')).toBe('Then the river rose.');
  expect(after('ArrowDown', 'ArrowDown', 'ArrowUp')).toBe('The dam held.');
  expect(after('ArrowDown', 'ArrowUp')).toBe('The dam held.');
});

test('Shift widens and narrows by sentence', () => {
  expect(after('ArrowDown', 'Shift+ArrowDown')).toBe('The dam held. Then the river rose.');
  expect(after('ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp')).toBe('The dam held.');
});

test('Shift moves the end by word, Alt and Shift the start', () => {
  expect(after('ArrowDown', 'Shift+ArrowRight')).toBe('The dam held. Then');
  expect(after('ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowLeft')).toBe('The dam held');
  expect(after('ArrowDown', 'Alt+Shift+ArrowRight')).toBe('dam held.');
  expect(after('ArrowDown', 'ArrowDown', 'Alt+Shift+ArrowLeft')).toBe('held. Then the river rose.');
});

test('other keys are left to the page', () => {
  expect(after('Shift+ArrowRight')).toBeUndefined();
  expect(after('Ctrl+ArrowDown')).toBeUndefined();
});
