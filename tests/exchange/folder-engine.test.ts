import { copyFileSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEngine, realWorld, type Engine } from '#engine/engine.ts';
import { temporaryFolder } from '../support/project.ts';

function opened(folder: string, name: string, home: string, person: string): Engine {
  const engine = openEngine(join(folder, name), realWorld(join(folder, home)), { person, strict: true });
  onTestFinished(() => engine.close());
  return engine;
}

function twoCopies() {
  const folder = temporaryFolder();
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  openEngine(join(folder, 'p.assay'), realWorld(join(folder, 'home')), { create: { title: 'Dam' } }).close();
  copyFileSync(join(folder, 'p.assay'), join(folder, 'q.assay'));
  return { folder, shared };
}

const now = async (engine: Engine) => (await engine.call('exchangeNow', {})).exchange;
const titleIn = async (engine: Engine) => (await engine.call('getProject', {})).project.title;

test('a file that is copied within one home, and continued on both sides, is exchanged without loss', async () => {
  const { folder, shared } = twoCopies();
  const one = opened(folder, 'p.assay', 'home', 'Me');
  const other = opened(folder, 'q.assay', 'home', 'Me');
  await one.joinExchangeFolder(shared, false);
  await one.call('describeProject', { title: 'Of one' });
  await other.call('describeProject', { title: 'Of the other' });
  for (let turn = 0; turn < 3; turn += 1) for (const engine of [one, other]) await now(engine);
  expect(await titleIn(one)).toBe(await titleIn(other));
  const { conflicts } = await one.call('listConflicts', {});
  expect(conflicts[0]?.values.map(({ value }) => value).sort()).toEqual(['Of one', 'Of the other']);
  for (const engine of [one, other]) expect((await engine.call('verifyProject', {})).problems).toEqual([]);
});

test('a round under which the project is closed ends, and the next session goes on from there', async () => {
  const { folder, shared } = twoCopies();
  const one = openEngine(join(folder, 'p.assay'), realWorld(join(folder, 'home')));
  await one.watchExchangeFolder();
  await one.joinExchangeFolder(shared, false);
  const going = now(one).catch((error: unknown) => error);
  one.close();
  await going;
  const again = opened(folder, 'p.assay', 'home', 'Me');
  expect((await now(again)).problem).toBeNull();
  expect((await now(again)).written.files).toBe(0);
  expect(
    readdirSync(shared, { recursive: true }).filter((name) => String(name).includes('.unfinished')),
  ).toEqual([]);
});

test('a folder that vanishes is told, and is exchanged through again once it is back', async () => {
  const { folder, shared } = twoCopies();
  const one = opened(folder, 'p.assay', 'home', 'Me');
  await one.joinExchangeFolder(shared, false);
  await now(one);
  renameSync(shared, `${shared}-away`);
  await expect(now(one)).rejects.toThrow(/is not there; is its drive or share connected\?/);
  mkdirSync(shared);
  await expect(now(one)).rejects.toThrow(/no longer holds this project’s files/);
  expect((await one.call('getExchangeFolder', {})).exchange.problem).toMatch(/no longer holds/);
  renameSync(`${shared}-away/v1`, join(shared, 'v1'));
  expect(await now(one)).toMatchObject({ problem: null, written: { files: 0 } });
});

test('two calls at once are one round, and a round of a folder that was left is not told as news', async () => {
  const { folder, shared } = twoCopies();
  const one = opened(folder, 'p.assay', 'home', 'Me');
  await one.joinExchangeFolder(shared, false);
  const [a, b] = await Promise.all([now(one), now(one)]);
  expect(a).toEqual(b);
  const going = now(one);
  await one.call('leaveExchangeFolder', {});
  await going.catch(() => undefined);
  expect((await one.call('getExchangeFolder', {})).exchange).toEqual({
    folder: null,
    encrypt: false,
    last: null,
    problem: null,
  });
});
