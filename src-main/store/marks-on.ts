import type { Verifiability } from '#domain/words.ts';
import type { ReadDb } from './handle.ts';
import { listMarks } from './occurrences.ts';
import { newestRevision } from './newest-revision.ts';
import { madeOn } from './placed.ts';
import { Placing } from './placing.ts';

/** Everything the editor would draw over any revision of an article, in order of the text. Orphans have no place. */
export function marksOn(db: ReadDb, article: string, revision: string): ReturnType<typeof listMarks> {
  if (revision === newestRevision(db, article))
    return listMarks(db, article).filter((mark) => mark.end > mark.start);
  const looks = new Map(
    db
      .all<{ id: string; verifiability: Verifiability; rating: string | null; wording: string }>(
        `select c.id, coalesce(c.verifiability, 'undecided') as verifiability, r.rating,
           coalesce(c.wording, '') as wording
         from claim c left join claim_rating r on r.claim = c.id
         where c.present = 1 and c.id in (select claim from occurrence where article = ? and present = 1)`,
        article,
      )
      .map(({ id, ...look }) => [id, look]),
  );
  const placing = new Placing(db, article, revision);
  return madeOn(db, article)
    .flatMap((made) => {
      const look = looks.get(made.claim);
      const at = made.revision === revision ? made : placing.place(made);
      if (!look || !at || at.state === 'orphaned' || at.end <= at.start) return [];
      const { start, end, state } = at;
      return [{ id: made.id, claim: made.claim, start, end, state, ...look }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}
