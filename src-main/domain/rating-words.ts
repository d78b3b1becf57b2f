import type { CoreRating } from './scales.ts';
import { BUILT_IN_SCALES } from './scales.ts';
import { DEFAULT_SCALE } from './scale.ts';
import { RATING_PHRASES, RATING_SIGNS } from './rating-phrases.ts';

/**
 * A rating that published words stand for. `exact`: the words are a rating; `leading`: they begin with one;
 * `sentence`: a whole sentence says so, which a person should look at.
 */
export type FoundRating = {
  readonly scale: string;
  readonly rating: string;
  readonly how: 'exact' | 'leading' | 'sentence';
};

/** Letters and digits only, in lower case, of the same width, without accents that people leave out. */
export function ratingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

const PHRASES = new Map<string, CoreRating>(
  Object.entries(RATING_PHRASES).flatMap(([core, phrases]) =>
    phrases.map((phrase) => [ratingKey(phrase), core as CoreRating] as const),
  ),
);
const LONGEST = Math.max(...[...PHRASES.keys()].map((key) => key.split(' ').length));

/** Ratings that only one house gives, such as Pinocchios: they keep their own scale. */
const HOUSE = new Map(
  BUILT_IN_SCALES.filter((scale) => scale.id !== DEFAULT_SCALE.id)
    .flatMap((scale) =>
      scale.ratings.map(
        (rating) =>
          [ratingKey(rating.label['en'] ?? rating.id), { scale: scale.id, rating: rating.id }] as const,
      ),
    )
    .reverse(),
);

/**
 * The rating that published words stand for, on the default scale, or on the scale of the one house that says so.
 * Undefined where the words are no rating: never a guess by the number alone.
 * @param house id of the built-in scale that the words are from, where that is known
 */
export function ratingFromWords(words: string, house?: string): FoundRating | undefined {
  const key = ratingKey(words);
  if (key === '') return undefined;
  const own = house === undefined ? undefined : BUILT_IN_SCALES.find((scale) => scale.id === house);
  const named = own?.ratings.find((rating) =>
    [rating.id, ...Object.values(rating.label)].some((label) => ratingKey(label) === key),
  );
  if (own && named) return { scale: own.id, rating: named.id, how: 'exact' };

  const exact = PHRASES.get(key);
  if (exact !== undefined) return onDefault(exact, 'exact');
  const houseRating = HOUSE.get(key);
  if (houseRating) return { ...houseRating, how: 'exact' };

  const leading = leadingRating(words);
  if (leading !== undefined) return onDefault(leading, 'leading');
  const told = toldRating(key);
  return told === undefined ? undefined : onDefault(told, 'sentence');
}

function onDefault(rating: CoreRating, how: FoundRating['how']): FoundRating {
  return { scale: DEFAULT_SCALE.id, rating, how };
}

/** `False. The picture is old`, `Misleading – …`, `Verdict: false`: a rating set off by punctuation or capitals. */
function leadingRating(words: string): CoreRating | undefined {
  const plain = words.replace(
    /^\s*(?:[\p{L} ]{0,30}\bverdict|вердикт|үкім|fazit|conclusion|fact[- ]?check|ffs)\s*[:.–—-]\s*/iu,
    '',
  );
  const [head = ''] = plain
    .split(/[.:;!?,…()[\]\n\r|/]|\s[-–—]\s|[–—]|-\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = PHRASES.get(ratingKey(head));
  if (found !== undefined) return found;
  const capitals = /^((?:\p{Lu}{2,}\s+){1,4})(?=\p{Lu}?\p{Ll}|$)/u.exec(plain)?.[1];
  if (capitals === undefined) return undefined;
  const parts = ratingKey(capitals).split(' ');
  for (let n = parts.length; n > 0; n--) {
    const one = PHRASES.get(parts.slice(0, n).join(' '));
    if (one !== undefined) return one;
  }
  return undefined;
}

/** What a whole sentence says: the signs in it, those of the harder kinds first. */
function toldRating(key: string): CoreRating | undefined {
  const padded = ` ${key} `;
  for (const [core, signs] of RATING_SIGNS) if (signs.some((sign) => sign.test(padded))) return core;
  const parts = key.split(' ');
  // a heading such as `No Arrests` or `Not Soros` denies the claim under it
  if (parts.length <= 5 && /^(clearly |definitely )?(no|not) /.test(key)) return 'false';
  // a short label that has a rating in it, such as `fake tweet` or `totally false claim`
  if (parts.length > 6) return undefined;
  const negated = /(?:^| )(?:not|no|isnt|never|hardly|не|нет|pas|kein|nicht|no es|nao e)(?: |$)/.test(key);
  if (negated) return undefined;
  for (let length = Math.min(LONGEST, parts.length); length > 0; length--) {
    for (let at = 0; at + length <= parts.length; at++) {
      const found = PHRASES.get(parts.slice(at, at + length).join(' '));
      if (found !== undefined && (length > 1 || SPEAKING.has(found))) return found;
    }
  }
  return undefined;
}

/** A single `true` inside a label may be said of anything; the other kinds speak for themselves. */
const SPEAKING: ReadonlySet<CoreRating> = new Set<CoreRating>([
  'false',
  'misleading',
  'unproven',
  'mostly-false',
  'half-true',
]);
