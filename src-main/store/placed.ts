import { describe } from '#domain/selector.ts';
import type { Anchored } from '#domain/anchor/states.ts';
import type { Touched } from './apply.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { newestRevision } from './newest-revision.ts';
import { Placing, type Made } from './placing.ts';

export type { Made };

/**
 * Carries to their article's newest revision whatever acts touched: the occurrences and notes of an article whose
 * revisions changed, or the single ones that were made or moved.
 */
export function derivePlaces(db: WriteDb, touched: Touched): void {
  const revised = new Set<string>();
  for (const revision of touched.get('revision') ?? [])
    for (const article of articlesAround(db, revision)) revised.add(article);
  const single = new Map<string, Set<string>>();
  const marks = JSON.stringify([...(touched.get('occurrence') ?? [])]);
  if (marks !== '[]')
    db.run('delete from placed where occurrence in (select value from json_each(?))', marks);
  for (const { id, article } of db.all<{ id: string; article: string | null }>(
    'select o.id, o.article from json_each(?) j cross join occurrence o on o.id = j.value',
    marks,
  )) {
    if (article === null || revised.has(article)) continue;
    single.set(article, (single.get(article) ?? new Set()).add(id));
  }
  const noted = new Set<string>();
  for (const footnote of touched.get('footnote') ?? []) {
    const article = articleOf(db, 'select article from footnote where id = ?', footnote);
    if (article !== null) noted.add(article);
  }
  for (const article of revised) {
    db.run('delete from placed where occurrence in (select id from occurrence where article = ?)', article);
    placeMarks(db, article);
    placeNotes(db, article);
  }
  for (const [article, only] of single) placeMarks(db, article, only);
  for (const article of noted) if (!revised.has(article)) placeNotes(db, article);
}

/** The articles whose occurrences stand on a revision or were made on it, and its own. */
function articlesAround(db: ReadDb, revision: string): string[] {
  return db
    .all<{ article: string | null }>(
      `select o.article from placed p join occurrence o on o.id = p.occurrence where p.revision = ?
       union select article from occurrence where revision = ?
       union select article from revision where id = ?`,
      revision,
      revision,
      revision,
    )
    .flatMap(({ article }) => (article === null ? [] : [article]));
}

function articleOf(db: ReadDb, sql: string, id: string): string | null {
  return db.one<{ article: string | null }>(sql, id)?.article ?? null;
}

function placeMarks(db: WriteDb, article: string, only?: ReadonlySet<string>): void {
  const newest = newestRevision(db, article);
  if (newest === undefined) return;
  const elsewhere = madeOn(db, article).filter(
    ({ id, revision }) => revision !== newest && (only === undefined || only.has(id)),
  );
  if (elsewhere.length === 0) return;
  const placing = new Placing(db, article, newest);
  const { text } = placing;
  if (text === undefined) return;
  for (const made of elsewhere) keepPlace(db, made, newest, placing.place(made)!, text);
}

/** The occurrences of an article as they were made, in order of their ids. */
export function madeOn(db: ReadDb, article: string): Made[] {
  return db.all<Made>(
    `select id, claim, revision, exact, coalesce(prefix, '') as prefix, coalesce(suffix, '') as suffix, start, "end",
       coalesce(state, 'exact') as state, coalesce(confidence, 1) as confidence
     from occurrence
     where article = ? and present = 1 and claim is not null and revision is not null
       and exact is not null and start is not null and "end" is not null
     order by id`,
    article,
  );
}

/** One occurrence as it was made. */
export function madeOf(db: ReadDb, occurrence: string): Made {
  return db.one<Made>(
    `select id, claim, revision, exact, coalesce(prefix, '') as prefix, coalesce(suffix, '') as suffix, start, "end",
       coalesce(state, 'exact') as state, coalesce(confidence, 1) as confidence
     from occurrence where id = ?`,
    occurrence,
  )!;
}

function keepPlace(db: WriteDb, made: Made, revision: string, anchored: Anchored, text: string): void {
  const { state, confidence, start, end, candidates } = anchored;
  // the words of an orphan are those that were marked: they are what it is found by
  const { exact, prefix, suffix } = state === 'orphaned' ? made : describe(text, start, end);
  db.run(
    `insert into placed (occurrence, revision, start, "end", exact, prefix, suffix, state, confidence, candidates)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (occurrence) do update set revision = excluded.revision, start = excluded.start, "end" = excluded."end",
       exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, state = excluded.state,
       confidence = excluded.confidence, candidates = excluded.candidates`,
    made.id,
    revision,
    start,
    end,
    exact,
    prefix,
    suffix,
    state,
    confidence,
    JSON.stringify(candidates),
  );
}

/** The notes of an article were read from its first revision. */
function placeNotes(db: WriteDb, article: string): void {
  db.run(
    'delete from placed_footnote where footnote in (select id from footnote where article = ?)',
    article,
  );
  const newest = newestRevision(db, article);
  const root = db.one<{ id: string }>(
    'select id from revision where article = ? and parent is null order by at, id limit 1',
    article,
  )?.id;
  if (newest === undefined || root === undefined || root === newest) return;
  const notes = db.all<{ id: string; places: string }>(
    'select id, places from footnote where article = ? and present = 1 and places is not null order by id',
    article,
  );
  if (notes.length === 0) return;
  const placing = new Placing(db, article, newest);
  if (placing.text === undefined) return;
  for (const note of notes) placeNote(db, note, root, placing);
}

function placeNote(
  db: WriteDb,
  { id, places }: { id: string; places: string },
  root: string,
  placing: Placing,
): void {
  const kept = (JSON.parse(places) as { start: number; end: number }[]).flatMap(({ start, end }) => {
    const place = placing.span(root, start, end);
    return place ? [place] : [];
  });
  db.run(
    `insert into placed_footnote (footnote, places) values (?, ?)
     on conflict (footnote) do update set places = excluded.places`,
    id,
    JSON.stringify(kept),
  );
}
