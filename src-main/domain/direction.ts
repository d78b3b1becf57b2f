export type Direction = 'ltr' | 'rtl';

const STRONG =
  /(\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|[\u07C0-\u085F])|\p{L}/u;
const RTL_LANGUAGES = new Set(['he', 'iw', 'yi', 'ar', 'fa', 'ur', 'ps', 'ckb', 'sd', 'ug', 'dv', 'syr']);

/** The way a text runs by its first letter that has one; undefined for figures and signs alone. */
export function directionOf(text: string): Direction | undefined {
  const found = STRONG.exec(text);
  if (!found) return undefined;
  return found[1] === undefined ? 'ltr' : 'rtl';
}

/** The way a language is written, by its BCP 47 tag; undefined where the tag says nothing. */
export function directionOfLanguage(language: string): Direction | undefined {
  const tag = language.toLowerCase().split(/[-_]/)[0] ?? '';
  if (tag === '') return undefined;
  return RTL_LANGUAGES.has(tag) ? 'rtl' : 'ltr';
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u202A-\u202E\u2066-\u2069\u200F]/;

/**
 * A name or title as a part of a sentence: one that runs from right to left, or could reorder what follows it, is
 * wrapped in isolates. Others stay as they are.
 */
export function isolated(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  // what the text itself leaves open must not reach beyond it
  return `\u2068${closed(text)}\u2069`;
}

function closed(text: string): string {
  let embeddings = 0;
  let isolates = 0;
  for (const character of text) {
    if (/[\u202A\u202B\u202D\u202E]/.test(character)) embeddings += 1;
    else if (character === '\u202C') embeddings = Math.max(0, embeddings - 1);
    else if (/[\u2066-\u2068]/.test(character)) isolates += 1;
    else if (character === '\u2069') isolates -= 1;
    // one too many would close the isolate around
    if (isolates < 0) return closed(text.replace('\u2069', ''));
  }
  return text + '\u202C'.repeat(embeddings) + '\u2069'.repeat(isolates);
}
