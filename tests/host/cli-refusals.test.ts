/** What the command line says, and with which exit code, where something cannot be done or is wrong. */
import { chmodSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFile } from '#store/open.ts';
import { commandLine, type Ran } from '../support/cli.ts';
import { ARTICLE } from '../support/engine.ts';

test.for<[string, (at: (name: string) => string) => void, RegExp]>([
  ['is missing', () => {}, /does not exist/],
  ['is a folder', (at) => mkdirSync(at('p.assay')), /is a folder/],
  ['is noise', (at) => writeFileSync(at('p.assay'), randomBytes(9_000)), /not an Assay project/],
  ['is empty', (at) => writeFileSync(at('p.assay'), ''), /not an Assay project/],
  ['is damaged', (at) => truncateSync(sample(at), 9_000), /damaged/],
  ['is newer', (at) => patch(sample(at), 60, 99), /newer Assay/],
  ['may only be read', (at) => chmodSync(sample(at), 0o444), /can only be read/],
])('a project that %s gives one sentence and exit code 1, and stays as it is', ([, make, sentence]) => {
  const { folder, assay } = commandLine();
  const at = (name: string) => join(folder, name);
  make(at);
  writeFileSync(at('a.txt'), ARTICLE);
  const before = bytesOf(at('p.assay'));
  refuses(assay('import', 'p.assay', 'a.txt', '--json'), sentence);
  expect(bytesOf(at('p.assay'))).toEqual(before);
});

test('a project that is open elsewhere is refused until it is closed there', async () => {
  const { folder, assay } = commandLine();
  const file = sample((name) => join(folder, name));
  const holder = fork(join(import.meta.dirname, '../support/hold.ts'), [file], { stdio: 'ignore' });
  await once(holder, 'message');
  refuses(assay('import', 'p.assay', 'a.txt', '--json'), /open in another window/);
  holder.disconnect();
  await once(holder, 'exit');
  expect(assay('import', 'p.assay', 'a.txt').code).toBe(0);
});

/** One sentence for people, and for programs the same in one document. */
function refuses(ran: Ran, sentence: RegExp): void {
  expect(ran.code).toBe(1);
  expect(ran.err).toMatch(/^error: [^\n]+\n$/);
  expect(ran.err).toMatch(sentence);
  const { error } = ran.json() as { error: { code: string; message: string } };
  expect(ran.err).toBe(`error: ${error.message}\n`);
  expect(error.code).toMatch(/^[a-z-]+$/);
}

test('verify says 3 when something is wrong, and names it', () => {
  const { folder, assay } = commandLine();
  writeFileSync(join(folder, 'a.txt'), ARTICLE);
  assay('new', 'p.assay');
  assay('import', 'p.assay', 'a.txt');
  const project = openFile(join(folder, 'p.assay'), { now: 0 });
  project.db!.run(`update article set title = 'Another story'`);
  project.close();
  const ran = assay('verify', 'p.assay', '--json');
  expect(ran.code).toBe(3);
  expect(ran.json()).toMatchObject({
    ok: false,
    problems: [{ kind: 'cell', message: expect.stringMatching(/title/) }],
  });
});

test('with --json a failed command prints one document too, with what programs can act on', () => {
  const { folder, assay } = commandLine();
  sample((name) => join(folder, name));
  const { articles } = assay('articles', 'p.assay', '--json').json() as { articles: { id: string }[] };
  const ran = assay(
    'mark',
    'p.assay',
    articles[0]!.id,
    '--quote',
    'Nine people',
    '--as',
    'verifiable',
    '--json',
  );
  refuses(ran, /2 times/);
  expect(ran.json()).toMatchObject({
    error: { code: 'ambiguous', detail: { places: [{ start: 41 }, { start: 214 }] } },
  });
  for (const args of [['fly'], ['history', 'p.assay', '--limit', 'x']]) {
    const wrong = assay(...args, '--json');
    expect(wrong, args.join(' ')).toMatchObject({ code: 2, err: expect.stringMatching(/^error: /) });
    expect(wrong.json(), args.join(' ')).toMatchObject({ error: { code: 'usage' } });
  }
  refuses(assay('call', 'p.assay', 'search', '{"query":""}', '--json'), /“query” is empty/);
  refuses(assay('new', '', '--json'), /needs a file/);
});

test('wrong usage is 2, help is 0 with examples, and a new project never replaces a file', () => {
  const { folder, assay } = commandLine();
  for (const args of [
    [],
    ['fly'],
    ['new'],
    ['mark', 'p.assay', 'x'],
    ['new', 'p.assay', '--colour', 'red'],
    ['mark', 'p', 'a', '--quote', 'q', '--as'],
    ['mark', 'p', 'a', '--quote', 'q', '--as', 'purple'],
    ['evidence', 'p', 'c', 'r', '--stance', 'maybe'],
    ['search', 'p', 'q', '--in', 'drawers'],
    ['export', 'p', '--format', 'stone', '--out', 'x'],
    ['reference', 'p'],
    ['call', 'p', 'noSuchCall'],
  ]) {
    const ran = assay(...args);
    expect(ran.code, args.join(' ')).toBe(2);
    expect(ran.out, args.join(' ')).toBe('');
  }
  for (const command of ['import', 'mark', 'export', 'call']) {
    expect(assay(command, '--help')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Examples:\n {2}assay/),
    });
  }
  expect(assay('--version')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    err: '',
  });
  writeFileSync(join(folder, 'p.assay'), 'my only copy');
  expect(assay('new', 'p.assay')).toMatchObject({ code: 1, err: expect.stringMatching(/exists already/) });
  expect(readFileSync(join(folder, 'p.assay'), 'utf8')).toBe('my only copy');
  expect(assay('new', 'no/p.assay')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/does not exist; create it/),
  });
  expect(assay('new', 'q.assay').code).toBe(0);
  expect(assay('export', 'q.assay', '--format', 'rtf', '--out', 'q.rtf')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^error: .*rtf/),
  });
  expect(assay('export', 'q.assay', '--format', 'md', '--out', 'q.assay')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/project itself/),
  });
  expect(existsSync(join(folder, 'q.pdf'))).toBe(false);
});

function sample(at: (name: string) => string): string {
  const { assay } = commandLine(at(''));
  assay('new', 'p.assay');
  writeFileSync(at('a.txt'), ARTICLE);
  assay('import', 'p.assay', 'a.txt');
  return at('p.assay');
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function patch(path: string, at: number, value: number): void {
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(value, at);
  writeFileSync(path, bytes);
}
