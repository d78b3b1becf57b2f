import { useCallback, useEffect, useRef } from 'react';
import type { Mark } from '#contract/nouns.ts';
import type { Reason, Verifiability } from '#domain/words.ts';
import { useCommand } from '../data/use-call.ts';
import type { Target } from './marking.ts';
import type { Place } from './reader.ts';
import { draftId, type Drafts } from './use-drafts.ts';

export type Judgement = {
  readonly as: Verifiability;
  readonly reason?: Reason | undefined;
  /** When a prediction can be checked: `2027`, `2027-05` or `2027-05-31`. */
  readonly checkableOn?: string | undefined;
};

export type Marking = {
  /** Marks a place or judges its claim anew. Gives the occurrence, or undefined if it could not be done. */
  readonly judge: (target: Target, judgement: Judgement) => Promise<Mark | undefined>;
  /** Marks a place as one more occurrence of a claim, in whatever article that one was chosen. */
  readonly repeat: (place: Place, claim: string) => Promise<{ wording: string } | undefined>;
  /** Gives an occurrence other bounds: drawn at once, written when the keys rest. */
  readonly move: (mark: Mark, to: Place) => void;
  readonly remove: (mark: Mark) => Promise<{ claimRemoved: boolean } | undefined>;
};

const REST_MS = 400;

/** The acts of marking, with their drafts on the screen. Errors are told as toasts. */
export function useMarking(article: string, text: string, drafts: Drafts): Marking {
  const { put, drop, settle } = drafts;
  const markCall = useCommand('mark').run;
  const editClaim = useCommand('editClaim').run;
  const moveOccurrence = useCommand('moveOccurrence').run;
  const removeOccurrence = useCommand('removeOccurrence').run;
  const count = useRef(0);
  const waiting = useRef(new Map<string, { timer: number; write: () => Promise<void> }>());

  /** Writes the moves that still wait for the keys to rest. */
  const writeMoves = useCallback(async () => {
    const moves = [...waiting.current.values()];
    waiting.current.clear();
    for (const { timer } of moves) clearTimeout(timer);
    await Promise.all(moves.map(({ write }) => write()));
  }, []);
  useEffect(() => () => void writeMoves(), [writeMoves]);

  const judge = async (target: Target, judgement: Judgement): Promise<Mark | undefined> => {
    await writeMoves();
    const { as, reason, checkableOn } = judgement;
    if (target.kind === 'claim') {
      const { mark } = target;
      const draft = { ...mark, verifiability: as };
      put(draft);
      const done = await editClaim({
        id: mark.claim,
        verifiability: as,
        reason: reason ?? null,
        ...(as === 'unverifiable' && checkableOn ? { checkableOn } : {}),
      });
      if (done) settle(mark.id, draft);
      else drop(mark.id);
      return done && draft;
    }
    const { start, end } = target.place;
    count.current += 1;
    const id = draftId(count.current);
    const wording = text.slice(start, end);
    const draft: Mark = {
      id,
      claim: id,
      start,
      end,
      state: 'exact',
      verifiability: as,
      rating: null,
      wording,
    };
    put(draft);
    const done = await markCall({
      article,
      start,
      end,
      as,
      ...(reason ? { reason } : {}),
      ...(checkableOn ? { checkableOn } : {}),
    });
    if (!done) {
      drop(id);
      return undefined;
    }
    const made = { ...draft, id: done.occurrence.id, claim: done.claim.id, wording: done.claim.wording };
    settle(id, made);
    return made;
  };

  const repeat = async ({ start, end }: Place, claim: string) => {
    await writeMoves();
    // a claim that is there already keeps its own judgement, whatever is said here
    const done = await markCall({ article, start, end, as: 'undecided', claim });
    return done && { wording: done.claim.wording };
  };

  const move = (mark: Mark, { start, end }: Place) => {
    const draft = { ...mark, start, end };
    put(draft);
    const write = async () => {
      const done = await moveOccurrence({ id: mark.id, start, end });
      if (done) settle(mark.id, { ...draft, state: done.occurrence.state });
      else drop(mark.id);
    };
    const before = waiting.current.get(mark.id);
    if (before) clearTimeout(before.timer);
    const timer = window.setTimeout(() => {
      waiting.current.delete(mark.id);
      void write();
    }, REST_MS);
    waiting.current.set(mark.id, { timer, write });
  };

  const remove = async (mark: Mark) => {
    await writeMoves();
    return removeOccurrence({ id: mark.id });
  };

  return { judge, repeat, move, remove };
}
