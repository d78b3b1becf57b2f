import { timeFrom } from '#domain/reviews.ts';
import type { Statements } from '#domain/statements.ts';
import { stateAnnotations, type Foreign } from './annotation.ts';
import { Collected, isObject, listOf, textOf, type Json } from './collect.ts';
import { spotIn } from './selectors.ts';

/** Hypothesis' export file, its answers to searches, and bare lists of its annotations. */
export function readHypothesis(json: unknown): Statements {
  const found = new Collected('hypothesis');
  const all = listOf(json).flatMap((part) =>
    isObject(part) && (Array.isArray(part['annotations']) || Array.isArray(part['rows']))
      ? [...listOf(part['annotations'] ?? part['rows']), ...listOf(part['replies'])]
      : [part],
  );
  const items: Json[] = [];
  all.forEach((item, n) => {
    if (!isObject(item)) found.skip(`annotation ${n + 1}`, 'It is no object.');
    else if (item['hidden'] === true)
      found.skip(nameOf(item) || `annotation ${n + 1}`, 'It was hidden by moderators.');
    else items.push(item);
  });
  stateAnnotations(found, items.map(foreignOf));
  return found.done();
}

/** Its first name: an annotation that was exported and imported again keeps the one that it had before. */
function nameOf(item: Json): string {
  const extra = isObject(item['extra']) ? item['extra'] : {};
  return textOf(extra['original_id']) || textOf(item['id']);
}

function foreignOf(item: Json): Foreign {
  const document = isObject(item['document']) ? item['document'] : {};
  const targets = listOf(item['target']).filter(isObject);
  const address = textOf(item['uri']) || textOf(targets[0]?.['source']);
  const user = isObject(item['user_info']) ? textOf(item['user_info']['display_name']) : '';
  const spots = (targets.length > 0 ? targets : [{}]).map((target: Json) => ({
    source: { address: textOf(target['source']) || address, title: textOf(document['title']) },
    ...spotIn(listOf(target['selector'])),
  }));
  return {
    name: nameOf(item),
    spots,
    texts: [textOf(item['text'])].filter((text) => text !== ''),
    tags: listOf(item['tags']).map(textOf),
    person:
      user ||
      textOf(item['user'])
        .replace(/^acct:/, '')
        .replace(/@.*$/, ''),
    at: timeFrom(textOf(item['created'] ?? item['updated'])),
    answers: listOf(item['references']).map(textOf).reverse(),
    isReply: listOf(item['references']).length > 0,
    // offsets of the page's own text content: good enough to choose between equal quotes
    unit: 'utf-16',
    raw: item,
  };
}
