import type { Act } from '#domain/act.ts';
import type { ReadDb } from './handle.ts';

/** Every act, device by device, each chain in its order, with all that this file holds of what it did. */
export function listChains(db: ReadDb, project: string): Act[] {
  return db
    .all<Omit<Act, 'apart'>>(
      `select ? as project, a.device, a.sequence, a.previous, a.stamp, a.person, a.payload, a.hash, p.body
       from act a left join payload p on p.hash = a.payload order by a.device, a.sequence, a.hash`,
      project,
    )
    .map((act) => ({ ...act, apart: act.body === null ? [] : partsOf(db, act.body) }));
}

function partsOf(db: ReadDb, body: string): string[] {
  return db
    .all<{ body: string }>(
      `select x.body from json_each(?, '$.apart') j join apart x on x.hash = j.value order by j.key`,
      body,
    )
    .map((part) => part.body);
}
