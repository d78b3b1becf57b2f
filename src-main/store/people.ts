import type { ReadDb } from './handle.ts';

export type PersonRow = { readonly id: string; readonly name: string };

export function listPeople(db: ReadDb): PersonRow[] {
  return db.all<PersonRow>(
    `select id, coalesce(name, '') as name from person where present = 1 order by name, id`,
  );
}

export function personNamed(db: ReadDb, name: string): PersonRow | undefined {
  return db.one<PersonRow>(
    'select id, name from person where present = 1 and name = ? order by id limit 1',
    name,
  );
}

/** Names by id, for rows that say who did something. */
export function peopleById(db: ReadDb): (id: string | null) => PersonRow | null {
  const people = new Map(
    db
      .all<PersonRow>(`select id, coalesce(name, '') as name from person`)
      .map((person) => [person.id, person]),
  );
  return (id) => (id === null ? null : (people.get(id) ?? { id, name: '' }));
}
