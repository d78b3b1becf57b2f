import { escapeMarkup } from './markup.ts';
import { claimReviews } from './claimreview.ts';
import { isWebAddress } from '#domain/reviews.ts';
import type { StandardFile, StandardsInput } from './input.ts';

/** A page that people can read, with the same reviews as JSON-LD inside: to be put on a site as it is. */
export function writeClaimReviewPage(input: StandardsInput): StandardFile {
  const { reviews, byClaim, losses } = claimReviews(input);
  const title = input.project.title === '' ? 'Fact checks' : input.project.title;
  // nothing inside a script may end it or open a comment
  const data = JSON.stringify({ '@context': 'https://schema.org', '@graph': reviews }, null, 1)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  const parts = input.claims.flatMap((claim, n) => {
    const review = byClaim.get(claim.id);
    if (!review) return [];
    const rating = review['reviewRating'] as { alternateName?: string };
    const body = typeof review['reviewBody'] === 'string' ? review['reviewBody'] : '';
    const sources = claim.evidence.flatMap((one) => {
      const reference = input.references.find(({ id }) => id === one.reference);
      if (!reference) return [];
      const { URL: given } = reference.csl;
      const address = typeof given === 'string' ? given : '';
      const name = escapeMarkup(reference.citation || address);
      return [
        isWebAddress(address)
          ? `<li><a href="${escapeMarkup(address)}" rel="noreferrer">${name}</a></li>`
          : `<li>${name}</li>`,
      ];
    });
    return [
      `<article id="claim-${n + 1}">`,
      `<h2>${escapeMarkup(claim.wording)}</h2>`,
      ...(claim.claimant === ''
        ? []
        : [
            `<p class="who">${escapeMarkup([claim.claimant, claim.claimedOn].filter((one) => one !== '').join(', '))}</p>`,
          ]),
      `<p class="rating"><strong>${escapeMarkup(rating.alternateName ?? '')}</strong></p>`,
      ...body
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => `<p>${escapeMarkup(line)}</p>`),
      ...(sources.length === 0 ? [] : [`<ul>${sources.join('')}</ul>`]),
      '</article>',
    ];
  });
  const html = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeMarkup(title)}</title>`,
    '<style>body{font:1.05rem/1.6 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}h1,h2{line-height:1.25}h2{font-size:1.25rem}article{border-top:1px solid #bbb;padding:1rem 0}.who{color:#555}a{color:#0a3f80}@media(prefers-color-scheme:dark){body{color:#eee;background:#181818}.who{color:#aaa}a{color:#8ab8f0}}</style>',
    `<script type="application/ld+json">\n${data}\n</script>`,
    '</head>',
    '<body>',
    `<h1>${escapeMarkup(title)}</h1>`,
    ...parts,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return {
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html; charset=utf-8',
    claims: reviews.length,
    losses,
  };
}
