import { useCallback, useMemo, useState } from 'react';
import type { Mark } from '#contract/nouns.ts';

type Draft = { readonly mark: Mark; readonly settled: boolean };

export type Drafts = {
  /** The rows with what was just done drawn over them, before the engine has answered. */
  readonly shown: readonly Mark[];
  readonly put: (mark: Mark) => void;
  readonly drop: (id: string) => void;
  /** The engine has it: the draft goes when the rows come again. */
  readonly settle: (id: string, as: Mark) => void;
};

/** The id of a mark, and of its claim, that only this window knows yet. */
export const draftId = (n: number): string => `draft-${n}`;

/** Whether the engine has not answered yet: such a claim can be seen, but not asked for. */
export const isDraft = (mark: Mark): boolean => mark.claim === mark.id && mark.id.startsWith('draft-');

/** What a person did is on the screen at once; the rows follow. */
export function useDrafts(marks: readonly Mark[]): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());

  const [rows, setRows] = useState(marks);
  if (rows !== marks) {
    setRows(marks);
    setDrafts((now) => new Map([...now].filter(([, draft]) => !draft.settled)));
  }

  const put = useCallback((mark: Mark) => {
    setDrafts((now) => new Map(now).set(mark.id, { mark, settled: false }));
  }, []);
  const drop = useCallback((id: string) => {
    setDrafts((now) => new Map([...now].filter(([other]) => other !== id)));
  }, []);
  const settle = useCallback((id: string, as: Mark) => {
    setDrafts((now) => {
      const next = new Map([...now].filter(([other]) => other !== id));
      return next.set(as.id, { mark: as, settled: true });
    });
  }, []);

  const shown = useMemo(() => {
    if (drafts.size === 0) return marks;
    const left = new Map(drafts);
    const drawn = marks.map((mark) => {
      const draft = left.get(mark.id);
      left.delete(mark.id);
      return draft?.mark ?? mark;
    });
    return [...drawn, ...[...left.values()].map((draft) => draft.mark)];
  }, [marks, drafts]);

  return { shown, put, drop, settle };
}
