import { findAgain } from '#domain/anchor/find-again.ts';
import { Follower } from '#domain/anchor/follow.ts';
import { ambiguous, orphan, type Anchored } from '#domain/anchor/states.ts';
import type { Selector } from '#domain/selector.ts';
import type { AnchorState } from '#domain/words.ts';
import type { ReadDb } from './handle.ts';
import { pathBetween, revisionTree, type Tree } from './revision-tree.ts';

/** An occurrence as somebody made it: on the revision that they saw. */
export type Made = Selector & {
  readonly id: string;
  readonly claim: string;
  readonly revision: string;
  readonly state: AnchorState;
  readonly confidence: number;
};

/** A text that is not saved yet, and the revision that it corrects. */
export type Unsaved = { readonly parent: string; readonly text: string };

/**
 * Carries occurrences from the revisions they were made on to another one. The answer follows from the texts and the
 * occurrences alone, so it is the same on every device, in whatever order things arrived.
 *
 * The direct difference of the two texts comes first: it is the one that brings a mark back when the old text comes
 * back. Where that finds too little, the way goes from revision to revision, since many small steps may add up to a
 * difference that is too large to see through at once.
 */
export class Placing {
  private readonly texts = new Map<string, string | undefined>();
  private readonly followers = new Map<string, Follower>();
  private tree: Tree | undefined;
  private readonly db: ReadDb;
  private readonly article: string;
  private readonly target: string;
  private readonly unsaved: Unsaved | undefined;
  readonly text: string | undefined;

  /** @param target a revision, or a text that would come out of one */
  constructor(db: ReadDb, article: string, target: string | Unsaved) {
    this.db = db;
    this.article = article;
    this.unsaved = typeof target === 'string' ? undefined : target;
    this.target = typeof target === 'string' ? target : 'unsaved';
    this.text = this.unsaved?.text ?? this.textOf(this.target);
  }

  /** Undefined where the target's text has not arrived yet. */
  place(made: Made): Anchored | undefined {
    if (this.text === undefined) return undefined;
    const placed = this.placeWords(made, this.text);
    return withOwnState(made, placed, this.text);
  }

  /** Where a plain span of a revision went; undefined where its words are gone. */
  span(revision: string, start: number, end: number): { start: number; end: number } | undefined {
    const from = this.textOf(revision);
    if (from === undefined || this.text === undefined) return undefined;
    const exact = from.slice(start, end);
    const selector = { exact, prefix: '', suffix: '', start, end };
    const { state, ...found } = this.followed(revision, this.target, from, this.text, selector);
    return state === 'exact' || state === 'moved' ? { start: found.start, end: found.end } : undefined;
  }

  private placeWords(made: Made, text: string): Anchored {
    const from = this.textOf(made.revision);
    if (from === undefined) return findAgain(text, [made])[0]!;
    const direct = this.followed(made.revision, this.target, from, text, made);
    if (direct.state === 'exact' || direct.state === 'moved') return direct;
    return this.stepByStep(made, from) ?? direct;
  }

  private stepByStep(made: Made, from: string): Anchored | undefined {
    this.tree ??= revisionTree(this.db, this.article);
    const path = pathBetween(this.tree, made.revision, this.unsaved?.parent ?? this.target)
      .map((id) => ({ id, text: this.textOf(id) }))
      .concat(this.unsaved ? [{ id: this.target, text: this.unsaved.text }] : [])
      .filter((step): step is { id: string; text: string } => step.text !== undefined);
    if (path.length < 3) return undefined;
    let at: Selector = made;
    let confidence = 1;
    let text = from;
    for (const [n, step] of path.entries()) {
      if (n === 0) continue;
      const next = this.followed(path[n - 1]!.id, step.id, text, step.text, at);
      if (next.state !== 'exact' && next.state !== 'moved') return undefined;
      confidence *= next.confidence;
      text = step.text;
      const { start, end } = next;
      at = { exact: text.slice(start, end), prefix: '', suffix: '', start, end };
    }
    const { start, end } = at;
    if (confidence < 0.6) return ambiguous([{ start, end, confidence }]);
    return { state: 'moved', confidence, start, end, candidates: [] };
  }

  private followed(from: string, to: string, before: string, after: string, selector: Selector): Anchored {
    if (before === after) {
      const { start, end } = selector;
      return { state: 'exact', confidence: 1, start, end, candidates: [] };
    }
    const key = `${from} ${to}`;
    let follower = this.followers.get(key);
    if (!follower) {
      follower = new Follower(before, after);
      this.followers.set(key, follower);
    }
    return follower.follow(selector);
  }

  private textOf(revision: string): string | undefined {
    if (!this.texts.has(revision))
      this.texts.set(
        revision,
        this.db.one<{ text: string }>('select text from revision_text where revision = ?', revision)?.text,
      );
    return this.texts.get(revision);
  }
}

/** An occurrence that was not sure where it was made is not surer on another text. */
function withOwnState(made: Made, placed: Anchored, text: string): Anchored {
  if (made.state === 'exact') return placed;
  if (made.state === 'orphaned') {
    const found = findAgain(text, [made])[0]!;
    return orphan(found.start, found.state === 'orphaned' ? found.candidates : [found, ...found.candidates]);
  }
  if (placed.state === 'orphaned') return placed;
  if (made.state === 'ambiguous') return ambiguous([placed, ...placed.candidates]);
  const confidence = Math.min(made.confidence, placed.confidence);
  return { ...placed, state: placed.state === 'exact' ? 'moved' : placed.state, confidence };
}
