/** The words and dates of one language as a citation style asks for them. Missing terms come out in English. */
export type Locale = {
  /** `ru-RU` */
  readonly tag: string;
  readonly terms: Readonly<Record<string, string>>;
  readonly shortTerms: Readonly<Record<string, string>>;
  /** From January on: as it stands in a date, and short. */
  readonly months: readonly (readonly [string, string])[];
  readonly seasons: readonly [string, string, string, string];
  /** What follows a number in “2nd edition”. */
  readonly ordinal: string;
};

const two = (n: number) => String(n + 1).padStart(2, '0');
const term = ([name, words]: readonly [string, string]) => `<term name="${name}">${words}</term>`;
const short = ([name, words]: readonly [string, string]) =>
  `<term name="${name}" form="short"><single>${words}</single><multiple>${words}</multiple></term>`;

/** The locale as CSL's XML. */
export function localeXml({ tag, terms, shortTerms, months, seasons, ordinal }: Locale): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${tag}">
<style-options punctuation-in-quote="false"/>
<date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/></date>
<date form="numeric"><date-part name="day" form="numeric-leading-zeros" suffix="."/><date-part name="month" form="numeric-leading-zeros" suffix="."/><date-part name="year"/></date>
<terms>
${Object.entries(terms).map(term).join('\n')}
${Object.entries(shortTerms).map(short).join('\n')}
<term name="ordinal">${ordinal}</term>
${months.map(([long, brief], n) => `<term name="month-${two(n)}">${long}</term><term name="month-${two(n)}" form="short">${brief}</term>`).join('\n')}
${seasons.map((season, n) => `<term name="season-${two(n)}">${season}</term>`).join('')}
</terms>
</locale>`;
}
