import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { WriteDb } from '../src-main/store/handle.ts';
import { MIGRATIONS, migrate, stepsIn } from '../src-main/store/migrate.ts';

// `npm run schema` writes db/schema.sql: what the numbered steps come to, to be read in one place.

/** The tables, views and indexes that the steps make, as SQL, in the order of their making. */
export function schemaSql(): string {
  const raw = new Database(':memory:');
  migrate(new WriteDb(raw), stepsIn(MIGRATIONS));
  const statements = raw
    .prepare(
      `select sql from sqlite_schema where sql is not null and name not like 'search\\_%' escape '\\' order by rowid`,
    )
    .pluck()
    .all() as string[];
  raw.close();
  return `-- Made from db/migrations by \`npm run schema\`; a test keeps it true.\n\n${statements.map((sql) => `${sql};`).join('\n\n')}\n`;
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'schema.sql'), schemaSql());
