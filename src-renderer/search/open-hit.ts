import type { Caller, Output } from '#contract/index.ts';
import { openArticle, openClaim, openReference } from '../app/place.ts';

export type Hit = Output<'search'>['hits'][number];

/** Goes to what was found: the place in an article, the claim, the reference. */
export async function openHit(hit: Hit, call: Caller): Promise<void> {
  switch (hit.kind) {
    case 'article': {
      const from = (hit.start ?? 0) + (hit.matches[0] ?? 0);
      const to = (hit.start ?? 0) + (hit.matches[1] ?? 0);
      openArticle(hit.id, hit.start === null ? undefined : { start: from, end: to });
      break;
    }
    case 'claim':
      openClaim((await call('getClaim', { id: hit.id })).claim);
      break;
    case 'reference':
      openReference(hit.id);
      break;
  }
}
