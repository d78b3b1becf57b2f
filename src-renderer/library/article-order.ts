import type { Article } from '#contract/nouns.ts';

export const ORDERS = ['published', 'imported', 'title', 'coverage'] as const;
export type Order = (typeof ORDERS)[number];

export function isOrder(value: unknown): value is Order {
  return ORDERS.some((order) => order === value);
}

/** An article without a date is as new as its import. */
const dateOf = (article: Article) => article.published || article.importedAt;

const COMPARE: Record<Order, (a: Article, b: Article) => number> = {
  imported: (a, b) => b.importedAt.localeCompare(a.importedAt),
  title: (a, b) => a.title.localeCompare(b.title, undefined, { numeric: true }),
  published: (a, b) => dateOf(b).localeCompare(dateOf(a)),
  coverage: (a, b) => a.coverage - b.coverage,
};

/** Folds case and ё, so that what is typed in a hurry still finds. */
function folded(text: string): string {
  return text.toLocaleLowerCase().replaceAll('ё', 'е');
}

/** The articles whose title, author or publisher holds every word of the filter, in an order. */
export function arrange(articles: readonly Article[], filter: string, order: Order): Article[] {
  const words = folded(filter).split(/\s+/).filter(Boolean);
  return articles
    .filter((article) => {
      const text = folded(`${article.title} ${article.author} ${article.publisher} ${article.language}`);
      return words.every((word) => text.includes(word));
    })
    .toSorted(COMPARE[order]);
}
