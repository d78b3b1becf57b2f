import type { CoreRating } from './scales.ts';
import { BUILT_IN_SCALES } from './scales.ts';
import { DEFAULT_SCALE } from './scale.ts';
import { OWN_WORDS, OWN_WORDS_SCALE } from './reviews.ts';
import { RATING_PHRASES } from './rating-phrases.ts';
import { CONCESSIONS, RATING_SIGNS } from './rating-signs.ts';

/**
 * A rating that published words stand for. `exact`: the words are a rating; `leading`: they begin or end with one;
 * `sentence`: a whole sentence says so, which a person should look at.
 */
export type FoundRating = {
  readonly scale: string;
  readonly rating: string;
  readonly how: 'exact' | 'leading' | 'sentence';
};

/** What published words become: their rating, or `own-words` where they give none and nothing is guessed. */
type PublishedRating = Omit<FoundRating, 'how'> & { readonly how: FoundRating['how'] | 'own-words' };

/** Letters and digits only, in lower case, of the same width; Latin letters without accents, which people leave out. */
export function ratingKey(text: string): string {
  return text
    .replaceAll('≠', ' not ')
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})[\u0300-\u036f]+/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('ı', 'i')
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
  BUILT_IN_SCALES.filter((scale) => scale.id !== DEFAULT_SCALE.id && scale.id !== OWN_WORDS_SCALE)
    .flatMap((scale) =>
      scale.ratings.map(
        (rating) =>
          [ratingKey(rating.label['en'] ?? rating.id), { scale: scale.id, rating: rating.id }] as const,
      ),
    )
    .reverse(),
);

/** Marks as at school. No house that publishes them means anything else by the best and the worst. */
const GRADES: Readonly<Record<string, CoreRating>> = {
  a: 'true',
  b: 'mostly-true',
  c: 'half-true',
  d: 'mostly-false',
  f: 'false',
};
const PINOCCHIOS = ['', 'mostly-true', 'half-true', 'mostly-false', 'false'] as const;

/** The rating that published words stand for; without one they stay in their own words. */
export function publishedRating(words: string, house?: string): PublishedRating {
  return ratingFromWords(words, house) ?? { scale: OWN_WORDS_SCALE, rating: OWN_WORDS, how: 'own-words' };
}

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

  const exact = PHRASES.get(key) ?? PHRASES.get(key.replace(/^(?:the )?(?:rating|verdict|ruling) /, ''));
  if (exact !== undefined) return onDefault(exact, 'exact');
  const houseRating = HOUSE.get(key);
  if (houseRating) return { ...houseRating, how: 'exact' };

  const leading = leadingRating(words) ?? closingRating(words);
  if (leading !== undefined) return onDefault(leading, 'leading');
  const told = markedRating(words, key) ?? shoutedRating(words) ?? toldRating(key) ?? misspelt(key);
  return told === undefined ? undefined : onDefault(told, 'sentence');
}

/** Whether the words are just the rating's own name, so that nothing is lost by naming the rating. */
export function isNameOfRating(words: string, found: Pick<FoundRating, 'scale' | 'rating'>): boolean {
  const rating = BUILT_IN_SCALES.find(({ id }) => id === found.scale)?.ratings.find(
    ({ id }) => id === found.rating,
  );
  return (
    rating !== undefined &&
    [rating.id, ...Object.values(rating.label)].some((name) => ratingKey(name) === ratingKey(words))
  );
}

function onDefault(rating: CoreRating, how: FoundRating['how']): FoundRating {
  return { scale: DEFAULT_SCALE.id, rating, how };
}

const parted = (words: string): readonly string[] =>
  words
    .split(/[.:;!?,…()[\]\n\r|/]|\s[-–—]\s|[–—]|-\s/u)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

/** `False. The picture is old`, `Misleading – …`, `Verdict: false`: a rating set off by punctuation or capitals. */
function leadingRating(words: string): CoreRating | undefined {
  const plain = words.replace(
    /^\s*(?:[\p{L} ]{0,30}\bverdict|our (?:rating|ruling)|rating|вердикт|үкім|fazit|conclusion|fact[- ]?check|ffs)\s*[:.–—-]\s*/iu,
    '',
  );
  const [head = ''] = parted(plain);
  const key = ratingKey(head);
  const found = PHRASES.get(key) ?? misspelt(key);
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

/** `2 [false]`, `Nike? Hell, no`: the last part of the words, or one part of short ones, is a rating by itself. */
function closingRating(words: string): CoreRating | undefined {
  if (ratingKey(words).split(' ').length > 8) {
    const last = words.split(/[.:;!?\n\r]/u).findLast((part) => ratingKey(part) !== '');
    return PHRASES.get(ratingKey(last ?? ''));
  }
  for (const part of parted(words).slice(1).toReversed()) {
    const found = PHRASES.get(ratingKey(part));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `The claim is therefore FALSE`: the one rating that stands in capitals in a sentence; TRUE may be said of a part. */
function shoutedRating(words: string): CoreRating | undefined {
  if (!/\p{Ll}{3}/u.test(words)) return undefined;
  const found = new Set<CoreRating | undefined>();
  for (const [, before, run] of words.matchAll(/([\p{L}’']+\s+)?\b((?:\p{Lu}{2,}[\s-]*)+)(?!\p{L})/gu)) {
    const rating = PHRASES.get(ratingKey(run ?? ''));
    if (rating === undefined || (run ?? '').trim().length < 4) continue;
    found.add(SPEAKING.has(rating) && !NEGATED.test(ratingKey(before ?? '')) ? rating : undefined);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** A mark as at school, or a count of Pinocchios. */
function markedRating(words: string, key: string): CoreRating | undefined {
  const grade = /^(?:(?:grade|mark|rating|score)\s*:?\s*)?([A-DF])\s*[+-–−]?$/u.exec(words.trim())?.[1];
  if (grade !== undefined) return GRADES[grade.toLowerCase()];
  const counted = /\b(\d|one|two|three|four|five)(?: and a half)? pinocchios?\b/.exec(key)?.[1];
  if (counted === undefined) return undefined;
  const count = ['', 'one', 'two', 'three', 'four', 'five'].indexOf(counted);
  const found = PINOCCHIOS[Math.min(count > 0 ? count : Number(counted), 4)];
  return found === '' ? undefined : found;
}

/** What a whole sentence says: the signs in it, those of the harder kinds first. */
function toldRating(key: string): CoreRating | undefined {
  const padded = ` ${key} `;
  for (const [core, signs] of RATING_SIGNS) if (signs.some((sign) => sign.test(padded))) return core;
  const parts = key.split(' ');
  const label = parts.length <= 6 ? labelRating(key, parts) : undefined;
  if (label !== undefined) return label;
  return parts.length > 7 && CONCESSIONS.some((sign) => sign.test(padded)) ? 'half-true' : undefined;
}

const NEGATED =
  /(?:^| )(?:no|not|non|isnt|never|hardly|neither|without|не|нет|нету|ні|ніколи|емес|жоқ|pas|kein|keine|nicht|nie|nao|nunca|geen|niet|ikke|ej|değil|degil|yok|bukan|tidak|नहीं|नाही|नसून|નથી)(?: |$)/;

/** A short label that has a rating in it, such as `fake tweet`, or that denies the claim under it: `Not Soros`. */
function labelRating(key: string, parts: readonly string[]): CoreRating | undefined {
  if (NEGATED.test(key)) return 'false';
  if (/^(?:old|older|outdated|recycled|needs?) /.test(key)) return 'misleading';
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

/** The rating that a label means with one slip of the keyboard in it; short words are too near to others. */
function misspelt(key: string): CoreRating | undefined {
  if (key.length < 5 || key.length > 40) return undefined;
  const near = new Set<CoreRating>();
  for (const [phrase, core] of PHRASES)
    if (phrase.length > 4 && phrase[0] === key[0] && isOneSlip(phrase, key)) near.add(core);
  return near.size === 1 ? [...near][0] : undefined;
}

/** Two letters changed over; in words that are long enough also one too many, too few, or another. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rest = (text: string, from: number) => text.slice(from);
  return (
    (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2)) ||
    (Math.min(a.length, b.length) > 5 &&
      (rest(a, at + 1) === rest(b, at + 1) ||
        rest(a, at) === rest(b, at + 1) ||
        rest(a, at + 1) === rest(b, at)))
  );
}
