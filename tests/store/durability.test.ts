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

test(
  `${KILLS} kills at random moments lose no acknowledged act, and the project verifies after each`,
  { timeout: Math.max(600_000, KILLS * 2_000) },
  async () => {
    const folder = temporaryFolder();
    let rounds = 0;
    let acknowledged = 0;
    let midway = 0;
    // a round mostly waits for a process to start, so a few go on side by side, each with files of its own
    const lane = async (name: string) => {
      for (let n = 0; rounds < KILLS; n += 1) {
        const { file, close } = temporaryProject(folder, `${name}${n}`);
        close();
        // a fresh file now and then, so that checking it stays quick
        const told = new Set<string>();
        for (let kill = 0; kill < 10 && rounds < KILLS; kill += 1) {
          rounds += 1;
          for (const hash of await killedAfter(file, 1 + Math.random() * 40)) told.add(hash);
          if (hasHotJournal(file)) midway += 1;
          const project = openFile(file, { now: 0 });
          const kept = new Set(
            project.read.all<{ hash: string }>('select hash from act').map((act) => act.hash),
          );
          const { problems } = verify(project.read);
          project.close();
          expect([...told].filter((hash) => !kept.has(hash))).toEqual([]);
          expect(problems).toEqual([]);
        }
        acknowledged += told.size;
      }
    };
    await Promise.all(['a', 'b', 'c'].map(lane));
    console.info(
      `${KILLS} kills, ${midway} in the middle of a write, ${acknowledged} acknowledged acts, none lost`,
    );
    expect(acknowledged).toBeGreaterThan(KILLS);
  },
);

/** Runs a writer, kills it some milliseconds after its first acknowledgement, and gives what it acknowledged. */
async function killedAfter(file: string, ms: number): Promise<string[]> {
  const writer = spawn(process.execPath, [WRITER, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  let kill: NodeJS.Timeout | undefined;
  writer.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
    kill ??= setTimeout(() => writer.kill('SIGKILL'), ms);
  });
  await new Promise((ended) => writer.on('close', ended));
  return said.split('\n').slice(0, -1);
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
    file,
    '200',
    flush,
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
