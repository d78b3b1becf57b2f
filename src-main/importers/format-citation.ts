import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { type CslItem, type CslName, dayOfCsl } from '#domain/citation.ts';
import { RUSSIAN_LOCALE } from './citation-locale-ru.ts';

export type CitationLanguage = 'en' | 'ru';

const LOCALE = { en: 'en-US', ru: 'ru-RU' } as const;
plugins.config.get('@csl').locales.add(LOCALE.ru, RUSSIAN_LOCALE);

/** Long parts that no bibliography prints, and `note`, whose text the style engine would take for commands. */
const UNPRINTED: readonly string[] = ['abstract', 'annote', 'keyword', 'note', 'references'];

const MAX_KEPT = 20_000;
const kept = new Map<string, string>();

/**
 * The source as one line of a bibliography, in plain text, after the APA style. An item that the style cannot print
 * still gives a line, of what it holds. The same item in the same language always gives the same line.
 */
export function citationOf(item: CslItem, { language }: { readonly language: CitationLanguage }): string {
  const printed = Object.fromEntries(Object.entries(item).filter(([field]) => !UNPRINTED.includes(field)));
  const key = language + JSON.stringify(printed);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const line = inStyle(printed, language) || plainLine(item);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, line);
  return line;
}

function inStyle(item: Record<string, unknown>, language: CitationLanguage): string {
  try {
    const text = plugins.output.format('bibliography', [{ ...item, id: 'item' }], {
      format: 'text',
      template: 'apa',
      lang: LOCALE[language],
    });
    const line = text.replace(/\s+/g, ' ').trim();
    return language === 'ru' ? inRussianOrder(line) : line;
  } catch {
    return '';
  }
}

/** The style puts the month before the day and a sign between the last two names, as English does. */
function inRussianOrder(line: string): string {
  const names = line.split(' (', 1)[0]!;
  const rest = line.slice(names.length);
  return (names.replaceAll(', & ', ' и ') + rest)
    .replace(/\((\d{4}), (\p{L}+) (\d{1,2})([–)])/u, '($1, $3 $2$4')
    .replace(/(Получено \d{1,2} \p{L}+ \d{4}), из /u, '$1 г. из ');
}

/** Names, year, title, container, publisher, address: whatever is there. */
function plainLine(item: CslItem): string {
  const names = (Array.isArray(item['author']) ? (item['author'] as CslName[]) : []).map((name) =>
    [name['family'] ?? name['literal'], name['given']].filter(Boolean).join(', '),
  );
  const year = dayOfCsl(item['issued']).slice(0, 4);
  const words = (field: string) => (typeof item[field] === 'string' ? item[field] : '');
  const sentences = [
    [names.join('; '), year && `(${year})`].filter(Boolean).join(' '),
    ...['title', 'container-title', 'publisher'].map(words),
  ].filter((part) => part !== '');
  return [...sentences.map((part) => part.replace(/\.?$/, '.')), words('URL') || words('DOI')]
    .join(' ')
    .trim();
}
