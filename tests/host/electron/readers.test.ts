import { fork } from 'node:child_process';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ReaderProcess } from '#engine/parse.ts';
import type { FromEngine, ToEngine } from '../../../src-main/host/electron/messages.ts';
import { createReaders, keepReaders, type Child } from '../../../src-main/host/electron/readers.ts';
import { temporaryFolder } from '../../support/project.ts';

const READER = `process.on('message', (message) => {
  if (message.name === 'crash') process.exit(7);
  process.send({ read: message, memory: process.argv[2] });
});`;

/** Both ends, with real processes behind the main one; what crosses is cloned as between processes. */
function ends() {
  const file = join(temporaryFolder(), 'reader.mjs');
  writeFileSync(file, READER);
  const toEngine: string[] = [];
  const start = (memoryMb: number): Child => {
    const child = fork(file, [String(memoryMb)], { serialization: 'advanced' });
    onTestFinished(() => void child.kill('SIGKILL'));
    return {
      postMessage: (message) => void (child.connected && child.send(message as object)),
      kill: () => child.kill('SIGKILL'),
      on: (event: 'message' | 'exit', hear: (said: unknown) => void) =>
        event === 'message' ? child.on(event, hear) : child.on(event, hear),
    };
  };
  const main = keepReaders(start, (message: ToEngine) => {
    toEngine.push(message.kind);
    const clone = structuredClone(message);
    if ('reader' in clone) engine.hear(clone);
  });
  const engine = createReaders((message: FromEngine) => {
    if ('reader' in message) main.hear(structuredClone(message));
  });
  return { engine, main, toEngine };
}

const said = (reader: ReaderProcess) => new Promise((resolve) => reader.onMessage(resolve));
const ended = (reader: ReaderProcess) => new Promise<void>((resolve) => reader.onEnd(resolve));

describe('throw-away readers, started by the main process for the engine', () => {
  it('get bytes and answer, each by itself', async () => {
    const { engine } = ends();
    const [one, two] = [engine.start(100), engine.start(200)];
    const answers = Promise.all([said(one), said(two)]);
    one.send({ bytes: new Uint8Array([1, 2]) });
    two.send({ bytes: new Uint8Array() });
    expect(await answers).toEqual([
      { read: { bytes: new Uint8Array([1, 2]) }, memory: '100' },
      { read: { bytes: new Uint8Array() }, memory: '200' },
    ]);
    const again = said(one);
    one.send({ name: 'second' });
    expect(await again).toMatchObject({ read: { name: 'second' } });
  });

  it('are heard ending, by themselves and when killed', async () => {
    const { engine, toEngine } = ends();
    const crashing = engine.start(100);
    crashing.send({ name: 'crash' });
    await ended(crashing);
    const killed = engine.start(100);
    killed.kill();
    await ended(killed);
    killed.send({ name: 'nobody hears this' });
    expect(toEngine).toEqual(['reader-ended', 'reader-ended']);
  });

  it('end with their engine, and nobody is told', async () => {
    const { engine, main, toEngine } = ends();
    const reader = engine.start(100);
    const answer = said(reader);
    reader.send({});
    await answer;
    main.end();
    reader.send({});
    await new Promise((done) => setTimeout(done, 300));
    expect(toEngine).toEqual(['reader-said']);
  });
});
