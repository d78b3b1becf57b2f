import { latin1 } from './file-kind.ts';
import { contentOf, payloadsOf, readHttp, type HttpMessage } from './http-message.ts';
import { fieldOf, readParameters } from './mime-header.ts';
import { titleIn } from './page-title.ts';
import { checkDigest } from './warc-digest.ts';
import { momentOf, recordsOf, type WarcRecord } from './warc-records.ts';

/** A web archive file: its bytes under its name. */
export type WarcFile = { readonly name: string; readonly bytes: Uint8Array };

/** Something in a web archive that may be read as an article. */
export type Found = {
  /** Counts all records of all files, so that it can be found again. */
  readonly record: number;
  readonly url: string;
  readonly time: string;
  readonly title: string;
  readonly mediaType: string;
  readonly isPage: boolean;
  readonly digest: string;
  /** The record that holds its bytes, where this one only says that nothing had changed. */
  readonly original: number;
};

export type Contents = {
  readonly found: readonly Found[];
  /** Where a moved address went to. */
  readonly moves: ReadonlyMap<string, string>;
  /** Pages that the archive's own notes name. */
  readonly named: readonly { readonly url: string; readonly time: string }[];
  readonly records: number;
  /** How many records do not match a digest of their own. */
  readonly wrong: number;
  readonly cut: number;
  readonly skipped: number;
};

/** More than any archive that a person opens by hand. */
const MOST_RECORDS = 500_000;
const MOST_FOUND = 50_000;
const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;
const OTHER = /^(?:text\/(?:plain|markdown)|application\/(?:pdf|rtf|epub\+zip|msword|vnd\.o\S+))$/;

/** Looks through whole archives once: checks every digest, and lists what can be read. */
export function contentsOf(files: readonly WarcFile[]): Contents {
  const odd = { skipped: 0 };
  const found: Found[] = [];
  const moves = new Map<string, string>();
  const named: { url: string; time: string }[] = [];
  let [number, wrong, cut] = [0, 0, 0];
  const revisits: { found: Found; target: string; date: string; digest: string }[] = [];
  for (const file of files)
    for (const record of recordsOf(file.bytes, file.name, odd)) {
      if (++number > MOST_RECORDS) break;
      if (record.isCut) cut++;
      else if (faultOf(record) !== '') wrong++;
      if (record.type === 'warcinfo') named.push(...pagesNamedIn(record));
      const http = record.type === 'resource' ? null : readHttp(record.block);
      const location =
        http && http.status >= 300 && http.status < 400 ? fieldOf(http.header, 'location') : '';
      if (http && location !== '') moves.set(record.url, absolute(location, record.url));
      const one = found.length < MOST_FOUND ? foundIn(record, http, number) : null;
      if (!one) continue;
      found.push(one);
      if (record.type === 'revisit')
        revisits.push({
          found: one,
          target: fieldOf(record.header, 'warc-refers-to-target-uri') || record.url,
          date: momentOf(fieldOf(record.header, 'warc-refers-to-date')),
          digest: one.digest,
        });
    }
  return {
    found: resolved(found, revisits),
    moves,
    named,
    records: number,
    wrong,
    cut,
    skipped: odd.skipped,
  };
}

function absolute(location: string, base: string): string {
  try {
    return new URL(location, base).href;
  } catch {
    return location;
  }
}

type Revisit = { found: Found; target: string; date: string; digest: string };

/** A revisit shows the page it refers to; one whose page is not in the archive shows nothing. */
function resolved(found: readonly Found[], revisits: readonly Revisit[]): Found[] {
  if (revisits.length === 0) return [...found];
  const asked = new Set(revisits.map((one) => one.found.record));
  const originals = found.filter((one) => !asked.has(one.record));
  const byDigest = new Map(originals.filter((one) => one.digest !== '').map((one) => [one.digest, one]));
  const byMoment = new Map(originals.map((one) => [`${one.url} ${one.time}`, one]));
  const shown = new Map(
    revisits.map((one) => [
      one.found.record,
      byMoment.get(`${one.target} ${one.date}`) ?? byDigest.get(one.digest),
    ]),
  );
  return found.flatMap((one) => {
    if (!asked.has(one.record)) return [one];
    const original = shown.get(one.record);
    if (!original) return [];
    const { title, mediaType, isPage, record } = original;
    return [{ ...one, title, mediaType, isPage, original: record }];
  });
}

function foundIn(record: WarcRecord, http: HttpMessage | null, number: number): Found | null {
  if (!['response', 'resource', 'revisit', 'conversion'].includes(record.type)) return null;
  if (http && (http.status < 200 || http.status > 299) && record.type !== 'revisit') return null;
  if (!http && record.type === 'response') return null;
  const stated = http?.mediaType ?? readParameters(fieldOf(record.header, 'content-type')).value;
  const body = record.type === 'revisit' ? new Uint8Array() : http ? contentOf(http) : record.block;
  const head = latin1(body, 0, 1_024).replaceAll('\0', '');
  // many servers call a page something else, or nothing
  const isMarkup =
    /^(?:[^\w<]{0,8})\s*(?:<!--[^]{0,600}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head);
  const vague = stated === '' || stated === 'application/octet-stream' || stated === 'text/plain';
  const mediaType = vague && isMarkup ? 'text/html' : stated || 'application/octet-stream';
  const isPage = PAGE.test(mediaType);
  const isRevisit = record.type === 'revisit';
  if (!isRevisit && !isPage && !OTHER.test(mediaType)) return null;
  if (!isRevisit && body.length === 0) return null;
  return {
    record: number,
    url: record.url,
    time: record.time,
    title: isPage ? titleIn(body, http?.charset ?? '') : '',
    mediaType,
    isPage,
    digest: fieldOf(record.header, 'warc-payload-digest'),
    original: number,
  };
}

/** What a record's own digests say against it: '' for nothing. */
export function faultOf(record: WarcRecord): '' | 'block' | 'payload' {
  const block = checkDigest(fieldOf(record.header, 'warc-block-digest'), record.block);
  // a revisit's payload digest is that of another record
  const stated = record.type === 'revisit' ? '' : fieldOf(record.header, 'warc-payload-digest');
  if (block === 'wrong') return 'block';
  if (stated === '') return '';
  return checkPayload(stated, record) === 'wrong' ? 'payload' : '';
}

function checkPayload(stated: string, record: WarcRecord): 'right' | 'wrong' | 'unknown' {
  const http = readHttp(record.block);
  const forms = http ? payloadsOf(http) : [bodyOfRequest(record)];
  const answers = forms.map((form) => checkDigest(stated, form));
  return answers.find((answer) => answer !== 'wrong') ?? 'wrong';
}

/** The payload of a request is what follows its header. */
function bodyOfRequest(record: WarcRecord): Uint8Array {
  if (!/^application\/http\b/i.test(fieldOf(record.header, 'content-type'))) return record.block;
  const end = Buffer.from(record.block).indexOf('\r\n\r\n');
  return end < 0 ? new Uint8Array() : record.block.subarray(end + 4);
}

/** The recorder's list of pages in a `warcinfo` record, as Webrecorder writes it. */
function pagesNamedIn(record: WarcRecord): { url: string; time: string }[] {
  const json = /^json-metadata:[ \t]*(\{[^\r\n]*\})/im.exec(Buffer.from(record.block).toString('utf8'))?.[1];
  if (json === undefined) return [];
  try {
    const { pages } = JSON.parse(json) as { pages?: unknown };
    return (Array.isArray(pages) ? pages : []).flatMap((page: unknown) => {
      const { url, timestamp } = (page ?? {}) as Record<string, unknown>;
      return typeof url === 'string'
        ? [{ url, time: typeof timestamp === 'string' ? momentOf(timestamp) : '' }]
        : [];
    });
  } catch {
    return [];
  }
}

/** One record by its number among all files. */
export function recordAt(files: readonly WarcFile[], wanted: number): WarcRecord | null {
  let number = 0;
  for (const file of files)
    for (const record of recordsOf(file.bytes, file.name, { skipped: 0 }))
      if (++number === wanted) return record;
  return null;
}
