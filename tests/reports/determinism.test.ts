import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { dayText, sizeText, timeText } from '#reports/dates.ts';

const PROGRAM = `
  const { createHash } = await import('node:crypto');
  const { SAMPLE } = await import('./tests/reports/sample-input.ts');
  const { citationOf } = await import('./src-main/importers/format-citation.ts');
  const { writeHtml } = await import('./src-main/reports/html.ts');
  const { writeMarkdown } = await import('./src-main/reports/markdown.ts');
  const { writeCsv } = await import('./src-main/reports/csv.ts');
  const csl = { type: 'report', title: 'Отчёт', author: [{ family: 'Ли', given: 'Я' }], issued: { 'date-parts': [[2024, 5, 6]] } };
  const out = ['en', 'ru', 'kk', 'uk'].flatMap((language) => {
    const input = { ...SAMPLE, language };
    return [writeHtml(input), writeMarkdown(input), writeCsv(input)].concat(citationOf(csl, { language }));
  });
  process.stdout.write(createHash('sha256').update(out.join('\\0')).digest('hex'));
`;

it('gives the same bytes in any time zone and language of the machine', () => {
  const run = (env: Record<string, string>) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { PATH: process.env['PATH'] ?? '', ...env },
      encoding: 'utf8',
    });
  const first = run({ TZ: 'UTC', LANG: 'C' });
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(first).not.toBe(createHash('sha256').update('').digest('hex'));
  expect(run({ TZ: 'Pacific/Kiritimati', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' })).toBe(first);
  expect(run({ TZ: 'America/Los_Angeles', LANG: 'ar_EG.UTF-8', LANGUAGE: 'ar' })).toBe(first);
});

it.each([
  ['2022', '2022', '2022 г.'],
  ['2022-01', 'January 2022', 'январь 2022 г.'],
  ['2022-01-05', '5\u00A0January 2022', '5\u00A0января 2022 г.'],
  ['2022-12-31T23:59:59.999Z', '31\u00A0December 2022', '31\u00A0декабря 2022 г.'],
  ['2022-13', '2022-13', '2022-13'],
  ['last week', 'last week', 'last week'],
])('writes the day %s', (day, en, ru) => {
  expect([dayText(day, 'en'), dayText(day, 'ru')]).toEqual([en, ru]);
});

it('writes times and sizes', () => {
  expect(timeText('2022-01-05T03:04:05.678Z', 'en')).toBe('5\u00A0January 2022, 03:04\u00A0UTC');
  expect([812, 1_000, 12_345, 3_400_000].map((bytes) => sizeText(bytes, 'ru'))).toEqual([
    '812\u00A0Б',
    '1,0\u00A0кБ',
    '12\u00A0кБ',
    '3,4\u00A0МБ',
  ]);
});
