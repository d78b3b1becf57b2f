/**
 * Lists the licences of what Assay is made of: `node docs/licences.ts` writes src-main/engine/licences.json from the
 * lock file and the installed packages. It is committed, so that a program without its node_modules can show it.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
export const LIST = resolve(root, 'src-main/engine/licences.json');

/** Development packages whose code or files end up in the program. */
export const SHIPPED = [
  '@fontsource-variable/noto-sans',
  '@fontsource-variable/source-serif-4',
  '@tanstack/react-query',
  '@tiptap/react',
  'electron',
  'i18next',
  'lucide-react',
  'react',
  'react-aria-components',
  'react-dom',
  'react-i18next',
] as const;

/** Development packages that only build or test it. */
export const TOOLS = [
  '@automerge/automerge',
  'axe-core',
  '@electron/fuses',
  '@playwright/test',
  '@sparticuz/chromium',
  '@types/better-sqlite3',
  '@types/node',
  '@types/react',
  '@types/react-dom',
  '@types/yauzl',
  '@vitejs/plugin-react',
  '@vitest/browser-playwright',
  'ajv',
  'approx-string-match',
  'electron-vite',
  'fast-check',
  'jsdom',
  'linkedom',
  'mammoth',
  'oxfmt',
  'oxlint',
  'oxlint-tsgolint',
  'playwright-core',
  'postal-mime',
  'saxes',
  'typescript',
  'vite',
  'vitest',
  'vitest-browser-react',
  'xmllint-wasm',
  'yauzl',
  'yjs',
] as const;

/** Optional peers of shipped packages are often tools of ours; they are not in the program for that. */
const TOOL_NAMES: ReadonlySet<string> = new Set(TOOLS);

/** Electron's own dependencies only download it; they are not in the program. */
const WITHOUT_ITS_DEPENDENCIES = new Set(['electron']);

/** What a licence asks to be said beside its text. */
const NOTICES: Readonly<Record<string, string>> = {
  '@expo-google-fonts/noto-emoji': 'Noto Emoji. Copyright Google LLC. SIL Open Font License 1.1.',
  '@expo-google-fonts/noto-sans':
    'Noto Sans. Copyright the Noto Project Authors (https://github.com/notofonts). SIL Open Font License 1.1.',
  '@expo-google-fonts/noto-sans-arabic':
    'Noto Sans Arabic. Copyright the Noto Project Authors (https://github.com/notofonts). SIL Open Font License 1.1.',
  '@expo-google-fonts/source-serif-4':
    'Source Serif 4. Copyright Adobe (http://www.adobe.com/), with Reserved Font Name “Source”. SIL Open Font License 1.1.',
  citeproc:
    'This program uses the citation formatter citeproc-js by Frank Bennett (Common Public Attribution License, ' +
    'chosen here; AGPL is the alternative). Its source: https://github.com/Juris-M/citeproc-js',
  '@fontsource-variable/noto-sans':
    'Noto Sans. Copyright the Noto Project Authors (https://github.com/notofonts). SIL Open Font License 1.1.',
  '@fontsource-variable/source-serif-4':
    'Source Serif 4. Copyright Adobe (http://www.adobe.com/), with Reserved Font Name “Source”. SIL Open Font License 1.1.',
};

const BY_SA =
  'Creative Commons Attribution-ShareAlike 3.0 Unported: https://creativecommons.org/licenses/by-sa/3.0/legalcode';

const CLDR =
  'Copyright © 1991-2025 Unicode, Inc. All rights reserved. Distributed under the Unicode License v3: https://www.unicode.org/license.txt';

/** Files of others that stand among our sources, unchanged. */
const VENDORED = [
  ['gost-r-7-0-5-2008-numeric.csl', 'Yurkin Maxim'],
  [
    'chicago-author-date.csl',
    'Julian Onions, Sebastian Karcher, Richard Karnesky, Andrew Dunning, Matthew Roth, Brenton M. Wiernik',
  ],
  ['modern-language-association.csl', 'Sebastian Karcher'],
] as const;

/** One package of the program. `text` is the key of its licence text among `texts`; empty where there is none. */
export type Entry = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  readonly notice?: string;
};
export type Licences = {
  readonly packages: readonly Entry[];
  readonly texts: Readonly<Record<string, string>>;
};

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
};
type Lock = Readonly<Record<string, Locked>>;

/** Where a package finds another: its own node_modules first, then those of the folders above. */
function find(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (lock[path]) return path;
    if (folder === '') return undefined;
  }
}

/** The folders of all packages that are in the program, without those made for one platform only. */
function shipped(lock: Lock, first: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (from: string, name: string): void => {
    const path = find(lock, from, name);
    const locked = path === undefined ? undefined : lock[path];
    if (path === undefined || locked === undefined || seen.has(path) || locked.os || locked.cpu) return;
    if (name.startsWith('@types/') || TOOL_NAMES.has(name)) return;
    seen.add(path);
    if (WITHOUT_ITS_DEPENDENCIES.has(name)) return;
    const needs = { ...locked.dependencies, ...locked.optionalDependencies, ...locked.peerDependencies };
    for (const next of Object.keys(needs)) visit(path, next);
  };
  for (const name of first) visit('', name);
  return [...seen].toSorted();
}

/** For packages that state the MIT or ISC licence and forget to enclose it. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the “Software”), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED “AS IS” AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

type Manifest = {
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly author?: string | { readonly name: string };
};

function knownText(name: string, { author, license }: Manifest): string {
  const holder = typeof author === 'string' ? author : author?.name;
  const owner = `Copyright (c) ${holder ?? `the authors of ${name}`}`;
  if (license === 'MIT') return `The MIT License\n\n${owner}\n\n${MIT}`;
  if (license === 'ISC') return `ISC License\n\n${owner}\n\n${ISC}`;
  return '';
}

async function licenceText(folder: string): Promise<string> {
  const names = (await readdir(folder)).toSorted();
  const files = names.filter((name) =>
    /^(licen[cs]e|copying|ofl|notice)([.-](md|txt|mit|apache2?|markdown))?$/i.test(name),
  );
  const texts = await Promise.all(files.map((name) => readFile(resolve(folder, name), 'utf8')));
  return texts.map((text) => text.replace(/\r\n?/g, '\n').trim()).join('\n\n');
}

/** Reads the lock file and node_modules; the same installation gives the same list. */
export async function collectLicences(): Promise<Licences> {
  const lock: { packages: Lock } = JSON.parse(await readFile(resolve(root, 'package-lock.json'), 'utf8'));
  const own = lock.packages['']?.dependencies ?? {};
  const packages: Entry[] = [];
  const texts: Record<string, string> = {};
  const keys = new Map<string, string>();
  for (const path of shipped(lock.packages, [...Object.keys(own), ...SHIPPED])) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const manifest: Manifest = JSON.parse(await readFile(resolve(root, path, 'package.json'), 'utf8'));
    const stated = manifest.license ?? 'see text';
    const enclosed = await licenceText(resolve(root, path));
    const text = enclosed === '' ? knownText(name, manifest) : enclosed;
    const key = text === '' ? '' : (keys.get(text) ?? `t${keys.size + 1}`);
    if (key !== '') {
      keys.set(text, key);
      texts[key] = text;
    }
    const notice = NOTICES[name];
    packages.push({
      name,
      version: manifest.version,
      licence: typeof stated === 'string' ? stated : stated.type,
      text: key,
      ...(notice && { notice }),
    });
  }
  texts['cldr'] = CLDR;
  packages.push({
    name: 'country names of Unicode CLDR',
    version: '48',
    licence: 'Unicode-3.0',
    text: 'cldr',
  });
  texts['by-sa'] = BY_SA;
  for (const [file, authors] of VENDORED) {
    packages.push({
      name: `citation style ${file}`,
      version: '2023-02',
      licence: 'CC-BY-SA-3.0',
      text: 'by-sa',
      notice: `${file} by ${authors}, of the Citation Style Language project (https://citationstyles.org), unchanged.`,
    });
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  packages.sort((a, b) => order(a.name, b.name) || order(a.version, b.version));
  return { packages, texts };
}

if (import.meta.main) {
  const licences = await collectLicences();
  await writeFile(LIST, `${JSON.stringify(licences, null, 1)}\n`);
  process.stderr.write(`${licences.packages.length} packages, ${Object.keys(licences.texts).length} texts\n`);
}
