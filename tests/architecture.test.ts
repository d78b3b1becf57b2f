import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Who may import whom, as DESIGN says; each folder may also import itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  store: ['domain'],
  importers: ['domain'],
  reports: ['domain'],
  engine: ['domain', 'contract', 'store', 'importers', 'reports'],
  host: ['engine', 'contract'],
  renderer: ['domain', 'contract'],
};

/** Which folder alone may import a package that ties code to a place. */
const ONLY: Readonly<Record<string, string>> = {
  'better-sqlite3': 'store',
  electron: 'host/electron',
};

type Import = {
  readonly from: string;
  readonly spoken: string;
  readonly to: string;
  /** Whether it is loaded when the program runs, not only looked at by the compiler. */
  readonly value: boolean;
};

const imports = sourceFiles().flatMap((from): Import[] => {
  const text = readFileSync(join(ROOT, from), 'utf8');
  const types = new Set(
    [...text.matchAll(/^(?:import|export) type [^;]*? from '[^']+'/gm)].map(
      ({ index, 0: all }) => index + all.length,
    ),
  );
  return [...text.matchAll(/(?:from\s+|import\s+|import\()\s*'([^']+)'/g)].map(
    ({ index, 0: all, 1: name = '' }) => ({
      from,
      spoken: name,
      to: target(from, name),
      value: !types.has(index + all.length),
    }),
  );
});

test('the sources are read at all', () => {
  expect(imports.length).toBeGreaterThan(200);
});

test('folders import only whom they may', () => {
  const wrong = imports
    .map(({ from, spoken, to }) => ({ from, spoken, layer: layerOf(from), other: layerOf(to) }))
    .filter(({ layer, other }) => other !== undefined && layer !== other && !MAY[layer!]?.includes(other))
    .map(({ from, spoken }) => `${from} imports ${spoken}`);
  expect(wrong).toEqual([]);
});

test('what ties code to a place stays in its place', () => {
  const wrong = imports
    .filter(({ spoken }) => Object.hasOwn(ONLY, spoken))
    .filter(({ from, spoken }) => !from.startsWith(`src-main/${ONLY[spoken]}/`))
    .map(({ from, spoken }) => `${from} imports ${spoken}`);
  expect(wrong).toEqual([]);
});

test('a page loads no schemas: calls are checked behind the door', () => {
  const pages = new Set<string>();
  const load = (file: string) => {
    if (pages.has(file)) return;
    pages.add(file);
    imports.filter(({ from, value }) => value && from === file).forEach(({ to }) => load(to));
  };
  sourceFiles()
    .filter((file) => layerOf(file) === 'renderer')
    .forEach(load);
  expect([...pages]).toContain('src-main/contract/client.ts');
  expect([...pages]).not.toContain('zod');
});

test('the domain is pure: no Node, no clock, no chance', () => {
  const domain = sourceFiles().filter((file) => layerOf(file) === 'domain');
  const impure = domain.filter((file) =>
    /from 'node:|Date\.now\(|new Date\(\)|Math\.random\(|randomUUID/.test(
      readFileSync(join(ROOT, file), 'utf8'),
    ),
  );
  expect(domain.length).toBeGreaterThan(10);
  expect(impure).toEqual([]);
});

test('nobody but the act log writes what is shared', () => {
  const shared =
    'project|person|device|article|revision|footnote|claim|occurrence|reference|capture|evidence|scale|verdict|comment|tag|tagging|question|answer|received';
  const writes = new RegExp(`\\b(insert into|update|delete from) (${shared})\\b`);
  const wrong = sourceFiles().filter(
    (file) => file.endsWith('.ts') && writes.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

function sourceFiles(): string[] {
  return ['src-main', 'src-renderer'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
  );
}

function target(from: string, spoken: string): string {
  if (spoken.startsWith('#')) return `src-main/${spoken.slice(1)}`;
  if (spoken.startsWith('.')) return relative(ROOT, resolve(ROOT, dirname(from), spoken));
  return spoken;
}

function layerOf(path: string): string | undefined {
  if (path.startsWith('src-renderer/')) return 'renderer';
  return /^src-main\/([^/]+)\//.exec(path)?.[1];
}
