import { isBoolean, recall, remember } from '../app/remembered.ts';
import { createStore } from '../data/store.ts';

export const HIDDEN_SHOWN = ['none', 'danger', 'all'] as const;
export type HiddenShown = (typeof HIDDEN_SHOWN)[number];
export const FOCUS_UNITS = ['paragraph', 'sentence'] as const;
export type FocusUnit = (typeof FOCUS_UNITS)[number];

/** How this window shows articles beyond their size and measure. All but the focus mode outlives the window. */
export type ReadingOptions = {
  readonly outline: boolean;
  readonly focus: boolean;
  readonly focusOn: FocusUnit;
  readonly hidden: HiddenShown;
  readonly quantities: boolean;
};

const oneOf =
  <W extends string>(words: readonly W[]) =>
  (value: unknown): value is W =>
    words.some((word) => word === value);

export const readingOptions = createStore<ReadingOptions>({
  outline: recall('outline', false, isBoolean),
  focus: false,
  focusOn: recall('focus-on', 'paragraph', oneOf(FOCUS_UNITS)),
  hidden: recall('hidden-characters', 'danger', oneOf(HIDDEN_SHOWN)),
  quantities: recall('quantities', false, isBoolean),
});

export function read(changes: Partial<ReadingOptions>): void {
  readingOptions.set((now) => ({ ...now, ...changes }));
  const { outline, focusOn, hidden, quantities } = readingOptions.get();
  remember('outline', outline);
  remember('focus-on', focusOn);
  remember('hidden-characters', hidden);
  remember('quantities', quantities);
}
