import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { hasShared, sharedAt } from '../support/shared.ts';
import { emptyProject, exported, importBytes, seen } from './support.ts';
import { fill } from './project.ts';

const text = { type: 'string', minLength: 1 };
const address = { type: 'string', pattern: '^(https?://[^\\s]+|urn:uuid:[0-9a-f-]{36})$' };
const date = {
  type: 'string',
  pattern: '^\\d{4}(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?)?)?$',
};
const agent = {
  type: 'object',
  required: ['@type', 'name'],
  properties: { '@type': { enum: ['Person', 'Organization'] }, name: text, url: address },
};
const work = {
  type: 'object',
  required: ['@type'],
  properties: { url: address, headline: text, name: text },
};

/** The required and recommended fields of a usable review, each of its kind wherever it stands. */
const REVIEW = {
  type: 'object',
  required: ['@context', '@type', '@id', 'url', 'author', 'reviewRating', 'itemReviewed'],
  properties: {
    '@context': { const: 'https://schema.org' },
    '@type': { enum: ['ClaimReview', 'MediaReview'] },
    url: address,
    claimReviewed: text,
    author: { ...agent, required: ['@type', 'name', 'url'] },
    publisher: agent,
    datePublished: date,
    reviewBody: text,
    reviewRating: {
      type: 'object',
      required: ['@type', 'alternateName'],
      properties: {
        '@type': { const: 'Rating' },
        alternateName: text,
        ratingValue: { type: 'number' },
        bestRating: { type: 'number' },
        worstRating: { type: 'number' },
        ratingExplanation: text,
      },
      dependentRequired: {},
    },
    itemReviewed: {
      type: 'object',
      required: ['@type'],
      properties: {
        '@type': { enum: ['Claim', 'MediaReviewItem'] },
        author: { type: 'object', required: ['@type'] },
        datePublished: date,
        firstAppearance: work,
        appearance: { type: 'array', minItems: 1, items: { ...work, required: ['@type', 'url'] } },
      },
    },
    citation: { type: 'array', minItems: 1, items: work },
    keywords: { type: 'array', items: text },
  },
  if: { properties: { '@type': { const: 'ClaimReview' } } },
  // oxlint-disable-next-line unicorn/no-thenable
  then: { required: ['claimReviewed'] },
};

const isReview = new Ajv({ allErrors: true, strict: false }).compile(REVIEW);

function faults(json: string): string[] {
  const graph = (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'];
  return graph.flatMap((one) =>
    isReview(one)
      ? []
      : (isReview.errors ?? []).map(
          (error) => `${String(one['url'])} ${error.instancePath} ${error.message}`,
        ),
  );
}

test.skipIf(!hasShared)(
  'every review in the wild comes in and goes out without a fault',
  { timeout: 120_000 },
  async () => {
    const engine = emptyProject();
    let objects = 0;
    for (const folder of ['claimreview/pages', 'claimreview/schemaorg'])
      for (const name of readdirSync(sharedAt(`data/${folder}`))) {
        const bytes = readFileSync(sharedAt(`data/${folder}/${name}`));
        const json: unknown = JSON.parse(bytes.toString('utf8'));
        objects += Array.isArray(json) ? json.length : 1;
        const done = await importBytes(engine, bytes, name);
        expect({ name, skipped: done.skipped }).toEqual({ name, skipped: 0 });
      }
    seen('ClaimReview and MediaReview objects', objects);
    const { text: written, claims } = await exported(engine, 'claimreview');
    expect(faults(written)).toEqual([]);
    // one stands in two files, and one has no rating, without which nothing is a review
    expect(claims).toBe(objects - 2);
    expect(await importBytes(engine, written, 'again.jsonld')).toMatchObject({
      written: false,
      claims: { new: 0, changed: 0 },
    });
  },
);

const PLAN = {
  wording: 'Nine </script><script>alert(1)</script> were missing',
  claimant: '"Council" & <co>',
  reasons: 'Because',
  tag: 'water',
  quote: 'q',
  stance: 'refutes',
  question: 'Q?',
  answer: 'a',
  type: 'abstractive',
  medium: 'pdf',
  comment: 'k',
  span: 0,
} as const;

test('a review says who, what and where, has a number only where the scale has one, and never evidence as appearance', async () => {
  const engine = emptyProject();
  await fill(engine, {
    claims: [
      { ...PLAN, rating: 'false' },
      { ...PLAN, wording: 'w', rating: 'unproven', span: 1 },
    ],
  });
  const { text: written, losses } = await exported(engine, 'claimreview', {
    address: 'https://desk.example/dam',
    team: 'The desk',
  });
  expect(faults(written)).toEqual([]);
  const [first, second] = (JSON.parse(written) as { '@graph': Record<string, never>[] })['@graph'];
  expect(first).toMatchObject({
    url: 'https://desk.example/dam#claim-1',
    author: { '@type': 'Organization', name: 'The desk' },
    reviewRating: { alternateName: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 },
    itemReviewed: { appearance: [{ url: 'https://example.org/dam' }] },
    citation: [{ url: 'https://example.org/r0', additionalType: 'urn:assay:stance:refutes' }],
  });
  expect(second!['reviewRating']).not.toHaveProperty('ratingValue');
  expect(JSON.stringify(first!['itemReviewed'])).not.toContain('/r0');
  expect(losses).toContain('1 rating has no number on its scale and is given in words only.');
});

test('a page holds the same reviews, and nothing in it can end the script', async () => {
  const engine = emptyProject();
  await fill(engine, { claims: [{ ...PLAN, rating: 'false' }] });
  const { text: html } = await exported(engine, 'claimreview-page');
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain('<script>alert');
  const back = await importBytes(engine, html, 'page.html');
  expect(back).toMatchObject({
    format: 'claimreview',
    written: false,
    claims: { new: 0, changed: 0, same: 1 },
  });
});

test('whatever it stands in, a review is found; what is broken is one line and stops nothing', async () => {
  const engine = emptyProject();
  const review = (n: number, type = 'ClaimReview') => ({
    '@context': 'https://schema.org',
    '@type': type,
    url: `https://desk.example/${n}`,
    claimReviewed: `Claim ${n}`,
    author: { '@type': 'Organization', name: 'Desk' },
    reviewRating: { '@type': 'Rating', alternateName: 'Falso', ratingValue: '1', bestRating: '' },
    itemReviewed: { '@type': 'claim', author: [{ name: 'A' }, { name: 'B' }] },
    icon: 'kept',
  });
  const feed = {
    '@type': 'DataFeed',
    dataFeedElement: [{ '@type': 'DataFeedItem', item: [review(1), review(2, 'ClaimRevieww')] }],
  };
  expect((await importBytes(engine, JSON.stringify(feed), 'feed.json')).claims.new).toBe(2);
  const api = {
    claims: [
      {
        text: 'Claim 3',
        claimant: 'C',
        claimDate: '2021-02-03T00:00:00Z',
        claimReview: [
          {
            publisher: { name: 'Desk', site: 'desk.example' },
            url: 'https://desk.example/3',
            textualRating: 'Misleading',
            reviewDate: '2021-02-04T00:00:00Z',
          },
        ],
      },
    ],
  };
  expect((await importBytes(engine, JSON.stringify(api), 'api.json')).claims.new).toBe(1);
  const page = `<html><script type="application/ld+json">{broken</script><script type='application/ld+json'>\n[${JSON.stringify({ '@graph': [{ '@type': 'WebPage' }, review(4)] })},]</script></html>`;
  const mixed = await importBytes(engine, page, 'page.html');
  expect(mixed).toMatchObject({ claims: { new: 1 }, skipped: 1 });
  const none = await importBytes(
    engine,
    JSON.stringify([{ '@type': 'ClaimReview', url: 'https://desk.example/5' }, review(6)]),
    'list.json',
  );
  expect(none).toMatchObject({ claims: { new: 1 }, skipped: 1 });
  const { text: written } = await exported(engine, 'claimreview');
  expect(faults(written)).toEqual([]);
  expect(written).toContain('"icon": "kept"');
  const { claims } = await engine.call('listClaims', {});
  expect(claims[0]).toMatchObject({
    wording: 'Claim 1',
    claimant: 'A, B',
    rating: 'false',
    checkAddress: 'https://desk.example/1',
  });
});

test('odd but common ways to write a review come in, and go out as they should be written', async () => {
  const whole = {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: 'https://desk.example/1',
    claimReviewed: 'The dam is safe',
    author: { '@type': 'Organization', name: 'Desk' },
    datePublished: '2023-05-04',
    reviewRating: {
      '@type': 'Rating',
      ratingValue: 1,
      bestRating: 5,
      worstRating: 1,
      alternateName: 'False',
    },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: 'Joe' },
      datePublished: '2023-05-01',
    },
  };
  const { claimReviewed: _, ...unnamed } = whole;
  const cases: Record<string, { given: unknown; wording?: string; claimant?: string; claims?: number }> = {
    'parts named by id': {
      given: {
        '@graph': [
          { '@id': '#org', '@type': 'Organization', name: 'Desk' },
          { '@id': '#claim', '@type': 'Claim', author: { '@id': '#joe' } },
          { '@id': '#joe', '@type': 'Person', name: 'Joe', knows: { '@id': '#claim' } },
          { '@id': '#rating', '@type': 'Rating', alternateName: 'False' },
          {
            ...whole,
            author: { '@id': '#org' },
            itemReviewed: { '@id': '#claim' },
            reviewRating: { '@id': '#rating' },
          },
        ],
      },
      claimant: 'Joe',
    },
    'strings for objects': {
      given: { ...unnamed, author: 'Desk', itemReviewed: 'The dam is safe', reviewRating: 'False' },
    },
    'several languages': {
      given: { ...whole, claimReviewed: { en: 'The dam is safe', ru: 'Плотина надёжна' } },
    },
    'a list of languages': {
      given: { ...whole, claimReviewed: [{ '@value': 'Плотина надёжна', '@language': 'ru' }] },
      wording: 'Плотина надёжна',
    },
    'prefixed names': {
      given: {
        '@type': 'schema:ClaimReview',
        'schema:url': 'https://desk.example/2',
        'schema:claimReviewed': 'The dam is safe',
        'schema:author': 'Desk',
        'schema:reviewRating': { 'schema:alternateName': 'False' },
      },
    },
    'the same twice': { given: [whole, whole] },
    'a feed': {
      given: { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [whole] }] },
    },
    'lists of people': {
      given: {
        ...whole,
        author: [{ name: 'Desk' }, 'B'],
        itemReviewed: { author: ['Joe', { name: 'Ann' }] },
      },
      claimant: 'Joe, Ann',
    },
  };
  for (const [name, { given, wording = 'The dam is safe', claimant }] of Object.entries(cases)) {
    const engine = emptyProject();
    const done = await importBytes(engine, JSON.stringify(given), 'x.json');
    expect({ name, claims: done.claims.new, verdicts: done.verdicts.new }).toEqual({
      name,
      claims: 1,
      verdicts: 1,
    });
    const { claims } = await engine.call('listClaims', {});
    expect(claims[0], name).toMatchObject({
      wording,
      ...(claimant === undefined ? {} : { claimant }),
      rating: 'false',
    });
    const { text: written } = await exported(engine, 'claimreview', {
      team: 'T',
      address: 'https://t.example/',
    });
    expect(faults(written), name).toEqual([]);
    expect(await importBytes(engine, written, 'again.jsonld'), name).toMatchObject({ written: false });
    expect(await importBytes(engine, JSON.stringify(given), 'x.json'), name).toMatchObject({
      written: false,
    });
  }
});
