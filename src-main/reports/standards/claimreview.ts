import { asUuid, identityOf, urnOf, uuidIn } from '#domain/identity.ts';
import { isWebAddress, MEDIA_RATINGS, MEDIA_SCALE, OWN_WORDS_SCALE, timeFrom } from '#domain/reviews.ts';
import { ratingFromWords } from '#domain/rating-words.ts';
import { ratingLabel, type Rating } from '#domain/scale.ts';
import { builtInScale } from '#domain/scales.ts';
import {
  jsonBytes,
  Losses,
  rulingOf,
  type StandardArticle,
  type StandardClaim,
  type StandardFile,
  type StandardReference,
  type StandardsInput,
  type StandardVerdict,
} from './input.ts';

type Json = Record<string, unknown>;
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

type About = {
  readonly raw: Json | undefined;
  readonly references: ReadonlyMap<string, StandardReference>;
  readonly articles: ReadonlyMap<string, StandardArticle>;
  readonly input: StandardsInput;
  readonly number: number;
};

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
  const was = object(first(raw?.['author']));
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

/** A number only where the scale has one for every rating on its line; never one for what cannot be told. */
function ratingItem(
  claim: StandardClaim,
  verdict: StandardVerdict,
  rating: Rating | undefined,
  all: readonly Rating[],
  { raw }: About,
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

function claimItem(claim: StandardClaim, { raw, articles }: About, known: boolean): Json {
  const was = object(first(raw?.['itemReviewed'])) ?? {};
  const managed = new Set([
    '@type',
    '@id',
    'author',
    'datePublished',
    'name',
    'appearance',
    'firstAppearance',
    'url',
  ]);
  const rest = dropEmpty(Object.fromEntries(Object.entries(was).filter(([key]) => !managed.has(key))));
  const named = object(first(was['author']));
  const keeps = named !== undefined && (text(named['name']) === claim.claimant || claim.claimant === '');
  const day = text(was['datePublished']);
  const appearances = [
    ...list(was['appearance']).flatMap((one) =>
      isWebAddress(text(object(one)?.['url'])) ? [dropEmpty(object(one)!)] : [],
    ),
    ...[...new Set(claim.occurrences.map(({ article }) => article))].flatMap((id) =>
      appearance(articles.get(id)),
    ),
  ];
  const met = new Set<string>();
  const distinct = appearances.filter((one) => !met.has(text(one['url'])) && met.add(text(one['url'])));
  return {
    '@type': 'Claim',
    ...(known ? {} : { '@id': urnOf(claim.id) }),
    ...(keeps
      ? {
          author: {
            ...dropEmpty(named),
            '@type': text(named['@type']) === 'Organization' ? 'Organization' : 'Person',
            ...(claim.claimant === '' ? {} : { name: claim.claimant }),
          },
        }
      : claim.claimant === ''
        ? {}
        : { author: { '@type': 'Person', name: claim.claimant } }),
    ...(claim.claimedOn === ''
      ? {}
      : {
          datePublished:
            day.startsWith(claim.claimedOn) && timeFrom(day) !== '' && !day.includes(' ')
              ? day
              : claim.claimedOn,
        }),
    ...(claim.claimedWhere === ''
      ? text(was['name']) === ''
        ? {}
        : { name: text(was['name']) }
      : { name: claim.claimedWhere }),
    ...(isWebAddress(claim.address)
      ? { firstAppearance: { '@type': 'CreativeWork', url: claim.address } }
      : {}),
    ...(distinct.length === 0 ? {} : { appearance: distinct }),
    ...rest,
  };
}

/** Where the claim stands, never what speaks for or against it. */
function appearance(article: StandardArticle | undefined): Json[] {
  if (!article || !isWebAddress(article.address)) return [];
  const { address, title, author, published, publisher } = article;
  return [
    {
      '@type': 'CreativeWork',
      '@id': urnOf(article.id),
      url: address,
      ...(title === '' ? {} : { headline: title }),
      ...(author === '' ? {} : { author: { '@type': 'Person', name: author } }),
      ...(published === '' ? {} : { datePublished: published }),
      ...(publisher === '' ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    },
  ];
}

function mediaItem(claim: StandardClaim, raw: Json | undefined, known: boolean): Json {
  const was = object(first(raw?.['itemReviewed']));
  return {
    ...(was ? dropEmpty(was) : {}),
    '@type': 'MediaReviewItem',
    ...(known ? {} : { '@id': urnOf(claim.id) }),
    ...(claim.claimant === '' || was?.['creator'] !== undefined
      ? {}
      : { creator: { '@type': 'Person', name: claim.claimant } }),
    interpretedAsClaim: { '@type': 'Claim', description: claim.wording },
    ...(was?.['mediaItemAppearance'] === undefined && isWebAddress(claim.address)
      ? {
          mediaItemAppearance: [
            {
              '@type': 'ImageObjectSnapshot',
              contentUrl: claim.address,
              ...(claim.cachedAddress === '' ? {} : { archivedAt: claim.cachedAddress }),
            },
          ],
        }
      : {}),
  };
}

function citation(one: StandardClaim['evidence'][number], reference: StandardReference | undefined): Json {
  const address = text(reference?.csl['URL']);
  const title = text(reference?.csl['title']);
  return {
    '@type': 'CreativeWork',
    '@id': urnOf(one.id),
    additionalType: `urn:assay:stance:${one.stance}`,
    ...(title === '' ? { name: reference?.citation || address || 'Source' } : { name: title }),
    ...(isWebAddress(address) ? { url: address } : {}),
    ...(one.quote === '' ? {} : { text: one.quote }),
    ...(one.locator === '' ? {} : { pagination: one.locator }),
    ...(one.note === '' ? {} : { abstract: one.note }),
    ...(reference ? { isBasedOn: { '@type': 'CreativeWork', '@id': urnOf(reference.id) } } : {}),
  };
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function text(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string'
    ? value.trim()
    : typeof first(value) === 'string' && Array.isArray(value)
      ? text(first(value))
      : '';
}

/** Without the empty fields that pages are full of: a field without a value is an error to those who check. */
function dropEmpty(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      const clean = cleaned(part);
      return clean === undefined || key === '@context' ? [] : [[key, clean]];
    }),
  );
}

function cleaned(value: unknown): unknown {
  if (value === '' || value === null) return undefined;
  if (Array.isArray(value)) {
    const parts = value.map(cleaned).filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts;
  }
  const part = object(value);
  if (!part) return value;
  const kept = dropEmpty(part);
  return Object.keys(kept).some((key) => key !== '@type') || Object.keys(part).length === 1
    ? kept
    : undefined;
}

function lossesOf(
  input: StandardsInput,
  written: readonly StandardClaim[],
  reviews: readonly Json[],
): readonly string[] {
  const losses = new Losses();
  const carried = new Set(written.map(({ id }) => id));
  const total = (count: (claim: StandardClaim) => number) =>
    written.reduce((n, claim) => n + count(claim), 0);
  losses.add(
    input.claims.filter(({ id }) => !carried.has(id)).length,
    'claim has no verdict and is left out',
    'claims have no verdict and are left out',
  );
  losses.add(
    reviews.filter(({ url }) => !isWebAddress(String(url))).length,
    'review has no page of its own yet: give the address of the published page',
    'reviews have no page of their own yet: give the address of the published page',
  );
  const unnumbered = reviews.filter(
    (one) => object(one['reviewRating'])?.['ratingValue'] === undefined && one['@type'] === 'ClaimReview',
  ).length;
  losses.add(
    unnumbered,
    'rating has no number on its scale and is given in words only',
    'ratings have no number on their scale and are given in words only',
  );
  const addressless = new Set(
    input.articles.filter(({ address }) => !isWebAddress(address)).map(({ id }) => id),
  );
  losses.add(
    total((claim) => claim.occurrences.filter(({ article }) => addressless.has(article)).length),
    'place is in an article without an address and is left out',
    'places are in articles without an address and are left out',
  );
  losses.add(
    total((claim) => claim.occurrences.filter(({ article }) => !addressless.has(article)).length),
    'place is given by its article only',
    'places are given by their article only',
  );
  losses.add(
    total((claim) => claim.verdicts.length - 1),
    'verdict besides the one that speaks for its claim',
    'verdicts besides those that speak for their claims',
  );
  losses.add(
    total((claim) => claim.questions.length),
    'question with its answers',
    'questions with their answers',
  );
  losses.add(
    total((claim) => claim.comments.length),
    'comment',
    'comments',
  );
  losses.add(
    written.filter((claim) => rulingOf(claim)?.justification?.content?.some(isFormatted)).length,
    'justification loses its formatting',
    'justifications lose their formatting',
  );
  losses.add(
    written.filter(({ verifiability }) => verifiability !== 'verifiable').length,
    'claim is not marked as verifiable, which this format cannot say',
    'claims are not marked as verifiable, which this format cannot say',
  );
  losses.add(
    written.filter(({ types, strategies }) => types.length + strategies.length > 0).length,
    'claim loses its types and strategies',
    'claims lose their types and strategies',
  );
  losses.say(
    'Not in this format: confidence, assignments, priorities, archived copies, the history of changes.',
  );
  return losses.all;
}

function isFormatted(node: {
  readonly type: string;
  readonly content?: readonly unknown[] | undefined;
}): boolean {
  return (
    node.type !== 'paragraph' || (node.content ?? []).some((part) => object(part)?.['marks'] !== undefined)
  );
}
