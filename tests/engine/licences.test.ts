import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '#contract/index.ts';
import { listLicences } from '#engine/licences.ts';
import { collectLicences, LIST, SHIPPED, TOOLS } from '../../docs/licences.ts';

const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } =
  JSON.parse(await readFile(resolve(import.meta.dirname, '../../package.json'), 'utf8'));

describe('the list of licences', () => {
  it('is what the installed packages say; else run `node docs/licences.ts`', async () => {
    expect(JSON.parse(await readFile(LIST, 'utf8'))).toEqual(await collectLicences());
  });

  it('names every dependency and every bundled package with its text', async () => {
    const { licences } = contract.listLicences.output.parse(await listLicences());
    const listed = new Map(licences.map((entry) => [entry.name, entry]));
    const wanted = [...Object.keys(manifest.dependencies), ...SHIPPED];
    expect(wanted.filter((name) => !listed.get(name)?.text)).toEqual([]);
    expect(licences.filter(({ text, licence }) => text === '' || licence === '')).toEqual([]);
  });

  it('knows of every development package whether it is in the program', () => {
    const decided = [...SHIPPED, ...TOOLS].toSorted();
    expect(decided).toEqual(Object.keys(manifest.devDependencies).toSorted());
  });

  it('keeps what citeproc and the fonts ask for', async () => {
    const { licences } = await listLicences();
    const text = (name: string) => licences.find((entry) => entry.name === name)?.text ?? '';
    expect(text('citeproc')).toMatch(/Frank Bennett[\s\S]*Common Public Attribution License/);
    expect(text('@fontsource-variable/noto-sans')).toMatch(/SIL OPEN FONT LICENSE/i);
    expect(text('@fontsource-variable/source-serif-4')).toMatch(/SIL OPEN FONT LICENSE/i);
  });
});
