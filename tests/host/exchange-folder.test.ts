import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contract } from '#contract/index.ts';
import { openEngine, realWorld } from '#engine/engine.ts';
import { commandLine, type Ran } from '../support/cli.ts';

const answer = (ran: Ran) => contract.exchangeNow.output.parse(ran.json()).exchange;
/** One sentence, and nothing else. */
const declined = (ran: Ran, code: number, says: RegExp) => {
  expect([ran.code, ran.out]).toEqual([code, '']);
  expect(ran.err).toMatch(says);
  expect(ran.err.trim().split('\n')[0]).toMatch(/\.$/);
};

test(
  '`exchange` through a folder: two sides, each answer one document, each failure one sentence',
  { timeout: 240_000 },
  async () => {
    const { folder, assay, assayWith } = commandLine();
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    // what only prepares goes through the engine, since every command costs a process
    const home = join(folder, 'home');
    const founded = openEngine(join(folder, 'p.assay'), realWorld(home), {
      person: 'Ada',
      create: { title: 'The dam' },
    });
    await expect(founded.joinExchangeFolder(folder, false)).rejects.toThrow(
      /^The project file lies in this folder;/,
    );
    await expect(founded.joinExchangeFolder(home, false)).rejects.toThrow(/^Assay keeps your keys/);
    founded.close();
    declined(
      assay('exchange', 'p.assay'),
      1,
      /^error: This project has no exchange folder; choose one first\./,
    );
    declined(
      assay('exchange', 'p.assay', '--folder', 'absent'),
      1,
      /^error: .*absent is not a folder; create it first\./,
    );
    declined(assay('exchange', 'p.assay', '--encrypt'), 2, /--encrypt goes with --folder/);

    copyFileSync(join(folder, 'p.assay'), join(folder, 'q.assay'));
    const first = answer(assay('exchange', 'p.assay', '--folder', 'shared', '--json'));
    expect(first).toMatchObject({
      folder: shared,
      merged: { files: 0 },
      written: { files: 1 },
      problem: null,
    });
    expect(answer(assay('exchange', 'p.assay', '--json')).written).toEqual({ files: 0, acts: 0 });

    const bea = (...args: string[]) => assayWith({ env: { ASSAY_HOME: join(folder, 'bea') } }, ...args);
    const beas = openEngine(join(folder, 'q.assay'), realWorld(join(folder, 'bea')), { person: 'Bea' });
    await beas.call('describeProject', { method: 'Bea counts.' });
    beas.close();
    expect(answer(bea('exchange', 'q.assay', '--folder', 'shared', '--json'))).toMatchObject({
      merged: { files: 1 },
      written: { files: 1 },
    });
    expect(answer(assay('exchange', 'p.assay', '--json'))).toMatchObject({
      merged: { files: 1 },
      people: ['Bea'],
    });
    expect(
      readdirSync(join(shared, 'v1'), { recursive: true }).filter((name) => String(name).includes('.')),
    ).toHaveLength(2);

    const other = fork(resolve(import.meta.dirname, '../support/hold.ts'), [join(folder, 'p.assay')]);
    await once(other, 'message');
    declined(assay('exchange', 'p.assay'), 1, /^error: /);
    other.disconnect();
    await once(other, 'exit');
    expect(assay('exchange', 'p.assay', '--leave').code).toBe(0);
  },
);
