import { askForPage, noSuchPage } from './choose-page.ts';
import { dayIn } from './dates.ts';
import { ImportError } from './import-error.ts';
import { mailTextAsHtml } from './mail-text.ts';
import { fieldOf, momentIn, peopleIn, readWords } from './mime-header.ts';
import { readMime, type MimePart } from './mime.ts';
import { readText } from './read-text.ts';
import { NO_FACTS, type Unpacked } from './unpacked.ts';

/** A part that stands beside the text, and what people call it. */
type Attachment = { readonly label: string; readonly part: MimePart };
type Body = { readonly pieces: readonly MimePart[]; readonly attachments: readonly Attachment[] };

/** Attachments that may be articles, by type or by name. */
const ARTICLE_TYPE =
  /^(?:text\/(?:plain|html|markdown|rtf)|message\/rfc822|application\/(?:pdf|rtf|epub\+zip|xhtml\+xml|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.oasis\.opendocument\.text))$/;
const ARTICLE_NAME = /\.(?:txt|text|md|markdown|html?|xhtml|docx|docm|dotx|odt|ott|fodt|rtf|epub|pdf|eml)$/i;

/**
 * The text of an e-mail message, with its subject as title and its sender as author. Attachments are named; one that is
 * an article is read where it is asked for, or where the message is nothing but its envelope.
 * @param wanted the number of a text (the message's own comes first) or the name of an attachment; '' for the message
 * @throws ImportError where there is no text in it; `ambiguous` where several attachments may be meant
 */
export function readMail(given: Uint8Array, name: string, wanted = ''): Unpacked {
  const message = readMime(withoutWrapping(given));
  const { pieces, attachments } = bodyOf(message);
  const own = pieces.filter(holdsText);
  const articles = attachments.filter(
    ({ part }) => ARTICLE_TYPE.test(part.type) || ARTICLE_NAME.test(part.fileName),
  );
  const texts = [...(own.length > 0 ? [null] : []), ...articles];
  if (texts.length === 0) throw nothingIn(message, name);
  const chosen = chooseFrom(texts, message, name, wanted);
  if (chosen) return attached(chosen, name);
  const inside = new Set<string>();
  const warnings = new Set<string>();
  const html = own.map((part) => {
    const markup = part.type === 'text/html' || part.type === 'application/xhtml+xml';
    const file = readText(part.bytes(), name, markup, part.parameters.get('charset') ?? '');
    inside.add(file.encoding);
    for (const warning of file.warnings) warnings.add(warning);
    return markup ? file.text : mailTextAsHtml(file.text, part.parameters);
  });
  const labels = attachments.map(({ label }) => label);
  if (labels.length > 0)
    warnings.add(
      labels.length === 1
        ? `One attachment was not imported: ${labels[0]}.`
        : `${labels.length} attachments were not imported: ${labels.slice(0, 20).join(', ')}.`,
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

/** The text that is wanted; null stands for the message itself, which goes before its attachments. */
function chooseFrom(
  texts: readonly (Attachment | null)[],
  message: MimePart,
  name: string,
  wanted: string,
): Attachment | null {
  if (wanted === '' && (texts.length === 1 || texts[0] === null)) return texts[0]!;
  const offers = texts.map((one, index) => ({
    number: index + 1,
    url: '',
    title: (one?.label ?? readWords(fieldOf(message.header, 'subject'))).slice(0, 500),
    time: momentIn(fieldOf(message.header, 'date')),
  }));
  if (wanted === '') throw askForPage(name, 'attachments', offers);
  const plain = wanted.trim().toLowerCase();
  const index = /^\d{1,6}$/.test(plain)
    ? Number(plain) - 1
    : offers.findIndex(({ title }) => title.toLowerCase() === plain);
  const found = texts[index];
  if (found === undefined) throw noSuchPage(name, wanted, 'texts', offers);
  return found;
}

/** An article that came with a message: it says itself what it is called and who wrote it. */
function attached({ part }: Attachment, name: string): Unpacked {
  if (part.type === 'message/rfc822') return readMail(part.bytes(), name);
  const bytes = part.bytes();
  if (/\.eml$/i.test(part.fileName)) return readMail(bytes, name);
  const mediaType = /\.(?:md|markdown)$/i.test(part.fileName)
    ? 'text/markdown'
    : /\.x?html?$/i.test(part.fileName)
      ? 'text/html'
      : part.type;
  return {
    format: 'eml',
    bytes,
    mediaType,
    charset: part.parameters.get('charset') ?? '',
    encoding: '',
    whole: false,
    facts: NO_FACTS,
    warnings: [],
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
      : { pieces: [], attachments: [{ label: part.fileName || part.type, part }] };
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
      ? { pieces: [], attachments: [{ label: part.fileName || `the message “${subject}”`, part }] }
      : bodies[0]!;
  }
  return all(bodies);
}

const isFile = ({ label }: Attachment) => !label.includes('/') || label.includes('.');

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
