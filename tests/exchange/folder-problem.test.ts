import { expect, test } from 'vitest';
import { CallError } from '#contract/error.ts';
import { whyNotRead, whyNotWritten } from '#engine/exchange-folder/problem.ts';

const failure = (code: string) => Object.assign(new Error(`${code}: it failed, open '/x'`), { code });

test('what is wrong with an exchange folder is one sentence that names it and says what to do', () => {
  const told = [
    ...['EACCES', 'EROFS', 'ENOSPC', 'EIO'].map((code) => whyNotWritten(failure(code), '/mnt/dam')),
    ...['EPERM', 'ESTALE'].map((code) => whyNotRead(failure(code), '/mnt/dam')),
  ];
  for (const sentence of told) {
    expect(sentence).toMatch(/^[A-Z][^\n]+[.?]$/);
    expect(sentence).toContain('/mnt/dam');
  }
  expect(told[0]).toContain('give it the right to write there');
  expect(told[2]).toContain('make room');
  expect(told[3]).toContain('is its drive or share connected?');
  expect(told[4]).toContain('give it the right to read there');
  expect(whyNotWritten(new CallError('locked', 'Unlock your key first.'), '/mnt/dam')).toBe(
    'Unlock your key first.',
  );
});
