import { pageNamed } from './code-pages.ts';
import { latin1 } from './file-kind.ts';
import { sevenBitNamed } from './seven-bit.ts';

/** How far the HTML standard looks for a declaration. */
const PRESCAN = 1024;

/**
 * The encoding that an HTML or XML file declares about itself, in WHATWG's lower-case name; '' for none.
 * Follows "prescan a byte stream to determine its encoding" of the HTML standard.
 */
export function declaredEncoding(bytes: Uint8Array): string {
  const head = latin1(bytes, 0, PRESCAN);
  const xml = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]+)["']/.exec(head)?.[1];
  if (xml) return encodingOf(xml);

  let at = 0;
  while ((at = head.indexOf('<', at)) >= 0) {
    if (head.startsWith('<!--', at)) {
      // `<!-->` is a whole comment
      const end = head.indexOf('-->', at + 2);
      if (end < 0) return '';
      at = end + 3;
    } else if (/^<meta[\s/]/i.test(head.slice(at, at + 6))) {
      const tag = attributesFrom(head, at + 5);
      if (!tag) return '';
      const found = fromMeta(tag.attributes);
      if (found) return found;
      at = tag.end;
    } else if (/^<\/?[a-z]/i.test(head.slice(at, at + 3))) {
      const name = /^<\/?[^\s>]*/.exec(head.slice(at))![0];
      const tag = attributesFrom(head, at + name.length);
      if (!tag) return '';
      at = tag.end;
    } else if (/^<[!/?]/.test(head.slice(at, at + 2))) {
      const end = head.indexOf('>', at);
      if (end < 0) return '';
      at = end + 1;
    } else at += 1;
  }
  return '';
}

function fromMeta(attributes: ReadonlyMap<string, string>): string {
  const charset = attributes.get('charset');
  if (charset !== undefined) return encodingOf(charset);
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return '';
  const content = attributes.get('content') ?? '';
  const value = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^"'\s;][^\s;]*))/i.exec(content);
  return encodingOf(value?.[1] ?? value?.[2] ?? value?.[3] ?? '');
}

/** The attributes of a tag; null where the part looked at ends before the tag does. */
function attributesFrom(
  head: string,
  start: number,
): { attributes: Map<string, string>; end: number } | null {
  const attributes = new Map<string, string>();
  const one =
    /[\s/]*(?:(>)|([^\s/>=][^\s/>=]*|=[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)|(?=>)))?)/y;
  one.lastIndex = start;
  for (;;) {
    const match = one.exec(head);
    if (!match) return null;
    if (match[1]) return { attributes, end: one.lastIndex };
    if (one.lastIndex >= head.length) return null;
    const name = match[2]!.toLowerCase();
    if (!attributes.has(name)) attributes.set(name, match[3] ?? match[4] ?? match[5] ?? '');
  }
}

/** The name of the encoding that a transport states, such as a mail's header; '' for one that nobody knows. */
export function statedEncoding(label: string): string {
  return sevenBitNamed(label) || encodingOf(label);
}

/** The standard name of an encoding label; '' for one that nobody knows. */
export function encodingOf(label: string): string {
  const plain = label.trim().toLowerCase();
  // whoever can write this in ASCII bytes cannot have meant it
  if (/^utf-?16/.test(plain)) return 'utf-8';
  if (plain === 'x-user-defined') return 'windows-1252';
  try {
    return new TextDecoder(plain).encoding;
  } catch {
    return pageNamed(plain);
  }
}
