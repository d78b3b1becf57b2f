/** Beginnings of month names in English, Russian, Kazakh and Ukrainian. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'январ', 'янв', 'қаңтар', 'січ'],
  ['feb', 'феврал', 'фев', 'ақпан', 'лют'],
  ['mar', 'март', 'мар', 'наурыз', 'берез'],
  ['apr', 'апрел', 'апр', 'сәуір', 'квіт'],
  ['may', 'мая', 'май', 'мамыр', 'трав'],
  ['jun', 'июн', 'маусым', 'черв'],
  ['jul', 'июл', 'шілде', 'лип'],
  ['aug', 'август', 'авг', 'тамыз', 'серп'],
  ['sep', 'сентябр', 'сен', 'қыркүйек', 'верес'],
  ['oct', 'октябр', 'окт', 'қазан', 'жовт'],
  ['nov', 'ноябр', 'ноя', 'қараша', 'листоп'],
  ['dec', 'декабр', 'дек', 'желтоқсан', 'груд'],
];

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  return lower.length < 3 ? 0 : MONTHS.findIndex((names) => names.some((name) => lower.startsWith(name))) + 1;
}

function day(year: number, month: number, date: number): string {
  if (year < 1500 || year > 2999 || month < 1 || month > 12 || date < 1) return '';
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return date > last ? '' : `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The first date in a line as an ISO day, as written, without time zones; '' for none. Dots mean day first. */
export function dayIn(line: string): string {
  // a longer one is no line with a date in it, and searching it would take long
  const text = line.slice(0, 300);
  const iso = /(?<!\d)(\d{4})([-/.])(\d\d)\2(\d\d)(?!\d)/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const dotted = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  if (dotted) return day(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const dayFirst = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(\p{L}{3,})\.?,?\s+(\d{4})(?!\d)/u.exec(
    text,
  );
  if (dayFirst) return day(Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(text);
  if (monthFirst) return day(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]));
  const yearFirst = /(?<!\d)(\d{4})\s*(?:ж(?:ыл(?:ғы)?)?\.?)\s+(\d{1,2})\s+(\p{L}{3,})/u.exec(text);
  return yearFirst ? day(Number(yearFirst[1]), monthOf(yearFirst[3]!), Number(yearFirst[2])) : '';
}

/** A day as machines state it: also without any signs between its parts, or as seconds or milliseconds since 1970. */
export function dayStated(value: string): string {
  const plain = value.trim();
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(plain);
  const joined = compact ? day(Number(compact[1]), Number(compact[2]), Number(compact[3])) : '';
  if (joined !== '') return joined;
  if (/^\d{9,10}$|^\d{12,13}$/.test(plain))
    return new Date(Number(plain) * (plain.length > 10 ? 1 : 1000)).toISOString().slice(0, 10);
  return dayIn(plain);
}
