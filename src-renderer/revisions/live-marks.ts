import type { Editor } from '@tiptap/core';
import { follow } from '#domain/anchor/follow.ts';
import { flatten } from '#domain/flat-text.ts';
import { describe } from '#domain/selector.ts';
import type { ArticleDocument } from '#domain/document.ts';
import type { Mark } from '#contract/nouns.ts';
import { setMarks } from '../editor/claim-layer.ts';
import { countStates, type Counts } from './follow-counts.ts';

/** The text that is being corrected, and the marks on it before anything was typed. */
export type Baseline = { readonly text: string; readonly marks: readonly Mark[] };

/**
 * Draws the marks where the corrected text has them now. While keys are pressed the layer only moves them; this looks
 * at the words again, so that a mark whose words were cut comes back when they are pasted or the cut is undone.
 */
export function placeMarks(editor: Editor, { text, marks }: Baseline): Counts {
  const flat = flatten(editor.getJSON() as ArticleDocument);
  const anchors = follow(
    text,
    flat.text,
    marks.map(({ start, end }) => describe(text, start, end)),
  );
  const rows = marks.flatMap((mark, n): Mark[] => {
    const { state, start, end } = anchors[n]!;
    return end > start ? [{ ...mark, state, start, end }] : [];
  });
  setMarks(editor.view, rows, flat.positionAt);
  // what was not in its place on the text that is corrected is not surer now
  return countStates(
    anchors.map(({ state }, n) => (state === 'exact' ? { state: marks[n]!.state } : { state })),
  );
}
