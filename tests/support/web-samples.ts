import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** Small web archives, messages and saved pages, written by the tests themselves. */

export const DAM = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The dam at Ulken</title></head><body>
<h1>The dam at Ulken</h1><p>The water rose for three hours before anybody in the town was told to leave.</p>
<ul><li>Nine people were missing.</li><li>Two bridges fell.</li></ul><p>See <a href="/report">the report</a>.</p></body></html>`;

export const digestOf = (
  algorithm: string,
  bytes: Uint8Array | string,
  as: 'hex' | 'base64' = 'hex',
): string => createHash(algorithm).update(bytes).digest(as);

export type Record = {
  readonly type: string;
  readonly url?: string;
  readonly date?: string;
  readonly fields?: readonly string[];
  readonly block: Uint8Array | string;
  /** What Content-Length says, where it lies. */
  readonly says?: number;
};

export function warcRecord({
  type,
  url,
  date = '2022-01-05T10:00:00Z',
  fields = [],
  block,
  says,
}: Record): Buffer {
  const body = Buffer.from(block as string);
  return Buffer.concat([
    Buffer.from(
      [
        'WARC/1.1',
        `WARC-Type: ${type}`,
        ...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
        `WARC-Date: ${date}`,
        `WARC-Record-ID: <urn:uuid:${digestOf('md5', body)}>`,
        ...fields,
        `Content-Length: ${says ?? body.length}`,
        '',
        '',
      ].join('\r\n'),
    ),
    body,
    Buffer.from('\r\n\r\n'),
  ]);
}

export function httpBlock(
  body: Uint8Array | string,
  fields: readonly string[] = [],
  status = '200 OK',
): Buffer {
  const type = fields.some((field) => /^content-type:/i.test(field))
    ? []
    : ['Content-Type: text/html; charset=utf-8'];
  return Buffer.concat([
    Buffer.from([`HTTP/1.1 ${status}`, ...type, ...fields, '', ''].join('\r\n')),
    Buffer.from(body as string),
  ]);
}

export function response(
  url: string,
  body: Uint8Array | string,
  more: Partial<Record> & { http?: readonly string[]; status?: string } = {},
): Buffer {
  const { http = [], status, fields = [], ...rest } = more;
  const block = httpBlock(body, http, status);
  return warcRecord({
    type: 'response',
    url,
    fields: [`WARC-Block-Digest: sha256:${digestOf('sha256', block)}`, ...fields],
    block,
    ...rest,
  });
}

export function page(title: string, words: string): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p></body></html>`;
}

export const gzipEach = (records: readonly Uint8Array[]): Buffer =>
  Buffer.concat(records.map((one) => gzipSync(one)));

export function manifestOf(
  files: Readonly<globalThis.Record<string, Uint8Array>>,
  more: object = {},
): string {
  return JSON.stringify({
    profile: 'data-package',
    wacz_version: '1.1.1',
    resources: Object.entries(files).map(([path, bytes]) => ({
      name: path.split('/').at(-1),
      path,
      hash: `sha256:${digestOf('sha256', bytes)}`,
      bytes: bytes.length,
    })),
    ...more,
  });
}

export const MHTML = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://news.example/dam',
  'Subject: =?utf-8?Q?The=20dam=20at=20=C3=9Clken?=',
  'Date: Fri, 30 Aug 2024 20:54:29 +0200',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----MultipartBoundary--abc----"',
  '',
  '',
  '------MultipartBoundary--abc----',
  'Content-Type: text/html',
  'Content-ID: <frame-1@mhtml.blink>',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://news.example/dam',
  '',
  '<html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=',
  '=3Dwindows-1251"><title>The dam</title></head><body><h1>=CF=E0=E2=EE=E4=EE=',
  '=EA</h1><p>The water rose<sup><a href=3D"https://news.example/dam#n1">1</a></sup>.</p>',
  '<p id=3D"n1">1 See https://a.example/report</p></body></html>',
  '------MultipartBoundary--abc----',
  'Content-Type: text/html',
  'Content-Location: https://ads.example/frame',
  '',
  '<html><body>An advertisement</body></html>',
  '------MultipartBoundary--abc------',
  '',
].join('\r\n');

export const EML = [
  'Received: from a.example by b.example; Wed, 5 Jan 2022 10:00:00 +0600',
  'From: =?windows-1251?B?wOnr+/M=?= <aru@news.example>',
  'To: desk@news.example',
  'Subject: =?utf-8?B?0J/QsNCy0L7QtNC+0Lo=?= =?utf-8?Q?_in_Ulken?=',
  'Date: Wed, 05 Jan 2022 09:58:12 +0600',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="outer"',
  '',
  'This is a message in several parts.',
  '--outer',
  'Content-Type: multipart/alternative; boundary="inner"',
  '',
  '--inner',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'The plain words.',
  '--inner',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(
    '<p>The water rose.</p><blockquote><p>Who says so?</p></blockquote><img src="https://track.example/x.gif">',
  ).toString('base64'),
  '--inner--',
  '--outer',
  'Content-Type: application/pdf; name="report.pdf"',
  'Content-Disposition: attachment; filename="report.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--outer--',
  '',
].join('\r\n');
