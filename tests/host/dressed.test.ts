import { expect, test } from 'vitest';
import { createDoor, type Pages } from '#engine/door.ts';
import { temporaryEngine } from '../support/engine.ts';

const PAGES: Pages = new Map([
  [
    '/',
    {
      bytes: new TextEncoder().encode(
        '<!doctype html><html lang="en" data-theme="system"><title>Assay</title></html>',
      ),
      type: 'text/html; charset=utf-8',
    },
  ],
]);

test('the window is in the chosen theme and language from its first paint on', async () => {
  const engine = temporaryEngine();
  const door = createDoor(engine, PAGES);
  const page = async () => (await door.fetch(new Request('app://assay/'))).text();
  expect(await page()).toContain('<html lang="en" data-theme="system">');
  await engine.call('setPreferences', { theme: 'dark', language: 'ru' });
  expect(await page()).toContain('<html lang="ru" data-theme="dark">');
  await engine.call('setPreferences', { theme: 'system', language: 'system' });
  expect(await page()).toContain('<html lang="en" data-theme="system">');
});
