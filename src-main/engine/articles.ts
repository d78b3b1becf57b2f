import { cells } from '#domain/act.ts';
import { findQuote } from '#domain/selector.ts';
import { CallError } from '#contract/kit.ts';
import type { Output } from '#contract/index.ts';
import type { articles } from '#contract/articles.ts';
import {
  getArticle,
  getFootnotes,
  listAllFootnotes,
  listArticles,
  listFootnotes,
  listRevisions,
  pagesOf,
  textOf,
} from '#store/articles.ts';
import { readText } from '#store/blobs.ts';
import { commentsOf } from '#store/comments.ts';
import { listMarks } from '#store/occurrences.ts';
import { newestRevision } from '#store/derive.ts';
import { referenceByAddress } from '#store/references.ts';
import { referenceCells, referencesOf } from './evidence.ts';
import { importArticles } from './import-articles.ts';
import { act, readOf, whole, type Handlers, type Session } from './session.ts';

export const articleHandlers: Handlers<keyof typeof articles> = {
  importArticles,

  listArticles: (session) => ({ articles: listArticles(readOf(session)) }),

  getArticle: (session, asked) => {
    const db = readOf(session);
    const id = whole(session, 'article', asked.id);
    const { warnings, ...article } = getArticle(db, id);
    const revisions = listRevisions(db, id);
    const wanted =
      asked.revision === undefined ? newestRevision(db, id) : whole(session, 'revision', asked.revision);
    const revision = revisions.find((one) => one.id === wanted);
    if (!revision) throw new CallError('not-found', `“${article.title}” has no such revision.`);
    const { text, sentences } = textOf(db, revision.id);
    return {
      article,
      revision,
      revisions,
      document: JSON.parse(readText(db, revision.document)) as { type: 'doc' },
      text,
      sentences,
      pages: pagesOf(db, revision.id),
      footnotes: listFootnotes(db, id),
      warnings,
      comments: commentsOf(db, 'article', JSON.stringify([id])),
    };
  },

  describeArticle: (session, { id: given, ...about }) => {
    const id = whole(session, 'article', given);
    const changes = cells('article', id, about);
    if (changes.length > 0) act(session, 'describeArticle', changes);
    return { article: articleOf(session, id) };
  },

  removeArticle: (session, asked) => {
    const id = whole(session, 'article', asked.id);
    const orphans = readOf(session).all<{ occurrence: string; claim: string; elsewhere: number }>(
      `select o.id as occurrence, o.claim, exists (
         select 1 from occurrence e where e.claim = o.claim and e.article <> o.article and e.present = 1
       ) as elsewhere
       from occurrence o where o.article = ? and o.present = 1`,
      id,
    );
    const claims = new Set(orphans.filter((orphan) => orphan.elsewhere === 0).map((orphan) => orphan.claim));
    act(session, 'removeArticle', [
      ...cells('article', id, { present: 0 }),
      ...orphans.flatMap(({ occurrence }) => cells('occurrence', occurrence, { present: 0 })),
      ...[...claims].flatMap((claim) => cells('claim', claim, { present: 0 })),
    ]);
    return { id };
  },

  listMarks: (session, asked) => ({
    marks: listMarks(readOf(session), whole(session, 'article', asked.article)),
  }),

  listFootnotes: (session) => ({ footnotes: listAllFootnotes(readOf(session)) }),

  acceptFootnotes: async (session, asked) => {
    const { fromFootnote } = await import('#importers/read-references.ts');
    const db = readOf(session);
    const ids = asked.ids.map((id) => whole(session, 'footnote', id));
    const made = new Map<string, string>();
    const accepted = new Set<string>();
    const changes = getFootnotes(db, ids).flatMap((footnote) => {
      if (footnote.reference !== null) {
        accepted.add(footnote.reference);
        return [];
      }
      const csl = fromFootnote(footnote);
      const key = csl.URL ?? footnote.text;
      const existing = made.get(key) ?? (csl.URL === undefined ? undefined : referenceByAddress(db, csl.URL));
      const reference = existing ?? session.world.newId();
      const isNew = existing === undefined;
      made.set(key, reference);
      accepted.add(reference);
      return [
        ...(isNew ? referenceCells(session, reference, csl) : []),
        ...cells('footnote', footnote.id, { reference, dismissed: 0 }),
      ];
    });
    if (changes.length > 0) act(session, 'acceptFootnotes', changes);
    return { references: await referencesOf(session, [...accepted]), footnotes: getFootnotes(db, ids) };
  },

  dismissFootnotes: (session, asked) => {
    const ids = asked.ids.map((id) => whole(session, 'footnote', id));
    const dismissed = asked.dismissed ? 1 : 0;
    act(
      session,
      'dismissFootnotes',
      ids.flatMap((id) => cells('footnote', id, { dismissed })),
    );
    return { footnotes: getFootnotes(readOf(session), ids) };
  },

  findInArticle: (session, asked) => {
    const { text } = newestText(session, whole(session, 'article', asked.article));
    const { quote, prefix, suffix } = asked;
    return { places: findQuote(text, { quote, prefix, suffix }) };
  },
};

/** The newest text of an article with the revision it belongs to. */
export function newestText(session: Session, article: string): { revision: string; text: string } {
  const db = readOf(session);
  const revision = newestRevision(db, article);
  if (revision === undefined) throw new CallError('not-found', 'This article has no text.');
  return { revision, text: textOf(db, revision).text };
}

function articleOf(session: Session, id: string): Output<'describeArticle'>['article'] {
  const { warnings: _, ...article } = getArticle(readOf(session), id);
  return article;
}
