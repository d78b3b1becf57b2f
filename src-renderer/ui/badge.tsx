import type { ReactNode } from 'react';
import type { Scale } from '#contract/nouns.ts';
import { ratingLabel, shapeOf, SHAPE_PATHS } from '#domain/scale.ts';
import type { Verifiability } from '#domain/words.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { useQueryCall } from '../data/use-call.ts';
import css from './badge.module.css';
import { cx } from './class-names.ts';

export type Tone = 'plain' | 'good' | 'warning' | 'danger' | 'accent';

export function Badge({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={cx(css['badge'], css[tone])}>
      <span>{children}</span>
    </span>
  );
}

/** The line style of a verifiability, as it is drawn under the text. */
export function VerifiabilityShape({ value }: { readonly value: Verifiability }) {
  return (
    <span className={cx(css[value])} aria-hidden>
      <span className={css['shape']} />
    </span>
  );
}

export function VerifiabilityBadge({ value }: { readonly value: Verifiability }) {
  const say = useWords('words');
  return (
    <span className={cx(css['badge'], css[value])}>
      <span className={css['shape']} aria-hidden />
      <span>{say(`verifiability.${value}`)}</span>
    </span>
  );
}

/** A rating's own icon; it takes the colour of the text around it. */
export function RatingIcon({ rating, size = 14 }: { readonly rating: string; readonly size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} fill="currentColor" aria-hidden>
      <path fillRule="evenodd" d={SHAPE_PATHS[shapeOf(rating)]} />
    </svg>
  );
}

/** A rating's word on whatever scale has it. */
export function useRatingLabel(): (rating: string) => string {
  const language = useLanguage();
  const scales: readonly Scale[] = useQueryCall('listScales', {}).data?.scales ?? [];
  return (rating) => {
    const found = scales.flatMap((scale) => scale.ratings).find((one) => one.id === rating);
    return found ? ratingLabel(found, language) : rating;
  };
}

/** A rating with its icon, colour and word; a draft is set in italics. */
export function RatingBadge(props: {
  readonly rating: string;
  readonly draft?: boolean;
  readonly iconOnly?: boolean;
}) {
  const label = useRatingLabel()(props.rating);
  return (
    <span
      className={cx(css['badge'], css['rating'], props.draft && css['draft'])}
      data-rating={props.rating}
      {...(props.iconOnly ? { role: 'img', 'aria-label': label, title: label } : {})}
    >
      <RatingIcon rating={props.rating} />
      {!props.iconOnly && <span>{label}</span>}
    </span>
  );
}
