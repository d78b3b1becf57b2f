import type { Verifiability } from '#domain/words.ts';
import type { RatingShape } from '#domain/scale.ts';

/** What the word processors share: names of fonts and colours, and signs for what a PDF can draw. */
export const SERIF = 'Source Serif 4';
export const SANS = 'Noto Sans';
export const MONO = 'DejaVu Sans Mono';

export const INK = '1c1b1a';
export const SOFT = '57534e';
export const LINE = 'cfcac2';
export const ACCENT = '1d5a8c';
export const SHADE = 'f3f0ea';

export const KIND_COLOURS: Readonly<Record<Verifiability, string>> = {
  verifiable: '1d5a8c',
  unverifiable: '8a4b08',
  undecided: '6a5acd',
  'not-a-claim': '77726b',
};

/** The icons of the ratings as characters that the fonts of every office program have. */
export const SHAPE_SIGNS: Readonly<Record<RatingShape, string>> = {
  tick: '✔',
  'three-quarters': '◕',
  half: '◑',
  quarter: '◔',
  cross: '✖',
  triangle: '▲',
  question: '?',
  diamond: '◆',
};

export const LOCALES: Readonly<Record<string, string>> = {
  en: 'en-GB',
  ru: 'ru-RU',
  kk: 'kk-KZ',
  uk: 'uk-UA',
};

export const localeOf = (language: string) => LOCALES[language] ?? language;

/** Names of places as every word processor takes them. */
export const placeName = (id: string) => id.replaceAll('-', '_');
