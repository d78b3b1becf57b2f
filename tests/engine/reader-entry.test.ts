/** Which program reads imported files: the built one only where it is of the very sources that stand beside it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { builtProgram, sourcesNote } from '#engine/built.mjs';
import { readerProgram } from '#engine/reader-entry.ts';

const root = mkdtempSync(join(tmpdir(), 'assay-reader-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the built reader is started where it is of these sources, else the sources are', () => {
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const entry = () => readerProgram(root).entry;
  const source = join(root, 'src-main/importers/main.ts');
  write('src-main/importers/main.ts', 'export {};\n');
  write('src-main/domain/words.ts', 'export {};\n');
  expect(entry()).toBe(source);

  const { path, text } = sourcesNote(root, 'importer');
  write('out/main/importer.js', 'export {};\n');
  expect(entry()).toBe(source);
  writeFileSync(path, text);
  expect(entry()).toBe(join(root, 'out/main/importer.js'));
  // a copy has other times
  utimesSync(join(root, 'src-main/domain/words.ts'), 1, 1);
  expect(entry()).toBe(join(root, 'out/main/importer.js'));
  expect(readerProgram(root).readable).not.toContain(join(root, 'src-main/'));

  write('src-main/domain/words.ts', 'export const changed = 1;\n');
  expect(entry()).toBe(source);
  write('src-main/domain/words.ts', 'export {};\n');
  expect(entry()).not.toBe(source);
  // the same text under another name is another program
  cpSync(join(root, 'src-main/domain/words.ts'), join(root, 'src-main/domain/other.ts'));
  expect(entry()).toBe(source);

  // each program has a note of its own
  expect(builtProgram(root, 'command-line')).toBeUndefined();
  write('out/main/command-line.js', 'export {};\n');
  const note = sourcesNote(`${root}/`, 'command-line');
  writeFileSync(note.path, note.text);
  expect(builtProgram(root, 'command-line')).toBe(join(root, 'out/main/command-line.js'));
});
