import { decode } from './decode.ts';
import { decodeAs } from './code-pages.ts';
import { statedEncoding } from './declared-encoding.ts';
import { latin1 } from './file-kind.ts';

/** The fields of a header block by their lower-case names, values unfolded; each byte is one character. */
export type Header = ReadonlyMap<string, readonly string[]>;

/** Longer than any honest header block; the rest of it is not looked at. */
const MOST_HEADER = 1_000_000;
const FIELD = /^([!-9;-~]{1,100})[ \t]*:[ \t]*([^]*)$/;

/**
 * Reads a header block as mail, MHTML, HTTP and WARC have it.
 * @returns the fields, and where the body begins; a block without an empty line after it has no body.
 */
export function readHeader(bytes: Uint8Array, from: number, to: number): { header: Header; body: number } {
  const header = new Map<string, string[]>();
  let at = from;
  let open = '';
  const most = Math.min(to, from + MOST_HEADER);
  while (at < most) {
    let end = bytes.indexOf(10, at);
    if (end < 0 || end > to) end = to;
    const line = latin1(bytes, at, end).replace(/\r+$/, '');
    const next = Math.min(end + 1, to);
    if (line === '') {
      keep(header, open);
      return { header, body: next };
    }
    if (/^[ \t]/.test(line) && open !== '') open += line.replace(/^[ \t]+/, ' ');
    else {
      keep(header, open);
      open = line;
      // text that begins without any header line, as in damaged mail, is the body
      if (!FIELD.test(line) && !(at === from && line.startsWith('From '))) {
        if (header.size === 0 && at === from) return { header, body: from };
        open = '';
      }
    }
    at = next;
  }
  keep(header, open);
  return { header, body: to };
}

function keep(header: Map<string, string[]>, line: string): void {
  const [, name, value] = FIELD.exec(line) ?? [];
  if (name === undefined || header.size > 1_000) return;
  const key = name.toLowerCase();
  header.set(key, [...(header.get(key) ?? []).slice(0, 50), value!.trim()]);
}

export function fieldOf(header: Header, name: string): string {
  return header.get(name)?.[0] ?? '';
}

/** A field such as `text/html; charset="utf-8"`: its value in lower case, and its parameters by lower-case name. */
export type Parametrised = { readonly value: string; readonly parameters: ReadonlyMap<string, string> };

const PARAMETER = /;\s*([!#$%&'*+.^_`|~\w-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\[^])*)"?|([^;"]*))/gy;

export function readParameters(field: string): Parametrised {
  const line = field.slice(0, 20_000);
  const value = /^[^;]*/.exec(line)![0].trim().toLowerCase();
  const found = new Map<string, string>();
  let at = line.indexOf(';');
  while (at >= 0) {
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(line);
    if (match) {
      const name = match[1]!.toLowerCase();
      if (!found.has(name)) found.set(name, match[2]?.replaceAll(/\\([^])/g, '$1') ?? match[3]!.trim());
      at = line.indexOf(';', PARAMETER.lastIndex);
    } else at = line.indexOf(';', at + 1);
  }
  return { value, parameters: continued(found) };
}

/** RFC 2231: `name*0*=utf-8''a%20; name*1=b` is one parameter. */
function continued(found: ReadonlyMap<string, string>): Map<string, string> {
  const whole = new Map<string, string>();
  for (const [name, value] of found) if (!name.includes('*')) whole.set(name, value);
  for (const name of new Set([...found.keys()].map((key) => key.replace(/\*.*$/, '')))) {
    const parts: { text: string; escaped: boolean }[] = [];
    const single = found.get(`${name}*`);
    if (single !== undefined) parts.push({ text: single, escaped: true });
    for (let n = 0; n < 100; n++) {
      const plain = found.get(`${name}*${n}`);
      const escaped = found.get(`${name}*${n}*`);
      if (plain === undefined && escaped === undefined) break;
      parts.push({ text: escaped ?? plain!, escaped: escaped !== undefined });
    }
    if (parts.length === 0) continue;
    const charset = parts[0]!.escaped ? /^([^']*)'[^']*'/.exec(parts[0]!.text) : null;
    if (charset) parts[0] = { ...parts[0]!, text: parts[0]!.text.slice(charset[0].length) };
    const bytes = parts.map(({ text, escaped }) => (escaped ? percentDecoded(text) : text)).join('');
    whole.set(name, decodedWith(charset?.[1] ?? '', Buffer.from(bytes, 'latin1')));
  }
  return whole;
}

function percentDecoded(text: string): string {
  return text.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function decodedWith(label: string, bytes: Uint8Array): string {
  const encoding = statedEncoding(label);
  return encoding === '' ? decode(bytes, false).text : decodeAs(encoding, bytes);
}

const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/gi;

/** A header's text for people: encoded words (RFC 2047) and raw bytes beyond ASCII become letters. */
export function readWords(field: string): string {
  const line = field.slice(0, 50_000);
  let text = '';
  let at = 0;
  let before: { charset: string; bytes: Buffer } | null = null;
  const flush = () => {
    if (before) text += decodedWith(before.charset, before.bytes);
    before = null;
  };
  for (const match of line.matchAll(WORD)) {
    const gap = line.slice(at, match.index);
    // blanks between two encoded words belong to neither
    if (!before || gap.trim() !== '') {
      flush();
      text += rawText(gap);
    }
    // RFC 2231 lets a language follow the encoding
    const charset = match[1]!.replace(/\*.*$/, '').toLowerCase();
    const bytes = /b/i.test(match[2]!)
      ? Buffer.from(match[3]!, 'base64')
      : Buffer.from(
          match[3]!
            .replaceAll('_', ' ')
            .replaceAll(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        );
    // a letter may be cut between two words of one encoding
    const last = before as { charset: string; bytes: Buffer } | null;
    if (last?.charset === charset) before = { charset, bytes: Buffer.concat([last.bytes, bytes]) };
    else {
      flush();
      before = { charset, bytes };
    }
    at = match.index + match[0].length;
  }
  flush();
  return (text + rawText(line.slice(at))).replaceAll(/\s+/g, ' ').trim();
}

function rawText(text: string): string {
  return /[\x80-\xff]/.test(text) ? decode(Buffer.from(text, 'latin1'), false).text : text;
}

/** Who is named in `From: "Name" <address>`: names where there are any, else addresses; '' for none. */
export function peopleIn(field: string): string {
  const people = readWords(field).match(/(?:"(?:[^"\\]|\\.)*"|\([^)]*\)|<[^>]*>|[^,;])+/g) ?? [];
  const names = people.slice(0, 10).map((one) => {
    const quoted = /^\s*"((?:[^"\\]|\\.)*)"/.exec(one)?.[1]?.replaceAll(/\\(.)/g, '$1');
    const plain = quoted ?? one.replace(/<[^>]*>.*$/, '').replaceAll(/\([^)]*\)/g, '');
    const comment = /\(([^)]+)\)/.exec(one)?.[1] ?? '';
    const address = /<([^>]*)>/.exec(one)?.[1] ?? '';
    const name = plain.trim();
    if (quoted === undefined && comment !== '' && (name === '' || name.includes('@'))) return comment.trim();
    return name || address.trim();
  });
  return [...new Set(names.filter((name) => name !== ''))].join(', ');
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DATE =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?/i;
const ZONES: Readonly<Record<string, number>> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  msk: 180,
};

/** The moment that a mail's date names, as ISO 8601 in UTC; '' where it names none. */
export function momentIn(field: string): string {
  const match = DATE.exec(field.slice(0, 500));
  if (!match) return '';
  const [, day, name, given, hour, minute, second = '0', zone = ''] = match;
  const month = MONTHS.indexOf(name!.toLowerCase());
  const short = Number(given);
  const year = given!.length > 2 ? short : short + (short < 50 ? 2000 : 1900);
  const offset = /^[+-]/.test(zone)
    ? (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5)))
    : (ZONES[zone.toLowerCase()] ?? 0);
  if (month < 0 || year < 1970 || year > 2999 || Number(day) > 31 || Number(hour) > 23) return '';
  const time =
    Date.UTC(year, month, Number(day), Number(hour), Number(minute), Number(second)) - offset * 60_000;
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
