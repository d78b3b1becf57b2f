import { basename } from 'node:path';
import { cells } from '#domain/act.ts';
import { flatten } from '#domain/flat-text.ts';
import { findQuote } from '#domain/selector.ts';
import type { ReadArticle } from '#domain/imported.ts';
import type { ArticleDocument } from '#domain/document.ts';
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
  textOf,
} from '#store/articles.ts';
import { keepBlob, readText } from '#store/blobs.ts';
import { commentsOf } from '#store/comments.ts';
import { listMarks } from '#store/occurrences.ts';
import { sha256 } from '#store/hash.ts';
import { newestRevision } from '#store/derive.ts';
import { referenceByAddress } from '#store/references.ts';
import { referenceCells, referencesOf } from './evidence.ts';
import {
  act,
  nowOf,
  parserOf,
  readOf,
  whole,
  writeOf,
  type Handlers,
  type Session,
  type Upload,
} from './session.ts';

type Imported = Output<'importArticles'>['articles'][number];

export const articleHandlers: Handlers<keyof typeof articles> = {
  importArticles: async (session, asked, signal) => {
    const stop = new AbortController();
    const signals = AbortSignal.any([signal, stop.signal]);
    if (asked.job !== undefined) session.jobs.set(asked.job, stop);
    const done: Output<'importArticles'> = { articles: [], failed: [], cancelled: false };
    try {
      for (const [n, { token, name }] of asked.uploads.entries()) {
        if (asked.job !== undefined) {
          session.say({ kind: 'job', job: asked.job, done: n, total: asked.uploads.length, label: name });
        }
        if (signals.aborted) {
          done.cancelled = true;
          break;
        }
        const upload = session.uploads.get(token);
        try {
          if (!upload)
            throw new CallError('not-found', `The bytes of ${name} did not arrive; import it again.`);
          done.articles.push(await importOne(session, { ...upload, name }, signals));
        } catch (error) {
          if (signals.aborted) {
            done.cancelled = true;
            break;
          }
          done.failed.push({ source: name, error: failureOf(error) });
        } finally {
          session.uploads.delete(token);
        }
      }
    } finally {
      for (const { token } of asked.uploads) session.uploads.delete(token);
      if (asked.job !== undefined) {
        session.jobs.delete(asked.job);
        const total = asked.uploads.length;
        session.say({ kind: 'job', job: asked.job, done: total, total, label: '' });
      }
    }
    return done;
  },

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

export function failureOf(error: unknown): { code: string; message: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'internal';
  return { code, message: error instanceof Error ? error.message : String(error) };
}

const MEGABYTE = 1 << 20;
const LARGEST_ARTICLE = 32 * MEGABYTE;

async function importOne(session: Session, upload: Upload, signal: AbortSignal): Promise<Imported> {
  if (upload.bytes.length > LARGEST_ARTICLE) {
    const size = Math.ceil(upload.bytes.length / MEGABYTE);
    throw new CallError(
      'too-large',
      `${upload.name} has ${size} MB; an article may have ${LARGEST_ARTICLE / MEGABYTE} MB.`,
    );
  }
  const read = await (await parserOf(session)).readArticle(upload, signal);
  const db = writeOf(session);
  const id = session.world.newId();
  const warnings = [...read.warnings, ...duplicates(session, sha256(upload.bytes))];
  const proposals = db.together(() => {
    const at = nowOf(session);
    const original = keepBlob(db, upload.bytes);
    const { document, text } = kept(session, read.document);
    const notes = read.footnotes.map((footnote, position) => ({
      id: session.world.newId(),
      position,
      ...footnote,
    }));
    act(session, 'importArticles', [
      ...cells('article', id, {
        present: 1,
        title: read.title,
        author: read.author,
        publisher: read.publisher,
        address: read.address,
        published: read.published,
        language: read.language,
        original,
        // only the name: a path would tell others about this machine
        original_name: basename(upload.name.replaceAll('\\', '/')),
        format: read.format,
        encoding: read.encoding,
        warnings: JSON.stringify(warnings),
        imported_at: at,
        imported_by: session.me.id,
      }),
      ...cells('revision', session.world.newId(), {
        present: 1,
        article: id,
        document,
        sha256: sha256(text),
        person: session.me.id,
        reason: '',
        at,
      }),
      ...notes.flatMap((note) => footnoteCells(id, note)),
    ]);
    return getFootnotes(
      db,
      notes.map((note) => note.id),
    );
  });
  return {
    id,
    title: read.title,
    source: upload.name,
    format: read.format,
    language: read.language,
    words: getArticle(db, id).words,
    sha256: sha256(upload.bytes),
    references: proposals.length,
    warnings,
    proposals,
  };
}

function kept(session: Session, document: ArticleDocument): { document: string; text: string } {
  const json = JSON.stringify(document);
  return {
    document: keepBlob(writeOf(session), new TextEncoder().encode(json)),
    text: flatten(document).text,
  };
}

type Note = ReadArticle['footnotes'][number] & { id: string; position: number };

function footnoteCells(article: string, note: Note) {
  return cells('footnote', note.id, {
    present: 1,
    article,
    label: note.label,
    text: note.text,
    address: note.address,
    places: JSON.stringify(note.places),
    position: note.position,
  });
}

function duplicates(session: Session, original: string): string[] {
  return readOf(session)
    .all<{ title: string }>('select title from article where original = ? and present = 1', original)
    .map(({ title }) => `The same file is already in the project as “${title}”.`);
}
