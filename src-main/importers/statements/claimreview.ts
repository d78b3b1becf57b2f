import { identityOf, uuidIn } from '#domain/identity.ts';
import { publishedRating } from '#domain/rating-words.ts';
import {
  dayIn,
  isWebAddress,
  MEDIA_RATINGS,
  MEDIA_SCALE,
  OWN_WORDS_SCALE,
  timeFrom,
} from '#domain/reviews.ts';
import { fromPlainText } from '#domain/rich-text.ts';
import { BUILT_IN_SCALES } from '#domain/scales.ts';
import { STANCES, wordFrom } from '#domain/words.ts';
import type { Statements } from '#domain/statements.ts';
import { Collected, isObject, listOf, some, textOf, type Json } from './collect.ts';
import { withoutReferences } from './claimreview-graph.ts';
import { reviewsFromGoogle } from './claimreview-google.ts';

/** ClaimReview and MediaReview wherever they stand: alone, in lists, graphs, feeds and the answers of Google's tool. */
export function readClaimReview(json: unknown): Statements {
  const found = new Collected('claimreview');
  readReviews(found, json);
  const isEmpty = isObject(json) && Array.isArray(json['@graph']) && json['@graph'].length === 0;
  if (isEmpty) found.note('the whole file', 'It is an empty list.');
  else if (found.rows.length === 0 && found.lines.length === 0)
    found.skip('the whole file', 'There is no ClaimReview or MediaReview in it.');
  return found.done();
}

export function readReviews(found: Collected, json: unknown): void {
  const known = new Set<string>();
  for (const item of reviewsIn(withoutReferences(json))) {
    const { node, kind, misspelt } = item;
    // some pages hold the same review twice, to the letter
    const whole = JSON.stringify(node);
    if (known.has(whole)) continue;
    known.add(whole);
    const label = wordsOfClaim(node) || textOf(node['url']) || `item of type ${textOf(node['@type'])}`;
    if (misspelt)
      found.note(label, `Its type is written “${textOf(node['@type'])}”; it was read as ${kind}.`);
    try {
      readReview(found, node, kind);
    } catch {
      found.skip(label, 'It could not be read: its parts are not what they should be.');
    }
  }
}

type Found = {
  readonly node: Json;
  readonly kind: 'ClaimReview' | 'MediaReview';
  readonly misspelt: boolean;
};

/** Every review in a document, whatever it stands in. */
function* reviewsIn(value: unknown, depth = 0): Generator<Found> {
  if (depth > 60) return;
  if (Array.isArray(value)) {
    for (const part of value) yield* reviewsIn(part, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  const type = typeOf(value);
  if (type) {
    yield { node: value, ...type };
    for (const key of ['associatedClaimReview', 'associatedMediaReview', 'hasPart', 'review'])
      yield* reviewsIn(value[key], depth + 1);
    return;
  }
  const google = reviewsFromGoogle(value);
  if (google.length > 0) {
    for (const node of google) yield { node, kind: 'ClaimReview', misspelt: false };
    return;
  }
  for (const part of Object.values(value)) yield* reviewsIn(part, depth + 1);
}

function typeOf(node: Json): Omit<Found, 'node'> | undefined {
  for (const given of listOf(node['@type'] ?? node['type']).map(textOf)) {
    const name = given.replace(/^.*[/#:]/, '');
    for (const kind of ['ClaimReview', 'MediaReview'] as const) {
      if (name === kind) return { kind, misspelt: false };
      const letters = name.toLowerCase().replaceAll(/[^a-z]/g, '');
      if (letters.length > 8 && letters.length < 15 && distance(letters, kind.toLowerCase()) <= 2)
        return { kind, misspelt: true };
    }
  }
  return undefined;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

function wordsOfClaim(node: Json): string {
  const reviewed = firstObject(node['itemReviewed']);
  const media = firstObject(reviewed['interpretedAsClaim']);
  return (
    textOf(node['claimReviewed']) ||
    textOf(media['description']) ||
    textOf(media['claimReviewed'] ?? media['text'] ?? media['name']) ||
    textOf(reviewed['text'] ?? reviewed['claimReviewed'] ?? reviewed['description']) ||
    textOf(node['originalMediaContextDescription']) ||
    // some write the claim in place of an object that describes it
    words(node['itemReviewed'])
  );
}

/** Text that is no address. */
function words(value: unknown): string {
  const text = listOf(value).find((one) => typeof one === 'string') ?? '';
  return /^(?:https?:|urn:|#|_:)/.test(String(text)) ? '' : textOf(text);
}

function firstObject(value: unknown): Json {
  return listOf(value).find(isObject) ?? {};
}

function readReview(found: Collected, node: Json, kind: Found['kind']): void {
  const wording = wordsOfClaim(node);
  const address = textOf(node['url']);
  if (wording === '') return found.skip(address || 'a review', 'It names no claim.');
  const reviewed = firstObject(node['itemReviewed']);
  const named = nameIn(node);
  const key = named === '' ? JSON.stringify([address, wording]) : JSON.stringify([named, address]);
  const own = uuidIn(reviewed['@id']);
  const id = own ?? found.identity('claim', key);
  const places = [
    firstObject(reviewed['firstAppearance']),
    // what Assay added are articles of the project, which it knows by their places
    ...listOf(reviewed['appearance'])
      .filter(isObject)
      .filter((place) => uuidIn(place['@id']) === undefined),
  ];
  const media = listOf(reviewed['mediaItemAppearance']).filter(isObject);
  const claimedAt =
    places.map((place) => textOf(place['url'])).find((one) => one !== '') ||
    textOf(reviewed['url']) ||
    media.map((item) => textOf(item['contentUrl'])).find((one) => one !== '') ||
    textOf(node['originalMediaLink']);
  const occasion = textOf(reviewed['name']);
  const claimants = [reviewed['author'], reviewed['creator']]
    .flatMap(listOf)
    .map(nameOf)
    .filter((name) => name !== '');
  found.row(
    'claim',
    id,
    id,
    {
      present: 1,
      wording,
      claimant: some([...new Set(claimants)].join(', ')),
      claimed_on: some(dayIn(textOf(reviewed['datePublished']))),
      claimed_where: occasion === wording ? undefined : some(occasion),
      address: some(claimedAt ?? ''),
      cached_address: some(media.map((item) => textOf(item['archivedAt'])).find((one) => one !== '') ?? ''),
      check_address: uuidIn(address) === undefined ? some(address) : undefined,
    },
    { verifiability: 'verifiable', status: 'done', priority: 'normal' },
  );
  if (own === undefined) found.keep('claim', id, key, node);
  found.tag(
    id,
    listOf(node['keywords']).flatMap((one) => textOf(one).split(',')),
  );
  readVerdict(found, id, node, kind, wording);
  for (const cited of listOf(node['citation'])) readCitation(found, id, cited, own !== undefined);
}

/** Its own name in the program that it comes from: what Assay calls it is no such name. */
function nameIn(node: Json): string {
  const names = [node['@id'], node['identifier'], node['id']].map(textOf);
  return names.find((name) => name !== '' && uuidIn(name) === undefined) ?? '';
}

function nameOf(agent: unknown): string {
  return typeof agent === 'string'
    ? textOf(agent)
    : isObject(agent)
      ? textOf(agent['name'] ?? agent['legalName'])
      : '';
}

function readVerdict(found: Collected, claim: string, node: Json, kind: Found['kind'], label: string): void {
  const rating = firstObject(node['reviewRating']);
  const category = listOf(node['mediaAuthenticityCategory']).map(textOf).join(' ').replace(/^.*\//, '');
  const words =
    kind === 'MediaReview' && category !== ''
      ? category
      : textOf(rating['alternateName']) ||
        textOf(rating['name']) ||
        textOf(rating['description']) ||
        textOf(node['reviewRating']);
  if (words === '') return found.note(label, 'It has no rating in words; no verdict was taken.');
  const author = firstObject(node['author']);
  const publisher =
    nameOf(listOf(node['author'])[0]) ||
    nameOf(listOf(node['publisher'])[0]) ||
    nameOf(listOf(node['sdPublisher'])[0]) ||
    hostOf(textOf(node['url']));
  const meant = meantRating(rating, category, words);
  // some put a number there
  const explanation = textOf(rating['ratingExplanation']);
  const explained = /^[\d.]*$/.test(explanation) ? '' : explanation;
  const reasons = textOf(node['reviewBody']) || explained || (meant.scale === OWN_WORDS_SCALE ? words : '');
  if (meant.how === 'sentence')
    found.note(label, `Its verdict “${words}” was taken as “${meant.rating}”; please look at it.`);
  if (meant.scale === OWN_WORDS_SCALE)
    found.note(label, `Its verdict “${words}” is no rating; it is kept in its own words.`);
  const published = timeFrom(textOf(node['datePublished']));
  const own = uuidIn(node['@id']);
  const reviewer = firstObject(rating['author']);
  const state = wordFrom(
    ['draft', 'final'],
    textOf(firstObject(node['creativeWorkStatus'])['name'] ?? node['creativeWorkStatus']),
  );
  found.row('verdict', own ?? identityOf('claimreview', 'verdict', claim), claim, {
    present: 1,
    claim,
    scale: meant.scale,
    rating: meant.rating,
    justification: reasons === '' ? undefined : JSON.stringify(fromPlainText(reasons)),
    known_as_of: undefined,
    person:
      own !== undefined && Object.keys(reviewer).length > 0
        ? found.person(nameOf(reviewer), reviewer['@id'])
        : found.person(publisher || 'Published check', author['@id']),
    at: some(published),
    state: state ?? 'final',
  });
}

/** The rating that Assay wrote into the identity of the rating, the category of media, or what the words stand for. */
function meantRating(rating: Json, category: string, words: string) {
  const written = /^urn:assay:rating:([\w-]+):([\w-]+)$/.exec(
    textOf(rating['@id']) || textOf(rating['identifier']),
  );
  const known = BUILT_IN_SCALES.find((scale) => scale.id === written?.[1]);
  if (written && known?.ratings.some((one) => one.id === written[2]))
    return { scale: written[1]!, rating: written[2]!, how: 'exact' as const };
  const media = Object.entries(MEDIA_RATINGS).find(([name]) => name.toLowerCase() === category.toLowerCase());
  if (media) return { scale: MEDIA_SCALE, rating: media[1], how: 'exact' as const };
  return publishedRating(words);
}

function hostOf(address: string): string {
  return isWebAddress(address) ? new URL(address).host.replace(/^www\./, '') : '';
}

/** A source that the review cites: evidence with the stance that Assay wrote, else context. */
function readCitation(found: Collected, claim: string, cited: unknown, own: boolean): void {
  const work: Json = isObject(cited) ? cited : { url: textOf(cited) };
  const given = textOf(work['url'] ?? work['@id']);
  const address = isWebAddress(given) ? given : '';
  const title = textOf(work['name'] ?? work['headline']) || (isObject(cited) ? '' : textOf(cited));
  if (address === '' && title === '') return;
  const about = firstObject(work['isBasedOn']);
  const id = uuidIn(work['@id']) ?? identityOf('claimreview', 'evidence', claim, address || title);
  const stance = STANCES.find((one) =>
    listOf(work['additionalType']).some((type) => textOf(type) === `urn:assay:stance:${one}`),
  );
  const csl = {
    type: address === '' ? 'document' : 'webpage',
    ...(title === '' ? {} : { title }),
    ...(address === '' ? {} : { URL: address }),
  };
  found.row('evidence', id, claim, {
    present: 1,
    claim,
    reference: found.reference(csl, own ? about['@id'] : undefined),
    stance: stance ?? (own ? 'context' : undefined),
    quote: some(textOf(work['text'])),
    locator: some(textOf(work['pagination'])),
    note: some(textOf(work['abstract'])),
  });
}
