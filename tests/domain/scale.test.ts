import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SCALE,
  RATING_SHAPES,
  SHAPE_PATHS,
  type Scale,
  ratingFrom,
  ratingLabel,
  shapeOf,
} from '#domain/scale.ts';

const linear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const rgb = (colour: string) =>
  [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
const luminance = ([r, g, b]: readonly number[]) => 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;

/** Full deuteranopia and protanopia, Machado, Oliveira and Fernandes 2009, on linear RGB. */
const BLINDNESS = [
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
];
const see = (m: readonly number[], [r, g, b]: readonly number[]) =>
  [0, 3, 6].map((i) => Math.min(1, Math.max(0, m[i]! * r! + m[i + 1]! * g! + m[i + 2]! * b!)));
const lab = ([r, g, b]: readonly number[]) => {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r! + 0.3576 * g! + 0.1805 * b!) / 0.9505);
  const y = f(luminance([r!, g!, b!]));
  const z = f((0.0193 * r! + 0.1192 * g! + 0.9505 * b!) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const apart = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((v, i) => v - b[i]!));

describe('the default scale', () => {
  it('has seven ratings, each with both labels, its own order, colour and shape', () => {
    const { ratings } = DEFAULT_SCALE;
    expect(ratings.map((one) => one.id)).toEqual(Object.keys(RATING_SHAPES));
    for (const one of ratings) {
      expect(one.label['en']).toBeTruthy();
      expect(one.label['ru']).toMatch(/[а-я]/);
      expect(SHAPE_PATHS[shapeOf(one.id)]).toMatch(/^M/);
    }
    for (const part of ['colour', 'order'] as const)
      expect(new Set(ratings.map((one) => one[part])).size).toBe(7);
    expect(new Set(ratings.map((one) => shapeOf(one.id))).size).toBe(7);
    expect(shapeOf('pants-on-fire')).toBe('diamond');
    expect(shapeOf('constructor')).toBe('diamond');
  });

  it('is legible on white and told apart by people who see red and green alike', () => {
    for (const one of DEFAULT_SCALE.ratings) {
      expect(1.05 / (luminance(rgb(one.colour)) + 0.05)).toBeGreaterThanOrEqual(4.5);
    }
    for (const kind of BLINDNESS) {
      const seen = DEFAULT_SCALE.ratings.map((one) => [one.id, lab(see(kind, rgb(one.colour)))] as const);
      for (const [i, [a, colourA]] of seen.entries()) {
        for (const [b, colourB] of seen.slice(i + 1)) {
          const pair = `${a} and ${b}: `;
          expect(`${pair}${apart(colourA, colourB) > 10 ? 'apart' : 'alike'}`).toBe(`${pair}apart`);
        }
      }
    }
  });
});

describe('ratingFrom', () => {
  it.each([
    ['Half true', 'half-true'],
    ['half_true', 'half-true'],
    ['  HALF-TRUE!! ', 'half-true'],
    ['наполовину правда', 'half-true'],
    ['Полуправда', 'half-true'],
    ['FAlse', 'false'],
    ['Ложь.', 'false'],
    ['Mostly correct', 'mostly-true'],
    ['Missing Context', 'misleading'],
    ['не доказано', 'unproven'],
    ['true', 'true'],
    ['ｔｒｕｅ', 'true'],
    ['Barely True', 'mostly-false'],
  ])('reads %j as %s', (text, id) => {
    expect(ratingFrom(text, DEFAULT_SCALE)?.id).toBe(id);
  });

  it.each(['', '!!', 'true and false', 'truey', 'constructor', 'A'])('does not guess at %j', (text) => {
    expect(ratingFrom(text, DEFAULT_SCALE)).toBeUndefined();
  });

  it('prefers a team’s own words over the common ones', () => {
    const scale: Scale = {
      id: 'own',
      name: 'Own',
      ratings: [
        ...DEFAULT_SCALE.ratings,
        { ...DEFAULT_SCALE.ratings[4]!, id: 'fire', label: { en: 'Pants on fire' } },
      ],
    };
    expect(ratingFrom('pants on fire', scale)?.id).toBe('fire');
    expect(ratingLabel(scale.ratings[7]!, 'ru')).toBe('Pants on fire');
  });
});
