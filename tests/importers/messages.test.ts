import { readdirSync, readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { flatten } from '#domain/flat-text.ts';
import { ImportError } from '#importers/import-error.ts';
import { fromQuotedPrintable } from '#importers/mime.ts';
import { momentIn, peopleIn, readParameters, readWords } from '#importers/mime-header.ts';
import { readArticle } from '#importers/read-article.ts';
import { hasShared, sharedAt } from '../support/shared.ts';
import { EML, MHTML } from '../support/web-samples.ts';

async function read(text: string | Uint8Array, name: string, page?: string) {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  const article = await readArticle({ bytes, name, ...(page === undefined ? {} : { page }) });
  return { ...article, text: flatten(article.document).text };
}

describe('headers', () => {
  test.each([
    ['=?utf-8?Q?a_b=20c?=', 'a b c'],
    ['=?utf-8?B?0J/RgNC4?= =?utf-8?B?0LLQtdGC?=', 'Привет'],
    ['=?utf-8?B?0J/RgNC40A==?= =?utf-8?B?stC10YI=?=', 'Привет'],
    ['=?koi8-r?B?8NLJ18XU?= and more', 'Привет and more'],
    ['Re: =?iso-8859-1*de?Q?M=FCnchen?= x', 'Re: München x'],
    ['=?unknown?Q?abc?=', 'abc'],
    [Buffer.from('Прямо').toString('latin1'), 'Прямо'],
  ])('%s is read as words', (field, words) => expect(readWords(field)).toBe(words));

  test.each([
    ['"Bekova, Aru" <a@b.example>', 'Bekova, Aru'],
    ['a@b.example (Aru Bekova)', 'Aru Bekova'],
    ['<a@b.example>', 'a@b.example'],
    ['Aru <a@b.example>, =?utf-8?B?0JHQvtGA0LjRgQ==?= <c@d.example>', 'Aru, Борис'],
    ['', ''],
  ])('people in %s', (field, names) => expect(peopleIn(field)).toBe(names));

  test.each([
    ['Fri, 30 Aug 2024 20:54:29 +0200', '2024-08-30T18:54:29Z'],
    ['1 Jan 99 00:00 EST', '1999-01-01T05:00:00Z'],
    ['yesterday', ''],
  ])('the moment in %s', (field, moment) => expect(momentIn(field)).toBe(moment));

  test('parameters in pieces and in other letters come together', () => {
    const { value, parameters } = readParameters(
      `Attachment; filename*0*=utf-8''%D0%9F; filename*1="ri.txt"; x="a\\"b;c"; charset = utf-8`,
    );
    expect(value).toBe('attachment');
    expect(Object.fromEntries(parameters)).toEqual({ filename: 'Пri.txt', x: 'a"b;c', charset: 'utf-8' });
  });

  test('quoted-printable keeps what is meant and drops padding', () => {
    expect(
      Buffer.from(fromQuotedPrintable(Buffer.from('a=3Db =\r\nc  \r\nd=20\r\n=zz=E2=80'))).toString('latin1'),
    ).toBe('a=b c\r\nd \r\n=zz\xe2\x80');
  });
});

describe('a web page saved as MHTML', () => {
  test('is its root part, in the letters that the page itself names', async () => {
    const article = await read(MHTML, 'a.mhtml');
    expect(article).toMatchObject({
      format: 'mhtml',
      title: 'The dam',
      address: 'https://news.example/dam',
      captured: '2024-08-30T18:54:29Z',
    });
    expect(article.text).toContain('Паводок');
    expect(article.text).not.toContain('advertisement');
    expect(article.footnotes).toMatchObject([{ label: '1', address: 'https://a.example/report' }]);
    expect(article.footnotes[0]!.places).toHaveLength(1);
  });

  test('cut off in the middle still gives its page; without one says so', async () => {
    expect((await read(MHTML.slice(0, MHTML.indexOf('advertisement')), 'a.mht')).text).toContain('Паводок');
    await expect(read(MHTML.slice(0, 300), 'a.mht')).rejects.toThrow(/without a page/);
  });
});

describe('an e-mail', () => {
  test('has its subject, its sender, its day, its best form, and no attachments', async () => {
    const mail = await read(EML, 'a.eml');
    expect(mail).toMatchObject({
      format: 'eml',
      title: 'Паводок in Ulken',
      author: 'Айлыу',
      published: '2022-01-05',
      warnings: expect.arrayContaining(['One attachment was not imported: report.pdf.']) as string[],
    });
    expect(mail.text).toBe('The water rose.\nWho says so?');
    expect(mail.document.content![1]).toMatchObject({ type: 'blockquote' });
  });

  test('in plain text keeps quotes, and joins flowing lines', async () => {
    const mail = await read(
      'From: a@b.example\nSubject: S\nDate: 5 Jan 2022 10:00 +0000\nContent-Type: text/plain; format=flowed\n\nThe water \nrose.\n\n> Who said \n> so?\n>> Nobody.\n-- \nAru\n',
      'a.eml',
    );
    expect(mail.text.split('\n')).toEqual(['The water rose.', 'Who said so?', 'Nobody.', '--', 'Aru']);
    expect(JSON.stringify(mail.document)).toMatch(/blockquote.*Who said.*blockquote.*Nobody/);
  });

  test('is recognised by what it holds, but a text that begins like one stays a text', async () => {
    expect((await read(EML, 'message')).format).toBe('eml');
    expect((await read('Subject: a word\nFrom: here\nDate: now\n\nText', 'a.txt')).format).toBe('text');
    expect((await read(`1234\n${EML}`.replace('1234', String(EML.length)), 'a.emlx')).title).toBe(
      'Паводок in Ulken',
    );
  });

  test('that is encrypted, or empty, says so', async () => {
    await expect(
      read(
        'From: a\nContent-Type: multipart/encrypted; boundary=x\n\n--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x--\n',
        'a.eml',
      ),
    ).rejects.toThrow(/encrypted/);
    await expect(read('From: a\nSubject: b\n\n', 'a.eml')).rejects.toThrow(/without text/);
  });

  test('that is but an envelope is what it brings; beside a text that is asked for', async () => {
    const part = (head: string, text: string) => `--x\nContent-Type: ${head}\n\n${text}\n`;
    const attached = 'Content-Disposition: attachment; filename=';
    const mail = (...parts: string[]) =>
      `From: Aru <a@b.example>\nSubject: See\nDate: 5 Jan 2022 10:00 +0000\nContent-Type: multipart/mixed; boundary=x\n\n${parts.join('')}--x--\n`;
    const text = part(`text/plain; charset=utf-8\n${attached}dam.txt`, 'The dam\n\nBy Ada Lind');
    const sheet = part(`application/octet-stream\n${attached}dam.md`, '# The town\n\nWords.');
    const picture = part(`image/png\n${attached}a.png`, 'x');
    expect(await read(mail(text, picture), 'a.eml')).toMatchObject({
      format: 'eml',
      title: 'The dam',
      author: 'Ada Lind',
      published: '',
    });
    const both = mail(part('text/plain', 'Look at this.'), text, sheet);
    expect(await read(both, 'a.eml')).toMatchObject({
      text: 'Look at this.',
      author: 'Aru',
      warnings: ['2 attachments were not imported: dam.txt, dam.md.'],
    });
    expect((await read(both, 'a.eml', '2')).title).toBe('The dam');
    expect((await read(both, 'a.eml', 'DAM.md')).document.content![0]!.type).toBe('heading');
    await expect(read(both, 'a.eml', 'b.txt')).rejects.toThrow(/no page “b.txt”; there are 3 texts/);
    await expect(read(mail(text, sheet), 'a.eml')).rejects.toMatchObject({ code: 'ambiguous' });
    await expect(read(mail(picture), 'a.eml')).rejects.toThrow(/without text/);
    const forwarded = part(`message/rfc822\n${attached}f.eml`, both);
    expect((await read(mail(forwarded), 'a.eml')).text).toBe('Look at this.');
  });

  test('a mailbox asks which message is meant', async () => {
    const box = `From a@b.example Wed Jan  5 10:00:00 2022\n${EML}\n\nFrom c@d.example Thu Jan  6 10:00:00 2022\nFrom: c@d.example\nSubject: Second\nDate: 6 Jan 2022 10:00 +0000\n\nThe dam.\n>From here on.\n`;
    const error = (await read(box, 'a.mbox').catch((e: unknown) => e)) as ImportError;
    expect(error).toMatchObject({ code: 'ambiguous' });
    expect(error.message).toContain('2 messages');
    expect((await read(box, 'a.mbox', '2')).text).toBe('The dam.\nFrom here on.');
    expect((await read(box, 'a.mbox', 'second')).title).toBe('Second');
  });
});

describe.skipIf(!hasShared)('public messages', () => {
  test('are read as a peer reads them, or refused with a sentence', async () => {
    const folder = sharedAt('data/documents/eml');
    const files = readdirSync(folder);
    const letters = (text: string) => text.replaceAll(/<[^>]*>|&[a-z]+;|[^\p{L}\p{N}]/gu, '');
    const line = (text = '') => text.replaceAll(/\s+/g, ' ').trim();
    let [agreed, refused] = [0, 0];
    const other: string[] = [];
    const subjects: string[] = [];
    for (const file of files) {
      const bytes = readFileSync(`${folder}/${file}`);
      const peer = await PostalMime.parse(bytes);
      const mail = await read(bytes, file).catch((error: unknown) => error);
      if (mail instanceof ImportError) {
        refused++;
        continue;
      }
      const { title, text } = mail as Awaited<ReturnType<typeof read>>;
      if (line(peer.subject) !== '' && title !== line(peer.subject)) subjects.push(file);
      const theirs = letters(peer.html ?? peer.text ?? '');
      if (theirs.includes(letters(text)) || letters(text).includes(theirs)) agreed++;
      else other.push(file);
    }
    expect(subjects).toEqual([]);
    console.info(
      `messages: ${files.length} samples, ${agreed} as postal-mime, ${refused} refused, other in ${other.join()}`,
    );
    expect(refused).toBeLessThanOrEqual(1);
    expect(agreed).toBeGreaterThan(files.length * 0.7);
    const saved = await read(readFileSync(sharedAt('data/documents/mhtml/A_KAE.mhtml')), 'A_KAE.mhtml');
    expect(saved.encoding).toBe('windows-1252');
    expect(saved.text).toContain('Ausführungsanordnung');
  });
});
