import { quantitiesIn } from '#domain/quantities/quantities.ts';
import { opposed, quantitiesWithin, quantityKey, type Quantity } from '#domain/quantities/quantity.ts';
import type { Output } from '#contract/index.ts';
import type { reading } from '#contract/reading.ts';
import { textOf } from '#store/articles.ts';
import { newestRevision } from '#store/derive.ts';
import { readOf, whole, type Handlers, type Session } from './session.ts';

type Listed = Output<'listQuantities'>;
type Said = Listed['quantities'][number];
type Elsewhere = Said['also'][number];

/** One article's text with what was read in it. */
type ReadText = {
  readonly article: string;
  readonly title: string;
  readonly text: string;
  readonly sentences: readonly number[];
  readonly quantities: readonly Quantity[];
};

export const readingHandlers: Handlers<keyof typeof reading> = {
  listQuantities: (session, asked) => {
    const id = whole(session, 'article', asked.article);
    const read = readArticles(session);
    const own = read.get(id);
    if (!own) return { quantities: [], differing: [] };
    const others = [...read.values()].filter((one) => one.article !== id);
    const byKey = new Map<string, Elsewhere[]>();
    for (const other of others) {
      const seen = new Set<string>();
      for (const quantity of other.quantities) {
        const key = quantityKey(quantity);
        if (seen.has(key)) continue;
        seen.add(key);
        byKey.set(key, [...(byKey.get(key) ?? []), placeIn(other, quantity)]);
      }
    }
    return {
      quantities: own.quantities.map((quantity) => ({
        ...quantity,
        text: own.text.slice(quantity.start, quantity.end),
        sentence: sentenceAround(own.sentences, quantity),
        also: tellsLittle(quantity) ? [] : (byKey.get(quantityKey(quantity)) ?? []),
      })),
      differing: differencesOf(session, own, read),
    };
  },
};

/** Small bare numbers stand in every text and compare nothing. */
function tellsLittle({ kind, unit, value }: Quantity): boolean {
  return kind === 'number' && unit === '' && typeof value === 'number' && Math.abs(value) < 100;
}

function placeIn(
  { article, title, text }: ReadText,
  { start, end }: { start: number; end: number },
): Elsewhere {
  return { article, title, start, end, text: text.slice(start, end) };
}

function sentenceAround(
  sentences: readonly number[],
  { start, end }: Quantity,
): { start: number; end: number } {
  for (let i = 0; i < sentences.length; i += 2) {
    if (sentences[i]! <= start && sentences[i + 1]! >= end)
      return { start: sentences[i]!, end: sentences[i + 1]! };
  }
  return { start, end };
}

/** A text is read once: its revision never changes. */
const known = new WeakMap<Session['project'], Map<string, readonly Quantity[]>>();
const MOST_KNOWN = 2_000;

function readArticles(session: Session): Map<string, ReadText> {
  const db = readOf(session);
  const cache = known.get(session.project) ?? new Map<string, readonly Quantity[]>();
  known.set(session.project, cache);
  const read = new Map<string, ReadText>();
  const rows = db.all<{ id: string; title: string | null; language: string | null }>(
    'select id, title, language from article where present = 1 order by imported_at, id',
  );
  for (const { id, title, language } of rows) {
    const revision = newestRevision(db, id);
    if (revision === undefined) continue;
    const { text, sentences } = textOf(db, revision);
    const key = `${revision} ${language ?? ''}`;
    const quantities = cache.get(key) ?? quantitiesIn(text, language ?? '');
    if (cache.size >= MOST_KNOWN) cache.clear();
    cache.set(key, quantities);
    read.set(id, { article: id, title: title ?? '', text, sentences, quantities });
  }
  return read;
}

type Place = { claim: string; wording: string; article: string; start: number; end: number };

/** What the places of one claim say differently: here and in another article, or twice in this one. */
function differencesOf(
  session: Session,
  own: ReadText,
  read: ReadonlyMap<string, ReadText>,
): Listed['differing'] {
  const places = readOf(session).all<Place>(
    `select o.claim, coalesce(c.wording, '') as wording, o.article, o.start, o."end"
     from standing o join claim c on c.id = o.claim and c.present = 1
     where o.present = 1 and o.state in ('exact', 'moved')
       and o.claim in (select claim from occurrence where article = ? and present = 1)
     order by o.start, o.id`,
    own.article,
  );
  const byClaim = Map.groupBy(places, (place) => place.claim);
  const differing: Listed['differing'] = [];
  for (const [claim, all] of byClaim) {
    if (all.length < 2) continue;
    for (const here of all.filter((place) => place.article === own.article)) {
      const said = quantitiesWithin(own.quantities, here);
      for (const place of all) {
        const isLater = place.article === own.article && place.start <= here.start;
        const other = read.get(place.article);
        if (place === here || isLater || !other) continue;
        for (const against of opposed(said, quantitiesWithin(other.quantities, place))) {
          const { start, end } = against.here;
          const text = own.text.slice(start, end);
          differing.push({
            claim,
            wording: here.wording,
            here: { start, end, text },
            there: placeIn(other, against.there),
          });
        }
      }
    }
  }
  return differing;
}
