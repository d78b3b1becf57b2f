import { opposed, quantitiesWithin, type Quantity } from '#domain/quantities/quantity.ts';
import type { ReportArticle, ReportDifference } from '#reports/input.ts';

type Place = { readonly article: number; readonly start: number; readonly end: number };
type Said = Quantity & { readonly article: number };

/** What the places of one claim say differently, in one article or in several: the numbers, dates and times of each. */
export async function differencesAmong(articles: readonly ReportArticle[]): Promise<ReportDifference[]> {
  const places = articles.flatMap(({ marks }, article) =>
    marks
      .filter(({ state }) => state === 'exact' || state === 'moved')
      .map(({ claim, start, end }) => ({ claim, article, start, end })),
  );
  const repeated = [...Map.groupBy(places, ({ claim }) => claim)].filter(([, all]) => all.length > 1);
  if (repeated.length === 0) return [];
  const { quantitiesIn } = await import('#domain/quantities/quantities.ts');
  const read = new Map<number, readonly Quantity[]>();
  const saidAt = ({ article, start, end }: Place): Said[] => {
    const { text, language } = articles[article]!;
    const all = read.get(article) ?? quantitiesIn(text, language);
    read.set(article, all);
    return quantitiesWithin(all, { start, end }).map((one) => ({ ...one, article }));
  };
  return repeated
    .toSorted(([a], [b]) => a - b)
    .flatMap(([claim, all]) =>
      opposedAmong(all.map(saidAt)).map((said) => ({
        claim,
        said: said.map(({ article, start, end }) => ({
          article: article + 1,
          text: articles[article]!.text.slice(start, end),
        })),
      })),
    );
}

/** Everything that some place says against another, parted by what it measures; each once, in the order of the text. */
function opposedAmong(places: readonly (readonly Said[])[]): Said[][] {
  const found = new Set<Said>();
  for (const [n, here] of places.entries()) {
    for (const there of places.slice(n + 1)) {
      for (const pair of [...opposed(here, there), ...opposed(there, here)]) {
        found.add(pair.here as Said).add(pair.there as Said);
      }
    }
  }
  const once = new Map([...found].map((one) => [`${one.article} ${one.start}`, one]));
  const ordered = [...once.values()].toSorted((a, b) => a.article - b.article || a.start - b.start);
  return [...Map.groupBy(ordered, ({ kind, unit }) => `${kind} ${unit}`).values()];
}
