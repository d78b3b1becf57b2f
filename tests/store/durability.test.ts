import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFile } from '#store/open.ts';
import { verify } from '#store/verify.ts';
import { bundled } from '../support/bundled.ts';
import { temporaryFolder, temporaryProject } from '../support/project.ts';

const WRITER = await bundled('tests/store/busy-writer.ts');
const KILLS = Number(process.env['ASSAY_KILLS'] ?? 300);

/** Windows that share a process, and so a kill: starting processes was most of the work here. */
const TOGETHER = 3;

test(
  `${KILLS} windows killed at random moments lose no acknowledged act, and each project verifies afterwards`,
  { timeout: Math.max(600_000, KILLS * 2_000) },
  async () => {
    const folder = temporaryFolder();
    let killed = 0;
    let acknowledged = 0;
    let midway = 0;
    // while one process starts, the projects of another are looked at
    const lane = async (name: string) => {
      for (let n = 0; killed < KILLS; n += 1) {
        const told = new Map<string, Set<string>>();
        for (let i = 0; i < TOGETHER; i += 1) {
          const { file, close } = temporaryProject(folder, `${name}${n}-${i}`);
          close();
          told.set(file, new Set());
        }
        // fresh files now and then, so that checking them stays quick
        for (let round = 0; round < 10 && killed < KILLS; round += 1) {
          killed += TOGETHER;
          for (const [file, hash] of await killedAfter([...told.keys()], 1 + Math.random() * 30))
            told.get(file)!.add(hash);
          for (const [file, hashes] of told) {
            if (hasHotJournal(file)) midway += 1;
            expectWhole(file, hashes);
          }
        }
        for (const hashes of told.values()) acknowledged += hashes.size;
      }
    };
    await Promise.all(['a', 'b'].map(lane));
    console.info(
      `${killed} windows killed, ${midway} in the middle of a write, ${acknowledged} acknowledged acts, none lost`,
    );
    expect(midway).toBeGreaterThan(0);
    expect(acknowledged).toBeGreaterThan(KILLS);
  },
);

function expectWhole(file: string, told: ReadonlySet<string>): void {
  const project = openFile(file, { now: 0 });
  const kept = new Set(project.read.all<{ hash: string }>('select hash from act').map((act) => act.hash));
  const { problems } = verify(project.read);
  project.close();
  expect([...told].filter((hash) => !kept.has(hash))).toEqual([]);
  expect(problems).toEqual([]);
}

/** Starts a window for each project, kills them some milliseconds after the first acknowledgement, and gives all of these. */
async function killedAfter(files: readonly string[], ms: number): Promise<[file: string, hash: string][]> {
  const windows = spawn(process.execPath, [WRITER, '1000000', 'extra', ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let kill: NodeJS.Timeout | undefined;
  windows.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
    kill ??= setTimeout(() => windows.kill('SIGKILL'), ms);
  });
  await new Promise((ended) => windows.on('close', ended));
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' ') as [string, string]);
}

function hasHotJournal(file: string): boolean {
  try {
    return readFileSync(`${file}-journal`)
      .subarray(0, 8)
      .some((byte) => byte !== 0);
  } catch {
    return false;
  }
}

const strace = spawnSync('strace', ['-V']).status === 0;

/** Acknowledgements written while the project or its journal had unflushed writes. */
function unflushedAcknowledgements(flush: string): { acknowledgements: number; early: number } {
  const folder = temporaryFolder();
  const { file, close } = temporaryProject(folder, 'p');
  close();
  const log = join(folder, 'calls');
  const calls = 'write,pwrite64,pwritev,fsync,fdatasync,unlink,ftruncate';
  execFileSync('strace', [
    '-f',
    '-y',
    '-e',
    `trace=${calls}`,
    '-o',
    log,
    process.execPath,
    WRITER,
    '200',
    flush,
    file,
  ]);
  const dirty = new Set<string>();
  let acknowledgements = 0;
  let early = 0;
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const path = /^\d+ +\w+\(\d+<([^>]*)>/.exec(line)?.[1] ?? '';
    if (/ write\(1</.test(line)) {
      acknowledgements += 1;
      if (dirty.size > 0) early += 1;
    } else if (
      / (pwrite64|pwritev|write|ftruncate)\(/.test(line) &&
      path.startsWith(file) &&
      !path.endsWith('-lock')
    )
      dirty.add(path);
    else if (/ (fsync|fdatasync)\(/.test(line)) dirty.delete(path);
    else if (/ unlink\("/.test(line))
      for (const one of dirty) if (line.includes(`"${one}"`)) dirty.delete(one);
  }
  return { acknowledgements, early };
}

test.skipIf(!strace)(
  'what was written is flushed before it is acknowledged (needs strace)',
  { timeout: 120_000 },
  () => {
    expect(unflushedAcknowledgements('extra')).toEqual({ acknowledgements: 200, early: 0 });
    // the same measurement must be able to fail
    expect(unflushedAcknowledgements('off').early).toBeGreaterThan(100);
  },
);
if (!strace) console.info('flush before acknowledgement: not run here, strace is not installed');
