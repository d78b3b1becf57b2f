import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IMPORT_SENTENCES } from '../../../src-renderer/i18n/ru/import-sentences.ts';
import { inRussian } from '../../../src-renderer/library/say-import.ts';

const sourcesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

test('every sentence that is translated is one that a reader says', () => {
  const said = sourcesOf('src-main/importers') + sourcesOf('src-main/engine');
  const unsaid = IMPORT_SENTENCES.filter(
    ([english]) =>
      !english
        .split(/\{\}|[“”]|: the archive /)
        .map((part) => part.trim().replace(/\.$/, ''))
        .every((part) => part.length < 4 || said.includes(part)),
  );
  expect(unsaid).toEqual([]);
});

test('what a sentence names keeps its place, and an unknown sentence stays as it came', () => {
  expect(inRussian('“a.txt” has 210 MB of text; an article may have up to 100 MB.')).toBe(
    'В «a.txt» 210 МБ текста; в статье может быть не больше 100 МБ.',
  );
  expect(inRussian('12 pictures were left out.')).toBe('Пропущено изображений: 12.');
  expect(inRussian('Something else.')).toBe('Something else.');
});
