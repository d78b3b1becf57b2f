import { cells } from '#domain/act.ts';
import { followPoints } from '#domain/anchor/follow.ts';
import type { ArticleDocument } from '#domain/document.ts';
import type { Output } from '#contract/index.ts';
import { CallError } from '#contract/kit.ts';
import { listRevisions, pagesOf, textOf } from '#store/articles.ts';
import { keepBlob, readText } from '#store/blobs.ts';
import { sha256 } from '#store/hash.ts';
import { occurrencesOn } from '#store/occurrences.ts';
import { madeOn } from '#store/placed.ts';
import { Placing } from '#store/placing.ts';
import { isDescent, revisionTree } from '#store/revision-tree.ts';
import { compareRevisions } from './compare.ts';
import { corrected, type Correction } from './correction.ts';
import { dropCorrection, getCorrection, keepCorrection } from './correction-draft.ts';
import { listAttention, reattach } from './attention.ts';
import { revisionOf } from './revision-of.ts';
import { act, nowOf, readOf, whole, writeOf, type Handlers, type Session } from './session.ts';
import type { revisionCalls } from '#contract/revisions.ts';

export const revisionHandlers: Handlers<keyof typeof revisionCalls> = {
  reviseArticle: async (session, asked) => {
    const correction = await corrected(session, asked);
    if (!correction.changed)
      throw new CallError(
        'bad-input',
        'The text is the same as that of the newest revision; nothing was changed.',
      );
    return save(session, 'reviseArticle', correction, asked.reason ?? '');
  },

  previewRevision: async (session, asked) => {
    const { article, parent, text, losses, changed } = await corrected(session, asked);
    const placing = new Placing(readOf(session), article, { parent, text });
    const occurrences = madeOn(readOf(session), article).map((made) => {
      const { state, confidence, start, end } = placing.place(made)!;
      const exact = state === 'orphaned' ? made.exact : text.slice(start, end);
      return { id: made.id, claim: made.claim, state, confidence, start, end, exact };
    });
    return { occurrences, losses: [...losses], changed };
  },

  restoreRevision: (session, asked) => {
    const db = readOf(session);
    const id = whole(session, 'revision', asked.id);
    const { article } = revisionOf(session, id);
    const revisions = listRevisions(db, article);
    const newest = revisions[0]!;
    const wanted = revisions.find((one) => one.id === id)!;
    if (wanted.document === newest.document)
      throw new CallError('bad-input', 'The article has this text already; nothing was changed.');
    const document = JSON.parse(readText(db, wanted.document)) as ArticleDocument;
    return save(
      session,
      'restoreRevision',
      { article, parent: newest.id, document, text: textOf(db, id).text, losses: [], changed: true },
      asked.reason ?? '',
      id,
    );
  },

  listRevisions: (session, asked) => {
    const db = readOf(session);
    const article = whole(session, 'article', asked.article);
    const rows = listRevisions(db, article);
    const tree = revisionTree(db, article);
    const newest = rows[0]?.id;
    const original = rows.findLast((row) => row.parent === null)?.id;
    return {
      revisions: rows.map((row) => ({
        ...row,
        words:
          db.one<{ words: number }>('select words from revision_text where revision = ?', row.id)?.words ?? 0,
        newest: row.id === newest,
        original: row.id === original,
        concurrent: newest !== undefined && !isDescent(tree, row.id, newest),
      })),
    };
  },

  compareRevisions,
  listAttention,
  reattach,
  keepCorrection,
  getCorrection,
  dropCorrection,
};

/**
 * One act: the revision. Where every occurrence stands follows from it, and goes with it when it is undone.
 * @param paged the revision whose printed pages are those of the new text
 */
function save(
  session: Session,
  deed: string,
  { article, parent, document, text, losses }: Correction,
  reason: string,
  paged = parent,
): Output<'reviseArticle'> {
  const db = writeOf(session);
  const id = session.world.newId();
  db.together(() => {
    const bytes = new TextEncoder().encode(JSON.stringify(document));
    act(
      session,
      deed,
      cells('revision', id, {
        present: 1,
        article,
        parent,
        document: keepBlob(db, bytes),
        sha256: sha256(text),
        person: session.me.id,
        reason,
        at: timeAfter(session, article),
        ...pagesAfter(session, paged, text),
      }),
    );
  });
  const revision = listRevisions(db, article).find((one) => one.id === id)!;
  return { revision, occurrences: occurrencesOn(db, article), losses: [...losses] };
}

/** Where the printed pages begin now. */
function pagesAfter(session: Session, paged: string, text: string): { pages?: string } {
  const db = readOf(session);
  const pages = pagesOf(db, paged);
  if (pages.length === 0) return {};
  return { pages: JSON.stringify(followPoints(textOf(db, paged).text, text, pages)) };
}

/** Now, or just after the newest revision where that was made on a machine whose clock is ahead. */
function timeAfter(session: Session, article: string): string {
  const now = nowOf(session);
  const newest = listRevisions(readOf(session), article)[0]?.at ?? '';
  return now > newest ? now : new Date(Date.parse(newest) + 1).toISOString();
}
