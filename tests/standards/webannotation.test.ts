import { readdirSync, readFileSync } from 'node:fs';
import { Ajv, type AnySchemaObject } from 'ajv';
import { expect, test } from 'vitest';
import { codePointOffset, utf16Offset } from '#domain/flat-text.ts';
import { annotationFaults } from '#domain/web-annotation.ts';
import { importText } from '../support/engine.ts';
import { hasShared, sharedAt } from '../support/shared.ts';
import { emptyProject, exported, importBytes, seen } from './support.ts';
import { fill, TEXT } from './project.ts';

const PLAN = {
  wording: 'w',
  claimant: 'c',
  rating: 'false',
  reasons: 'r',
  tag: 'water',
  quote: 'q',
  stance: 'refutes',
  question: 'Q?',
  answer: 'a',
  type: 'abstractive',
  medium: 'pdf',
  comment: 'k',
  span: 4,
} as const;

test.skipIf(!hasShared)('the samples of the W3C are told apart', () => {
  let n = 0;
  const wrong: string[] = [];
  for (const kind of ['correct', 'incorrect'])
    for (const name of readdirSync(sharedAt(`data/webannotation/${kind}`))) {
      n++;
      let faults: string[];
      try {
        faults = annotationFaults(
          JSON.parse(readFileSync(sharedAt(`data/webannotation/${kind}/${name}`), 'utf8')),
        );
      } catch {
        faults = ['no JSON'];
      }
      if ((faults.length === 0) !== (kind === 'correct')) wrong.push(`${kind}/${name} ${faults.join(' ')}`);
    }
  seen('Web Annotation samples', n);
  expect(wrong).toEqual([]);
});

test.skipIf(!hasShared)(
  'what Assay writes holds by the schemas of the W3C’s tests',
  { timeout: 300_000 },
  async () => {
    const engine = emptyProject();
    await fill(engine, { claims: [PLAN, { ...PLAN, span: 1, rating: null }] });
    const { text } = await exported(engine, 'webannotation');
    const json = JSON.parse(text) as { first: { items: object[] } };
    expect(annotationFaults(json)).toEqual([]);
    const ajv = new Ajv({ strict: false, validateSchema: false, logger: false });
    const definitions: string[] = [];
    for (const name of readdirSync(sharedAt('data/webannotation/schemas'))) {
      const { id, ...schema } = modern(
        JSON.parse(readFileSync(sharedAt(`data/webannotation/schemas/${name}`), 'utf8')) as AnySchemaObject,
      );
      ajv.addSchema({ ...schema, $id: `https://w3c.example/${String(id)}` });
      definitions.push(
        ...Object.keys((schema['definitions'] ?? {}) as object).map(
          (definition) => `https://w3c.example/${name}#/definitions/${definition}`,
        ),
      );
    }
    // the kinds of resource are only a recommendation, and know no text body
    const rules = definitions.filter((name) =>
      /(?<!resourceType)(ValidIfPresent|RecognizedIfPresent)$/.test(name),
    );
    seen('W3C schema rules', rules.length);
    expect(rules.length).toBeGreaterThan(10);
    const broken = rules.flatMap((rule) =>
      json.first.items.filter((item) => !ajv.validate(rule, item)).map(() => rule),
    );
    expect([...new Set(broken)]).toEqual([]);
  },
);

/** Draft 4 as a later draft: the few words that changed. */
function modern(value: AnySchemaObject): AnySchemaObject {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    key === '$schema' ? undefined : part,
  ) as AnySchemaObject;
}

test('positions are counted in code points, with the quote beside them', async () => {
  const engine = emptyProject();
  await fill(engine, { claims: [PLAN] });
  const { text } = await exported(engine, 'webannotation');
  const { first } = JSON.parse(text) as {
    first: {
      items: { target: { selector: { type: string; exact?: string; start?: number; end?: number }[] } }[];
    };
  };
  const [quote, position] = first.items[0]!.target.selector;
  const { articles } = await engine.call('listArticles', {});
  const { text: article } = await engine.call('getArticle', { id: articles[0]!.id });
  expect(article.slice(utf16Offset(article, position!.start!), utf16Offset(article, position!.end!))).toBe(
    quote!.exact,
  );
  expect(quote!.exact).toBe('𝒞 говорит отчёт');
});

const anno = (n: number, more: object) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `http://a.example/${n}`,
  type: 'Annotation',
  ...more,
});

test('annotations of other programs find their place, their tags and what they say', async () => {
  const engine = emptyProject();
  const article = await importText(engine, TEXT, 'dam.txt');
  await engine.call('describeArticle', { id: article, address: 'https://example.org/dam' });
  const quote = {
    type: 'TextQuoteSelector',
    exact: 'Nine people were missing by dawn.',
    prefix: '',
    suffix: ' The council',
  };
  const items = [
    anno(1, {
      creator: { id: 'http://a.example/u', type: 'Person', name: 'Ann' },
      created: '2025-05-01T10:00:00Z',
      body: [
        { type: 'TextualBody', value: 'water', purpose: 'tagging' },
        {
          type: 'Choice',
          items: [
            { type: 'TextualBody', value: '<p>Really?</p>', format: 'text/html' },
            { type: 'TextualBody', value: 'Vraiment ?' },
          ],
        },
      ],
      target: {
        source: 'https://www.example.org/dam/',
        selector: { type: 'FragmentSelector', value: 'p2', refinedBy: quote },
      },
    }),
    anno(2, {
      target: {
        source: 'https://example.org/dam',
        selector: { type: 'TextPositionSelector', start: 4, end: 5 },
      },
    }),
    anno(3, { motivation: 'replying', bodyValue: 'I asked.', target: 'http://a.example/1' }),
    anno(4, {
      motivation: 'commenting',
      bodyValue: 'A page to read again.',
      target: 'https://example.org/dam',
    }),
    anno(5, {
      target: {
        source: 'https://other.example/x',
        selector: { type: 'TextQuoteSelector', exact: 'Words from elsewhere' },
      },
    }),
    anno(6, { target: 9 }),
  ];
  const done = await importBytes(engine, JSON.stringify(items), 'a.json');
  expect(done).toMatchObject({ claims: { new: 3 }, occurrences: { new: 2 }, skipped: 2 });
  const { claims } = await engine.call('listClaims', {});
  expect(claims[0]).toMatchObject({ wording: quote.exact, tags: ['water'], verifiability: 'undecided' });
  expect(claims[0]!.comments.map(({ text, person }) => [text, person?.name])).toEqual([
    ['Really?', 'Ann'],
    ['I asked.', 'Unknown'],
  ]);
  expect(claims.some(({ occurrences }) => occurrences[0]?.exact === '😀')).toBe(true);
  expect((await engine.call('getArticle', { id: article })).comments.map(({ text }) => text)).toEqual([
    'A page to read again.',
  ]);
  expect(await importBytes(engine, JSON.stringify(items), 'a.json')).toMatchObject({ written: false });
});

test('a single annotation that breaks the model is refused with the rule', async () => {
  const engine = emptyProject();
  const done = await importBytes(
    engine,
    JSON.stringify({ id: 'http://a.example/1', type: 'Annotation', target: 'http://a.example/x' }),
    'a.json',
  );
  expect(done).toMatchObject({ written: false, skipped: 1 });
  expect(done.report[0]!.message).toContain('@context');
});

test('refinements count from what they refine, and never from the start of the text', async () => {
  const engine = emptyProject();
  const article = await importText(
    engine,
    'Dam 😀 broke\n\nNine people were missing. Nine people were found by noon.',
    'd.txt',
  );
  await engine.call('describeArticle', { id: article, address: 'https://example.org/dam' });
  const { text } = await engine.call('getArticle', { id: article });
  const quoted = (exact: string, more = {}) => ({ type: 'TextQuoteSelector', exact, ...more });
  const position = (start: number, end: number, more = {}) => ({
    type: 'TextPositionSelector',
    start,
    end,
    ...more,
  });
  const found = text.indexOf('Nine people were found');
  const points = codePointOffset(text, found);
  const selectors: [string, object, number | null, string][] = [
    ['a quote in a quote', quoted('Nine people were found', { refinedBy: quoted('Nine') }), found, 'Nine'],
    [
      'a position in a quote',
      quoted('Nine people were found', { refinedBy: position(5, 11) }),
      found + 5,
      'people',
    ],
    [
      'a position in a position',
      position(points, points + 22, { refinedBy: position(5, 11) }),
      found + 5,
      'people',
    ],
    [
      'a quote in a position',
      position(points, points + 22, { refinedBy: quoted('found') }),
      found + 17,
      'found',
    ],
    [
      'a position in a paragraph',
      { type: 'XPathSelector', value: '/p[2]', refinedBy: position(0, 4) },
      null,
      '',
    ],
    ['characters of a plain text', { type: 'FragmentSelector', value: 'char=4,5' }, 4, '😀'],
    [
      'a range of positions',
      { type: 'RangeSelector', startSelector: position(4, 5), endSelector: position(6, 7) },
      4,
      '😀 ',
    ],
  ];
  for (const [n, [name, selector, start, exact]] of selectors.entries()) {
    const item = anno(n + 10, { bodyValue: name, target: { source: 'https://example.org/dam', selector } });
    await importBytes(engine, JSON.stringify(item), 'a.json');
    const { claims } = await engine.call('listClaims', {});
    const place = claims.find(({ comments }) => comments[0]?.text === name)?.occurrences[0];
    expect({ name, start: place?.start ?? null, exact: place?.exact ?? '' }).toEqual({ name, start, exact });
  }
});

test('pages of a collection are read once each, and one whose pages stand elsewhere says so', async () => {
  const engine = emptyProject();
  const article = await importText(engine, TEXT, 'dam.txt');
  await engine.call('describeArticle', { id: article, address: 'https://example.org/dam' });
  const item = (n: number, exact: string) => {
    const { '@context': _, ...rest } = anno(n, {
      motivation: 'oa:highlighting',
      target: { source: 'https://example.org/dam', selector: [{ type: 'TextQuoteSelector', exact }] },
    }) as Record<string, unknown>;
    return rest;
  };
  const shell = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'http://a.example/c',
    type: 'AnnotationCollection',
  };
  const last = { id: 'http://a.example/p2', type: 'AnnotationPage', items: [item(2, 'The council')] };
  const first = {
    id: 'http://a.example/p1',
    type: 'AnnotationPage',
    items: [item(1, 'Nine people')],
    next: last,
  };
  expect(await importBytes(engine, JSON.stringify({ ...shell, first, last }), 'c.json')).toMatchObject({
    claims: { new: 2 },
    skipped: 0,
  });
  const elsewhere = await importBytes(
    engine,
    JSON.stringify({ ...shell, first: 'http://a.example/p1' }),
    'e.json',
  );
  expect(elsewhere).toMatchObject({ written: false, skipped: 1 });
  expect(elsewhere.report[0]!.message).toContain('stand elsewhere');
});
