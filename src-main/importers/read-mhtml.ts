import { ImportError } from './import-error.ts';
import { fieldOf, momentIn, readWords } from './mime-header.ts';
import { readMime, type MimePart } from './mime.ts';
import { NO_FACTS, type Unpacked } from './unpacked.ts';

const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;

/**
 * The page in a web page saved as one file (MHTML): its root part, where it came from and when it was saved.
 * @throws ImportError where there is no page in it
 */
export function readMhtml(bytes: Uint8Array, name: string): Unpacked {
  const message = readMime(bytes);
  const root = rootOf(message);
  if (!root)
    throw new ImportError(
      'unreadable',
      `“${name}” is a saved web page without a page in it; it may be cut off.`,
    );
  const { header } = message;
  // what browsers write as the title is the page's own, which stands in it anyway
  const subject = readWords(fieldOf(header, 'subject'));
  return {
    format: 'mhtml',
    bytes: root.bytes(),
    mediaType: root.type === 'text/plain' ? 'text/html' : root.type,
    charset: root.parameters.get('charset') ?? '',
    encoding: '',
    whole: false,
    facts: {
      ...NO_FACTS,
      title: subject,
      address: webAddress(
        fieldOf(header, 'snapshot-content-location'),
        fieldOf(root.header, 'content-location'),
        fieldOf(header, 'content-location'),
      ),
      captured: momentIn(fieldOf(header, 'date')),
    },
    warnings: [],
  };
}

export function webAddress(...given: readonly string[]): string {
  return given.map((one) => one.replaceAll(/\s+/g, '')).find((one) => /^https?:\/\//i.test(one)) ?? '';
}

/** The part that `start` names, or the first page; frames come after the page that they stand in. */
function rootOf(message: MimePart): MimePart | undefined {
  const leaves = leavesOf(message);
  const start = message.parameters.get('start')?.replaceAll(/[<>]/g, '') ?? '';
  const named = leaves.find(
    (part) => start !== '' && fieldOf(part.header, 'content-id').replaceAll(/[<>]/g, '').trim() === start,
  );
  if (named && PAGE.test(named.type)) return named;
  const home = fieldOf(message.header, 'snapshot-content-location');
  const pages = leaves.filter((part) => PAGE.test(part.type));
  const own = pages.find((part) => home !== '' && fieldOf(part.header, 'content-location') === home);
  return own ?? pages[0] ?? leaves.find(holdsMarkup);
}

function holdsMarkup(part: MimePart): boolean {
  const head = Buffer.from(part.bytes().subarray(0, 2_000)).toString('latin1').replaceAll('\0', '');
  return part.type.startsWith('text/') && /<(?:!doctype\s+html|html|body)[\s>]/i.test(head);
}

export function leavesOf(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
}
