import { latin1 } from './file-kind.ts';
import { gzipHead, isGzip } from './gzip-members.ts';
import type { Unpacked } from './unpacked.ts';

export const CONTAINERS = ['warc', 'wacz', 'mhtml', 'webarchive', 'eml', 'mbox'] as const;
export type Container = (typeof CONTAINERS)[number];

const ARCHIVE_HEAD = /^(?:WARC\/\d|filedesc:\/\/)/;
const MAIL_FIELD =
  /^(?:received|return-path|delivered-to|message-id|mime-version|from|to|subject|date|content-type|x-[\w-]{1,40}|reply-to|dkim-signature|authentication-results|envelope-to)[ \t]*:/i;
/** A line that begins a message in a mailbox file. */
export const MBOX_LINE = /^From (?:\S+|"[^"]+") +(?:\w{3} ){0,1}\w{3} +\d{1,2} +[\d:]{4,8}.*\d{4}/;

/**
 * What a file holds, where that is one text or several inside something else: told by its first bytes, and by its
 * name or media type only where these cannot tell. null for everything else.
 */
export function containerOf(bytes: Uint8Array, name: string, mediaType = ''): Container | null {
  const head = latin1(bytes, 0, 8_000);
  if (ARCHIVE_HEAD.test(head.trimStart())) return 'warc';
  if (isGzip(bytes) && (/\.w?arc\.gz$/i.test(name) || ARCHIVE_HEAD.test(gzipHead(bytes)))) return 'warc';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06'))
    return isWacz(bytes, name) ? 'wacz' : null;
  if (head.startsWith('bplist00'))
    return head.includes('WebMainResource') ||
      /\.webarchive$/i.test(name) ||
      latin1(bytes, Math.max(0, bytes.length - 20_000), bytes.length).includes('WebResource')
      ? 'webarchive'
      : null;
  // a page stays a page, whatever its name says
  if (/^(?:\xef\xbb\xbf|\s)*<(?:!doctype|html|head|body|!--|\?xml)/i.test(head)) return null;
  if (MBOX_LINE.test(head) && /\.(?:mbox|mbx)$|(?:^|[/\\])mbox$/i.test(name)) return 'mbox';
  if (MBOX_LINE.test(head) && isMail(head.slice(head.indexOf('\n') + 1))) return 'mbox';
  const named = /\.(eml|emlx|mht|mhtml)$/i.exec(name)?.[1]?.toLowerCase();
  const isSaved =
    named?.startsWith('mht') === true ||
    /^snapshot-content-location:|^from:\s*["<]*saved by /im.test(headerOf(head));
  if (isSaved && (named !== undefined || isMail(head))) return 'mhtml';
  if (/^(?:message\/rfc822|multipart\/related)/i.test(mediaType)) return isSaved ? 'mhtml' : 'eml';
  if (named !== undefined) return 'eml';
  // a text may begin with “Subject: …” too; whoever calls it a text is believed
  return !/\.(?:txt|text|md|markdown|html?|xhtml)$/i.test(name) && mediaType === '' && isMail(head)
    ? 'eml'
    : null;
}

function headerOf(head: string): string {
  return head.split(/\r?\n\r?\n/, 1)[0]!;
}

/** Whether a text begins with a mail's header: only fields, and at least three that mail has. */
function isMail(head: string): boolean {
  const lines = headerOf(head)
    .split(/\r?\n/)
    .filter((line) => !/^[ \t]/.test(line));
  const fields = lines.filter((line) => MAIL_FIELD.test(line)).length;
  return (
    fields >= 3 && lines.every((line, index) => /^[!-9;-~]{1,80}:/.test(line) || index === lines.length - 1)
  );
}

function isWacz(bytes: Uint8Array, name: string): boolean {
  if (/\.wacz$/i.test(name)) return true;
  const tail = latin1(bytes, Math.max(0, bytes.length - 65_536), bytes.length);
  return tail.includes('datapackage.json') && /archive\/[^\0]{0,300}\.w?arc/i.test(tail);
}

/** Takes the one text out of a container; `page` says which where there are several. */
export async function unpack(
  kind: Container,
  bytes: Uint8Array,
  name: string,
  page: string,
): Promise<Unpacked> {
  // each reader brings its own modules, so only the one that is asked for is loaded
  switch (kind) {
    case 'warc':
      return (await import('./read-warc.ts')).readWarc(bytes, name, page);
    case 'wacz':
      return (await import('./read-wacz.ts')).readWacz(bytes, name, page);
    case 'mhtml':
      return (await import('./read-mhtml.ts')).readMhtml(bytes, name);
    case 'webarchive':
      return (await import('./read-safari.ts')).readSafariArchive(bytes, name);
    case 'eml':
      return (await import('./read-mail.ts')).readMail(bytes, name, page);
    case 'mbox':
      return (await import('./read-mailbox.ts')).readMailbox(bytes, name, page);
  }
}
