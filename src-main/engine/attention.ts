import { findAgain } from '#domain/anchor/find-again.ts';
import type { Candidate } from '#domain/anchor/states.ts';
import { cells } from '#domain/act.ts';
import type { Asked, Output } from '#contract/index.ts';
import type { ReadDb } from '#store/handle.ts';
import { textOf } from '#store/articles.ts';
import { attentionRows, getOccurrence, type AttentionRow } from '#store/occurrences.ts';
import { madeOf, type Made } from '#store/placed.ts';
import { newestText } from './articles.ts';
import { act, readOf, whole, type Session } from './session.ts';
import { selectorOf, spanOf } from './spans.ts';

type Needed = Output<'listAttention'>['needed'][number];

/** How much of the text is shown on either side of a place. */
const AROUND = 120;

export function listAttention(session: Session, asked: Asked<'listAttention'>): Output<'listAttention'> {
  const db = readOf(session);
  const article = asked.article === undefined ? undefined : whole(session, 'article', asked.article);
  const rows = attentionRows(db, article);
  const needed = [...Map.groupBy(rows, (row) => row.article)].flatMap(([id, inArticle]) => {
    const { text } = newestText(session, id);
    const made = inArticle.map((row) => madeOf(db, row.id));
    const found = candidatesOf(inArticle, made, text);
    return inArticle.map((row, n) => neededFrom(db, row, made[n]!, found[n]!, text));
  });
  return { needed };
}

/** What was found when the text changed; where that is nothing, whatever is like the words at all. */
function candidatesOf(
  rows: readonly AttentionRow[],
  made: readonly Made[],
  text: string,
): (readonly Candidate[])[] {
  const kept = rows.map((row) => JSON.parse(row.candidates) as Candidate[]);
  const without = made.filter((_, n) => kept[n]!.length === 0);
  if (without.length === 0) return kept;
  const found = new Map(
    findAgain(text, without).map((one, n) => [
      without[n]!.id,
      one.state === 'exact' || one.state === 'moved' ? [one, ...one.candidates] : one.candidates,
    ]),
  );
  return kept.map((candidates, n) => (candidates.length > 0 ? candidates : (found.get(made[n]!.id) ?? [])));
}

function neededFrom(
  db: ReadDb,
  row: AttentionRow,
  made: Made,
  candidates: readonly Candidate[],
  text: string,
): Needed {
  const { id, claim, article, revision, start, end, exact, prefix, suffix, state, confidence, page } = row;
  const { articleTitle, wording } = row;
  return {
    occurrence: { id, claim, article, revision, start, end, exact, prefix, suffix, state, confidence, page },
    articleTitle,
    wording,
    marked: markedWords(db, made),
    candidates: candidates.map(({ start, end, confidence }) => ({
      start,
      end,
      confidence,
      ...around(text, start, end),
    })),
  };
}

/** The words on the text that they were marked on; as far as that text is at hand with what stood around them. */
function markedWords(db: ReadDb, { revision, exact, prefix, suffix, start, end }: Made): Needed['marked'] {
  const row = db.one<{ text: string }>('select text from revision_text where revision = ?', revision);
  if (row?.text.slice(start, end) !== exact) return { revision, exact, before: prefix, after: suffix };
  return { revision, ...around(textOf(db, revision).text, start, end) };
}

function around(text: string, start: number, end: number) {
  return {
    exact: text.slice(start, end),
    before: text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
    after: text.slice(end, end + AROUND).toWellFormed(),
  };
}

export function reattach(session: Session, asked: Asked<'reattach'>): Output<'reattach'> {
  const id = whole(session, 'occurrence', asked.occurrence);
  const { article } = getOccurrence(readOf(session), id);
  const { revision, text } = newestText(session, article);
  const span = spanOf(text, asked);
  act(
    session,
    'reattach',
    cells('occurrence', id, { ...selectorOf(text, span), revision, state: 'exact', confidence: 1 }),
  );
  return { occurrence: getOccurrence(readOf(session), id) };
}
