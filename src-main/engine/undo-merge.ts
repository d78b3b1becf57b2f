import { CallError } from '#contract/error.ts';
import { inverseOfMerge, markUndone } from '#store/merges.ts';
import { oneAfterAnother } from '#store/undo.ts';
import { act, writeOf, type Session } from './session.ts';

/** Takes a merge back in one step: by an act with the inverse changes, and by more where values disagreed before it. */
export function undoMerge(session: Session, given: string): { act: { hash: string; summary: string } } {
  const db = writeOf(session);
  const merges = db.all<{ id: string; acts: number; undone: string | null }>(
    `select id, acts, undone from merge where id = ? or id like replace(replace(?, '%', ''), '_', '') || '%' limit 2`,
    given,
    given,
  );
  const [merge] = merges;
  if (!merge) throw new CallError('not-found', `There is no merge ${given} in this file.`);
  if (merges.length > 1 && merge.id !== given)
    throw new CallError('ambiguous', `Several merges begin with ${given}; write more of the id.`);
  if (merge.undone !== null) throw new CallError('nothing-to-undo', 'This merge is taken back already.');
  const changes = inverseOfMerge(db, merge.id);
  if (!changes)
    throw new CallError(
      'changed-since',
      'Somebody has changed the same things since this merge; undoing it would lose their changes.',
    );
  const hash = db.together(() => {
    const done = oneAfterAnother(changes)
      .map((some) => act(session, 'undoMerge', some, merge.id))
      .at(-1)!;
    markUndone(db, merge.id, done);
    return done;
  });
  session.say({ kind: 'changed', tables: ['merge'] });
  return { act: { hash, summary: `Undid a merge of ${merge.acts} ${merge.acts === 1 ? 'act' : 'acts'}` } };
}
