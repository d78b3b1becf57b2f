import type { ReportLanguage } from '#domain/report-options.ts';

/** Fixed tables, so that no machine's locale data can change a report. By itself, and after a day. */
const MONTHS: Readonly<Record<ReportLanguage, readonly string[]>> = {
  en: words(
    'January February March April May June July August September October November December',
    'January February March April May June July August September October November December',
  ),
  ru: words(
    'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  ),
  kk: words(
    'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
    'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  ),
  uk: words(
    'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
    'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  ),
};

function words(alone: string, afterDay: string): readonly string[] {
  return [...alone.split(' '), ...afterDay.split(' ')];
}

/** How each language puts together what is known of a day; `''` stands for what is not. */
const DAYS: Readonly<Record<ReportLanguage, (year: string, month: string, date: string) => string>> = {
  en: (year, month, date) =>
    [date, month]
      .filter(Boolean)
      .join('\u00A0')
      .concat(month && ' ', year),
  ru: (year, month, date) =>
    [date, month]
      .filter(Boolean)
      .join('\u00A0')
      .concat(month && ' ', year, ' г.'),
  kk: (year, month, date) => `${year} ж.${month && ' '}${[date, month].filter(Boolean).join('\u00A0')}`,
  uk: (year, month, date) =>
    [date, month]
      .filter(Boolean)
      .join('\u00A0')
      .concat(month && ' ', year, ' р.'),
};

/** A day or a time in UTC as people write a day: `5 January 2022`, `январь 2022 г.`; anything else as it is. */
export function dayText(day: string, language: ReportLanguage): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(day) ?? [];
  if (year === undefined) return day;
  if (month === undefined) return DAYS[language](year, '', '');
  if (Number(month) < 1 || Number(month) > 12) return day;
  const name = MONTHS[language][Number(month) - 1 + (date === undefined ? 0 : 12)]!;
  return DAYS[language](year, name, date === undefined ? '' : String(Number(date)));
}

/** A time in UTC to the minute: `5 January 2022, 14:03 UTC`. */
export function timeText(time: string, language: ReportLanguage): string {
  const clock = /T(\d\d:\d\d)/.exec(time)?.[1];
  const day = dayText(time, language);
  return clock === undefined ? day : `${day}, ${clock}\u00A0UTC`;
}

/** A size as people read it: `812 B`, `12 kB`, `3.4 MB`. */
export function sizeText(bytes: number, language: ReportLanguage): string {
  const units = language === 'en' ? ['B', 'kB', 'MB', 'GB'] : ['Б', 'кБ', 'МБ', 'ГБ'];
  let size = bytes;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit++;
  }
  const digits = unit === 0 || size >= 10 ? String(Math.round(size)) : size.toFixed(1);
  return `${language === 'en' ? digits : digits.replace('.', ',')}\u00A0${units[unit]}`;
}
