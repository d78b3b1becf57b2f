import { isBoolean, recall, remember } from '../app/remembered.ts';
import { createStore } from '../data/store.ts';

/** Whether a report was ever written from this window: reading leaves no act, so the window remembers it. */
export const hasReported = createStore(recall('has-reported', false, isBoolean));
hasReported.listen(() => remember('has-reported', hasReported.get()));
