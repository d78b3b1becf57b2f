import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { type CslItem, type CslName, dayOfCsl } from '#domain/citation.ts';
import { type CitationStyle, type ReportLanguage } from '#domain/report-options.ts';
import { KAZAKH } from './csl/locale-kk.ts';
import { RUSSIAN } from './csl/locale-ru.ts';
import { UKRAINIAN } from './csl/locale-uk.ts';
import { CHICAGO } from './csl/style-chicago.ts';
import { GOST } from './csl/style-gost.ts';
import { MLA } from './csl/style-mla.ts';

const LOCALE = { en: 'en-US', ru: 'ru-RU', kk: 'kk-KZ', uk: 'uk-UA' } as const;
/** citation-js brings three styles of its own; the others come with Assay. */
const TEMPLATE = {
  apa: 'apa',
  chicago: 'assay-chicago',
  gost: 'assay-gost',
  harvard: 'harvard1',
  mla: 'assay-mla',
  vancouver: 'vancouver',
} as const satisfies Record<CitationStyle, string>;

const { locales, styles } = plugins.config.get('@csl');
locales.add(LOCALE.ru, RUSSIAN);
locales.add(LOCALE.kk, KAZAKH);
locales.add(LOCALE.uk, UKRAINIAN);
styles.add(TEMPLATE.chicago, CHICAGO);
styles.add(TEMPLATE.gost, GOST);
styles.add(TEMPLATE.mla, MLA);
for (const name of Object.values(TEMPLATE)) styles.add(name, forOneItem(styles.get(name)));

/**
 * A style without its citations in the text and without sorting. One item at a time is printed here, which needs
 * neither, and the style engine unfolds every macro at each mention: for APA, 1.4 s instead of 0.06 s.
 */
function forOneItem(style: string): string {
  return style
    .replace(
      /<citation[\s>][\s\S]*?<\/citation>/,
      '<citation><layout><text variable="title"/></layout></citation>',
    )
    .replaceAll(/<sort>[\s\S]*?<\/sort>/g, '');
}

/** Long parts that no bibliography prints, and `note`, whose text the style engine would take for commands. */
const UNPRINTED: readonly string[] = ['abstract', 'annote', 'keyword', 'note', 'references'];

const MAX_KEPT = 20_000;
const kept = new Map<string, string>();

export type CitationOptions = {
  readonly language: ReportLanguage;
  /** APA where it is left out. */
  readonly style?: CitationStyle;
};

/**
 * The source as one line of a bibliography, in plain text and without a number of its own. An item that the style
 * cannot print still gives a line, of what it holds. The same item, style and language always give the same line.
 */
export function citationOf(item: CslItem, { language, style = 'apa' }: CitationOptions): string {
  const printed = Object.fromEntries(Object.entries(item).filter(([field]) => !UNPRINTED.includes(field)));
  const key = `${language} ${style} ${JSON.stringify(printed)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const line = inStyle(printed, language, style) || plainLine(item);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, line);
  return line;
}

function inStyle(item: Record<string, unknown>, language: ReportLanguage, style: CitationStyle): string {
  try {
    const text = plugins.output.format('bibliography', [{ ...inItsLanguage(item), id: 'item' }], {
      format: 'text',
      template: TEMPLATE[style],
      lang: LOCALE[language],
    });
    const line = text
      .replace(/\s+/g, ' ')
      .trim()
      // numbered styles number each line by itself; the report's own numbers stand before it
      .replace(/^1\. (?=.)/, '');
    return wellFormed(style === 'apa' ? inLocalOrder(line, language) : line, item, language);
  } catch {
    return '';
  }
}

/** Some styles capitalise The Words of a Title, which is for English only: a title in other letters says so. */
function inItsLanguage(item: Record<string, unknown>): Record<string, unknown> {
  const title = item['title'];
  const isForeign = typeof title === 'string' && /[^\p{Script=Latin}\p{Script=Common}]/u.test(title);
  const language = item['language'];
  return isForeign && (typeof language !== 'string' || language.startsWith('en'))
    ? { ...item, language: 'ru' }
    : item;
}

const GENITIVE = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  uk: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
} as const;
const NOMINATIVE = {
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  uk: 'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
} as const;

/** What no style's grammar knows: a month without a day stands in the nominative; Kazakh writes `2-бас.` together. */
function wellFormed(line: string, item: Record<string, unknown>, language: ReportLanguage): string {
  if (language === 'kk') return line.replace(/(\d)- бас\./, '$1-бас.');
  if (language === 'en') return line;
  const [, month] = /^\d{4}-(\d\d)$/.exec(dayOfCsl(item['issued'])) ?? [];
  const genitive = GENITIVE[language].split(' ')[Number(month) - 1];
  if (genitive === undefined) return line;
  const at = line.lastIndexOf(`${genitive} ${dayOfCsl(item['issued']).slice(0, 4)}`);
  const nominative = NOMINATIVE[language].split(' ')[Number(month) - 1]!;
  return at < 0 ? line : line.slice(0, at) + nominative + line.slice(at + genitive.length);
}

const AND = { ru: ' и ', kk: ' және ', uk: ' і ' } as const;
const YEAR_AND_FROM = [
  [/(Получено \d{1,2} \p{L}+ \d{4}), из /u, '$1 г. из '],
  [/(Отримано \d{1,2} \p{L}+ \d{4}), з /u, '$1 р. з '],
  [/(Қаралған күні: \d{1,2} \p{L}+ \d{4}),\s+/u, '$1, '],
] as const;

/** APA puts the month before the day and a sign between the last two names, as English does. */
function inLocalOrder(line: string, language: ReportLanguage): string {
  if (language === 'en') return line;
  const names = line.split(' (', 1)[0]!;
  const rest = line.slice(names.length);
  const ordered = (names.replaceAll(', & ', AND[language]) + rest).replace(
    /\((\d{4}), (\p{L}+) (\d{1,2})([–)])/u,
    '($1, $3 $2$4',
  );
  return YEAR_AND_FROM.reduce((text, [from, to]) => text.replace(from, to), ordered);
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
