import { CallError } from '#contract/kit.ts';
import { listRevisions, type RevisionRow } from '#store/articles.ts';
import { readOf, type Session } from './session.ts';

/** A revision by its whole id, which may be any article's. */
export function revisionOf(session: Session, id: string): RevisionRow {
  const row = readOf(session).one<{ article: string }>('select article from revision where id = ?', id);
  const revision = row && listRevisions(readOf(session), row.article).find((one) => one.id === id);
  if (!revision) throw new CallError('not-found', `There is no revision ${id} in this project.`);
  return revision;
}
