import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readBibtex, readCsl, readRis } from '#importers/read-references.ts';
import { sharedPath } from '../support/shared.ts';

const titles = (read: { items: readonly { title?: string }[] }) => read.items.map((item) => item.title);

describe('readBibtex', () => {
  it('reads accents, Cyrillic, dates, names and addresses', () => {
    const { items, failed } = readBibtex(String.raw`
      @article{a, author = {G{\"o}del, Kurt and {World Health Organization} and Иванова, Анна},
        title = "Über die {Wahrheit}", journal = {Вестник}, date = {2021-03-04}, url = {https://example.org/a_b?x=1&y=2}}
      @online{b, title = {Паводок: что известно}, year = 2022, month = apr, urldate = {2022-05-06}}`);
    expect(failed).toEqual([]);
    expect(items).toMatchObject([
      {
        type: 'article-journal',
        title: 'Über die Wahrheit',
        'container-title': 'Вестник',
        author: [{ family: 'Gödel', given: 'Kurt' }, expect.anything(), { family: 'Иванова', given: 'Анна' }],
        issued: { 'date-parts': [[2021, 3, 4]] },
        URL: 'https://example.org/a_b?x=1&y=2',
      },
      {
        type: 'webpage',
        title: 'Паводок: что известно',
        issued: { 'date-parts': [[2022, 4]] },
        accessed: { 'date-parts': [[2022, 5, 6]] },
      },
    ]);
    expect(JSON.stringify(items[0]!['author'])).toContain('World Health Organization');
    expect(items[0]).not.toHaveProperty('id');
  });

  it('reads around a broken entry and names it', () => {
    const read = readBibtex(
      '@book{one, title={One}}\n@book{two, title={Two\n@book{three, title={Three}}\n@misc{four, x=}\n@misc{five, title={5}}',
    );
    expect(titles(read)).toEqual(['One', 'Three', '5']);
    expect(read.failed).toMatchObject([
      { source: '@book{two}', error: { code: 'unreadable', message: expect.stringContaining('no end') } },
      { source: '@misc{four}' },
    ]);
  });

  it('follows @string names and crossed references', () => {
    const { items } = readBibtex(`@string{who = "Sitwell, Edith"} @string(paper = {Daily } # {News})
      @inproceedings{p, title={Part}, author=who, crossref={all}}
      @article{q, title={Note}, journal=paper}
      @proceedings{all, title={The Whole}, year=1999, publisher={Press}}`);
    expect(items).toMatchObject([
      { title: 'Part', author: [{ family: 'Sitwell' }], 'container-title': 'The Whole', publisher: 'Press' },
      { 'container-title': 'Daily News' },
      { title: 'The Whole' },
    ]);
  });

  it('keeps no address that could run', () => {
    const { items } = readBibtex('@online{a, title={T}, url={javascript:alert(1)}}');
    expect(items).toEqual([expect.not.objectContaining({ URL: expect.anything() })]);
  });

  it('says what is wrong with a file that holds none', () => {
    expect(readBibtex('nothing here').failed[0]!.error.message).toBe('This file holds no BibTeX entry.');
  });

  it('survives any text, quickly', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('@{}",=#\\ \nabook')), maxLength: 300 }),
        (any) => {
          const read = readBibtex(any);
          expect(read.items.length + read.failed.length).toBeGreaterThan(0);
        },
      ),
    );
    const start = performance.now();
    expect(readBibtex('@book{x, title={'.repeat(20_000)).failed.length).toBeGreaterThan(0);
    expect(readBibtex('@book{x, title={\n'.repeat(20_000)).failed).toHaveLength(20_000);
    expect(readBibtex('@'.repeat(200_000)).failed).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('readRis', () => {
  it('reads records with repeated tags, continued lines and dashes inside values', () => {
    const read = readRis(
      '\uFEFFTY  - NEWS\r\nA1  - Петров, Пётр\r\nA1  - Doe, Jane\r\nT1  - Dam  - what\r\nhappened\r\nJF  - Газета\r\nY1  - 2022/01/05/\r\nUR  - https://example.org/ё\r\nER  - \r\nTY  - RPRT\nTI  - Second\nTY  - BOOK\nTI  - Third',
    );
    expect(read.failed).toEqual([]);
    expect(read.items).toMatchObject([
      {
        type: 'article-newspaper',
        title: 'Dam  - what happened',
        author: [
          { family: 'Петров', given: 'Пётр' },
          { family: 'Doe', given: 'Jane' },
        ],
        issued: { 'date-parts': [[2022, 1, 5]] },
        URL: 'https://example.org/ё',
      },
      { type: 'report', title: 'Second' },
      { type: 'book', title: 'Third' },
    ]);
  });

  it('reads around an empty record and says what is wrong with a file that holds none', () => {
    const read = readRis('TY  - BOOK\nER  - \nTY  - BOOK\nTI  - Good\nER  - ');
    expect(titles(read)).toEqual(['Good']);
    expect(read.failed[0]!.source).toBe('RIS record 1');
    expect(readRis('TI: x').failed).toHaveLength(1);
  });
});

describe('readCsl', () => {
  it('reads one item, a list and a list of items, and puts parts in their proper form', () => {
    const item = {
      id: 7,
      type: 'Report',
      title: ' A\nB ',
      issued: { raw: '2020-02-03' },
      author: ['WHO', {}],
      custom: {},
    };
    const clean = {
      type: 'report',
      title: 'A B',
      issued: { 'date-parts': [[2020, 2, 3]] },
      author: [{ literal: 'WHO' }],
    };
    for (const json of [item, [item], { items: [item] }]) {
      expect(readCsl(JSON.stringify(json)).items).toEqual([clean]);
    }
    expect(readCsl('[{"type":"book"}, 3, {"title":"x","type":"nonsense"}]')).toMatchObject({
      items: [{ type: 'document', title: 'x' }],
      failed: [{ source: 'item 1' }, { source: 'item 2' }],
    });
    expect(readCsl('{').failed[0]!.error.message).toContain('not JSON');
    expect(readCsl('[]').failed).toHaveLength(1);
  });

  it('gives items that read as themselves, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const { items } = readCsl(JSON.stringify([{ title: 'x', issued: json, author: json, note: json }]));
        expect(readCsl(JSON.stringify(items)).items).toEqual(items);
      }),
    );
    expect(
      readCsl('[{"title":"x","__proto__":{"y":1},"author":[{"family":"A","__proto__":"b"}]}]').items,
    ).toEqual([{ type: 'document', title: 'x', author: [{ family: 'A' }] }]);
  });
});

it('asks no network, not even for text that is an address', () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  for (const text of [
    'https://example.org/10.1000/182',
    '10.1000/182',
    'Q42',
    '@a{https://example.org/x,}',
  ]) {
    for (const read of [readBibtex, readRis, readCsl]) read(text);
  }
  expect(fetched).not.toHaveBeenCalled();
  fetched.mockRestore();
});

/** What two descriptions of a source must share, whatever program wrote them. */
type Gist = { title: string; names: string; year: string; doi: string; url: string };
const bare = (text: unknown) =>
  (typeof text === 'string' ? text : '')
    .replace(/<[^>]*>/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const family = (name: Record<string, unknown>) => bare(name['family'] ?? name['literal'] ?? name['given']);
function gistOfCsl(item: Record<string, unknown>): Gist {
  const names = ['author', 'editor'].flatMap((role) => (item[role] ?? []) as Record<string, unknown>[]);
  const issued = item['issued'] as { 'date-parts'?: number[][] } | undefined;
  return {
    title: bare(item['title']),
    names: names.map(family).toSorted().join(),
    year: String(issued?.['date-parts']?.[0]?.[0] ?? ''),
    doi: bare(item['DOI']),
    url: bare(item['URL']),
  };
}
function gistOfZotero(item: Record<string, unknown>): Gist {
  const creators = (item['creators'] ?? []) as Record<string, unknown>[];
  return {
    title: bare(item['title']),
    names: creators
      .filter(({ creatorType }) => creatorType === 'author' || creatorType === 'editor')
      .map((one) => bare(one['lastName'] ?? one['name']))
      .toSorted()
      .join(),
    year: /\d{4}/.exec(bare(item['date']))?.[0] ?? '',
    doi: bare(item['DOI']),
    url: bare(item['url']),
  };
}

describe('reference lists of other programs', () => {
  const folders = [
    {
      folder: 'citation-js/bibtex',
      read: readBibtex,
      ending: '.bib',
      expected: '.bib.csl.json',
      gist: gistOfCsl,
    },
    { folder: 'citation-js/ris', read: readRis, ending: '.ris', expected: '.csl.json', gist: gistOfCsl },
    { folder: 'better-bibtex', read: readBibtex, ending: '.bib', expected: '.json', gist: gistOfZotero },
    {
      folder: 'zotero-translators/bibtex',
      read: readBibtex,
      ending: '.bib',
      expected: '.items.json',
      gist: gistOfZotero,
    },
    {
      folder: 'zotero-translators/ris',
      read: readRis,
      ending: '.ris',
      expected: '.items.json',
      gist: gistOfZotero,
    },
  ];
  const absent = sharedPath('data/references') === undefined;
  if (absent) console.info('reference lists: 0, the shared test material is not beside the project');
  it.skipIf(absent)('give what those programs make of them', () => {
    const seen = { files: 0, items: 0, failed: 0, expected: 0, fields: 0, agreeing: 0 };
    const differing: string[] = [];
    for (const { folder, read, ending, expected, gist } of folders) {
      const path = sharedPath('data/references', folder)!;
      for (const name of readdirSync(path).filter((one) => one.endsWith(ending))) {
        const result = read(readFileSync(join(path, name), 'utf8'));
        seen.files++;
        seen.items += result.items.length;
        seen.failed += result.failed.length;
        let json: unknown;
        try {
          json = JSON.parse(readFileSync(join(path, basename(name, ending) + expected), 'utf8'));
        } catch {
          continue;
        }
        const wanted = (Array.isArray(json) ? json : (json as { items: unknown[] }).items) as Record<
          string,
          unknown
        >[];
        const given = result.items.map(gistOfCsl);
        for (const want of wanted.map(gist)) {
          seen.expected++;
          const fit =
            given.find((one) => one.title === want.title) ?? given.find((one) => one.names === want.names);
          for (const [field, value] of Object.entries(want)) {
            if (value === '') continue;
            seen.fields++;
            if (fit?.[field as keyof Gist] === value) seen.agreeing++;
            else
              differing.push(
                `${name}: ${field} ${value.slice(0, 40)} / ${fit?.[field as keyof Gist].slice(0, 40)}`,
              );
          }
        }
      }
    }
    console.info('reference lists:', seen, differing);
    expect(seen.failed).toBeLessThanOrEqual(4);
    expect(seen.agreeing / seen.fields).toBeGreaterThan(0.96);
  });
});
