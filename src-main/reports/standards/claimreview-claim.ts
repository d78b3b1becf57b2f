import { urnOf } from '#domain/identity.ts';
import { isWebAddress, timeFrom } from '#domain/reviews.ts';
import { dropEmpty, first, list, object, text, type Json } from './claimreview-json.ts';
import type { StandardArticle, StandardClaim, StandardReference, StandardsInput } from './input.ts';

export type About = {
  readonly raw: Json | undefined;
  readonly references: ReadonlyMap<string, StandardReference>;
  readonly articles: ReadonlyMap<string, StandardArticle>;
  readonly input: StandardsInput;
  readonly number: number;
};

export function claimItem(claim: StandardClaim, { raw, articles }: About, known: boolean): Json {
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

export function mediaItem(claim: StandardClaim, raw: Json | undefined, known: boolean): Json {
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

export function citation(
  one: StandardClaim['evidence'][number],
  reference: StandardReference | undefined,
): Json {
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
