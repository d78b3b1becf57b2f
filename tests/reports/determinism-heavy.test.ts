import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { REPORT_LANGUAGES } from '#domain/report-options.ts';
import { temporaryFolder } from '../support/project.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Prints a hash for each heavy format, each written in a thread of its own. */
const PROGRAM = `
  const { createHash } = await import('node:crypto');
  const { PRINTED } = await import('${ROOT}/tests/reports/printed.ts');
  const { writeApart } = await import('${ROOT}/src-main/reports/apart.ts');
  for (const [n, format] of ['pdf', 'docx', 'odt', 'xlsx'].entries()) {
    const language = ${JSON.stringify(REPORT_LANGUAGES)}[n];
    const bytes = await writeApart(format, { ...PRINTED, language });
    process.stdout.write(format + ' ' + createHash('sha256').update(bytes).digest('hex') + '\\n');
  }
`;

const runIn = async (cwd: string, env: Record<string, string>) => {
  const args = ['--input-type=module', '-e', PROGRAM];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  return stdout;
};

it('gives the same PDF, DOCX, ODT and XLSX in any zone, language, folder and run', async () => {
  const [first, second] = await Promise.all([
    runIn(ROOT, { TZ: 'UTC', LANG: 'C', HOME: '/nowhere' }),
    runIn(temporaryFolder(), {
      TZ: 'Pacific/Kiritimati',
      LANG: 'ru_RU.UTF-8',
      LC_ALL: 'ar_EG.UTF-8',
      USER: 'somebody',
    }),
  ]);
  expect(first.trim().split('\n')).toHaveLength(4);
  expect(first).toMatch(/^pdf [0-9a-f]{64}\ndocx [0-9a-f]{64}\nodt [0-9a-f]{64}\nxlsx [0-9a-f]{64}\n$/);
  expect(second).toBe(first);
}, 240_000);
