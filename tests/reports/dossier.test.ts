import { createHash } from 'node:crypto';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { envelopeText, type Act, type Envelope } from '#domain/act.ts';
import { REPORT_LANGUAGES } from '#domain/report-options.ts';
import { dossier, writeDossier } from '#reports/dossier/dossier.ts';
import type { ReportInput } from '#reports/input.ts';
import type { ReportSources } from '#reports/writer.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { withWords } from './hostile.ts';
import { SAMPLE } from './sample-input.ts';

const CHANGES = Number(process.env['ASSAY_DOSSIER_CHANGES'] ?? 8);
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** A chain of acts as the log keeps it, and bytes for the hashes that the sample names. */
function acts(): Act[] {
  let previous: string | null = null;
  return [1, 2, 3].map((sequence): Act => {
    const body = JSON.stringify({ deed: 'editClaim', changes: [], apart: [sha256('part')] });
    const envelope: Envelope = {
      project: SAMPLE.project.id,
      device: 'device-1',
      sequence,
      previous,
      stamp: `2024-06-0${sequence}T10:00:00.000Z-0000-device-1`,
      person: 'p1',
      payload: sha256(body),
    };
    const hash = sha256(envelopeText(envelope));
    previous = hash;
    return { ...envelope, hash, body, apart: ['part'] };
  });
}

const COPY = Buffer.from('A page of the archive: <b>04:48</b>, плотина.\n'.repeat(40));
const HASH = sha256(COPY);
const INPUT = JSON.parse(
  JSON.stringify(SAMPLE).replaceAll(SAMPLE.references[0]!.captures[0]!.sha256, HASH),
) as ReportInput;
const SOURCES: ReportSources = {
  blob: (hash) => (hash === HASH ? COPY : undefined),
  acts,
  people: () => new Map([['p1', 'Ada Holm']]),
  inFormat: async () => undefined,
};

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(await chromiumLaunch());
}, 120_000);
afterAll(() => browser.close());

/** What the checker in a file says of it, and all that the page asked for beside itself. */
async function checked(page: Page, bytes: Uint8Array, origin = 'https://dossier.test') {
  await page.route(`${origin}/`, (route) =>
    route.fulfill({ body: Buffer.from(bytes), contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(`${origin}/`, { waitUntil: 'load' });
  const state = await page.evaluate(async () => {
    // a checker that was changed never runs: its page stays as it came
    for (;;) {
      const now = document.querySelector<HTMLElement>('#result')?.dataset['state'];
      if (now !== 'checking') return now ?? 'none';
      await new Promise((next) => setTimeout(next, 5));
    }
  });
  await page.unroute(`${origin}/`);
  return state;
}

it.each(['https://dossier.test', 'http://dossier.test'])(
  'shows that it is unchanged, and the report, with or without the browser’s own SHA-256 (%s)',
  async (origin) => {
    const page = await browser.newPage();
    const heard: string[] = [];
    page.on('request', (request) => request.url().startsWith(origin) || heard.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
    const bytes = await writeDossier({ ...INPUT, include: [...INPUT.include, 'acts'] }, SOURCES);
    expect(await checked(page, bytes, origin)).toBe('unchanged');
    expect(await page.evaluate(() => 'crypto' in window && Boolean(crypto.subtle))).toBe(
      origin.startsWith('https'),
    );
    expect(await page.locator('#result').textContent()).toContain('3 acts');
    expect(await page.locator('#report .card').count()).toBe(INPUT.claims.length);
    expect(await page.locator('[data-part^="file-"] button').count()).toBe(1);
    expect(heard.filter((one) => !one.includes('favicon'))).toEqual([]);
    await page.close();
  },
);

it(`finds ${CHANGES} single changed bytes, wherever they are`, async () => {
  const page = await browser.newPage();
  const bytes = await writeDossier(INPUT, SOURCES);
  let seed = 20_261_126;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const missed: string[] = [];
  const found: Record<string, number> = {};
  for (let n = 0; n < CHANGES; n++) {
    const at = next(bytes.length);
    const changed = bytes.slice();
    changed[at] = (changed[at]! + 1 + next(255)) % 256;
    const state = await checked(page, changed, n % 4 === 0 ? 'http://dossier.test' : 'https://dossier.test');
    found[state] = (found[state] ?? 0) + 1;
    if (state === 'unchanged')
      missed.push(`${at}: ${Buffer.from(changed.subarray(at - 20, at + 20)).toString()}`);
  }
  console.info('single changed bytes:', found);
  expect(missed).toEqual([]);
  await page.close();
}, 300_000);

it('finds a swapped file, a forged act and a rewritten list of hashes', async () => {
  const page = await browser.newPage();
  const text = new TextDecoder().decode(await writeDossier(INPUT, SOURCES));
  const encode = (changed: string) => {
    expect(changed).not.toBe(text);
    return new TextEncoder().encode(changed);
  };
  const copy = COPY.toString('base64');
  const other = Buffer.from(COPY.map((byte) => byte ^ 1)).toString('base64');
  expect(await checked(page, encode(text.replace(copy, other)))).toBe('changed');
  expect(await page.locator('#details').textContent()).toContain('inspection-report.html');
  expect(await checked(page, encode(text.replace('"sequence":2', '"sequence":7')))).toBe('changed');
  expect(await page.locator('#details').textContent()).toContain('the history');
  expect(
    await checked(page, encode(text.replace('"format":"assay-dossier-1"', '"format":"assay-dossier-2"'))),
  ).toBe('changed');
  expect(
    await checked(page, encode(text.replace('<div id="report">', '<p>An addition.</p><div id="report">'))),
  ).toBe('changed');
  expect(await checked(page, encode(`${text}<p>An addition.</p>`))).toBe('changed');
  await page.close();
});

it('can be read where no program runs', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.route('https://dossier.test/', async (route) =>
    route.fulfill({
      body: Buffer.from(await writeDossier(INPUT, SOURCES)),
      contentType: 'text/html; charset=utf-8',
    }),
  );
  await page.goto('https://dossier.test/');
  expect(await page.locator('.card').count()).toBe(INPUT.claims.length);
  expect(await page.locator('#result').textContent()).toContain('Not checked');
  await context.close();
});

it('stays whole and inert whatever stands in the project, in every language', async () => {
  const page = await browser.newPage();
  const nasty = [
    '</noscript><script>alert(1)</script>',
    '</script>',
    '<!--<script>',
    '\u2028"\\',
    '&nbsp;\u00A0<b>',
    ']]>\0\r\n',
    '</title></style>',
  ];
  for (const [n, language] of REPORT_LANGUAGES.entries()) {
    let turn = n;
    const input = withWords({ ...INPUT, language }, () => nasty[turn++ % nasty.length]!);
    expect(await checked(page, await writeDossier(input, SOURCES)), language).toBe('unchanged');
    expect(await page.locator('#report script, #report iframe, #report style').count()).toBe(0);
  }
  await page.close();
});

it('holds hashes only where that is wanted, and says so', async () => {
  const bare = { ...INPUT, include: INPUT.include.filter((part) => part !== 'files') };
  const text = new TextDecoder().decode(await writeDossier(bare, SOURCES));
  expect(text).not.toContain(COPY.toString('base64').slice(0, 60));
  expect(text).toContain(HASH);
  expect(dossier.losses(bare)).toHaveLength(dossier.losses(INPUT).length + 1);
});
