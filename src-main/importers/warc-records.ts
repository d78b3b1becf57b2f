import { ImportError } from './import-error.ts';
import { latin1 } from './file-kind.ts';
import { isGzip, membersOf, TooMuch } from './gzip-members.ts';
import { fieldOf, readHeader, type Header } from './mime-header.ts';
import { checkDigest } from './warc-digest.ts';

/** One record of a web archive. ARC records come in the same form. */
export type WarcRecord = {
  /** `response`, `resource`, `revisit`, `request`, `warcinfo`, … */
  readonly type: string;
  readonly header: Header;
  /** The address that was asked for, without the brackets that some writers put around it. */
  readonly url: string;
  /** ISO 8601 in UTC, or ''. */
  readonly time: string;
  readonly block: Uint8Array;
  /** Whether the file ends inside it. */
  readonly isCut: boolean;
  /** What its length says and what it should be, where a wrong one was put right. */
  readonly relength?: { readonly said: number; readonly is: number };
};

/** What all records together may unpack to. */
const MOST_UNPACKED = 1_000_000_000;
const VERSION = /^WARC\/\d/;
const NEXT_RECORD = Buffer.from('\nWARC/1', 'latin1');
/** How far the end of a record with a wrong length is looked for. */
const FARTHEST = 100_000_000;

/**
 * The records of a WARC or ARC file, packed (a gzip member a record, or all in one) or plain. Damage between records is
 * passed over; `skipped` counts how often.
 * @throws ImportError when it would unpack to more than may be
 */
export function* recordsOf(bytes: Uint8Array, name: string, odd: { skipped: number }): Generator<WarcRecord> {
  if (!isGzip(bytes)) return yield* recordsIn(bytes, true, odd);
  // a record may reach over members, as in files packed in blocks; then its end is waited for
  let rest: Uint8Array = new Uint8Array();
  try {
    for (const member of membersOf(bytes, MOST_UNPACKED)) {
      const isNew = rest.length === 0 || startsRecord(member.bytes);
      if (isNew && rest.length > 0) yield* recordsIn(rest, false, odd);
      rest = isNew ? member.bytes : Buffer.concat([rest, member.bytes]);
      if (!member.whole) odd.skipped++;
    }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    throw new ImportError(
      'too-large',
      `“${name}” would unpack to more than ${MOST_UNPACKED / 1_000_000_000} GB; Assay does not unpack it.`,
    );
  }
  if (rest.length > 0) yield* recordsIn(rest, true, odd);
}

function startsRecord(bytes: Uint8Array): boolean {
  const head = latin1(bytes, 0, 2_000);
  return VERSION.test(head) || ARC_LINE.test(head.split('\n', 1)[0]!);
}

function* recordsIn(bytes: Uint8Array, isLast: boolean, odd: { skipped: number }): Generator<WarcRecord> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < bytes.length) {
    while (bytes[at] === 10 || bytes[at] === 13) at++;
    if (at >= bytes.length) return;
    const head = latin1(bytes, at, at + 2_100);
    if (VERSION.test(head)) {
      const { record, end } = warcRecord(buffer, at, isLast);
      yield record;
      at = end;
      continue;
    }
    const line = head.split('\n', 1)[0]!.replace(/\r$/, '');
    const arc = ARC_LINE.exec(line);
    if (arc) {
      const { record, end } = arcRecord(buffer, at + Buffer.byteLength(line, 'latin1'), arc);
      yield record;
      at = end;
      continue;
    }
    const next = nextRecord(buffer, at);
    odd.skipped++;
    if (next < 0) return;
    at = next;
  }
}

/** Where the next record begins after damage; -1 for nowhere. */
function nextRecord(buffer: Buffer, from: number): number {
  const found = buffer.indexOf('\nWARC/1', from, 'latin1');
  return found < 0 ? -1 : found + 1;
}

function warcRecord(buffer: Buffer, at: number, isLast: boolean): { record: WarcRecord; end: number } {
  const version = buffer.indexOf(10, at);
  const { header, body } = readHeader(buffer, version < 0 ? buffer.length : version + 1, buffer.length);
  const said = lengthIn(fieldOf(header, 'content-length'));
  const isLong = body + said > buffer.length;
  let end = Math.min(buffer.length, body + said);
  let isCut = false;
  let relength: WarcRecord['relength'];
  const isRight = () =>
    checkDigest(fieldOf(header, 'warc-block-digest'), buffer.subarray(body, end)) === 'right';
  if (isLong || !(endsHere(buffer, end) || isRight())) {
    const found = trueEnd(buffer, body, header);
    // where nothing shows that the length is wrong, the file ends too early
    isCut = isLong && isLast && !found.isSure;
    if (!isCut && found.end - body !== said) {
      relength = { said, is: found.end - body };
      end = found.end;
    }
  }
  return {
    record: {
      type: fieldOf(header, 'warc-type').toLowerCase(),
      header,
      url: fieldOf(header, 'warc-target-uri').replace(/^<(.*)>$/, '$1'),
      time: momentOf(fieldOf(header, 'warc-date')),
      block: buffer.subarray(body, end),
      isCut,
      ...(relength ? { relength } : {}),
    },
    end,
  };
}

function lengthIn(field: string): number {
  const length = /^\d{1,15}$/.test(field) ? Number(field) : 0;
  return Number.isSafeInteger(length) ? length : 0;
}

/** Whether a record may end at this place: only line ends stand between it and the next one, or the end. */
function endsHere(buffer: Buffer, end: number): boolean {
  const after = buffer.toString('latin1', end, end + 16);
  if (/^\r?\n\r?\n/.test(after)) return true;
  return after.trim() === '' ? end + 16 >= buffer.length : /^[\r\n]*(?:WARC\/|\w+:\/\/)/.test(after);
}

/** A wrong length is put right by the next record's beginning, the true one of several by the digest. */
function trueEnd(buffer: Buffer, body: number, header: Header): { end: number; isSure: boolean } {
  const stated = fieldOf(header, 'warc-block-digest');
  const ends: number[] = [];
  for (let at = body; ends.length < 20;) {
    const next = buffer.indexOf(NEXT_RECORD, at);
    if (next < 0 || next - body > FARTHEST) break;
    ends.push(withoutLineEnds(buffer, body, next));
    at = next + 4;
  }
  const isInside = ends.length > 0;
  ends.push(withoutLineEnds(buffer, body, buffer.length));
  const right = ends.find((end) => checkDigest(stated, buffer.subarray(body, end)) === 'right');
  return { end: right ?? ends[0]!, isSure: right !== undefined || isInside };
}

function withoutLineEnds(buffer: Buffer, from: number, to: number): number {
  let last = to;
  while (last > from && (buffer[last - 1] === 10 || buffer[last - 1] === 13)) last--;
  return last;
}

/** `URL IP date type length`, and in version 2 more fields before the length. */
const ARC_LINE =
  /^((?:https?|ftp|filedesc|dns|file):\S{1,2000}) \S+ (\d{8,14}) (\S+)(?: \S+){0,5} (\d{1,12})\s*$/;

function arcRecord(buffer: Buffer, line: number, arc: RegExpExecArray): { record: WarcRecord; end: number } {
  const body = buffer.indexOf(10, line) + 1 || buffer.length;
  const [, url, time, mediaType, length] = arc;
  const end = body + Number(length);
  const isHttp = /^https?:/i.test(url!);
  return {
    record: {
      type: url!.startsWith('filedesc:') ? 'warcinfo' : isHttp ? 'response' : 'resource',
      header: new Map([['content-type', [isHttp ? 'application/http' : mediaType!]]]),
      url: url!,
      time: momentOf(time!),
      block: buffer.subarray(body, Math.min(buffer.length, end)),
      isCut: end > buffer.length,
    },
    end: Math.min(buffer.length, end),
  };
}

/** `2022-01-18T19:00:09.123Z` and `20220118190009` as a moment in UTC without fractions; '' for anything else. */
export function momentOf(text: string): string {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?)?/.exec(text.trim());
  if (!parts) return '';
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = parts;
  const moment = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return Number.isNaN(Date.parse(moment)) ? '' : moment;
}
