import { writeSync } from 'node:fs';
import { isMainThread, threadId, Worker, workerData } from 'node:worker_threads';
import { cells } from '#domain/act.ts';
import { keepBlob } from '#store/blobs.ts';
import { commit } from '#store/commit.ts';
import { openFile } from '#store/open.ts';

/**
 * Windows that work without a pause, each on a project of its own. Several share a process and begin together, so that
 * one kill meets all of them in the middle of their work.
 * Each line on standard output names a project and an act that its window was told is safe.
 * Usage: busy-writer ROUNDS FLUSH FILE…
 */
type Given = { readonly words: readonly string[]; readonly open: Int32Array };

const { words, open } = isMainThread
  ? { words: process.argv.slice(2), open: new Int32Array(new SharedArrayBuffer(4)) }
  : (workerData as Given);
const [rounds, flush, ...files] = words as [string, string, ...string[]];
const mine = files[threadId]!;
if (isMainThread)
  for (let n = 1; n < files.length; n += 1)
    new Worker(new URL(import.meta.url), { workerData: { words, open } satisfies Given });

const project = openFile(mine, { now: Date.now() });
if (flush !== 'extra') project.db!.pragma(`synchronous = ${flush}`);
const author = { person: 'p', device: `d${process.pid}-${threadId}` };

Atomics.add(open, 0, 1);
Atomics.notify(open, 0);
for (let seen = 0; (seen = Atomics.load(open, 0)) < files.length;)
  if (Atomics.wait(open, 0, seen, 60_000) === 'timed-out') throw new Error('A window did not open.');

for (let n = 0; n < Number(rounds); n += 1) {
  const act = project.db!.together(() => {
    const bytes = n % 7 === 0 ? keepBlob(project.db!, new Uint8Array(150_000).fill(n % 251)) : undefined;
    const told = commit(
      project,
      {
        deed: 'test',
        changes: [
          ...cells('claim', `c${n % 50}`, { present: 1, wording: `wording ${n} `.repeat(1 + (n % 40)) }),
          ...cells('capture', `k${n % 9}`, { present: 1, bytes }),
        ],
      },
      author,
      Date.now(),
    );
    return told.act;
  });
  writeSync(1, `${mine} ${act.hash}\n`);
}
