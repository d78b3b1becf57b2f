import { dayIn } from './dates.ts';
import { ImportError } from './import-error.ts';
import { mailTextAsHtml } from './mail-text.ts';
import { fieldOf, peopleIn, readWords } from './mime-header.ts';
import { readMime, type MimePart } from './mime.ts';
import { readText } from './read-text.ts';
import { NO_FACTS, type Unpacked } from './unpacked.ts';

type Body = { readonly pieces: readonly MimePart[]; readonly attachments: readonly string[] };

/**
 * The text of an e-mail message, with its subject as title and its sender as author. Attachments are named, not read.
 * @throws ImportError where there is no text in it
 */
export function readMail(given: Uint8Array, name: string): Unpacked {
  const message = readMime(withoutWrapping(given));
  const { pieces, attachments } = bodyOf(message);
  const inside = new Set<string>();
  const htmlOf = (part: MimePart) => {
    const markup = part.type === 'text/html' || part.type === 'application/xhtml+xml';
    const file = readText(part.bytes(), name, markup, part.parameters.get('charset') ?? '');
    inside.add(file.encoding);
    for (const warning of file.warnings) warnings.add(warning);
    return markup ? file.text : mailTextAsHtml(file.text, part.parameters);
  };
  const warnings = new Set<string>();
  const html = pieces.filter(holdsText).map(htmlOf);
  if (html.length === 0) throw nothingIn(message, name);
  if (attachments.length > 0)
    warnings.add(
      attachments.length === 1
        ? `One attachment was not imported: ${attachments[0]}.`
        : `${attachments.length} attachments were not imported: ${attachments.slice(0, 20).join(', ')}.`,
    );
  const { header } = message;
  return {
    format: 'eml',
    bytes: new TextEncoder().encode(html.join('\n')),
    mediaType: 'text/html',
    charset: 'utf-8',
    encoding: [...inside][0]!,
    whole: true,
    facts: {
      ...NO_FACTS,
      title: readWords(fieldOf(header, 'subject')),
      author: peopleIn(fieldOf(header, 'from') || fieldOf(header, 'sender')),
      published: dayIn(fieldOf(header, 'date')),
    },
    warnings: [...warnings],
  };
}

/** Apple Mail counts the bytes of a message in a line before it and puts a property list after it. */
function withoutWrapping(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  const [line, count] = /^\s*(\d{1,10})[ \t]*\r?\n/.exec(head) ?? [];
  return line === undefined ? bytes : bytes.subarray(line.length, line.length + Number(count));
}

/** Which parts are read, in order, and which are only named. */
function bodyOf(part: MimePart): Body {
  if (part.parts.length === 0) {
    const readable = /^text\/(?!calendar|vcard|x-vcard|csv|css|rtf|x-)/.test(part.type) && !part.attached;
    return readable
      ? { pieces: [part], attachments: [] }
      : { pieces: [], attachments: [part.fileName || part.type] };
  }
  const bodies = part.parts.map(bodyOf);
  const all = (some: readonly Body[]): Body => ({
    pieces: some.flatMap((body) => body.pieces),
    attachments: some.flatMap((body) => body.attachments),
  });
  if (part.type === 'multipart/alternative') {
    // the sender's best version comes last; a page keeps more than plain text does
    const isPage = (body: Body) => body.pieces.some((one) => one.type === 'text/html' && holdsText(one));
    const best = bodies.findLast(isPage) ?? bodies.find((body) => body.pieces.some(holdsText));
    return {
      ...(best ?? { pieces: [], attachments: [] }),
      attachments: all(bodies).attachments.filter(isFile),
    };
  }
  if (part.type === 'multipart/related') {
    const start = part.parameters.get('start');
    const named = part.parts.findIndex(
      (one) => start !== undefined && fieldOf(one.header, 'content-id').trim() === start,
    );
    const root = Math.max(0, named);
    const rest = bodies.filter((_, index) => index !== root);
    // pictures that the text shows are not attachments
    return {
      pieces: bodies[root]!.pieces,
      attachments: [...bodies[root]!.attachments, ...all(rest).attachments.filter(isFile)],
    };
  }
  if (part.type === 'multipart/signed') {
    return { ...bodies[0]!, attachments: [...bodies[0]!.attachments, ...all(bodies.slice(2)).attachments] };
  }
  if (part.type === 'message/rfc822' || part.type === 'message/global') {
    const subject = readWords(fieldOf(part.parts[0]!.header, 'subject'));
    return part.attached || part.fileName !== ''
      ? { pieces: [], attachments: [part.fileName || `the message “${subject}”`] }
      : bodies[0]!;
  }
  return all(bodies);
}

const isFile = (label: string) => !label.includes('/') || label.includes('.');

function holdsText(part: MimePart): boolean {
  return part.bytes().some((byte) => byte > 32);
}

function nothingIn(message: MimePart, name: string): ImportError {
  const parts = [message, ...message.parts];
  if (parts.some(({ type }) => /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)/.test(type)))
    return new ImportError(
      'unsupported',
      `“${name}” is an encrypted message; save it decrypted to import it.`,
    );
  return new ImportError(
    'unreadable',
    `“${name}” is a message without text: there is nothing to read in it.`,
  );
}
