// Plain JavaScript: asked before anything else, it must not wait for what reads TypeScript.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The programs of a build that are also run from their sources, with what each is made of. */
const MADE_OF = {
  importer: ['src-main/importers', 'src-main/domain'],
  'command-line': ['src-main'],
};

/** Where a build notes which sources a program was made from: a stamp of their places and times, then their hash. */
const noteOf = (root, program) => join(root, `out/main/${program}.sources`);

/** The built program where there is one of these very sources, since it starts in half the time. */
export function builtProgram(root, program) {
  const built = join(root, `out/main/${program}.js`);
  const note = noteOf(root, program);
  if (!existsSync(built) || !existsSync(note)) return undefined;
  const [stamp, digest] = readFileSync(note, 'utf8').split('\n');
  // a copy has other times, so only then the sources are read
  return stamp === stampOf(root, program) || digest === digestOf(root, program) ? built : undefined;
}

/** What stands beside a finished build to tell which sources it was made from. */
export const sourcesNote = (root, program) => ({
  path: noteOf(root, program),
  text: `${stampOf(root, program)}\n${digestOf(root, program)}`,
});

/** The quick look: names, sizes and times. */
function stampOf(root, program) {
  const seen = sourcesOf(root, program).map((path) => {
    const { size, mtimeMs } = statSync(`${root}/${path}`);
    return `${path} ${size} ${mtimeMs}`;
  });
  return createHash('sha256').update(seen.join('\n')).digest('hex');
}

/** The sure look: names and contents. */
function digestOf(root, program) {
  const hash = createHash('sha256');
  for (const path of sourcesOf(root, program))
    hash.update(`${path}\0`).update(readFileSync(`${root}/${path}`));
  return hash.digest('hex');
}

const sourcesOf = (root, program) => MADE_OF[program].flatMap((folder) => filesIn(root, folder)).sort();

function filesIn(root, folder) {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(root, path) : [path];
  });
}
