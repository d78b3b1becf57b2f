import type { AveritecLabel } from './words.ts';

export type Rating = {
  readonly id: string;
  /** The word people read, by language. */
  readonly label: Readonly<Record<string, string>>;
  /** `#rrggbb`, legible as text on white and under white text. */
  readonly colour: string;
  /** Place from worst to best; ratings that lie off that line come after it. */
  readonly order: number;
  /** From 1, false, to 5, true; null where no number would be honest. */
  readonly value: number | null;
  readonly averitec: AveritecLabel;
};

/** `ratings` stand in the order in which people are shown them. */
export type Scale = { readonly id: string; readonly name: string; readonly ratings: readonly Rating[] };

const rating = (
  id: string,
  [en, ru, kk, uk]: readonly [string, string, string, string],
  colour: string,
  order: number,
  value: number | null,
  averitec: AveritecLabel,
): Rating => ({ id, label: { en, ru, kk, uk }, colour, order, value, averitec });

/** The scale of every new project. Blue is true and red is false; neighbours differ in lightness as well as in hue. */
export const DEFAULT_SCALE: Scale = {
  id: 'assay-default',
  name: 'Assay',
  ratings: [
    rating('true', ['True', 'Правда', 'Шындық', 'Правда'], '#0a3f80', 5, 5, 'Supported'),
    rating(
      'mostly-true',
      ['Mostly true', 'В основном правда', 'Негізінен шындық', 'Здебільшого правда'],
      '#1f76b8',
      4,
      4,
      'Supported',
    ),
    rating(
      'half-true',
      ['Half true', 'Полуправда', 'Жартылай шындық', 'Напівправда'],
      '#8a7200',
      3,
      3,
      'Conflicting Evidence/Cherrypicking',
    ),
    rating(
      'mostly-false',
      ['Mostly false', 'В основном неправда', 'Негізінен жалған', 'Здебільшого неправда'],
      '#913b00',
      2,
      2,
      'Refuted',
    ),
    rating('false', ['False', 'Неправда', 'Жалған', 'Неправда'], '#5e0b12', 1, 1, 'Refuted'),
    rating(
      'misleading',
      ['Misleading', 'Вводит в заблуждение', 'Жаңылыстырады', 'Вводить в оману'],
      '#aa4a90',
      6,
      3,
      'Conflicting Evidence/Cherrypicking',
    ),
    rating(
      'unproven',
      ['Unproven', 'Не доказано', 'Дәлелденбеген', 'Не доведено'],
      '#56616d',
      7,
      null,
      'Not Enough Evidence',
    ),
  ],
};

/** The icon beside a rating, so that colour is never the only signal. */
export const RATING_SHAPES = {
  true: 'tick',
  'mostly-true': 'three-quarters',
  'half-true': 'half',
  'mostly-false': 'quarter',
  false: 'cross',
  misleading: 'triangle',
  unproven: 'question',
} as const satisfies Record<string, string>;

/** `diamond` is the shape of ratings on a team's own scale. */
export type RatingShape = (typeof RATING_SHAPES)[keyof typeof RATING_SHAPES] | 'diamond';

export function shapeOf(ratingId: string): RatingShape {
  return Object.hasOwn(RATING_SHAPES, ratingId)
    ? RATING_SHAPES[ratingId as keyof typeof RATING_SHAPES]
    : 'diamond';
}

const RING = 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1ZM8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z';
const DISC = 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Z';

/** Each shape as one SVG path on a 16 by 16 grid, to be filled with the rule `evenodd`. */
export const SHAPE_PATHS: Readonly<Record<RatingShape, string>> = {
  tick: `${DISC}M11.6 4.4L7 9L4.7 6.9L3.4 8.3L7.1 11.7L13 5.8Z`,
  'three-quarters': `${RING}M8 3.8V8H3.8A4.2 4.2 0 1 0 8 3.8Z`,
  half: `${RING}M8 3.8A4.2 4.2 0 0 1 8 12.2Z`,
  quarter: `${RING}M8 3.8A4.2 4.2 0 0 1 12.2 8H8Z`,
  cross: `${DISC}M5.4 4L4 5.4L6.6 8L4 10.6L5.4 12L8 9.4L10.6 12L12 10.6L9.4 8L12 5.4L10.6 4L8 6.6Z`,
  triangle: 'M8 1L15.5 14.5H.5ZM7.2 6V10.2H8.8V6ZM7.2 11.2V12.8H8.8V11.2Z',
  question:
    'M1 1H15V15H1ZM7.2 11.2V12.8H8.8V11.2ZM5 6.2H6.6A1.4 1.4 0 1 1 8.3 7.5C7.6 7.8 7.2 8.3 7.2 9V10H8.8V9.2A3 3 0 1 0 5 6.2Z',
  diamond: 'M8 .8L15.2 8L8 15.2L.8 8ZM8 3L3 8L8 13L13 8Z',
};

/** Other words that people write for a rating of the default scale. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  true: ['correct', 'accurate', 'supported', 'верно', 'истина', 'соответствует действительности'],
  'mostly-true': [
    'mostly correct',
    'mostly accurate',
    'almost true',
    'largely true',
    'в основном верно',
    'скорее правда',
    'почти правда',
  ],
  'half-true': [
    'half',
    'mixture',
    'mixed',
    'partly true',
    'partially true',
    'partly false',
    'наполовину правда',
    'частично правда',
    'частично верно',
    'отчасти правда',
  ],
  'mostly-false': [
    'barely true',
    'almost false',
    'largely false',
    'скорее неправда',
    'в основном неверно',
    'в основном ложь',
    'почти неправда',
  ],
  false: ['incorrect', 'wrong', 'refuted', 'pants on fire', 'ложь', 'ложно', 'неверно', 'не правда', 'фейк'],
  misleading: [
    'missing context',
    'out of context',
    'lacks context',
    'cherry picked',
    'манипуляция',
    'вырвано из контекста',
    'заблуждение',
  ],
  unproven: [
    'unsupported',
    'unsubstantiated',
    'no evidence',
    'not enough evidence',
    'not proven',
    'недоказано',
    'нет доказательств',
    'бездоказательно',
    'не подтверждено',
  ],
};

/** Letters and digits only, in lower case: `Half_True!` and `half true` read alike. */
function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The rating that a person means by `text`: its id or its label in any language, whatever the case and punctuation;
 * for the default ratings also some common other words. Undefined where no rating fits, never a guess.
 */
export function ratingFrom(text: string, scale: Scale): Rating | undefined {
  const wanted = plainWords(text);
  if (wanted === '') return undefined;
  const named = scale.ratings.find(
    (one) =>
      plainWords(one.id) === wanted || Object.values(one.label).some((label) => plainWords(label) === wanted),
  );
  return (
    named ??
    scale.ratings.find(
      (one) =>
        Object.hasOwn(OTHER_WORDS, one.id) &&
        OTHER_WORDS[one.id]!.some((word) => plainWords(word) === wanted),
    )
  );
}

/**
 * The rating's word in a language, else in English, else its id. A project of an earlier version knows the default
 * ratings in two languages only; the others are known here, as long as the team has not renamed the rating.
 */
export function ratingLabel(one: Rating, language: string): string {
  const usual = DEFAULT_SCALE.ratings.find(({ id }) => id === one.id);
  const same = usual !== undefined && usual.label['en'] === one.label['en'];
  return one.label[language] ?? (same ? usual.label[language] : undefined) ?? one.label['en'] ?? one.id;
}
