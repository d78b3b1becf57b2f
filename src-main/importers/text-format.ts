import type { ArticleFormat } from '#domain/words.ts';
import { latin1 } from './file-kind.ts';

const EXTENSIONS: readonly { pattern: RegExp; format: ArticleFormat }[] = [
  { pattern: /\.(?:html?|xhtml?|shtml)$/i, format: 'html' },
  { pattern: /\.(?:md|markdown|mdown|mkdn?)$/i, format: 'markdown' },
];
const PAGE =
  /^(?:\uFEFF|\xef\xbb\xbf|\s|<!--(?:(?!-->)[\s\S]){0,2000}-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)[\s>]/i;

/** Tells text, Markdown and HTML apart: by media type and name, and where these say nothing, by content. */
export function formatOf(bytes: Uint8Array, name: string, mediaType = ''): ArticleFormat {
  if (/html/i.test(mediaType)) return 'html';
  if (/markdown/i.test(mediaType)) return 'markdown';
  const named = EXTENSIONS.find(({ pattern }) => pattern.test(name));
  if (named) return named.format;
  // without NULs, so that UTF-16 reads like its ASCII part
  const head = latin1(bytes, 0, 8000)
    .replaceAll('\0', '')
    .replace(/^(?:\xff\xfe|\xfe\xff)/, '');
  if (PAGE.test(head)) return 'html';
  if (/\.\w{1,8}$/.test(name)) return 'text';
  if (/^\s*<(?:p|div|h[1-6]|article|section|meta|span|ul|ol|table|blockquote)[\s>]/i.test(head))
    return 'html';
  return looksLikeMarkdown(head) ? 'markdown' : 'text';
}

/** Two different signs: one alone, such as a line of dashes or a star, stands in plain text too. */
function looksLikeMarkdown(head: string): boolean {
  const signs = [
    /^#{1,6} \S/m,
    /\[[^\]\n]+\]\(https?:/,
    /^(?:```|~~~)/m,
    /\*\*[^*\n]+\*\*/,
    /^---\n\w+:/,
    /^> \S/m,
  ];
  return signs.filter((sign) => sign.test(head)).length >= 2;
}
