import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StoreError } from './errors.ts';
import type { WriteDb } from './handle.ts';

/** The folder has the same place beside the sources (`src-main/store`) and beside the bundle (`out/main`). */
export const MIGRATIONS = resolve(import.meta.dirname, '../../db/migrations');

/** What all the steps come to, written by `npm run schema`; a test keeps it so. */
const SCHEMA = resolve(MIGRATIONS, '../schema.sql');

/** `sql` reads the file when it is asked for: an up-to-date project needs only the numbers. */
export type Step = { readonly version: number; readonly name: string; readonly sql: () => string };

export function stepsIn(folder: string): Step[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      name,
      sql: () => readFileSync(join(folder, name), 'utf8'),
    }));
}

export function newestVersion(steps: readonly Step[]): number {
  return steps.at(-1)?.version ?? 0;
}

/** Makes the tables of a new project: the same that all the steps come to, without going through each. */
export function makeTables(db: WriteDb): void {
  db.exec(readFileSync(SCHEMA, 'utf8'));
  db.exec(`pragma user_version = ${newestVersion(stepsIn(MIGRATIONS))}`);
}

/** Brings the tables up to date, one transaction a step. Never writes acts: an upgrade is not an edit. */
export function migrate(db: WriteDb, steps: readonly Step[]): void {
  const from = Number(db.pragma('user_version'));
  for (const step of steps) {
    if (step.version <= from) continue;
    db.exec('pragma foreign_keys = off');
    db.together(() => {
      db.exec(step.sql());
      const broken = db.all('pragma foreign_key_check');
      if (broken.length > 0) {
        throw new StoreError(
          'internal',
          `The upgrade step ${step.name} broke ${broken.length} links; nothing was changed.`,
        );
      }
      db.exec(`pragma user_version = ${step.version}`);
    });
    db.exec('pragma foreign_keys = on');
  }
}
