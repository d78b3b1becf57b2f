import type { ReportLanguage } from './input.ts';

/** Fixed tables, so that no machine's locale data can change a report. */
const MONTHS = {
  en: [
    ['January', 'January'],
    ['February', 'February'],
    ['March', 'March'],
    ['April', 'April'],
    ['May', 'May'],
    ['June', 'June'],
    ['July', 'July'],
    ['August', 'August'],
    ['September', 'September'],
    ['October', 'October'],
    ['November', 'November'],
    ['December', 'December'],
  ],
  ru: [
    ['январь', 'января'],
    ['февраль', 'февраля'],
    ['март', 'марта'],
    ['апрель', 'апреля'],
    ['май', 'мая'],
    ['июнь', 'июня'],
    ['июль', 'июля'],
    ['август', 'августа'],
    ['сентябрь', 'сентября'],
    ['октябрь', 'октября'],
    ['ноябрь', 'ноября'],
    ['декабрь', 'декабря'],
  ],
} as const;

/** A day or a time in UTC as people write a day: `5 January 2022`, `январь 2022 г.`; anything else as it is. */
export function dayText(day: string, language: ReportLanguage): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(day) ?? [];
  if (year === undefined) return day;
  const after = language === 'ru' ? ' г.' : '';
  if (month === undefined) return `${year}${after}`;
  const names = MONTHS[language][Number(month) - 1];
  if (names === undefined) return day;
  return date === undefined
    ? `${names[0]} ${year}${after}`
    : `${Number(date)}\u00A0${names[1]} ${year}${after}`;
}

/** A time in UTC to the minute: `5 January 2022, 14:03 UTC`. */
export function timeText(time: string, language: ReportLanguage): string {
  const clock = /T(\d\d:\d\d)/.exec(time)?.[1];
  const day = dayText(time, language);
  return clock === undefined ? day : `${day}, ${clock}\u00A0UTC`;
}

/** A size as people read it: `812 B`, `12 kB`, `3.4 MB`. */
export function sizeText(bytes: number, language: ReportLanguage): string {
  const units = language === 'ru' ? ['Б', 'кБ', 'МБ', 'ГБ'] : ['B', 'kB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit++;
  }
  const digits = unit === 0 || size >= 10 ? String(Math.round(size)) : size.toFixed(1);
  return `${language === 'ru' ? digits.replace('.', ',') : digits}\u00A0${units[unit]}`;
}
