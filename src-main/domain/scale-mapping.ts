import type { Rating, Scale } from './scale.ts';
import { OWN_WORDS } from './reviews.ts';
import { AVERITEC_LABELS, type AveritecLabel } from './words.ts';

type Labels = { readonly en: string; readonly ru: string; readonly kk: string; readonly uk: string };

const LABELS: Readonly<Record<AveritecLabel, Labels & { colour: string; value: number | null }>> = {
  Supported: {
    en: 'Supported',
    ru: 'Подтверждено',
    kk: 'Расталды',
    uk: 'Підтверджено',
    colour: '#0a3f80',
    value: 5,
  },
  Refuted: {
    en: 'Refuted',
    ru: 'Опровергнуто',
    kk: 'Теріске шығарылды',
    uk: 'Спростовано',
    colour: '#5e0b12',
    value: 1,
  },
  'Not Enough Evidence': {
    en: 'Not enough evidence',
    ru: 'Недостаточно доказательств',
    kk: 'Дәлел жеткіліксіз',
    uk: 'Недостатньо доказів',
    colour: '#56616d',
    value: null,
  },
  'Conflicting Evidence/Cherrypicking': {
    en: 'Conflicting evidence or cherry-picking',
    ru: 'Доказательства противоречивы или подобраны',
    kk: 'Дәлелдер қайшы немесе іріктеп алынған',
    uk: 'Докази суперечливі або дібрані',
    colour: '#8a7200',
    value: 3,
  },
};

export const averitecRatingId = (label: AveritecLabel): string =>
  `averitec-${label.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;

/** AVeriTeC's four labels as a scale, onto which every rating of every scale can be mapped. */
export const AVERITEC_SCALE: Scale = {
  id: 'averitec',
  name: 'AVeriTeC',
  ratings: AVERITEC_LABELS.map((label, n) => {
    const { colour, value, ...words } = LABELS[label];
    return { id: averitecRatingId(label), label: words, colour, order: 4 - n, value, averitec: label };
  }),
};

/**
 * The rating of `scale` that says what `rating` says: the same id, else among the ratings with the same AVeriTeC
 * label the one whose value is nearest. Undefined where none has that label, and for words that are no rating: nothing
 * is stretched to fit.
 */
export function mapRating(rating: Rating, scale: Scale): Rating | undefined {
  const same = scale.ratings.find(({ id }) => id === rating.id);
  if (same) return same;
  if (rating.id === OWN_WORDS) return undefined;
  const alike = scale.ratings.filter(({ averitec }) => averitec === rating.averitec);
  const distance = (one: Rating) =>
    rating.value === null || one.value === null
      ? Number(rating.value !== one.value) * 10
      : Math.abs(rating.value - one.value);
  return alike.toSorted((a, b) => distance(a) - distance(b) || a.order - b.order)[0];
}
