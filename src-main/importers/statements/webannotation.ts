import { annotationFaults, itemFaults } from '#domain/web-annotation.ts';
import { timeFrom } from '#domain/reviews.ts';
import type { Statements } from '#domain/statements.ts';
import { stateAnnotations, type Foreign, type Spot } from './annotation.ts';
import { Collected, isObject, listOf, textOf, type Json } from './collect.ts';
import { spotIn } from './selectors.ts';
import { isOwnAnnotation, readOwnAnnotation } from './webannotation-own.ts';

/** W3C Web Annotations: one, a list, a page or a collection. What breaks the model is left out with one line. */
export function readWebAnnotation(json: unknown): Statements {
  const found = new Collected('webannotation');
  const foreign: Foreign[] = [];
  const single = isObject(json);
  for (const { item, faults } of annotationsIn(json, single)) {
    const label = textOf(item['id']) || 'an annotation';
    if (faults.length > 0) found.skip(label, `It breaks the model: ${faults[0]}`);
    else if (isOwnAnnotation(item)) readOwnAnnotation(found, item);
    else foreign.push(foreignOf(item));
  }
  stateAnnotations(found, foreign);
  const isEmpty = found.rows.length + found.notes.length + found.lines.length === 0;
  if (isEmpty)
    found.skip('the whole file', 'There is no annotation in it: its pages stand elsewhere, or it has none.');
  return found.done();
}

type Item = { readonly item: Json; readonly faults: readonly string[] };

/** @param pages those that were read: the first page of a collection may be its last one too */
function* annotationsIn(
  json: unknown,
  single: boolean,
  nested = false,
  pages = new Set<string>(),
): Generator<Item> {
  for (const part of listOf(json)) {
    if (!isObject(part)) {
      yield { item: {}, faults: ['It is no object.'] };
      continue;
    }
    const item = withPlainNames(part);
    const types = listOf(item['type']).map(textOf);
    if (types.includes('AnnotationCollection') || types.includes('AnnotationPage')) {
      const { items, first, next, last } = item;
      // pages that stand here too are checked item by item
      const shell = Object.fromEntries(
        Object.entries(item).filter(
          ([name, part]) =>
            name !== 'items' && name !== 'first' && !(isObject(part) && /^(?:next|last)$/.test(name)),
        ),
      );
      const faults =
        single && !nested
          ? annotationFaults({ ...shell, ...(types.includes('AnnotationPage') ? { items: [] } : {}) })
          : [];
      if (faults.length > 0) yield { item, faults };
      else {
        yield* annotationsIn(items ?? [], single, true, pages);
        for (const page of [first, next, last])
          if (isObject(page) && !pages.has(nameOf(page))) {
            if (nameOf(page) !== '') pages.add(nameOf(page));
            yield* annotationsIn(page, single, true, pages);
          }
      }
      continue;
    }
    yield { item, faults: single && !nested ? annotationFaults(item) : itemFaults(item) };
  }
}

function nameOf(page: Json): string {
  return textOf(page['id'] ?? page['@id']);
}

/** `@id` and `@type` are what `id` and `type` stand for. */
function withPlainNames(node: Json): Json {
  if (!('@id' in node) && !('@type' in node)) return node;
  const { '@id': id, '@type': type, ...rest } = node;
  return {
    ...rest,
    ...(rest['id'] === undefined && id !== undefined ? { id } : {}),
    ...(rest['type'] === undefined && type !== undefined
      ? { type: listOf(type).map((one) => textOf(one).replace(/^(oa:|http:\/\/www\.w3\.org\/ns\/oa#)/, '')) }
      : {}),
  };
}

function foreignOf(item: Json): Foreign {
  const bodies = listOf(item['body']).flatMap(bodiesIn);
  const motivations = listOf(item['motivation']).map((one) =>
    textOf(one).replace(/^(?:oa:|http:\/\/www\.w3\.org\/ns\/oa#)/, ''),
  );
  const tagging = motivations.length === 1 && motivations[0] === 'tagging';
  const isTag = (body: Json) =>
    textOf(body['purpose']) === 'tagging' || (tagging && textOf(body['purpose']) === '');
  const creator = listOf(item['creator'])[0];
  const targets = listOf(item['target']).flatMap(targetsIn);
  return {
    name: textOf(item['id']),
    spots: targets,
    texts: [textOf(item['bodyValue']), ...bodies.filter((body) => !isTag(body)).map(wordsOf)].filter(
      (text) => text !== '',
    ),
    tags: bodies
      .filter(isTag)
      .map(wordsOf)
      .filter((text) => text !== ''),
    person: isObject(creator)
      ? textOf(creator['name'] ?? creator['nickname'] ?? creator['id'])
      : textOf(creator),
    at: timeFrom(textOf(item['created'] ?? item['modified'])),
    answers: motivations.includes('replying')
      ? targets.map((spot) => spot.source.address ?? '')
      : targets.flatMap(({ source }) => source.address ?? []),
    isReply: motivations.includes('replying'),
    unit: 'code-point',
    raw: item,
  };
}

/** The bodies of a set: of a choice the first one, of the others all. */
function bodiesIn(body: unknown): Json[] {
  if (typeof body === 'string') return [{ source: body }];
  if (!isObject(body)) return [];
  const items = listOf(body['items']);
  if (items.length === 0) return [body];
  return listOf(body['type']).includes('Choice') ? bodiesIn(items[0]) : items.flatMap(bodiesIn);
}

function wordsOf(body: Json): string {
  const value = textOf(body['value'] ?? body['chars']);
  const text = /html/.test(textOf(body['format'])) ? withoutTags(value) : value;
  const { source } = body;
  return text || (isObject(source) ? textOf(source['id']) : textOf(source ?? body['id']));
}

export function withoutTags(html: string): string {
  return html
    .replaceAll(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim();
}

function targetsIn(target: unknown): Spot[] {
  const none = { exact: '', prefix: '', suffix: '', start: null, end: null };
  if (typeof target === 'string') return [{ source: { address: target }, ...none }];
  if (!isObject(target)) return [];
  const items = listOf(target['items']);
  if (items.length > 0)
    return (listOf(target['type']).includes('Choice') ? items.slice(0, 1) : items).flatMap(targetsIn);
  const { source } = target;
  const address = isObject(source) ? textOf(source['id'] ?? source['@id']) : textOf(source ?? target['id']);
  return [
    { source: { address, id: address.replace(/^urn:uuid:/, '') }, ...spotIn(listOf(target['selector'])) },
  ];
}
