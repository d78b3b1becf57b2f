import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FromEngine, ToEngine } from '../../../src-main/host/electron/messages.ts';
import { createReaders, keepReaders, type Child } from '../../../src-main/host/electron/readers.ts';
import { temporaryFolder } from '../../support/project.ts';

const READER = `process.on('message', (message) => {
  if (message === 'crash') process.exit(7);
  process.send({ read: message, with: process.argv.slice(2) });
});`;

/** Both ends, with real processes behind the main one; what crosses is cloned as between processes. */
function ends() {
  const file = join(temporaryFolder(), 'reader.mjs');
  writeFileSync(file, READER);
  const start = (args: readonly string[]): Child => {
    const child = fork(file, [...args], { serialization: 'advanced' });
    onTestFinished(() => void child.kill('SIGKILL'));
    return {
      postMessage: (message) => void child.send(message as object),
      kill: () => child.kill('SIGKILL'),
      on: (event: 'message' | 'exit', hear: (said: never) => void) =>
        event === 'message'
          ? child.on(event, hear as (said: unknown) => void)
          : child.on(event, hear as (code: unknown) => void),
    };
  };
  const main = keepReaders(start, (message: ToEngine) => {
    const clone = structuredClone(message);
    if (clone.kind === 'reader-said' || clone.kind === 'reader-ended') engine.hear(clone);
  });
  const engine = createReaders((message: FromEngine) => {
    if ('reader' in message) main.hear(structuredClone(message));
  });
  return { engine, main };
}

describe('throw-away readers, started by the main process for the engine', () => {
  it('get bytes and answer, each by itself', async () => {
    const { engine } = ends();
    const [one, two] = [engine.start(['a']), engine.start(['b'])];
    const answers = Promise.all([once(one, 'message'), once(two, 'message')]);
    one.send(new Uint8Array([1, 2]));
    two.send('two');
    expect(await answers).toEqual([
      [{ read: new Uint8Array([1, 2]), with: ['a'] }],
      [{ read: 'two', with: ['b'] }],
    ]);
  });

  it('are heard ending, by themselves and when killed', async () => {
    const { engine } = ends();
    const crashing = engine.start([]);
    crashing.send('crash');
    expect(await once(crashing, 'exit')).toEqual([7]);
    const killed = engine.start([]);
    const exit = once(killed, 'exit');
    killed.kill();
    await exit;
    killed.send('nobody hears this');
  });

  it('end with their engine', async () => {
    const { engine, main } = ends();
    const readers = [engine.start([]), engine.start([])];
    const exits = Promise.all(readers.map((reader) => once(reader, 'exit')));
    main.end();
    expect(await exits).toHaveLength(2);
  });
});
