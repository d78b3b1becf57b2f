import type { Page } from '@playwright/test';
import type { Engine } from '#engine/engine.ts';
import { VECTORS } from '../support/vectors.ts';
import { enter, expect, test } from '../support/workbench.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A project in which every text that a stranger or a team mate can write is an attack. */
async function attacked(engine: Engine): Promise<string[]> {
  const many = (from: number, count: number) => VECTORS.slice(from, from + count).join('\n');
  await engine.call('describeProject', { title: VECTORS[0]!, method: many(0, 40) });
  const sources = [
    [
      'page.html',
      `<!doctype html><title>${VECTORS[3]!}</title><article><h1>One</h1><p>A dam broke. ${VECTORS.join('</p><p>A dam broke. ')}</p></article>`,
    ],
    ['notes.md', `# Two\n\nA dam broke.\n\n${VECTORS.join('\n\n')}`],
    ['plain.txt', `Three\n\nA dam broke.\n${VECTORS.join('\n')}`],
  ] as const;
  const articles: string[] = [];
  for (const [name, text] of sources) {
    const { token } = engine.receive(bytes(text), name);
    const {
      articles: [article],
      failed,
    } = await engine.call('importArticles', { uploads: [{ token, name }] });
    expect(failed).toEqual([]);
    articles.push(article!.id);
  }
  const [article] = articles as [string];
  await engine.call('describeArticle', {
    id: articles[2]!,
    title: VECTORS[10]!,
    author: VECTORS[11]!,
    publisher: VECTORS[12]!,
    address: 'javascript:vector()',
  });
  const { text, sentences } = await engine.call('getArticle', { id: article });
  const { references } = await engine.call('addReferences', {
    csl: VECTORS.slice(0, 60).map((vector) => ({
      type: 'webpage',
      title: vector,
      URL: vector,
      author: [{ literal: vector }],
    })),
  });
  const { token } = engine.receive(bytes(`<title>x</title>${VECTORS.join('\n')}`), 'copy.html');
  const { capture } = await engine.call('capture', {
    reference: references[0]!.id,
    upload: { token, name: VECTORS[20]! },
  });
  for (const [n, vector] of VECTORS.entries()) {
    const at = (2 * n) % sentences.length;
    if (text.slice(sentences[at]!, sentences[at + 1]!).trim() === '') continue;
    const { claim } = await engine.call('mark', {
      article,
      start: sentences[at]!,
      end: sentences[at + 1]!,
      as: 'verifiable',
    });
    await engine.call('editClaim', {
      id: claim.id,
      wording: vector,
      claimant: vector,
      claimedWhere: vector,
      tags: [vector.slice(0, 500)],
    });
    if (n % 8 !== 0) continue;
    await engine.call('addComment', { subject: { kind: 'claim', id: claim.id }, text: vector });
    const link = {
      claim: claim.id,
      reference: references[n % references.length]!.id,
      stance: 'context',
    } as const;
    await engine.call('linkEvidence', {
      ...link,
      capture: capture.id,
      quote: vector,
      locator: vector,
      note: vector,
    });
    await engine.as({ id: `p${n}`, name: vector.slice(0, 150) })('rateClaim', {
      claim: claim.id,
      rating: 'false',
      justification: vector,
    });
  }
  return articles;
}

/** Anything that no view of ours makes: elements that run or fetch, handlers, addresses that are no addresses. */
const FOREIGN = `(() => {
  const bad = [...document.querySelectorAll('#root script, #root iframe, #root object, #root embed, #root form[action], #root link, #root base, #root meta, #root video, #root audio, #root portal, #root marquee, #root math')];
  for (const element of document.querySelectorAll('#root *')) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === 'srcdoc' || name === 'ping') bad.push(element);
      if (/^(href|src|action|formaction|data|xlink:href)$/i.test(name) && !/^(#|\\/|\\.\\/|blob:|data:image\\/|https?:|mailto:)/i.test(value)) bad.push(element);
    }
  }
  return bad.map((element) => element.outerHTML.slice(0, 200));
})()`;

test(`${VECTORS.length} attacks through every field of a project run nothing and leave nothing`, async ({
  page,
  empty,
  complaints,
}) => {
  test.setTimeout(180_000);
  expect(VECTORS.length).toBeGreaterThanOrEqual(200);
  const articles = await attacked(empty.engine);
  await page.addInitScript(() => {
    Object.assign(window, { vector: () => void Reflect.set(window, 'ran', true) });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  await enter(page, empty);
  const sound = async (where: string) => {
    expect(await page.evaluate('window.ran === true'), where).toBe(false);
    expect(await page.evaluate(FOREIGN), where).toEqual([]);
    expect(complaints, where).toEqual([]);
  };
  for (const [n] of articles.entries()) {
    await page.getByRole('navigation').getByRole('row').nth(n).click();
    await page.locator('.ProseMirror').waitFor();
    for (let step = 0; step < 4; step += 1) {
      await page.locator('.ProseMirror').press('KeyJ');
      await page.waitForTimeout(150);
    }
    await sound(`article ${n}`);
  }
  for (const view of ['Claims', 'References', 'History']) {
    await page.getByRole('banner').getByText(view, { exact: true }).click();
    await page.waitForTimeout(400);
    await sound(view);
  }
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('vector');
  await page.waitForTimeout(500);
  await sound('palette');
  await reportIsInert(page, empty.engine);
});

test('the watch itself can see: what a page is not protected from is noticed', async ({
  page,
  empty,
  complaints,
}) => {
  await enter(page, empty);
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://evil.example/beacon';
    document.querySelector('#root')!.append(image, document.createElement('iframe'));
  });
  await expect.poll(() => complaints.join()).toMatch(/evil\.example/);
  expect(await page.evaluate(FOREIGN)).toHaveLength(1);
});

async function reportIsInert(page: Page, engine: Engine): Promise<void> {
  const { report } = await engine.call('writeReport', { format: 'html' });
  const file = new TextDecoder().decode(engine.fileOf(report.token)!.bytes);
  const asked: string[] = [];
  const reader = await page.context().newPage();
  reader.on('request', (request) => asked.push(request.url()));
  reader.on('dialog', (dialog) => asked.push(dialog.message()));
  // without the policy that the report carries: its content must not even try
  await reader.setContent(
    file.replace(/<meta http-equiv[^>]*>/i, '<script>window.vector = () => { window.ran = true; }</script>'),
  );
  await reader.waitForTimeout(500);
  expect(await reader.evaluate('window.ran === true')).toBe(false);
  expect(asked).toEqual([]);
  expect(
    await reader.evaluate(
      'document.querySelectorAll("script, iframe, object, embed, form, img, video, base, link").length',
    ),
  ).toBe(1);
  await reader.close();
}
