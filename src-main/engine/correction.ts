import { checkDocument, type ArticleDocument } from '#domain/document.ts';
import { flatten } from '#domain/flat-text.ts';
import { reviseDocument, type Revised } from '#domain/revise/revise-document.ts';
import type { Asked } from '#contract/index.ts';
import { CallError } from '#contract/kit.ts';
import { textOf } from '#store/articles.ts';
import { readText } from '#store/blobs.ts';
import { newestRevision } from '#store/newest-revision.ts';
import { readOf, whole, type Session } from './session.ts';

/** A corrected text of an article, ready to be saved. */
export type Correction = {
  readonly article: string;
  /** The revision that was corrected. */
  readonly parent: string;
  readonly document: ArticleDocument;
  readonly text: string;
  readonly losses: readonly string[];
  /** False where it is the text that the article has. */
  readonly changed: boolean;
};

const LARGEST_TEXT = 32 << 20;

/** Reads what somebody wants an article to say: a document, a plain text or a text file. Saves nothing. */
export async function corrected(session: Session, asked: Asked<'previewRevision'>): Promise<Correction> {
  const db = readOf(session);
  const article = whole(session, 'article', asked.id);
  const parent =
    asked.parent === undefined ? newestRevision(db, article) : whole(session, 'revision', asked.parent);
  const row =
    parent === undefined
      ? undefined
      : db.one<{ document: string }>(
          'select document from revision where id = ? and article = ?',
          parent,
          article,
        );
  if (parent === undefined || !row) throw new CallError('not-found', 'This article has no such revision.');
  const json = readText(db, row.document);
  const old = JSON.parse(json) as ArticleDocument;
  const { document, losses } = await read(session, asked, old, textOf(db, parent).text);
  const { text } = flatten(document);
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new CallError('bad-input', 'The new text is empty; nothing was changed.');
  return { article, parent, document, text, losses, changed: canonical(document) !== canonical(old) };
}

async function read(
  session: Session,
  { document, text, upload }: Asked<'previewRevision'>,
  old: ArticleDocument,
  oldText: string,
): Promise<Revised> {
  if ([document, text, upload].filter((one) => one !== undefined).length !== 1)
    throw new CallError('bad-input', 'Give the new text in one way: as a document, a text or a file.');
  if (document !== undefined) return { document: checked(document), losses: [] };
  const { readPlainText } = await import('#importers/plain-text.ts');
  let words: string;
  if (upload !== undefined) {
    const file = session.uploads.get(upload.token);
    session.uploads.delete(upload.token);
    if (!file)
      throw new CallError('not-found', `The bytes of ${upload.name} did not arrive; send them again.`);
    if (file.bytes.length > LARGEST_TEXT)
      throw new CallError(
        'too-large',
        `${upload.name} is larger than 32 MB, the most that an article may have.`,
      );
    const { readText: readBytes } = await import('#importers/read-text.ts');
    words = readBytes(file.bytes, upload.name, false).text;
  } else {
    const { cleanText } = await import('#importers/clean-text.ts');
    words = cleanText(text!).text;
  }
  // a text as Assay prints it has a block a line; one that was broken at a width must be joined first
  const asPrinted = words.split('\n');
  const joined = flatten(readPlainText(words).document).text.split('\n');
  const known = new Set(oldText.split('\n').map((line) => line.trim()));
  const like = (lines: readonly string[]) => lines.filter((line) => known.has(line.trim())).length;
  return reviseDocument(old, like(joined) > like(asPrinted) ? joined : asPrinted);
}

function checked(document: unknown): ArticleDocument {
  try {
    return checkDocument(document);
  } catch (error) {
    throw new CallError('bad-input', error instanceof Error ? error.message : String(error));
  }
}

/** A document with its keys in one order: an editor and an importer write the same text in different ones. */
function canonical(document: unknown): string {
  return JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, part]) => part !== null && part !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
}
