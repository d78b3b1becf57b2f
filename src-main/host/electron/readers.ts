import type { ReaderProcess } from '#engine/parse.ts';
import type { FromEngine, ToEngine } from './messages.ts';

/** The engine's end: has readers started by the main process, which alone may start processes. */
export function createReaders(post: (message: FromEngine) => void) {
  const readers = new Map<number, { said: (message: unknown) => void; ended: () => void }>();
  let last = 0;
  return {
    start: (memoryMb: number): ReaderProcess => {
      const reader = ++last;
      const hears = { said: (_message: unknown) => {}, ended: () => {} };
      readers.set(reader, hears);
      post({ kind: 'reader-start', reader, memoryMb });
      return {
        send: (message) => post({ kind: 'reader-tell', reader, message }),
        onMessage: (listen) => void (hears.said = listen),
        onEnd: (listen) => void (hears.ended = listen),
        // the main process keeps it, so it holds the engine up in no way
        rest: () => {},
        kill: () => post({ kind: 'reader-kill', reader }),
      };
    },
    hear: (message: Extract<ToEngine, { reader: number }>): void => {
      const hears = readers.get(message.reader);
      if (message.kind === 'reader-said') return hears?.said(message.message);
      readers.delete(message.reader);
      hears?.ended();
    },
  };
}

/** What main needs of a process that it started; Electron's UtilityProcess is one. */
export type Child = {
  readonly postMessage: (message: unknown) => void;
  readonly kill: () => boolean;
  on(event: 'message', hear: (message: unknown) => void): unknown;
  on(event: 'exit', hear: () => void): unknown;
};

/** The main process's end: owns the readers of one engine and passes on what is said. */
export function keepReaders(start: (memoryMb: number) => Child, post: (message: ToEngine) => void) {
  const children = new Map<number, Child>();
  return {
    hear: (asked: Extract<FromEngine, { reader: number }>): void => {
      const { reader } = asked;
      if (asked.kind === 'reader-tell') return children.get(reader)?.postMessage(asked.message);
      if (asked.kind === 'reader-kill') return void children.get(reader)?.kill();
      const child = start(asked.memoryMb);
      children.set(reader, child);
      child.on('message', (message) => post({ kind: 'reader-said', reader, message }));
      child.on('exit', () => {
        // after its engine has ended there is nobody left to tell
        if (children.delete(reader)) post({ kind: 'reader-ended', reader });
      });
    },
    /** The engine is gone, and with it everybody who would read what they find. */
    end: (): void => {
      const orphans = [...children.values()];
      children.clear();
      for (const child of orphans) child.kill();
    },
  };
}
