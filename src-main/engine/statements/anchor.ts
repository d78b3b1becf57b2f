import { codePointOffset, utf16Offset } from '#domain/flat-text.ts';
import { anchor, describe, findQuote } from '#domain/selector.ts';
import type { StatedPlace, StatedSource } from '#domain/statements.ts';
import type { AnchorState } from '#domain/words.ts';
import { listArticles } from '#store/articles.ts';
import { newestText } from '../articles.ts';
import { readOf, type Session } from '../session.ts';

export type Anchored = {
  readonly article: string;
  readonly revision: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  readonly state: AnchorState;
  readonly confidence: number;
};

type Text = { readonly article: string; readonly revision: string; readonly text: string };

/** Finds the places of foreign annotations on the articles of a project. */
export class Texts {
  private readonly known = new Map<string, Text>();
  private readonly articles: { id: string; title: string; address: string }[];
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
    this.articles = listArticles(readOf(session)).map(({ id, title, address }) => ({ id, title, address }));
  }

  /** Makes an article known that is only being imported. */
  add(id: string, revision: string, title: string, address: string, text: string): void {
    this.articles.push({ id, title, address });
    this.known.set(id, { article: id, revision, text });
  }

  /** The article that a source names: by its id, its address, or its title where only one has it. */
  named(source: StatedSource): string | undefined {
    const byId = this.articles.find((article) => article.id === source.id);
    if (byId) return byId.id;
    const address = bare(source.address ?? '');
    const byAddress = this.articles.filter((article) => address !== '' && bare(article.address) === address);
    if (byAddress.length > 0) return byAddress[0]!.id;
    const byTitle = this.articles.filter(
      (article) => (source.title ?? '') !== '' && article.title === source.title,
    );
    return byTitle.length === 1 ? byTitle[0]!.id : undefined;
  }

  textOf(article: string): Text {
    const known = this.known.get(article);
    if (known) return known;
    const read = { article, ...newestText(this.session, article) };
    this.known.set(article, read);
    return read;
  }

  /** The place on the article that is named; where none is, on the one article that has these words. */
  find(place: StatedPlace, article: string | undefined): Anchored | undefined {
    const named = article ?? this.named(place.source);
    if (named !== undefined) return placeOn(this.textOf(named), place);
    if (place.exact.trim().length < 8) return undefined;
    const found = this.articles.flatMap(({ id }) => {
      const on = this.textOf(id);
      if (
        !on.text.includes(place.exact.trim().slice(0, 40)) &&
        findQuote(on.text, { quote: place.exact }).length === 0
      )
        return [];
      return placeOn(on, { ...place, start: null, end: null }) ?? [];
    });
    return found.length === 1 ? found[0] : undefined;
  }
}

function bare(address: string): string {
  return address
    .trim()
    .replace(/#.*$/, '')
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
}

function placeOn(on: Text, place: StatedPlace): Anchored | undefined {
  const { text } = on;
  const units = (at: number) => (place.unit === 'code-point' ? utf16Offset(text, at) : at);
  const inside = (at: number) =>
    place.unit === 'code-point' ? at <= codePointOffset(text, text.length) : at <= text.length;
  const said =
    place.start !== null && place.end !== null && place.start < place.end && inside(place.end)
      ? { start: units(place.start), end: units(place.end) }
      : undefined;
  if (said && (place.exact === '' || text.slice(said.start, said.end) === place.exact))
    return anchored(on, said.start, said.end, 'exact', 1);
  if (place.exact.trim() === '') return undefined;

  const { exact: quote, prefix, suffix } = place;
  const fitting = findQuote(text, { quote, prefix, suffix });
  if (fitting.length === 1) return anchored(on, fitting[0]!.start, fitting[0]!.end, 'exact', 1);
  const anywhere = fitting.length > 1 ? fitting : findQuote(text, { quote });
  if (anywhere.length === 1) return anchored(on, anywhere[0]!.start, anywhere[0]!.end, 'moved', 0.8);
  const found = anchor(text, {
    exact: quote,
    prefix,
    suffix,
    start: said?.start ?? 0,
    end: said?.end ?? quote.length,
  });
  if (found.state !== 'orphaned' && found.end > found.start)
    return anchored(
      on,
      found.start,
      found.end,
      found.state === 'exact' && !said ? 'ambiguous' : found.state,
      found.confidence,
    );
  const nearest = anywhere.toSorted(
    (a, b) => Math.abs(a.start - (said?.start ?? 0)) - Math.abs(b.start - (said?.start ?? 0)),
  )[0];
  return nearest && anchored(on, nearest.start, nearest.end, 'ambiguous', 0.3);
}

function anchored(on: Text, start: number, end: number, state: AnchorState, confidence: number): Anchored {
  const { exact, prefix, suffix } = describe(on.text, start, end);
  return { article: on.article, revision: on.revision, exact, prefix, suffix, start, end, state, confidence };
}
