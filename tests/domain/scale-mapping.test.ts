import { expect, it } from 'vitest';
import { DEFAULT_SCALE } from '#domain/scale.ts';
import { AVERITEC_SCALE, mapRating } from '#domain/scale-mapping.ts';
import { AVERITEC_LABELS } from '#domain/words.ts';

it('maps every default rating onto the label that it names', () => {
  for (const rating of DEFAULT_SCALE.ratings) {
    expect(mapRating(rating, AVERITEC_SCALE)?.averitec).toBe(rating.averitec);
  }
});

it('maps every label back onto the nearest rating, and a rating of the same scale onto itself', () => {
  const back = AVERITEC_LABELS.map(
    (label) =>
      mapRating(
        AVERITEC_SCALE.ratings.find(({ averitec }) => averitec === label)!,
        DEFAULT_SCALE,
      )?.id,
  );
  expect(back).toEqual(['true', 'false', 'unproven', 'half-true']);
  for (const rating of DEFAULT_SCALE.ratings) expect(mapRating(rating, DEFAULT_SCALE)).toBe(rating);
});

it('stretches nothing: a scale without such a label has no counterpart', () => {
  const yesOrNo = {
    ...DEFAULT_SCALE,
    ratings: DEFAULT_SCALE.ratings.filter(({ averitec }) => averitec === 'Supported'),
  };
  const refuted = { ...DEFAULT_SCALE.ratings.find(({ id }) => id === 'false')!, id: 'pants-on-fire' };
  expect(mapRating(refuted, yesOrNo)).toBeUndefined();
});
