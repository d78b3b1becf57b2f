import { ratingFromWords } from '#domain/rating-words.ts';
import { MEDIA_SCALE, OWN_WORDS_SCALE } from '#domain/reviews.ts';
import { ratingLabel, type Rating } from '#domain/scale.ts';
import { urnOf } from '#domain/identity.ts';
import type { About } from './claimreview-claim.ts';
import { dropEmpty, first, nameOf, object, text, type Json } from './claimreview-json.ts';
import type { StandardClaim, StandardVerdict } from './input.ts';

/** A number only where the scale has one for every rating on its line; never one for what cannot be told. */
export function ratingItem(
  claim: StandardClaim,
  verdict: StandardVerdict,
  rating: Rating | undefined,
  all: readonly Rating[],
  { raw, input }: About,
): Json {
  const was = object(first(raw?.['reviewRating']));
  const words =
    text(was?.['alternateName']) ||
    text(was?.['name']) ||
    text(was?.['description']) ||
    text(raw?.['reviewRating']);
  const asPublished =
    was !== undefined &&
    (verdict.scale === OWN_WORDS_SCALE ||
      verdict.scale === MEDIA_SCALE ||
      ratingFromWords(words)?.rating === verdict.rating);
  const by = verdict.person
    ? { author: { '@type': 'Person', '@id': urnOf(verdict.person.id), name: verdict.person.name } }
    : {};
  if (asPublished && words !== '') {
    const numbers = publishedNumbers(was);
    const {
      ratingValue: _a,
      bestRating: _b,
      worstRating: _c,
      alternateName: _d,
      ratingExplanation: explained,
      '@type': _e,
      ...rest
    } = was;
    return {
      '@type': 'Rating',
      alternateName: words,
      ...numbers,
      ...(text(explained) === '' ? {} : { ratingExplanation: text(explained) }),
      // where the team speaks for the review, the rating says whose it is
      ...(input.options.publisher !== '' && nameOf(raw?.['author']) !== verdict.person?.name ? by : {}),
      ...dropEmpty(rest),
    };
  }
  const values = all.flatMap(({ value }) => value ?? []);
  const own =
    verdict.scale === OWN_WORDS_SCALE
      ? verdict.text.split('\n')[0]!
      : rating
        ? ratingLabel(rating, 'en')
        : verdict.rating;
  return {
    '@type': 'Rating',
    '@id': `urn:assay:rating:${verdict.scale}:${verdict.rating}`,
    alternateName: own === '' ? 'In its own words' : own,
    ...(rating?.value == null
      ? {}
      : { ratingValue: rating.value, bestRating: Math.max(...values), worstRating: Math.min(...values) }),
    ...by,
  };
}

/** Numbers as numbers, and only where they make a scale. */
function publishedNumbers(was: Json): Json {
  const number = (name: string) => {
    const said = text(was[name]);
    return said !== '' && Number.isFinite(Number(said)) ? Number(said) : undefined;
  };
  const value = number('ratingValue');
  const best = number('bestRating');
  const worst = number('worstRating');
  if (value === undefined || (best !== undefined && value > best) || (worst !== undefined && value < worst))
    return {};
  return {
    ratingValue: value,
    ...(best === undefined ? {} : { bestRating: best }),
    ...(worst === undefined ? {} : { worstRating: worst }),
  };
}
