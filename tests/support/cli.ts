import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './project.ts';

const MAIN = resolve(import.meta.dirname, '../../src-main/host/cli/assay.mjs');

export type Ran = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly json: () => never;
};

/** A command line in a folder of its own, with its own home. */
export function commandLine(folder = temporaryFolder()) {
  const assay = (...args: string[]): Ran => assayWith({}, ...args);
  const assayWith = (
    { input = '', env = {} }: { input?: string | Uint8Array; env?: Record<string, string> },
    ...args: string[]
  ): Ran => {
    const ran = spawnSync(process.execPath, [MAIN, ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        ASSAY_HOME: join(folder, 'home'),
        ...env,
      },
    });
    return {
      code: ran.status,
      out: ran.stdout,
      err: ran.stderr,
      json: () => JSON.parse(ran.stdout) as never,
    };
  };
  return { folder, assay, assayWith };
}
