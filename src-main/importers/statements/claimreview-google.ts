import { isObject, listOf, textOf, type Json } from './collect.ts';

/**
 * The reviews in an answer of Google's Fact Check Tools, in schema.org's shape: claims with their reviews as the search
 * gives them, and pages as the markup tool keeps them.
 */
export function reviewsFromGoogle(node: Json): Json[] {
  if (Array.isArray(node['claimReviewMarkups']))
    return listOf(node['claimReviewMarkups'])
      .filter(isObject)
      .map((markup) => fromMarkup(node, markup));
  const reviews = listOf(node['claimReview']).filter(isObject);
  if (typeof node['text'] !== 'string' || reviews.length === 0) return [];
  return reviews.map((review) => fromSearch(node, review));
}

function fromSearch(claim: Json, review: Json): Json {
  const publisher: Json = isObject(review['publisher']) ? review['publisher'] : {};
  const site = textOf(publisher['site']);
  return {
    '@type': 'ClaimReview',
    claimReviewed: claim['text'],
    url: review['url'],
    name: review['title'],
    datePublished: review['reviewDate'],
    inLanguage: review['languageCode'],
    author: {
      '@type': 'Organization',
      name: textOf(publisher['name']) || site,
      ...(site === '' ? {} : { url: `https://${site}/` }),
    },
    reviewRating: { '@type': 'Rating', alternateName: review['textualRating'] },
    itemReviewed: {
      '@type': 'Claim',
      ...(textOf(claim['claimant']) === '' ? {} : { author: { '@type': 'Person', name: claim['claimant'] } }),
      ...(textOf(claim['claimDate']) === '' ? {} : { datePublished: claim['claimDate'] }),
    },
  };
}

function fromMarkup(page: Json, markup: Json): Json {
  const author: Json = isObject(page['claimReviewAuthor']) ? page['claimReviewAuthor'] : {};
  const claimant: Json = isObject(markup['claimAuthor']) ? markup['claimAuthor'] : {};
  const rating: Json = isObject(markup['rating']) ? markup['rating'] : {};
  const { textualRating, imageUrl, ...numbers } = rating;
  const appearances = listOf(markup['claimAppearances']).map((url) => ({ '@type': 'CreativeWork', url }));
  return {
    '@type': 'ClaimReview',
    claimReviewed: markup['claimReviewed'],
    url: textOf(markup['url']) || textOf(page['pageUrl']),
    datePublished: page['publishDate'],
    author: { '@type': 'Organization', name: author['name'], image: author['imageUrl'] },
    reviewRating: {
      '@type': 'Rating',
      alternateName: textualRating,
      ...(imageUrl === undefined ? {} : { image: imageUrl }),
      ...numbers,
    },
    itemReviewed: {
      '@type': 'Claim',
      name: markup['claimLocation'],
      datePublished: markup['claimDate'],
      author: {
        '@type': 'Person',
        name: claimant['name'],
        jobTitle: claimant['jobTitle'],
        image: claimant['imageUrl'],
        sameAs: claimant['sameAs'],
      },
      ...(textOf(markup['claimFirstAppearance']) === ''
        ? {}
        : { firstAppearance: { '@type': 'CreativeWork', url: markup['claimFirstAppearance'] } }),
      ...(appearances.length === 0 ? {} : { appearance: appearances }),
    },
  };
}
