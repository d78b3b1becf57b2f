import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { openEngine, realWorld } from '#engine/engine.ts';
import { createSample } from '#engine/sample/create.ts';
import { readPages } from '../src-main/host/browser/pages.ts';
import { serve } from '../src-main/host/browser/serve.ts';
import { chromiumLaunch } from './support/chromium.ts';
const folder = mkdtempSync(join(tmpdir(), 'shots-'));
const engine = await createSample(join(folder, 'p.assay'), realWorld(join(folder, 'home')));
const { articles } = await engine.call('listArticles', {});
const a = articles[0]!;
const { text } = await engine.call('getArticle', { id: a.id });
const { claims } = await engine.call('listClaims', { article: a.id });
const [o1, o2, o3] = claims.map((c) => c.occurrences[0]!).filter((o) => o.article === a.id);
let t = text.replace(o1!.exact, '');
t = t.replace(o2!.exact, o2!.exact.replace(/\s\S+\s/, ' wholly '));
const line = t.split('\n').find((l) => l.includes(o3!.exact))!;
t = t.replace(line, `${line}\n${line}`);
console.log(
  await engine
    .call('reviseArticle', {
      id: a.id,
      text: t,
      reason: 'Spelling and a repeated paragraph, as the agency corrected it on Monday',
    })
    .then((r) => r.occurrences.map((o) => o.state).join(' ')),
);
const host = await serve(engine, readPages());
const browser = await chromium.launch(await chromiumLaunch());
const only = process.argv[2];
for (const [theme, width, height] of [
  ['light', 1280, 800],
  ['dark', 1920, 1080],
] as const) {
  await engine.call('setPreferences', {
    theme,
    ...(process.argv[3] ? { language: process.argv[3] as 'ru' } : {}),
  });
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('pageerror', (e) => console.log('ERR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log('CON', m.text()));
  await page.goto(host.address);
  await page.getByRole('contentinfo').getByText(/\d/).first().waitFor();
  await page.getByRole('textbox', { name: /Text of|Текст/ }).waitFor();
  const shot = async (name: string) => {
    await page.waitForTimeout(900);
    await page.screenshot({ path: `/tmp/av/${name}-${theme}.png` });
  };
  await page.keyboard.press('Shift+KeyN');
  await shot('attention');
  await page.keyboard.press('KeyG');
  await page.waitForTimeout(500);
  await page.evaluate(() => 0);
  await page.keyboard.press('Shift+KeyD');
  await shot('compare');
  await page.keyboard.press('KeyG');
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+Shift+KeyE');
  await page.getByRole('textbox', { name: /corrected|исправления/ }).waitFor();
  await page.keyboard.type('Corrected words ');
  await shot('correct');
  await page.keyboard.press('Control+Shift+KeyE');
  await shot('save');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  await page.keyboard.press('Escape');
  await shot('offer');
  await page.close();
}
await browser.close();
await host.close();
engine.close();
process.exit(0);
