import type { ReportInput } from '#reports/input.ts';

/** The fields in which a person's own words stand. */
const WORDS = new Set([
  'title',
  'author',
  'publisher',
  'wording',
  'claimant',
  'claimedWhere',
  'claimedOn',
  'checkableOn',
  'published',
  'language',
  'person',
  'why',
  'quote',
  'locator',
  'note',
  'name',
  'citation',
  'address',
  'origin',
  'accessed',
  'knownAsOf',
  'capturedBy',
  'importedBy',
  'method',
  'head',
  'text',
  'href',
  'colour',
  'en',
  'ru',
]);

/** The input with every text of a person replaced; its marks cover the first character of each article. */
export function withWords(input: ReportInput, give: (was: string) => string): ReportInput {
  const change = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((one) => change(one));
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([k, v]) => [k, change(v, k)]);
      return Object.fromEntries(entries);
    }
    return typeof value === 'string' && value !== '' && WORDS.has(key) ? give(value) : value;
  };
  const changed = change(input) as ReportInput;
  return {
    ...changed,
    language: input.language,
    articles: changed.articles.map((article) => ({
      ...article,
      marks: article.marks.map((mark) => ({ ...mark, start: 0, end: 1 })),
    })),
  };
}
