import { asUuid, identityOf, urnOf, uuidIn } from '#domain/identity.ts';
import { isWebAddress, MEDIA_RATINGS, MEDIA_SCALE, timeFrom } from '#domain/reviews.ts';
import { builtInScale } from '#domain/scales.ts';
import {
  jsonBytes,
  rulingOf,
  type StandardClaim,
  type StandardFile,
  type StandardsInput,
  type StandardVerdict,
} from './input.ts';
import { citation, claimItem, mediaItem, type About } from './claimreview-claim.ts';
import { object, text, first, nameOf, dropEmpty, cleaned, type Json } from './claimreview-json.ts';
import { lossesOf } from './claimreview-losses.ts';
import { ratingItem } from './claimreview-rating.ts';

const CONTEXT = 'https://schema.org';

/** schema.org ClaimReview as JSON-LD: one review for every claim that has a verdict. */
export function writeClaimReview(input: StandardsInput): StandardFile {
  const { reviews, losses } = claimReviews(input);
  return {
    bytes: jsonBytes({ '@context': CONTEXT, '@graph': reviews }),
    mediaType: 'application/ld+json',
    claims: reviews.length,
    losses,
  };
}

/** The reviews by themselves, for files and for pages that hold them. */
export function claimReviews(input: StandardsInput): {
  reviews: Json[];
  byClaim: ReadonlyMap<string, Json>;
  losses: readonly string[];
} {
  const raw = new Map(
    input.received.flatMap(({ subject, data, kind }) =>
      kind === 'claim' && data !== null ? [[subject, JSON.parse(data) as Json] as const] : [],
    ),
  );
  const references = new Map(input.references.map((one) => [one.id, one]));
  const articles = new Map(input.articles.map((one) => [one.id, one]));
  const ruled = input.claims.flatMap((claim, n) => {
    const verdict = rulingOf(claim);
    return verdict ? [{ claim, verdict, number: n + 1 }] : [];
  });
  const reviews = ruled.map(({ claim, verdict, number }) =>
    review(claim, verdict, { raw: raw.get(claim.id), references, articles, input, number }),
  );
  const claims = ruled.map(({ claim }) => claim);
  return {
    reviews,
    byClaim: new Map(claims.map((claim, n) => [claim.id, reviews[n]!])),
    losses: lossesOf(input, claims, reviews),
  };
}

/** Written anew from what the project says; keys that nobody here knows are given back as they came. */
const MANAGED = new Set([
  '@context',
  '@type',
  '@id',
  'url',
  'claimReviewed',
  'author',
  'publisher',
  'datePublished',
  'dateModified',
  'reviewRating',
  'reviewBody',
  'itemReviewed',
  'citation',
  'mediaAuthenticityCategory',
  'keywords',
  'creativeWorkStatus',
  'type',
]);

function review(claim: StandardClaim, verdict: StandardVerdict, about: About): Json {
  const { raw, input } = about;
  const scale = input.scales.find(({ id }) => id === verdict.scale) ?? builtInScale(verdict.scale);
  const rating = scale?.ratings.find(({ id }) => id === verdict.rating);
  const isMedia = verdict.scale === MEDIA_SCALE;
  const foreign = Object.fromEntries(Object.entries(raw ?? {}).filter(([key]) => !MANAGED.has(key)));
  const published =
    timeFrom(text(raw?.['datePublished'])) === verdict.at &&
    /^\d{4}-\d\d-\d\d$/.test(text(raw?.['datePublished']))
      ? text(raw?.['datePublished'])
      : verdict.at;
  // a check that came without a date has none: the time of the import is not when it was published
  const undated =
    raw !== undefined &&
    text(raw['datePublished']) === '' &&
    verdict.id === identityOf('claimreview', 'verdict', claim.id);
  const evidence = claim.evidence.map((one) => citation(one, about.references.get(one.reference)));
  const author = agent(verdict, raw, input);
  const url = addressOf(claim, about);
  const named =
    [raw?.['@id'], raw?.['identifier'], raw?.['id']]
      .map(text)
      .find((one) => one !== '' && uuidIn(one) === undefined) ?? '';
  const key = named === '' ? JSON.stringify([url, claim.wording]) : JSON.stringify([named, url]);
  // where the reader would not know it again by its own name, ours is written
  const known = raw !== undefined && identityOf('claimreview', 'claim', key) === claim.id;
  const category = Object.entries(MEDIA_RATINGS).find(([, id]) => id === verdict.rating)?.[0];
  return {
    '@context': CONTEXT,
    '@type': isMedia ? 'MediaReview' : 'ClaimReview',
    '@id': raw !== undefined && text(raw['@id']) !== '' ? text(raw['@id']) : urnOf(verdict.id),
    url,
    ...(isMedia ? { mediaAuthenticityCategory: category } : { claimReviewed: claim.wording }),
    author,
    ...(input.options.publisher === ''
      ? object(raw?.['publisher'])
        ? { publisher: cleaned(raw?.['publisher']) }
        : {}
      : {
          publisher: {
            '@type': 'Organization',
            name: input.options.publisher,
            ...(input.options.publisherAddress === '' ? {} : { url: input.options.publisherAddress }),
          },
        }),
    ...(published === '' || undated ? {} : { datePublished: published }),
    reviewRating: ratingItem(claim, verdict, rating, scale?.ratings ?? [], about),
    ...(verdict.text === '' ? {} : { reviewBody: verdict.text }),
    itemReviewed: isMedia ? mediaItem(claim, raw, known) : claimItem(claim, about, known),
    ...(claim.tags.length === 0 ? {} : { keywords: claim.tags.map((tag) => tag.replaceAll(',', ' ')) }),
    ...(evidence.length === 0 ? {} : { citation: evidence }),
    ...(raw === undefined ? { identifier: asUuid(verdict.id) } : {}),
    ...(verdict.state === 'final' ? {} : { creativeWorkStatus: 'Draft' }),
    ...dropEmpty(foreign),
  };
}

/** The page of the published check; without one, a name that stands for the claim. */
function addressOf(claim: StandardClaim, { input, number }: About): string {
  if (isWebAddress(claim.checkAddress)) return claim.checkAddress;
  const { address } = input.options;
  return isWebAddress(address) ? `${address.replace(/#.*$/, '')}#claim-${number}` : urnOf(claim.id);
}

function agent({ person }: StandardVerdict, raw: Json | undefined, { options }: StandardsInput): Json {
  const given = nameOf(raw?.['author']);
  const was = object(first(raw?.['author'])) ?? (given === '' ? undefined : { name: given });
  const name = person?.name ?? '';
  if (was && (text(was['name']) === name || text(was['name']) === '')) {
    const kept = dropEmpty(was);
    const url = isWebAddress(text(was['url']))
      ? text(was['url'])
      : isWebAddress(text(was['@id']))
        ? text(was['@id'])
        : urnOf(person?.id ?? name);
    return { ...kept, '@type': text(was['@type']) === 'Person' ? 'Person' : 'Organization', name, url };
  }
  if (options.publisher !== '')
    return {
      '@type': 'Organization',
      name: options.publisher,
      url:
        options.publisherAddress === '' ? urnOf(`publisher ${options.publisher}`) : options.publisherAddress,
    };
  return {
    '@type': 'Person',
    '@id': urnOf(person?.id ?? ''),
    name: name === '' ? 'Unknown' : name,
    url: urnOf(person?.id ?? ''),
  };
}
