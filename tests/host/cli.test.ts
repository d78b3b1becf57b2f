import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract, type CallName, type Output } from '#contract/index.ts';
import { commandLine, type Ran } from '../support/cli.ts';
import { ARTICLE } from '../support/engine.ts';

test('the whole job on the command line, each answer valid by the contract', { timeout: 400_000 }, () => {
  const { folder, assay, assayWith } = commandLine();
  const at = (name: string) => join(folder, name);
  writeFileSync(at('dam.txt'), ARTICLE);
  writeFileSync(at('copy.txt'), 'The council minutes say that four people were missing by dawn.');
  writeFileSync(
    at('refs.bib'),
    '@report{a, title={Inspection of the {Kemekala} spillway}, author={Lind, Tomas}, year={2023}, url={https://example.org/i}}',
  );

  const made = assay('new', 'p.assay', '--title', 'The dam', '--json').json() as {
    project: Record<string, string>;
  };
  expect(made.project).toMatchObject({ title: 'The dam', file: at('p.assay'), id: expect.any(String) });

  const imported = valid('importArticles', assay('import', 'p.assay', 'dam.txt', '--json'));
  const article = imported.articles[0]!;
  expect(article).toMatchObject({
    title: 'The night the dam gave way',
    source: 'dam.txt',
    format: 'text',
    language: 'en',
    references: 2,
  });
  expect(article.sha256).toBe(createHash('sha256').update(ARTICLE).digest('hex'));
  const { id } = article;

  const text = assay('text', 'p.assay', id.slice(0, 8)).out;
  expect(text).toContain('Nine people were missing by dawn, the council said.');

  const twice = assay('mark', 'p.assay', id, '--quote', 'Nine people were missing', '--as', 'verifiable');
  expect(twice).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^error: The article contains .* 2 times.*\n$/),
  });
  const marked = valid(
    'mark',
    assay(
      'mark',
      'p.assay',
      id,
      '--quote',
      'Nine people were missing by dawn',
      '--suffix',
      ', the council',
      '--as',
      'verifiable',
      '--json',
    ),
  );
  const claim = marked.claim.id;
  const again = valid(
    'mark',
    assay(
      'mark',
      'p.assay',
      id,
      '--quote',
      'Nine people were missing by dawn',
      '--suffix',
      ', a neighbour',
      '--as',
      'verifiable',
      '--claim',
      claim,
      '--json',
    ),
  );
  expect(again.claim).toMatchObject({ id: claim });
  const { start, end, exact } = again.occurrence;
  expect(text.slice(start, end)).toBe(exact);
  assay(
    'mark',
    'p.assay',
    id,
    '--quote',
    'Nobody will ever trust the river again.',
    '--as',
    'unverifiable',
    '--reason',
    'prediction',
  );

  const added = valid('addReferences', assay('reference', 'p.assay', '--bibtex', 'refs.bib', '--json'));
  const reference = added.references[0]!;
  expect(reference.csl).toMatchObject({
    title: 'Inspection of the Kemekala spillway',
    URL: 'https://example.org/i',
  });
  const kept = valid('capture', assay('capture', 'p.assay', reference.id, 'copy.txt', '--json'));
  expect(kept.capture).toMatchObject({
    mediaType: 'text/plain',
    bytes: 62,
    sha256: createHash('sha256')
      .update(readFileSync(at('copy.txt')))
      .digest('hex'),
  });

  const linked = valid(
    'linkEvidence',
    assay(
      'evidence',
      'p.assay',
      claim,
      reference.id,
      '--stance',
      'refutes',
      '--quote',
      'four people were missing',
      '--locator',
      'p. 2',
      '--json',
    ),
  );
  expect(linked.evidence).toMatchObject({
    stance: 'refutes',
    quote: 'four people were missing',
    place: { start: 29, end: 53 },
    locator: 'p. 2',
  });
  const rated = valid(
    'rateClaim',
    assay(
      'verdict',
      'p.assay',
      claim,
      '--rating',
      'false',
      '--justification',
      'The minutes say four.',
      '--final',
      '--json',
      '--person',
      'Aruzhan',
    ),
  );
  expect(rated.verdict).toMatchObject({ rating: 'false', final: true, person: { name: 'Aruzhan' } });

  const listed = valid('listClaims', assayJson(assay('claims', 'p.assay', '--json'), { total: 2 }));
  expect(listed.claims.map(({ rating }) => rating)).toEqual(['false', null]);
  expect(valid('listArticles', assay('articles', 'p.assay', '--json')).articles).toMatchObject([
    { id, claims: 2, revisions: 1, coverage: expect.closeTo(1 / 3, 2) },
  ]);
  const { acts } = assay('history', 'p.assay', '--claim', claim, '--json').json() as {
    acts: { summary: string; person: string }[];
  };
  expect(acts.map(({ summary }) => summary)).toEqual([
    'Rated false, final',
    'Linked evidence that refutes: “four people were missing”',
    'Marked “Nine people were missing by dawn” as one more occurrence',
    'Marked “Nine people were missing by dawn” as verifiable',
  ]);
  expect(valid('search', assay('search', 'p.assay', 'spillw', '--json')).hits).toHaveLength(2);
  expect(
    valid('search', assay('search', 'p.assay', 'missing', '--in', 'claims', '--json')).hits,
  ).toMatchObject([{ kind: 'claim', id: claim }]);

  for (const format of ['html', 'md', 'csv']) {
    const report = (
      assay('export', 'p.assay', '--format', format, '--out', `r.${format}`, '--json').json() as {
        report: Record<string, unknown>;
      }
    ).report;
    expect(report).toMatchObject({ file: at(`r.${format}`), claims: 2, losses: expect.any(Array) });
    const bytes = readFileSync(at(`r.${format}`));
    expect(bytes.length).toBe(report['bytes']);
    assayWith(
      { env: { TZ: 'Asia/Almaty', LANG: 'ru_RU.UTF-8' } },
      'export',
      'p.assay',
      '--format',
      format,
      '--out',
      `again.${format}`,
    );
    expect(readFileSync(at(`again.${format}`)).equals(bytes), format).toBe(true);
    expect(bytes.toString()).toContain('The minutes say four.');
    // a table of claims has no room for quotes, and says so
    const quoted = bytes.toString().includes('four people were missing');
    expect(quoted || (report['losses'] as string[]).some((loss) => /quote/i.test(loss)), format).toBe(true);
  }

  expect(valid('verifyProject', assay('verify', 'p.assay', '--json'))).toMatchObject({
    ok: true,
    problems: [],
  });
  assay('backup', 'p.assay', '--out', 'b.assay');
  expect(assay('verify', 'b.assay').code).toBe(0);
  expect(assay('undo', 'p.assay', '--person', 'Aruzhan').code).toBe(0);
  expect(
    (
      assay('call', 'p.assay', 'getClaim', JSON.stringify({ id: claim })).json() as {
        claim: { rating: null };
      }
    ).claim.rating,
  ).toBeNull();
  expect(assayWith({ input: '{"limit":1}' }, 'call', 'p.assay', 'listActs', '-').code).toBe(0);
  expect(readdirSync(folder).filter((name) => /journal|lock|unfinished/.test(name))).toEqual([]);
});

test('a bad source stops no other, and is named with its reason', () => {
  const { folder, assay } = commandLine();
  mkdirSync(join(folder, 'articles/inner'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'articles/a.md'), '# One\n\nA *dam* broke.');
  writeFileSync(join(folder, 'articles/inner/b.html'), '<article><h1>Two</h1><p>The dam held.</p></article>');
  writeFileSync(join(folder, 'articles/.hidden.txt'), 'not for import');
  writeFileSync(join(folder, 'noise.txt'), randomBytes(20_000));
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'scan.pdf'), '%PDF-1.7\n%âãÏÓ\n');
  assay('new', 'p.assay');
  const ran = assay(
    'import',
    'p.assay',
    'articles',
    'noise.txt',
    'empty.txt',
    'scan.pdf',
    'missing.txt',
    'empty',
    '--json',
  );
  expect(ran.code).toBe(1);
  const { articles, failed } = valid('importArticles', ran);
  expect(articles.map(({ source }) => source)).toEqual([
    join('articles', 'a.md'),
    join('articles', 'inner', 'b.html'),
  ]);
  expect(failed.map(({ source }) => source).sort()).toEqual([
    'empty',
    'empty.txt',
    'missing.txt',
    'noise.txt',
    'scan.pdf',
  ]);
  for (const { error } of failed) expect(error.message).toMatch(/^[^\n]{10,300}\.$/);
  expect(ran.err.trim().split('\n')).toHaveLength(5);
});

/** The answer of a command, after the contract's schema has accepted it. What the CLI leaves out is put in. */
function valid<N extends CallName>(name: N, ran: Ran): Output<N> {
  const left: Partial<Record<CallName, object>> = { importArticles: { cancelled: false } };
  const json = { ...left[name], ...(ran.json() as object) };
  expect(contract[name].output.safeParse(json).error?.issues).toBeUndefined();
  return json as Output<N>;
}

function assayJson(ran: Ran, extra: object): Ran {
  return { ...ran, json: () => ({ ...extra, ...(ran.json() as object) }) as never };
}
