import { EventEmitter } from 'node:events';

/**
 * To `--import`: a utility process of Electron talks through `process.parentPort`; a forked one has the same under other
 * names.
 */
export const PARENT_PORT = `data:text/javascript,process.parentPort = {
  on: (event, hear) => process.on(event, (data) => hear({ data })),
  postMessage: (message) => process.send(message),
};
process.on('disconnect', () => process.exit())`;

// what was handed to Electron: handlers of many shapes, which the tests call as Electron would
type Handed = (...said: readonly unknown[]) => unknown;
type All = readonly [Handed, ...Handed[]];

/**
 * Stands in for one of Electron's own objects where Electron is absent: remembers what was handed to each of its
 * methods, and emits its events.
 */
export function recorded() {
  const events = new EventEmitter();
  const handed = new Map<string, readonly unknown[]>();
  const at = (path: string): object =>
    new Proxy(() => {}, {
      get: (_target, name) => {
        if (path === '' && name === 'on') return events.on.bind(events);
        return at(path === '' ? String(name) : `${path}.${String(name)}`);
      },
      apply: (_target, _self, args: unknown[]) => void handed.set(path, args),
    });
  return {
    as: <T>() => at('') as T,
    emit: (event: string, ...said: unknown[]) => {
      if (!events.emit(event, ...said)) throw new Error(`nobody listens for ${event}`);
    },
    argumentsOf: (method: string): All => {
      const args = handed.get(method);
      if (!args) throw new Error(`${method} was never called`);
      return args as unknown as All;
    },
  };
}
