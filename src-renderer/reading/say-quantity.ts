import type { Quantity } from '#domain/quantities/quantity.ts';
import { currentLanguage } from '../i18n/index.ts';
import { wordsOf } from '../i18n/index.ts';
import type { Key } from '../i18n/index.ts';
import { en } from '../i18n/en/index.ts';

type Said = Pick<Quantity, 'kind' | 'value' | 'unit'> & { readonly to?: number | string | undefined };

/** What a quantity means, in the language of the window: `225 people`, `4 January 2022`, `5,000,000 USD`. */
export function sayQuantity({ kind, value, to, unit }: Said): string {
  const one = sayValue(kind, value);
  const both = to === undefined ? one : `${one} – ${sayValue(kind, to)}`;
  if (unit === '') return both;
  const key = `unit.${unit}`;
  const named = isUnit(key) ? wordsOf('reading')(key) : unit;
  return named === '%' ? `${both}%` : `${both} ${named}`;
}

function isUnit(key: string): key is Key<'reading'> {
  return Object.hasOwn(en.reading, key);
}

function sayValue(kind: Said['kind'], value: number | string): string {
  const language = currentLanguage();
  if (typeof value === 'number')
    return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
  if (kind !== 'date') return value;
  if (value.endsWith('X')) return wordsOf('reading')('decade', { decade: `${value.slice(0, 3)}0` });
  const [year, month, day] = value.startsWith('--')
    ? [undefined, ...value.slice(2).split('-')]
    : value.split('-');
  if (month === undefined) return year ?? value;
  const date = new Date(Date.UTC(Number(year ?? 2000), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    month: 'long',
    ...(year === undefined ? {} : { year: 'numeric' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(date);
}
