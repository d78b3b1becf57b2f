import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { expect, test } from 'vitest';
import { codePointOffset } from '#domain/flat-text.ts';
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

test.skipIf(!hasShared)('AVeriTeC comes back equal, field by field', { timeout: 300_000 }, async () => {
  const bytes = readFileSync(sharedAt('data/averitec/dev-first-250.json'));
  const given = JSON.parse(bytes.toString('utf8')) as unknown[];
  seen('AVeriTeC claims', given.length);
  const engine = emptyProject();
  const done = await importBytes(engine, bytes, 'dev.json');
  expect(done).toMatchObject({ format: 'averitec', claims: { new: given.length }, skipped: 0 });
  const { text } = await exported(engine, 'averitec');
  expect(JSON.parse(text)).toEqual(given);
  expect(await importBytes(engine, text, 'again.json')).toMatchObject({
    written: false,
    claims: { same: given.length },
  });
  // work done here survives another import of the file that says nothing new
  const { claims } = await engine.call('listClaims', { limit: 1 });
  await engine.call('editClaim', { id: claims[0]!.id, claimant: 'Somebody else' });
  expect(await importBytes(engine, bytes, 'dev.json')).toMatchObject({ written: false });
  const [changed] = JSON.parse((await exported(engine, 'averitec')).text) as Record<string, unknown>[];
  expect(changed).toMatchObject({ speaker: 'Somebody else', assay_id: claims[0]!.id });
});

function projectIn(bytes: Uint8Array): { xml: string; files: Record<string, Uint8Array> } {
  const files = unzipSync(bytes);
  const name = Object.keys(files).find((file) => /project\.qde$/i.test(file))!;
  return { xml: new TextDecoder().decode(files[name]), files };
}

/** GUIDs, places and names of everything, in one order. */
function identities(xml: string): string[] {
  return [...xml.matchAll(/<(\w+)([^>]*\bguid="[^>]*)>/g)]
    .map(
      ([, name, attributes]) =>
        `${name} ${[...attributes!.matchAll(/([\w]+)="([^"]*)"/g)]
          .map(([one]) => one)
          .toSorted()
          .join(' ')
          .replace(/\s*\/$/, '')}`,
    )
    .toSorted();
}

async function schemaFaults(xml: string): Promise<string[]> {
  const schema = readFileSync(sharedAt('data/qdpx/Project.xsd'), 'utf8');
  const { errors } = await validateXML({
    xml: [{ fileName: 'project.qde', contents: xml }],
    schema: [schema],
  });
  return errors.map(({ message }) => message);
}

test.skipIf(!hasShared)(
  'a project of ATLAS.ti comes back with the same GUIDs, selections and names, valid by the schema',
  { timeout: 120_000 },
  async () => {
    const bytes = readFileSync(sharedAt('data/qdpx/TestProject.qdpx'));
    const engine = emptyProject();
    const done = await importBytes(engine, bytes, 'TestProject.qdpx');
    expect(done).toMatchObject({ format: 'qdpx', written: true });
    expect(done.report.every(({ message }) => message.includes('missing from the archive'))).toBe(true);
    const given = projectIn(bytes);
    const back = projectIn((await exported(engine, 'qdpx')).bytes);
    seen('REFI-QDA elements with a GUID', identities(given.xml).length);
    expect(identities(back.xml)).toEqual(identities(given.xml));
    expect(await schemaFaults(back.xml)).toEqual([]);
    expect(await importBytes(engine, (await exported(engine, 'qdpx')).bytes, 'x.qdpx')).toMatchObject({
      written: false,
    });
  },
);

test.skipIf(!hasShared)(
  'what Assay writes as REFI-QDA is valid by the schema',
  { timeout: 120_000 },
  async () => {
    const engine = emptyProject();
    await fill(engine, { claims: [PLAN, { ...PLAN, span: 2, rating: null, type: 'boolean' }] });
    const { xml, files } = projectIn((await exported(engine, 'qdpx')).bytes);
    expect(await schemaFaults(xml)).toEqual([]);
    const { articles } = await engine.call('listArticles', {});
    const { text } = await engine.call('getArticle', { id: articles[0]!.id });
    expect(new TextDecoder().decode(files[`sources/${articles[0]!.id}.txt`])).toBe(text);
  },
);

test('selections of other programs become claims with codes and memos, and come back beside what was added', async () => {
  const text = 'Line one 😀.\r\nNine people were missing.\r\nThe end.';
  const flat = text.replaceAll('\r\n', '\n');
  const start = codePointOffset(flat, flat.indexOf('Nine'));
  const guid = (n: number) => `{0000000${n}-AAAA-4BBB-8CCC-00000000000${n}}`;
  const qde = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="Other"><Users><User guid="${guid(1)}" name="Ann"/></Users><CodeBook><Codes><Code guid="${guid(2)}" name="loss" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="${guid(3)}" name="Night" plainTextPath="night.txt"><PlainTextSelection guid="${guid(4)}" name="Nine people" startPosition="${start}" endPosition="${start + 25}" creatingUser="${guid(1)}"><Description>Who counted?</Description><Coding guid="${guid(5)}"><CodeRef targetGUID="${guid(2)}"/></Coding></PlainTextSelection></TextSource></Sources></Project>`;
  const bytes = zipSync({
    'Project.qde': new TextEncoder().encode(qde),
    'Sources/night.txt': new TextEncoder().encode(text),
  });
  const engine = emptyProject();
  const done = await importBytes(engine, bytes, 'p.qdpx');
  expect(done).toMatchObject({
    articles: { new: 1 },
    claims: { new: 1 },
    occurrences: { new: 1 },
    comments: { new: 1 },
  });
  expect(done.report.find(({ outcome }) => outcome === 'noted')?.message).toContain('a line end as one');
  const [claim] = (await engine.call('listClaims', {})).claims;
  expect(claim).toMatchObject({ wording: 'Nine people were missing.', tags: ['loss'] });
  const untouched = projectIn((await exported(engine, 'qdpx')).bytes);
  expect(identities(untouched.xml)).toEqual(identities(qde));
  expect(Buffer.from(untouched.files['Sources/night.txt']!).toString()).toBe(text);
  await engine.call('rateClaim', { claim: claim!.id, rating: 'false', justification: 'No.', final: true });
  const worked = await exported(engine, 'qdpx');
  expect(identities(projectIn(worked.bytes).xml)).toEqual(
    expect.arrayContaining(identities(qde).filter((one) => !one.startsWith('TextSource'))),
  );
  expect(await importBytes(engine, worked.bytes, 'x.qdpx')).toMatchObject({ claims: { new: 0, changed: 0 } });
});

test('notes of other programs are found in files of their own, behind links either way, and on a coding', async () => {
  const text = 'Nine people were missing.\nThe council knew.\nThe end came.';
  const guid = (n: number) => `0000000${n}-aaaa-4bbb-8ccc-00000000000${n}`;
  const selection = (n: number, words: string, inner = '') =>
    `<PlainTextSelection guid="${guid(n)}" name="${words}" startPosition="${text.indexOf(words)}" endPosition="${text.indexOf(words) + words.length}">${inner}</PlainTextSelection>`;
  const qde = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="P"><CodeBook><Codes><Code guid="${guid(9)}" name="loss" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="${guid(1)}" name="Night" plainTextPath="internal://Night.txt">${selection(2, 'Nine people')}${selection(3, 'The council')}${selection(4, 'The end', `<Coding guid="${guid(8)}"><CodeRef targetGUID="${guid(9)}"/><NoteRef targetGUID="${guid(7)}"/></Coding>`)}</TextSource></Sources><Notes><Note guid="${guid(5)}" name="a" plainTextPath="internal://a.txt"/><Note guid="${guid(6)}" name="b"><PlainTextContent>Inline.</PlainTextContent></Note><Note guid="${guid(7)}" name="c"><PlainTextContent>On the code.</PlainTextContent></Note></Notes><Links><Link guid="10000000-aaaa-4bbb-8ccc-000000000001" originGUID="${guid(5)}" targetGUID="${guid(2)}"/><Link guid="10000000-aaaa-4bbb-8ccc-000000000002" originGUID="${guid(3)}" targetGUID="${guid(6)}"/></Links></Project>`;
  const bytes = zipSync({
    'project.qde': new TextEncoder().encode(qde),
    'sources/night.txt': new TextEncoder().encode(text),
    'sources/a.txt': new TextEncoder().encode('\uFEFFIn a file.'),
  });
  const engine = emptyProject();
  await importBytes(engine, bytes, 'p.qdpx');
  const { claims } = await engine.call('listClaims', {});
  expect(
    Object.fromEntries(
      claims.map(({ wording, comments }) => [wording, comments.map((one) => one.text).join()]),
    ),
  ).toEqual({ 'Nine people': 'In a file.', 'The council': 'Inline.', 'The end': 'On the code.' });
  expect(identities(projectIn((await exported(engine, 'qdpx')).bytes).xml)).toEqual(identities(qde));
});

test('Hypothesis keeps author, date, tags and answers, and is known again after its own re-import', async () => {
  const engine = emptyProject();
  const article = await importText(engine, TEXT, 'dam.txt');
  await engine.call('describeArticle', { id: article, address: 'https://example.org/dam' });
  const row = (id: string, more: object) => ({
    id,
    created: '2025-05-01T10:00:00.123456+00:00',
    user: 'acct:ann@hypothes.is',
    uri: 'https://example.org/dam',
    text: 'Check this',
    tags: ['water'],
    target: [
      {
        source: 'https://example.org/dam',
        selector: [
          { type: 'TextQuoteSelector', exact: 'The council said so twice.', prefix: '', suffix: '' },
        ],
      },
    ],
    ...more,
  });
  const file = {
    export_date: '2025-06-01',
    annotations: [
      row('a1', {}),
      {
        ...row('r1', { text: 'Done', references: ['a1'], tags: [] }),
        target: [{ source: 'https://example.org/dam' }],
      },
    ],
  };
  expect(await importBytes(engine, JSON.stringify(file), 'h.json')).toMatchObject({
    format: 'hypothesis',
    claims: { new: 1 },
    comments: { new: 2 },
    occurrences: { new: 1 },
  });
  const [claim] = (await engine.call('listClaims', {})).claims;
  expect(claim!.comments.map(({ text, person, at }) => [text, person?.name, at])).toEqual([
    ['Check this', 'ann', '2025-05-01T10:00:00.123Z'],
    ['Done', 'ann', '2025-05-01T10:00:00.123Z'],
  ]);
  const again = { annotations: [row('b7', { extra: { source: 'import', original_id: 'a1' } })] };
  expect((await importBytes(engine, JSON.stringify(again), 'h2.json')).claims.new).toBe(0);
  const csv =
    'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n2025-05-01T10:00:00,bob,,https://example.org/dam,Public,Annotation,"two engineers","Who?","a,b"\n';
  expect(await importBytes(engine, csv, 'h.csv')).toMatchObject({
    format: 'hypothesis',
    claims: { new: 1 },
    occurrences: { new: 1 },
  });
});

test('a table of claims is read by its headings, in Russian too, or as it is told', async () => {
  const engine = emptyProject();
  const windows = Buffer.concat([
    Buffer.from('claim;speaker;date;verdict;tags\n'),
    Buffer.from([0xc4, 0xe0, 0xec, 0xe1, 0xe0, 0x20, 0xf6, 0xe5, 0xeb, 0xe0]),
    Buffer.from(';X;2025-04-12;False;a|b\n'),
  ]);
  expect(await importBytes(engine, windows, 'w.csv')).toMatchObject({
    format: 'csv',
    columns: { fields: ['wording', 'claimant', 'claimed_on', 'rating', 'tags'], rows: 1 },
    claims: { new: 1 },
  });
  expect((await engine.call('listClaims', {})).claims[0]).toMatchObject({
    wording: 'Дамба цела',
    claimant: 'X',
    rating: 'false',
    tags: ['a', 'b'],
  });
  const russian =
    'Утверждение,Кто сказал,Дата,Вердикт\n"Вода, и ещё вода",Министр,12.04.2025,Полуправда\n,,,\n';
  expect(await importBytes(engine, russian, 'r.csv')).toMatchObject({ claims: { new: 1 } });
  const other = 'A,B\nwords of a claim,Q\n';
  expect(await importBytes(engine, other, 'o.csv', { dryRun: true })).toMatchObject({
    claims: { new: 0 },
    skipped: 1,
  });
  expect(
    await importBytes(engine, other, 'o.csv', { columns: { A: 'wording', B: 'claimant' } }),
  ).toMatchObject({ claims: { new: 1 } });
  await expect(importBytes(engine, other, 'o.csv', { columns: { A: 'nonsense' } })).rejects.toMatchObject({
    code: 'unsupported',
  });
});

test('what is none of these is refused with a sentence', async () => {
  const engine = emptyProject();
  await expect(importBytes(engine, '', 'e.json')).rejects.toMatchObject({ code: 'unreadable' });
  await expect(importBytes(engine, '{"a":', 'e.json')).rejects.toMatchObject({ code: 'unreadable' });
  await expect(importBytes(engine, '{"a":1}', 'e.json')).rejects.toMatchObject({ code: 'unsupported' });
  await expect(importBytes(engine, zipSync({ 'a.txt': new Uint8Array(3) }), 'e.qdpx')).rejects.toMatchObject({
    code: 'unreadable',
  });
});
