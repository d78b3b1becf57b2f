import type {
  AnchorState,
  ClaimType,
  CommentSubject,
  Confidence,
  Priority,
  Reason,
  Stance,
  Status,
  VerdictState,
  Verifiability,
} from '#domain/words.ts';
import { toPlainText } from '#domain/rich-text.ts';
import type { ReadDb } from './handle.ts';
import { conflictsOf } from './conflicts.ts';
import { peopleById } from './people.ts';

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
          `select c.id from occurrence o join claim c on c.id = o.claim and c.present = 1
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
      ...[occurrences, evidence, verdicts].flatMap((part) =>
        (part.get(row.id) ?? []).map((child) => child.id),
      ),
    ]);
    return {
      id: row.id,
      wording: row.wording ?? '',
      claimant: row.claimant ?? '',
      claimedOn: row.claimed_on ?? '',
      claimedWhere: row.claimed_where ?? '',
      type: row.type,
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
      comments: comments.get(row.id) ?? [],
      conflicts: conflicts.filter((conflict) => own.has(conflict.row)),
    };
  });
}

function grouped<T extends { claim: string }>(rows: T[]): Map<string, T[]> {
  return Map.groupBy(rows, (row) => row.claim);
}

export type OccurrenceRow = {
  readonly id: string;
  readonly claim: string;
  readonly article: string;
  readonly revision: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly state: AnchorState;
  readonly confidence: number;
};

function occurrencesOf(db: ReadDb, claims: string): OccurrenceRow[] {
  return db.all<OccurrenceRow>(
    `select id, claim, article, revision, start, "end", exact, prefix, suffix, state, confidence from occurrence
     where present = 1 and claim in (select value from json_each(?)) order by made_at, id`,
    claims,
  );
}

export function getOccurrence(db: ReadDb, id: string): OccurrenceRow {
  return db.one<OccurrenceRow>(
    'select id, claim, article, revision, start, "end", exact, prefix, suffix, state, confidence from occurrence where id = ?',
    id,
  )!;
}

/** Everything the editor draws over an article, in order of the text. */
export function listMarks(db: ReadDb, article: string) {
  return db.all<{
    id: string;
    claim: string;
    start: number;
    end: number;
    state: AnchorState;
    verifiability: Verifiability;
    rating: string | null;
    wording: string;
  }>(
    `select o.id, o.claim, o.start, o."end", o.state, coalesce(c.verifiability, 'undecided') as verifiability,
       r.rating, coalesce(c.wording, '') as wording
     from occurrence o join claim c on c.id = o.claim and c.present = 1 left join claim_rating r on r.claim = c.id
     where o.article = ? and o.present = 1 order by o.start, o."end" desc, o.id`,
    article,
  );
}

export type EvidenceRow = ReturnType<typeof evidenceOf>[number];

/** @param claims JSON list of ids */
function evidenceOf(db: ReadDb, claims: string) {
  return evidenceFrom(
    db,
    db.all<EvidenceCells>(
      `select * from evidence where present = 1 and claim in (select value from json_each(?)) order by linked_at, id`,
      claims,
    ),
  );
}

export function evidenceOfReference(db: ReadDb, reference: string): EvidenceRow[] {
  return evidenceFrom(
    db,
    db.all<EvidenceCells>(
      `select e.* from evidence e join claim c on c.id = e.claim and c.present = 1
       where e.present = 1 and e.reference = ? order by e.linked_at, e.id`,
      reference,
    ),
  );
}

export function getEvidence(db: ReadDb, id: string): EvidenceRow {
  return evidenceFrom(db, db.all<EvidenceCells>('select * from evidence where id = ?', id))[0]!;
}

type EvidenceCells = {
  id: string;
  claim: string;
  reference: string;
  capture: string | null;
  stance: Stance | null;
  quote: string | null;
  place: string | null;
  locator: string | null;
  note: string | null;
  linked_at: string | null;
  linked_by: string | null;
};

type QuotePlace = { start: number; end: number; prefix: string; suffix: string; page?: number };

function evidenceFrom(db: ReadDb, rows: EvidenceCells[]) {
  const by = peopleById(db);
  return rows.map((row) => ({
    id: row.id,
    claim: row.claim,
    reference: row.reference,
    capture: row.capture,
    stance: row.stance ?? ('context' as const),
    quote: row.quote ?? '',
    place: row.place === null ? null : (JSON.parse(row.place) as QuotePlace),
    locator: row.locator ?? '',
    note: row.note ?? '',
    linkedAt: row.linked_at ?? '',
    linkedBy: by(row.linked_by),
  }));
}

export type VerdictRow = ReturnType<typeof verdictsOf>[number];

/** Oldest first: the history of each claim's verdicts. */
function verdictsOf(db: ReadDb, claims: string) {
  const by = peopleById(db);
  const rows = db.all<{
    id: string;
    claim: string;
    scale: string | null;
    rating: string | null;
    justification: string | null;
    confidence: Confidence | null;
    known_as_of: string | null;
    person: string | null;
    at: string | null;
    state: VerdictState | null;
    replaces: string | null;
    why: string | null;
  }>(
    'select * from verdict where present = 1 and claim in (select value from json_each(?)) order by at, id',
    claims,
  );
  const newest = new Map<string, string>();
  for (const row of rows) if (row.state !== 'void') newest.set(`${row.claim} ${row.person}`, row.id);
  return rows.map((row) => {
    const justification =
      row.justification === null ? null : (JSON.parse(row.justification) as { type: 'doc' });
    return {
      id: row.id,
      claim: row.claim,
      scale: row.scale ?? '',
      rating: row.rating ?? '',
      justification,
      text: justification === null ? '' : toPlainText(justification),
      confidence: row.confidence,
      knownAsOf: row.known_as_of ?? '',
      person: by(row.person),
      at: row.at ?? '',
      state: row.state ?? ('draft' as const),
      final: row.state === 'final',
      current: newest.get(`${row.claim} ${row.person}`) === row.id,
      replaces: row.replaces,
      why: row.why ?? '',
    };
  });
}

export function getVerdict(db: ReadDb, id: string): VerdictRow {
  const claim = db.one<{ claim: string }>('select claim from verdict where id = ?', id)!.claim;
  return verdictsOf(db, JSON.stringify([claim])).find((verdict) => verdict.id === id)!;
}

/** The claims that name this one as their parent, oldest first. */
export function childrenOf(db: ReadDb, claim: string): { id: string; wording: string }[] {
  return db.all<{ id: string; wording: string }>(
    `select id, coalesce(wording, '') as wording from claim where parent = ? and present = 1 order by made_at, id`,
    claim,
  );
}

export function commentsOf(db: ReadDb, kind: CommentSubject, subjects: string) {
  const by = peopleById(db);
  return db
    .all<{ id: string; subject: string; text: string | null; person: string | null; at: string | null }>(
      `select id, subject, text, person, at from comment
       where present = 1 and subject_kind = ? and subject in (select value from json_each(?)) order by at, id`,
      kind,
      subjects,
    )
    .map((row) => ({
      id: row.id,
      subject: { kind, id: row.subject },
      text: row.text ?? '',
      person: by(row.person),
      at: row.at ?? '',
    }));
}

export function listTags(db: ReadDb): { name: string; claims: number }[] {
  return db.all<{ name: string; claims: number }>(
    `select t.name, count(distinct c.id) as claims from tag t
     join tagging g on g.tag = t.id and g.present = 1 join claim c on c.id = g.claim and c.present = 1
     where t.present = 1 group by t.name order by t.name`,
  );
}
