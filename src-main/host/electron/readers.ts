import { EventEmitter } from 'node:events';
import type { FromEngine, ToEngine } from './messages.ts';

/** A throw-away process, as the engine sees a child of its own: `message` and `exit` are told, as `child_process` does. */
export class Reader extends EventEmitter<{ message: [unknown]; exit: [code: number]; error: [Error] }> {
  readonly #tell: (message: unknown) => void;
  readonly #end: () => void;

  constructor(tell: (message: unknown) => void, end: () => void) {
    super();
    this.#tell = tell;
    this.#end = end;
  }

  send(message: unknown): boolean {
    this.#tell(message);
    return true;
  }

  kill(): boolean {
    this.#end();
    return true;
  }
}

/** The engine's end: starts readers by asking the main process for them. */
export function createReaders(post: (message: FromEngine) => void) {
  const readers = new Map<number, Reader>();
  let last = 0;
  return {
    start: (args: readonly string[]): Reader => {
      const reader = ++last;
      const started = new Reader(
        (message) => post({ kind: 'reader-tell', reader, message }),
        () => post({ kind: 'reader-kill', reader }),
      );
      readers.set(reader, started);
      post({ kind: 'reader-start', reader, args });
      return started;
    },
    hear: (message: Extract<ToEngine, { kind: 'reader-said' | 'reader-ended' }>): void => {
      const reader = readers.get(message.reader);
      if (message.kind === 'reader-said') return void reader?.emit('message', message.message);
      readers.delete(message.reader);
      reader?.emit('exit', message.code);
    },
  };
}

/** What main needs of a process that it started; Electron's UtilityProcess is one. */
export type Child = {
  readonly postMessage: (message: unknown) => void;
  readonly kill: () => boolean;
  on(event: 'message', hear: (message: unknown) => void): unknown;
  on(event: 'exit', hear: (code: number) => void): unknown;
};

/** The main process's end: owns the readers of one engine and passes on what is said. */
export function keepReaders(start: (args: readonly string[]) => Child, post: (message: ToEngine) => void) {
  const children = new Map<number, Child>();
  return {
    hear: (asked: Extract<FromEngine, { reader: number }>): void => {
      const { reader } = asked;
      if (asked.kind === 'reader-tell') return children.get(reader)?.postMessage(asked.message);
      if (asked.kind === 'reader-kill') return void children.get(reader)?.kill();
      const child = start(asked.args);
      children.set(reader, child);
      child.on('message', (message) => post({ kind: 'reader-said', reader, message }));
      child.on('exit', (code) => {
        children.delete(reader);
        post({ kind: 'reader-ended', reader, code });
      });
    },
    /** The engine is gone, and with it everybody who would read what they find. */
    end: (): void => children.forEach((child) => child.kill()),
  };
}
