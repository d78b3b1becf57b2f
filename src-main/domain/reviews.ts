/** What schema.org's reviews of claims and media are read and written by. */
export const MEDIA_RATINGS = {
  OriginalMediaContent: 'original',
  DecontextualizedContent: 'missing-context',
  EditedOrCroppedContent: 'edited-or-cropped',
  TransformedContent: 'transformed',
  StagedContent: 'staged',
  SatireOrParodyContent: 'satire-or-parody',
} as const satisfies Record<string, string>;

export const MEDIA_SCALE = 'media-authenticity';
/** The scale of published verdicts that are no rating: their words stand in the justification. */
export const OWN_WORDS_SCALE = 'own-words';
export const OWN_WORDS = 'in-own-words';

/** A day or time as pages write it, as ISO 8601 in UTC; '' where it cannot be read. */
export function timeFrom(given: string): string {
  const text = given.trim();
  const plain =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  if (plain) {
    const [, year, month, date, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = plain;
    const two = (part: string) => part.padStart(2, '0');
    const offset =
      zone.toUpperCase() === 'Z' ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
    return isoOf(
      `${year}-${two(month!)}-${two(date!)}T${two(hour)}:${two(minute)}:${two(second)}${fraction.replace(',', '.').slice(0, 4)}${offset}`,
    );
  }
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})/.exec(text);
  if (slashed) return timeFrom(`${slashed[1]}-${slashed[2]}-${slashed[3]}`);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text);
  if (dotted) return timeFrom(`${dotted[3]}-${dotted[2]}-${dotted[1]}`);
  const month =
    /^(?:\w+,\s*)?(?:(\d{1,2})\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})/i.exec(
      text,
    );
  if (!month) return '';
  const at =
    'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(month[2]!.toLowerCase()) + 1;
  return timeFrom(`${month[4]}-${at}-${month[1] ?? month[3] ?? '1'}`);
}

function isoOf(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}

/** The day that a page means: as it writes it where it says one, whatever its time zone; `2020` and `2020-05` stay. */
export function dayIn(given: string): string {
  const text = given.trim();
  if (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text)) return text;
  const said = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text)?.[1];
  if (said !== undefined && timeFrom(said) !== '') return said;
  return timeFrom(text).slice(0, 10);
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && !/[\s<>"]/.test(text) && URL.canParse(text);
}
