import { ANCHOR_STATES, type AnchorState } from '#domain/words.ts';
import type { Say } from '../i18n/index.ts';

export type Counts = Readonly<Record<AnchorState, number>>;

export function countStates(anchors: readonly { readonly state: AnchorState }[]): Counts {
  const counts = { exact: 0, moved: 0, ambiguous: 0, orphaned: 0 };
  for (const { state } of anchors) counts[state] += 1;
  return counts;
}

/** “12 in place · 1 moved”; states that nobody has are left out. */
export function sayCounts(say: Say<'revisions'>, counts: Counts): string {
  return ANCHOR_STATES.filter((state) => counts[state] > 0)
    .map((state) => say(`state.${state}`, { count: counts[state] }))
    .join(' · ');
}
