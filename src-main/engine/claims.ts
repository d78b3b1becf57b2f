import { cells, type Intent } from '#domain/act.ts';
import {
  CLAIM_TYPES,
  type AnyClaimType,
  type ClaimType,
  type Reason,
  type Verifiability,
} from '#domain/words.ts';
import type { claims } from '#contract/claims.ts';
import type { Output } from '#contract/index.ts';
import { CallError } from '#contract/kit.ts';
import { childrenOf, claimIds, countClaims, getClaims, listTags } from '#store/claims.ts';
import { commentsOf } from '#store/comments.ts';
import { conflictsOf } from '#store/conflicts.ts';
import { act, nowOf, readOf, whole, type Handlers, type Session } from './session.ts';

type Claim = Output<'getClaim'>['claim'];

export const claimHandlers: Handlers<
  Exclude<keyof typeof claims, 'mark' | 'markSentences' | 'moveOccurrence' | 'removeOccurrence'>
> = {
  listClaims: (session, asked) => {
    const db = readOf(session);
    const article = asked.article === undefined ? undefined : whole(session, 'article', asked.article);
    const claims = getClaims(db, claimIds(db, article, asked.limit, asked.offset));
    return { claims, total: countClaims(db, article) };
  },

  getClaim: (session, asked) => {
    const id = whole(session, 'claim', asked.id);
    return { claim: claimOf(session, id), children: childrenOf(readOf(session), id) };
  },

  editClaim: (session, asked) => {
    const id = whole(session, 'claim', asked.id);
    const now = claimOf(session, id);
    const verifiability = asked.verifiability ?? now.verifiability;
    const reason = reasonOf(
      verifiability,
      asked.reason === undefined ? now.reason : asked.reason,
      asked.reason != null,
    );
    const changes = [
      ...changed(
        now,
        cells('claim', id, {
          wording: asked.wording,
          claimant: asked.claimant,
          claimed_on: asked.claimedOn,
          claimed_where: asked.claimedWhere,
          ...typeCells(now, asked.type, asked.types),
          strategies: asked.strategies === undefined ? undefined : JSON.stringify(asked.strategies),
          country: asked.country,
          reported_by: asked.reportedBy,
          address: asked.address,
          cached_address: asked.cachedAddress,
          check_address: asked.checkAddress,
          verifiability: asked.verifiability,
          reason: asked.verifiability === undefined && asked.reason === undefined ? undefined : reason,
          checkable_on: asked.checkableOn,
          status: asked.status,
          assignee: asked.assignee == null ? asked.assignee : whole(session, 'person', asked.assignee),
          priority: asked.priority,
          parent: asked.parent == null ? asked.parent : parentOf(session, id, asked.parent),
        }),
      ),
      ...(asked.tags === undefined ? [] : retagged(session, id, now.tags, asked.tags)),
    ];
    if (changes.length > 0) act(session, 'editClaim', changes);
    return { claim: claimOf(session, id) };
  },

  removeClaim: (session, asked) => {
    const id = whole(session, 'claim', asked.id);
    act(session, 'removeClaim', removal(session, id));
    return { id };
  },

  addComment: (session, asked) => {
    const id = session.world.newId();
    const subject = whole(session, asked.subject.kind, asked.subject.id);
    const person = session.me.id;
    const { kind } = asked.subject;
    act(
      session,
      'addComment',
      cells('comment', id, {
        present: 1,
        subject_kind: kind,
        subject,
        text: asked.text,
        person,
        at: nowOf(session),
      }),
    );
    return {
      comment: commentsOf(readOf(session), kind, JSON.stringify([subject])).find(
        (comment) => comment.id === id,
      )!,
    };
  },

  removeComment: (session, asked) => {
    const id = whole(session, 'comment', asked.id);
    act(session, 'removeComment', cells('comment', id, { present: 0 }));
    return { id };
  },

  listTags: (session) => ({ tags: listTags(readOf(session)) }),

  listConflicts: (session) => ({ conflicts: conflictsOf(readOf(session)) }),
};

/** One claim with all that hangs on it. */
export function claimOf(session: Session, id: string): Claim {
  return getClaims(readOf(session), [id])[0]!;
}

/** Only what cannot be verified has a reason for it; a reason left over from before goes quietly. */
export function reasonOf(verifiability: Verifiability, reason: Reason | null, given: boolean): Reason | null {
  if (verifiability === 'unverifiable' || reason === null) return reason;
  if (given)
    throw new CallError(
      'bad-input',
      `Only an unverifiable claim has a reason; this one is ${verifiability}.`,
    );
  return null;
}

/** An edit that sets a cell to what it already says is no change. */
function changed(now: Claim, intents: Intent[]): Intent[] {
  const said: Readonly<Record<string, unknown>> = {
    ...now,
    claimed_on: now.claimedOn,
    claimed_where: now.claimedWhere,
    checkable_on: now.checkableOn,
    assignee: now.assignee?.id ?? null,
    types: JSON.stringify(now.types),
    strategies: JSON.stringify(now.strategies),
    reported_by: now.reportedBy,
    cached_address: now.cachedAddress,
    check_address: now.checkAddress,
  };
  return intents.filter(({ column, value }) => said[column] !== value);
}

/** The leading type is a cell of its own, for programs that know only that one; all types stand in a second cell. */
export function typeCells(
  now: { readonly types: readonly AnyClaimType[] },
  leading: ClaimType | null | undefined,
  all: readonly AnyClaimType[] | undefined,
): { type?: ClaimType | null; types?: string } {
  if (all !== undefined) {
    const types = [...new Set(leading == null ? all : [leading, ...all])];
    return { type: CLAIM_TYPES.find((type) => type === types[0]) ?? null, types: JSON.stringify(types) };
  }
  if (leading === undefined) return {};
  // somebody who chooses one type in place of another means this one instead of the old leading one
  const others = leading === null ? [] : now.types.slice(1).filter((type) => type !== leading);
  return { type: leading, types: JSON.stringify(leading === null ? others : [leading, ...others]) };
}

function parentOf(session: Session, id: string, given: string): string {
  const parent = whole(session, 'claim', given);
  for (let at: string | null = parent; at !== null; at = claimOf(session, at).parent) {
    if (at === id) throw new CallError('bad-input', 'A claim cannot be a part of itself.');
  }
  return parent;
}

function retagged(
  session: Session,
  claim: string,
  now: readonly string[],
  wanted: readonly string[],
): Intent[] {
  const db = readOf(session);
  const names = [...new Set(wanted.map((name) => name.trim()))];
  const gone = now.filter((name) => !names.includes(name));
  const removals = db
    .all<{ id: string }>(
      `select g.id from tagging g join tag t on t.id = g.tag
       where g.claim = ? and g.present = 1 and t.name in (select value from json_each(?))`,
      claim,
      JSON.stringify(gone),
    )
    .flatMap(({ id }) => cells('tagging', id, { present: 0 }));
  const additions = names
    .filter((name) => !now.includes(name))
    .flatMap((name) => {
      const known = db.one<{ id: string }>(
        'select id from tag where name = ? and present = 1 order by id limit 1',
        name,
      )?.id;
      const tag = known ?? session.world.newId();
      return [
        ...(known === undefined ? cells('tag', tag, { present: 1, name }) : []),
        ...cells('tagging', session.world.newId(), { present: 1, tag, claim }),
      ];
    });
  return [...removals, ...additions];
}

function removal(session: Session, claim: string): Intent[] {
  return [
    ...cells('claim', claim, { present: 0 }),
    ...claimOf(session, claim).occurrences.flatMap(({ id }) => cells('occurrence', id, { present: 0 })),
  ];
}
