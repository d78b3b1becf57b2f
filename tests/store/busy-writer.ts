import { writeSync } from 'node:fs';
import { cells } from '#domain/act.ts';
import { keepBlob } from '#store/blobs.ts';
import { commit } from '#store/commit.ts';
import { openFile } from '#store/open.ts';

// A window that works without a pause: each line on standard output is an act it was told is safe.
const [file, rounds = '1000000', flush = 'extra'] = process.argv.slice(2);
const project = openFile(file!, { now: Date.now() });
if (flush !== 'extra') project.db!.pragma(`synchronous = ${flush}`);
const author = { person: 'p', device: `d${process.pid}` };

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
  writeSync(1, `${act.hash}\n`);
}
