import { foldForSearch } from '#domain/fold.ts';
import type { ReadDb } from './handle.ts';

export type Kind = 'article' | 'claim' | 'reference';

export type Hit = {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly snippet: string;
  /** Start and end of each match in the snippet, in turn. */
  readonly matches: number[];
  /** Where the snippet begins in the body. */
  readonly start: number;
  readonly score: number;
};

/** Ranking a huge hit list is what costs, so only this many of the newest hits are ranked. */
const RANKED = 2_000;

/** Full-text search, best first; the score grows with the fit. Quoted words are a phrase, the last word may be a beginning. */
export function searchText(db: ReadDb, query: string, kinds: readonly Kind[], limit: number): Hit[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  // the full-text index understands a mere blank as `and` only between plain words
  const match = terms.map((term) => term.match).join(' AND ');
  return db
    .all<{ kind: Kind; row: string; title: string; body: string; score: number }>(
      `select s.kind, s.row, s.title, s.body, -found.rank as score
       from (
         select rowid, bm25(search, 4.0, 1.0) as rank from search
         where search match ? and rowid in (
           select search.rowid from search join searchable on searchable.id = search.rowid
           where search match ? and searchable.kind in (select value from json_each(?))
           order by search.rowid desc limit ${RANKED}
         )
       ) found
       join searchable s on s.id = found.rowid
       order by found.rank, s.row
       limit ?`,
      match,
      match,
      JSON.stringify(kinds),
      limit,
    )
    .map(({ kind, row, title, body, score }) => ({ kind, id: row, title, score, ...snippet(body, terms) }));
}

type Term = { readonly match: string; readonly pattern: string };

/** A Russian or Kazakh word changes its end; its beginning finds the other forms. */
function stemOf(word: string): string | undefined {
  if (!/^\p{Script=Cyrillic}+$/u.test(word) || word.length < 4) return undefined;
  return word.slice(0, word.length >= 6 ? -2 : -1);
}

function termsOf(query: string): Term[] {
  // people write phrases in the quotation marks of their language
  const folded = foldForSearch(query.normalize('NFC')).replaceAll(/[«»“”„]/g, '"');
  const parts = [...folded.matchAll(/"([^"]*)"|([\p{L}\p{N}\p{M}]+)/gu)];
  return parts.flatMap((part, i): Term[] => {
    if (part[1] !== undefined) {
      const words = part[1].match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
      if (words.length === 0) return [];
      return [{ match: `"${words.join(' ')}"`, pattern: words.join('[^\\p{L}\\p{N}]+') }];
    }
    const word = part[2]!;
    const stem = stemOf(word);
    const isLast = i === parts.length - 1 && !/\s$/.test(query);
    if (stem !== undefined) return [{ match: `"${stem}"*`, pattern: `${stem}[\\p{L}\\p{N}]*` }];
    if (isLast) return [{ match: `("${word}" OR "${word}"*)`, pattern: `${word}[\\p{L}\\p{N}]*` }];
    return [{ match: `"${word}"`, pattern: `${word}[\\p{L}]{0,4}` }];
  });
}

const BEFORE = 60;
const LENGTH = 220;

function snippet(
  body: string,
  terms: readonly Term[],
): { snippet: string; matches: number[]; start: number } {
  const folded = foldForSearch(body);
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${terms.map((term) => term.pattern).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const first = Math.max(0, folded.search(any));
  let start = body.length <= LENGTH ? 0 : Math.max(0, first - BEFORE);
  const space = start === 0 ? -1 : body.indexOf(' ', start);
  if (space !== -1 && space < first) start = space + 1;
  const isCut = start + LENGTH < body.length;
  const lastSpace = body.lastIndexOf(' ', start + LENGTH);
  const shown = body.slice(start, isCut && lastSpace > first ? lastSpace : start + LENGTH);
  const matches = [...foldForSearch(shown).matchAll(any)].flatMap((match) => [
    match.index,
    match.index + match[0].length,
  ]);
  return { snippet: isCut ? `${shown}…` : shown, matches, start };
}
