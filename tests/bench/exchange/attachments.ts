// Packs and merges a project with large attachments, and prints the peak of the process's memory after each.
import { join } from 'node:path';
import { cells } from '#domain/act.ts';
import { openEngine, realWorld } from '#engine/engine.ts';
import { joinProject } from '#engine/join.ts';
import { keepPieces } from '#store/blobs.ts';
import { commit } from '#store/commit.ts';
import { newHash } from '#store/hash.ts';
import { createFile } from '#store/open.ts';

const [folder = '', megabytes = '0'] = process.argv.slice(2);
const PIECE = 1 << 20;
const EACH = 128;
const began = performance.now();

function* pieces(seed: number, count: number): Generator<Uint8Array> {
  const piece = Buffer.alloc(PIECE, `attachment ${seed} `);
  for (let n = 0; n < count; n += 1) {
    piece.writeUInt32LE((n * 2_654_435_761) % 0xffff_ffff, 0);
    yield Buffer.from(piece);
  }
}

const file = join(folder, 'large.assay');
const project = createFile(file, 'large-project', { now: 0 }, () => {});
for (let n = 0; n * EACH < Number(megabytes); n += 1) {
  const hash = newHash();
  for (const piece of pieces(n, EACH)) hash.update(piece);
  const name = hash.digest('hex');
  project.db!.together(() => keepPieces(project.db!, { sha256: name, bytes: EACH * PIECE }, pieces(n, EACH)));
  const changes = cells('capture', `k${n}`, {
    present: 1,
    bytes: name,
    name: `${n}.mp4`,
    media_type: 'video/mp4',
  });
  commit(project, { deed: 'capture', changes }, { person: 'ada', device: 'd' }, 1_000 + n);
}
project.close();

const engine = openEngine(file, realWorld(join(folder, 'home-large')));
const bundle = join(folder, 'large.assaypack');
await engine.packTo(bundle, {});
engine.close();
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);
const packMb = peak();
const { engine: joined, merged } = await joinProject(
  join(folder, 'joined.assay'),
  [bundle],
  realWorld(join(folder, 'home-joined')),
);
if (merged.files.new !== Math.ceil(Number(megabytes) / EACH)) throw new Error('Files are missing.');
joined.close();
process.stdout.write(
  JSON.stringify({ packMb, mergeMb: peak(), seconds: Math.round((performance.now() - began) / 1_000) }),
);
