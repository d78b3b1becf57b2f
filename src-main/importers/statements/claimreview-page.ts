import type { Statements } from '#domain/statements.ts';
import { ImportError } from '../import-error.ts';
import { Collected } from './collect.ts';
import { readReviews } from './claimreview.ts';
import { looseJson } from './loose-json.ts';

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;

/** Every ClaimReview in the JSON-LD of a web page; a script that is no JSON stops no other. */
export function readClaimReviewPage(html: string, name: string): Statements {
  const found = new Collected('claimreview');
  let scripts = 0;
  for (const [, attributes = '', body = ''] of html.matchAll(SCRIPT)) {
    if (!/\btype\s*=\s*["']?\s*application\/ld\+json/i.test(attributes)) continue;
    scripts++;
    try {
      readReviews(found, looseJson(body));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      found.skip(`script ${scripts}`, 'It is no well-formed JSON.');
    }
  }
  if (scripts === 0)
    throw new ImportError(
      'unreadable',
      `“${name}” is a page without ClaimReview: there is no JSON-LD in it.`,
    );
  return found.done();
}
