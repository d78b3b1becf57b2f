import {
  ALL_CLAIM_TYPES,
  STRATEGIES,
  type AnyClaimType,
  type ClaimType,
  type Priority,
  type Reason,
  type Status,
  type Strategy,
  type Verifiability,
} from '#domain/words.ts';
import { commentsOf } from './comments.ts';
import { conflictsOf } from './conflicts.ts';
import { evidenceOf } from './evidence.ts';
import type { ReadDb } from './handle.ts';
import { occurrencesOf } from './occurrences.ts';
import { peopleById } from './people.ts';
import { questionsOf } from './questions.ts';
import { verdictsOf } from './verdicts.ts';

/** The ids of the claims of a project or an article: by their place in the article, else as they were made. */
export function claimIds(db: ReadDb, article?: string, limit = -1, offset = 0): string[] {
  const rows =
    article === undefined
      ? db.all<{ id: string }>(
          'select id from claim where present = 1 order by made_at, id limit ? offset ?',
          limit,
          offset,
        )
      : db.all<{ id: string }>(
          `select c.id from standing o join claim c on c.id = o.claim and c.present = 1
           where o.article = ? and o.present = 1
           group by c.id order by min(o.start), max(o."end") desc, c.id limit ? offset ?`,
          article,
          limit,
          offset,
        );
  return rows.map((row) => row.id);
}

export function countClaims(db: ReadDb, article?: string): number {
  return article === undefined
    ? db.one<{ n: number }>('select count(*) as n from claim where present = 1')!.n
    : db.one<{ n: number }>(
        `select count(distinct c.id) as n from occurrence o join claim c on c.id = o.claim and c.present = 1
         where o.article = ? and o.present = 1`,
        article,
      )!.n;
}

export type ClaimRow = ReturnType<typeof getClaims>[number];

/** Claims with everything that hangs on them, in the order of the ids. */
export function getClaims(db: ReadDb, ids: readonly string[]) {
  const wanted = JSON.stringify(ids);
  const by = peopleById(db);
  const rows = db.all<{
    id: string;
    wording: string | null;
    claimant: string | null;
    claimed_on: string | null;
    claimed_where: string | null;
    type: ClaimType | null;
    verifiability: Verifiability | null;
    reason: Reason | null;
    checkable_on: string | null;
    status: Status | null;
    assignee: string | null;
    priority: Priority | null;
    parent: string | null;
    made_at: string | null;
    made_by: string | null;
    types: string | null;
    strategies: string | null;
    country: string | null;
    reported_by: string | null;
    address: string | null;
    cached_address: string | null;
    check_address: string | null;
    rating: string | null;
    rated: 'final' | 'draft' | null;
  }>(
    `select c.*, r.rating, r.rated from json_each(?) j join claim c on c.id = j.value
     left join claim_rating r on r.claim = c.id order by j.key`,
    wanted,
  );
  const occurrences = grouped(occurrencesOf(db, wanted));
  const evidence = grouped(evidenceOf(db, wanted));
  const verdicts = grouped(verdictsOf(db, wanted));
  const questions = grouped(questionsOf(db, wanted));
  const comments = Map.groupBy(commentsOf(db, 'claim', wanted), (comment) => comment.subject.id);
  const tags = Map.groupBy(
    db.all<{ claim: string; name: string }>(
      `select distinct g.claim, t.name from tagging g join tag t on t.id = g.tag and t.present = 1
       where g.present = 1 and g.claim in (select value from json_each(?)) order by t.name`,
      wanted,
    ),
    (tag) => tag.claim,
  );
  const conflicts = conflictsOf(db);
  return rows.map((row) => {
    const own = new Set([
      row.id,
      ...[occurrences, evidence, verdicts, questions].flatMap((part) =>
        (part.get(row.id) ?? []).map((child) => child.id),
      ),
      ...(questions.get(row.id) ?? []).flatMap((question) => question.answers.map((answer) => answer.id)),
    ]);
    return {
      id: row.id,
      wording: row.wording ?? '',
      claimant: row.claimant ?? '',
      claimedOn: row.claimed_on ?? '',
      claimedWhere: row.claimed_where ?? '',
      type: row.type,
      types: typesOf(row.type, row.types),
      strategies: listOf<Strategy>(row.strategies, STRATEGIES),
      country: row.country ?? '',
      reportedBy: row.reported_by ?? '',
      address: row.address ?? '',
      cachedAddress: row.cached_address ?? '',
      checkAddress: row.check_address ?? '',
      verifiability: row.verifiability ?? ('undecided' as const),
      reason: row.reason,
      checkableOn: row.checkable_on ?? '',
      status: row.status ?? ('open' as const),
      assignee: by(row.assignee),
      priority: row.priority ?? ('normal' as const),
      parent: row.parent,
      madeAt: row.made_at ?? '',
      madeBy: by(row.made_by),
      tags: (tags.get(row.id) ?? []).map((tag) => tag.name),
      rating: row.rating,
      rated: row.rated,
      occurrences: occurrences.get(row.id) ?? [],
      evidence: evidence.get(row.id) ?? [],
      verdicts: verdicts.get(row.id) ?? [],
      questions: questions.get(row.id) ?? [],
      comments: comments.get(row.id) ?? [],
      conflicts: conflicts.filter((conflict) => own.has(conflict.row)),
    };
  });
}

/** All types, the leading one first: also where a program that knows only one has changed that one. */
function typesOf(leading: ClaimType | null, all: string | null): AnyClaimType[] {
  const types = listOf<AnyClaimType>(all, ALL_CLAIM_TYPES);
  return leading === null || types.includes(leading) ? types : [leading, ...types];
}

function listOf<W extends string>(json: string | null, words: readonly W[]): W[] {
  const list: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(list)
    ? words.filter((word) => list.includes(word)).sort((a, b) => list.indexOf(a) - list.indexOf(b))
    : [];
}

function grouped<T extends { claim: string }>(rows: T[]): Map<string, T[]> {
  return Map.groupBy(rows, (row) => row.claim);
}

/** The claims that name this one as their parent, oldest first. */
export function childrenOf(db: ReadDb, claim: string): { id: string; wording: string }[] {
  return db.all<{ id: string; wording: string }>(
    `select id, coalesce(wording, '') as wording from claim where parent = ? and present = 1 order by made_at, id`,
    claim,
  );
}

export function listTags(db: ReadDb): { name: string; claims: number }[] {
  return db.all<{ name: string; claims: number }>(
    `select t.name, count(distinct c.id) as claims from tag t
     join tagging g on g.tag = t.id and g.present = 1 join claim c on c.id = g.claim and c.present = 1
     where t.present = 1 group by t.name order by t.name`,
  );
}
