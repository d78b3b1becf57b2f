import type { duplicates } from '#contract/duplicates.ts';
import { CallError } from '#contract/kit.ts';
import type { Output } from '#contract/index.ts';
import { shareOf, shinglesOf } from '#domain/shingles.ts';
import { cells } from '#domain/act.ts';
import { getArticle, listRevisions } from '#store/articles.ts';
import { readText } from '#store/blobs.ts';
import { newestText } from './articles.ts';
import { pairsAlike } from './likeness.ts';
import { revisionHandlers } from './revisions.ts';
import { act, readOf, whole, type Handlers, type Session } from './session.ts';

type Pieces = Output<'compareArticles'>['pieces'];

export const duplicateHandlers: Handlers<keyof typeof duplicates> = {
  listDuplicates: (session, { least }) => ({
    pairs: pairsAlike(session, least).map(({ a, b, share }) => {
      const [one, other] = [plain(session, a), plain(session, b)];
      return { a: one, b: other, share, sameFile: one.original === other.original };
    }),
  }),

  compareArticles: async (session, asked) => {
    const [a, b] = [whole(session, 'article', asked.a), whole(session, 'article', asked.b)];
    if (a === b) throw new CallError('bad-input', 'This is one article; name two to compare them.');
    const [one, other] = [newestText(session, a).text, newestText(session, b).text];
    return {
      a: plain(session, a),
      b: plain(session, b),
      share: shareOf(shinglesOf(one), shinglesOf(other)),
      pieces: await difference(one, other),
    };
  },

  adoptAsRevision: async (session, asked, signal) => {
    const [article, from] = [whole(session, 'article', asked.article), whole(session, 'article', asked.from)];
    if (article === from) throw new CallError('bad-input', 'This is one article; name two.');
    const db = readOf(session);
    const other = getArticle(db, from);
    const marks = db.one<{ n: number }>(
      'select count(*) as n from occurrence where article = ? and present = 1',
      from,
    )!.n;
    if (marks > 0)
      throw new CallError(
        'refused',
        `“${other.title}” has marks of its own; as a revision it would lose them. Remove them first, or keep both articles.`,
      );
    const { document } = listRevisions(db, from)[0]!;
    const made = await revisionHandlers.reviseArticle(
      session,
      {
        id: article,
        document: JSON.parse(readText(db, document)) as { type: 'doc' },
        reason: asked.reason ?? `From “${other.originalName}”`,
        parent: newestText(session, article).revision,
      },
      signal,
    );
    act(session, 'removeArticle', cells('article', from, { present: 0 }));
    return { revision: made.revision, occurrences: made.occurrences };
  },
};

function plain(session: Session, id: string): Output<'compareArticles'>['a'] {
  const { warnings: _, ...article } = getArticle(readOf(session), id);
  return article;
}

/** Texts that differ in more words than this are laid side by side whole: their common words are chance. */
const MOST_EDITS = 20_000;

async function difference(a: string, b: string): Promise<Pieces> {
  const { diffArrays } = await import('diff');
  const changes = diffArrays(wordsOf(a), wordsOf(b), { maxEditLength: MOST_EDITS, timeout: 5_000 });
  if (!changes) return [piece(a, 'a'), piece(b, 'b')].filter(({ text }) => text !== '');
  return changes.map(({ value, added, removed }) =>
    piece(value.join(''), added ? 'b' : removed ? 'a' : 'both'),
  );
}

const piece = (text: string, where: Pieces[number]['in']): Pieces[number] => ({ text, in: where });

/** Words with the blank after them, so that the pieces joined give the text again. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+[^\S\n]*|\n|[^\p{L}\p{M}\p{N}\n]/gu) ?? [];
}
