import type { ReadDb } from './handle.ts';

/** What people know a row by, and the claim that it belongs to. */
const TITLED: Readonly<Record<string, string>> = {
  project: `select title, null as claim from project where id = ?`,
  person: `select name as title, null as claim from person where id = ?`,
  device: `select name as title, null as claim from device where id = ?`,
  article: `select title, null as claim from article where id = ?`,
  revision: `select a.title, null as claim from revision r left join article a on a.id = r.article where r.id = ?`,
  footnote: `select text as title, null as claim from footnote where id = ?`,
  claim: `select wording as title, id as claim from claim where id = ?`,
  occurrence: `select exact as title, claim from occurrence where id = ?`,
  reference: `select coalesce(csl ->> 'title', csl ->> 'URL') as title, null as claim from reference where id = ?`,
  capture: `select name as title, null as claim from capture where id = ?`,
  evidence: `
    select coalesce(nullif(e.quote, ''), nullif(e.note, ''), r.csl ->> 'title') as title, e.claim
    from evidence e left join reference r on r.id = e.reference where e.id = ?`,
  scale: `select name as title, null as claim from scale where id = ?`,
  verdict: `
    select v.rating || ': ' || coalesce(c.wording, '') as title, v.claim
    from verdict v left join claim c on c.id = v.claim where v.id = ?`,
  comment: `
    select text as title, iif(subject_kind = 'claim', subject, null) as claim from comment where id = ?`,
  tag: `select name as title, null as claim from tag where id = ?`,
  tagging: `
    select t.name as title, g.claim from tagging g left join tag t on t.id = g.tag where g.id = ?`,
};

/** A line that names a row for people, '' where it has none, with the claim it belongs to. */
export function titleOf(db: ReadDb, table: string, row: string): { title: string; claim: string | null } {
  const sql = TITLED[table];
  const found = sql ? db.one<{ title: string | null; claim: string | null }>(sql, row) : undefined;
  return { title: (found?.title ?? '').slice(0, 500), claim: found?.claim ?? null };
}
