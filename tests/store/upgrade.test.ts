import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cells } from '#domain/act.ts';
import { keepBlob } from '#store/blobs.ts';
import { commit } from '#store/commit.ts';
import { MIGRATIONS, stepsIn } from '#store/migrate.ts';
import { createFile, openFile } from '#store/open.ts';
import { rebuild } from '#store/rebuild.ts';
import { verify } from '#store/verify.ts';
import { actsOf, digest, temporaryFolder } from '../support/project.ts';

/** The first step after which the program of today can write a project. */
const FIRST = 10;

test.for(
  stepsIn(MIGRATIONS)
    .filter(({ version }) => version >= FIRST)
    .slice(0, -1),
)('a project from before the step after $name opens with all that was in it', ({ version }) => {
  const folder = temporaryFolder();
  const migrations = join(folder, 'steps');
  mkdirSync(migrations);
  for (const step of stepsIn(MIGRATIONS))
    if (step.version <= version) cpSync(join(MIGRATIONS, step.name), join(migrations, step.name));
  const file = join(folder, 'p.assay');
  const old = createFile(file, 'project-1', { now: 0, migrations }, () => {});
  const bytes = keepBlob(old.db!, new TextEncoder().encode('the bytes of a capture'));
  for (const [n, changes] of [
    cells('claim', 'c', { present: 1, wording: 'The dam held for nine days.' }),
    cells('capture', 'k', { present: 1, bytes, name: 'a copy' }),
    cells('evidence', 'e', {
      present: 1,
      claim: 'c',
      capture: 'k',
      quote: 'nine days',
      note: 'to be withheld',
    }),
    cells('claim', 'c', { wording: 'The dam held for five days.', priority: 'high' }),
  ].entries())
    commit(old, { deed: 'test', changes }, { person: 'ada', device: `d${n % 2}` }, 1_000 + n);
  const before = { acts: actsOf(old.read, old.id), digest: digest(old.read) };
  expect(before.acts.flatMap((act) => act.apart)).toHaveLength(2);
  old.close();

  const upgraded = openFile(file, { now: 0 });
  onTestFinished(upgraded.close);
  expect(Number(upgraded.db!.pragma('user_version'))).toBe(stepsIn(MIGRATIONS).at(-1)!.version);
  expect({ acts: actsOf(upgraded.read, upgraded.id), digest: digest(upgraded.read) }).toEqual(before);
  expect(verify(upgraded.read).problems).toEqual([]);
  rebuild(upgraded.db!);
  expect(digest(upgraded.read)).toBe(before.digest);
});
