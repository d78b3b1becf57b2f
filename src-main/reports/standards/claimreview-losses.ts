import { isWebAddress } from '#domain/reviews.ts';
import { object, type Json } from './claimreview-json.ts';
import { rulingOf, type StandardClaim, type StandardsInput } from './input.ts';
import { Losses } from './losses.ts';

export function lossesOf(
  input: StandardsInput,
  written: readonly StandardClaim[],
  reviews: readonly Json[],
): readonly string[] {
  const losses = new Losses(input.options.tell);
  const carried = new Set(written.map(({ id }) => id));
  const total = (count: (claim: StandardClaim) => number) =>
    written.reduce((n, claim) => n + count(claim), 0);
  losses.add('noVerdict', input.claims.filter(({ id }) => !carried.has(id)).length);
  losses.add('noPage', reviews.filter(({ url }) => !isWebAddress(String(url))).length);
  const unnumbered = reviews.filter(
    (one) => object(one['reviewRating'])?.['ratingValue'] === undefined && one['@type'] === 'ClaimReview',
  ).length;
  losses.add('noNumber', unnumbered);
  const addressless = new Set(
    input.articles.filter(({ address }) => !isWebAddress(address)).map(({ id }) => id),
  );
  losses.add(
    'addressless',
    total((claim) => claim.occurrences.filter(({ article }) => addressless.has(article)).length),
  );
  losses.add(
    'onlyArticle',
    total((claim) => claim.occurrences.filter(({ article }) => !addressless.has(article)).length),
  );
  losses.add(
    'notRuling',
    total((claim) => claim.verdicts.length - 1),
  );
  losses.add(
    'questions',
    total((claim) => claim.questions.length),
  );
  losses.add(
    'comments',
    total((claim) => claim.comments.length),
  );
  losses.add(
    'formatting',
    written.filter((claim) => rulingOf(claim)?.justification?.content?.some(isFormatted)).length,
  );
  losses.add('verifiability', written.filter(({ verifiability }) => verifiability !== 'verifiable').length);
  losses.add('types', written.filter(({ types, strategies }) => types.length + strategies.length > 0).length);
  losses.say('restClaimReview');
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
