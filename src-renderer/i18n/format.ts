import { currentLanguage } from './index.ts';

/** 12345 -> "12,345" or "12 345". */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(currentLanguage()).format(value);
}

/** 0.4567 -> "45%"; rounded down, so that 100% is said only when nothing is left. */
export function formatShare(share: number): string {
  return new Intl.NumberFormat(currentLanguage(), { style: 'percent', roundingMode: 'floor' }).format(share);
}

/** A date as people know it: `2022`, `2022-01` or `2022-01-05`; other text is given back as it is. */
export function formatDay(day: string): string {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(day);
  if (!parts) return day;
  const [, year, month, date] = parts;
  if (!month) return year ?? day;
  const options: Intl.DateTimeFormatOptions = date
    ? { year: 'numeric', month: 'short', day: 'numeric' }
    : { year: 'numeric', month: 'long' };
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date ?? 1));
  return new Intl.DateTimeFormat(currentLanguage(), { ...options, timeZone: 'UTC' }).format(at);
}

/** A moment in ISO 8601, in the reader's own time zone. */
export function formatTime(time: string): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) return time;
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A date or a moment, whichever `text` is. */
export function formatDate(text: string): string {
  return text.includes('T') ? formatTime(text) : formatDay(text);
}

const countries = new Map<string, Intl.DisplayNames>();

/** The name of a country by its code of two letters; any other text is given back as it is. */
export function formatCountry(code: string): string {
  const language = currentLanguage();
  const names = countries.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  countries.set(language, names);
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** 53120 bytes -> "52 kB". */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)));
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1024 ** step);
}

/** A span of time in ms, in the largest unit that it fills twice: "45 min", "5 hr", "12 days". */
export function formatSpan(ms: number): string {
  const [unit, each] = SPANS.find(([, length]) => ms >= 2 * length) ?? SPANS.at(-1)!;
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(ms / each);
}

const SPANS = [
  ['year', 31_557_600_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "4 acts, 2 files and 1 key". */
export function formatList(parts: readonly string[]): string {
  return new Intl.ListFormat(currentLanguage()).format(parts);
}
