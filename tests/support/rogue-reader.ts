/** A reading process that does what a hijacked one might do, by the name of the file it is given. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const attempts: Record<string, () => unknown> = {
  read: () => readFileSync('/etc/hostname', 'utf8'),
  write: () => writeFileSync('/tmp/assay-rogue-reader', 'x'),
  spawn: () => spawnSync('id').status,
  hang: () => {
    for (;;);
  },
  crash: () => process.exit(7),
  memory: () => {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, i) => String(i + kept.length)));
  },
};

const article = {
  title: 'T',
  author: '',
  publisher: '',
  address: '',
  published: '',
  captured: '',
  language: '',
  format: 'text',
  encoding: 'utf-8',
  document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'words' }] }] },
  warnings: [] as string[],
  footnotes: [] as unknown[],
  pages: [] as number[],
  chapters: [] as string[],
};

const lies: Record<string, unknown> = {
  nothing: null,
  script: { ...article, document: { type: 'doc', content: [{ type: 'script' }] } },
  address: { ...article, address: 'javascript:alert(1)' },
  place: { ...article, footnotes: [{ label: '1', text: '', address: '', places: [{ start: 0, end: 99 }] }] },
  page: { ...article, pages: [0, 99] },
  more: { ...article, html: '<b>' },
  half: { ...article, title: '\ud800' },
};

process.on('message', ({ name }: { name: string }) => {
  if (Object.hasOwn(lies, name)) process.send!({ ok: lies[name] });
  else if (name === 'error') process.send!({ error: { code: 'root', message: 42 } });
  else if (name === 'pid') process.send!({ ok: { ...article, title: String(process.pid) } });
  else {
    let result: string;
    try {
      result = `did it: ${String(attempts[name]!())}`;
    } catch (error) {
      result = (error as { code?: string }).code ?? String(error);
    }
    process.send!({ ok: { ...article, title: result } });
  }
});
process.on('disconnect', () => process.exit());
