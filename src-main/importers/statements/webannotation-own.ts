import { uuidIn } from '#domain/identity.ts';
import { timeFrom } from '#domain/reviews.ts';
import { fromPlainText } from '#domain/rich-text.ts';
import {
  ALL_CLAIM_TYPES,
  ANSWER_TYPES,
  CLAIM_TYPES,
  CONFIDENCES,
  MEDIA,
  PRIORITIES,
  REASONS,
  REFERENCE_KINDS,
  STANCES,
  STATUSES,
  STRATEGIES,
  VERDICT_STATES,
  VERIFIABILITIES,
} from '#domain/words.ts';
import { isObject, listOf, some, textOf, type Collected, type Json } from './collect.ts';
import { spotIn } from './selectors.ts';

/** Whether Assay wrote an annotation: it says what it stands for, and its identity is one of ours. */
export function isOwnAnnotation(item: Json): boolean {
  return typeof item['assay:kind'] === 'string' && uuidIn(item['id']) !== undefined;
}

export function readOwnAnnotation(found: Collected, item: Json): void {
  const id = uuidIn(item['id'])!;
  switch (item['assay:kind']) {
    case 'claim':
    case 'occurrence':
      return readPlace(found, id, item);
    case 'verdict':
      return readVerdict(found, id, item);
    case 'evidence':
      return readEvidence(found, id, item);
    case 'question':
      return readQuestion(found, id, item);
    case 'comment':
      return readComment(found, id, item);
    default:
      found.skip(textOf(item['id']), 'It is of a kind that this version does not know.');
  }
}

function part(item: Json, name: string): Json {
  const value = item[`assay:${name}`];
  return isObject(value) ? value : {};
}

function bodiesFor(item: Json, purpose: string): Json[] {
  return listOf(item['body'])
    .filter(isObject)
    .filter((body) => body['purpose'] === purpose);
}

function wordsFor(item: Json, purpose: string): string {
  const value = bodiesFor(item, purpose)[0]?.['value'];
  return typeof value === 'string' ? value : '';
}

function creatorOf(found: Collected, item: Json): string | undefined {
  const creator = listOf(item['creator'])[0];
  return isObject(creator) ? found.person(textOf(creator['name']), creator['id']) : undefined;
}

function among<W extends string>(words: readonly W[], given: unknown): W | undefined {
  return words.find((word) => word === given);
}

const stated = new WeakMap<Collected, Set<string>>();

function readPlace(found: Collected, id: string, item: Json): void {
  const facts = part(item, 'claim');
  const claim = uuidIn(facts['id']) ?? uuidIn(bodiesFor(item, 'describing')[0]?.['id']);
  if (claim === undefined) return found.skip(id, 'It does not name its claim.');
  const done = stated.get(found) ?? new Set<string>();
  stated.set(found, done);
  if (!done.has(claim)) {
    done.add(claim);
    readClaim(found, claim, item, facts);
  }
  if (item['assay:kind'] === 'claim') return;
  for (const target of listOf(item['target']).filter(isObject)) {
    const address = textOf(target['source']);
    found.places.push({
      id,
      claim,
      source: { id: uuidIn(target['assay:article']) ?? uuidIn(address), address },
      ...spotIn(listOf(target['selector'])),
      unit: 'code-point',
      madeAt: timeFrom(textOf(item['created'])),
      madeBy: creatorOf(found, item) ?? '',
    });
  }
}

function readClaim(found: Collected, claim: string, item: Json, facts: Json): void {
  const text = (name: string) => some(textOf(facts[name]));
  const types = ALL_CLAIM_TYPES.filter((type) => listOf(facts['types']).includes(type)).toSorted(
    (a, b) => listOf(facts['types']).indexOf(a) - listOf(facts['types']).indexOf(b),
  );
  const strategies = STRATEGIES.filter((one) => listOf(facts['strategies']).includes(one)).toSorted(
    (a, b) => listOf(facts['strategies']).indexOf(a) - listOf(facts['strategies']).indexOf(b),
  );
  creatorOf(found, item);
  const made = timeFrom(textOf(item['created']));
  found.row(
    'claim',
    claim,
    claim,
    {
      present: 1,
      wording: some(wordsFor(item, 'describing')),
      verifiability: among(VERIFIABILITIES, wordsFor(item, 'classifying')),
      claimant: text('claimant'),
      claimed_on: text('claimed_on'),
      claimed_where: text('claimed_where'),
      country: text('country'),
      reported_by: text('reported_by'),
      address: text('address'),
      cached_address: text('cached_address'),
      check_address: text('check_address'),
      reason: among(REASONS, facts['reason']),
      checkable_on: text('checkable_on'),
      status: among(STATUSES, facts['status']),
      priority: among(PRIORITIES, facts['priority']),
      parent: uuidIn(facts['parent']),
      ...(types.length === 0
        ? {}
        : { type: CLAIM_TYPES.find((type) => type === types[0]) ?? null, types: JSON.stringify(types) }),
      ...(strategies.length === 0 ? {} : { strategies: JSON.stringify(strategies) }),
    },
    made === '' ? {} : { made_at: made },
  );
  found.tag(
    claim,
    bodiesFor(item, 'tagging').map((body) => textOf(body['value'])),
  );
}

function readVerdict(found: Collected, id: string, item: Json): void {
  const facts = part(item, 'verdict');
  const claim = uuidIn(facts['claim']);
  if (claim === undefined || textOf(facts['rating']) === '')
    return found.skip(id, 'It does not name its claim and rating.');
  const reasons = wordsFor(item, 'commenting');
  found.row('verdict', id, claim, {
    present: 1,
    claim,
    scale: textOf(facts['scale']),
    rating: textOf(facts['rating']),
    justification: reasons === '' ? undefined : JSON.stringify(fromPlainText(reasons)),
    confidence: among(CONFIDENCES, facts['confidence']),
    known_as_of: some(textOf(facts['known_as_of'])),
    person: creatorOf(found, item),
    at: some(timeFrom(textOf(item['created']))),
    state: among(VERDICT_STATES, facts['state']),
    replaces: uuidIn(facts['replaces']),
    why: some(textOf(facts['why'])),
  });
}

function readEvidence(found: Collected, id: string, item: Json): void {
  const facts = part(item, 'evidence');
  const claim = uuidIn(facts['claim']);
  const body = bodiesFor(item, 'linking')[0] ?? {};
  const address = textOf(body['source']);
  if (claim === undefined || address === '') return found.skip(id, 'It does not name its claim and source.');
  const csl = isObject(facts['csl'])
    ? facts['csl']
    : { type: 'webpage', ...(uuidIn(address) ? {} : { URL: address }) };
  const { exact } = spotIn(listOf(body['selector']));
  const reference = found.reference({ type: 'document', ...csl }, facts['reference']);
  const row = found.rows.find((one) => one.table === 'reference' && one.id === reference)!;
  Object.assign(row.defaults, {
    ...(among(REFERENCE_KINDS, facts['kind']) ? { kind: textOf(facts['kind']) } : {}),
    ...(textOf(facts['origin']) === '' ? {} : { origin: textOf(facts['origin']) }),
  });
  found.row('evidence', id, claim, {
    present: 1,
    claim,
    reference,
    stance: among(STANCES, wordsFor(item, 'classifying')),
    quote: some(exact),
    locator: some(textOf(facts['locator'])),
    note: some(wordsFor(item, 'commenting')),
    linked_by: creatorOf(found, item),
    linked_at: some(timeFrom(textOf(item['created']))),
  });
}

function readQuestion(found: Collected, id: string, item: Json): void {
  const facts = part(item, 'question');
  const claim = uuidIn(facts['claim']);
  const text = wordsFor(item, 'questioning');
  if (claim === undefined || text === '') return found.skip(id, 'It does not name its claim and question.');
  const position = Number(facts['position']);
  found.row('question', id, claim, {
    present: 1,
    claim,
    text,
    position: Number.isFinite(position) ? position : undefined,
    asked_by: creatorOf(found, item),
    asked_at: some(timeFrom(textOf(item['created']))),
  });
  bodiesFor(item, 'replying').forEach((body, n) => {
    const about = isObject(body['assay:answer']) ? body['assay:answer'] : {};
    const at = Number(about['position']);
    found.row('answer', uuidIn(body['id']) ?? found.identity('answer', JSON.stringify([id, n])), claim, {
      present: 1,
      question: id,
      text: typeof body['value'] === 'string' ? body['value'] : '',
      type: among(ANSWER_TYPES, about['type']) ?? 'abstractive',
      explanation: some(textOf(about['explanation'])),
      medium: among(MEDIA, about['medium']),
      reference: uuidIn(about['reference']),
      evidence: uuidIn(about['evidence']),
      position: Number.isFinite(at) ? at : n + 1,
      answered_by: creatorOf(found, body),
      answered_at: some(timeFrom(textOf(body['created']))),
    });
  });
}

function readComment(found: Collected, id: string, item: Json): void {
  const facts = part(item, 'comment');
  const claim = uuidIn(facts['claim']);
  const text = wordsFor(item, 'commenting');
  const person = creatorOf(found, item) ?? found.person('Unknown');
  const at = timeFrom(textOf(item['created']));
  const article = uuidIn(facts['article']);
  if (claim !== undefined)
    found.row('comment', id, claim, {
      present: 1,
      subject_kind: 'claim',
      subject: claim,
      text,
      person,
      at: some(at),
    });
  else
    found.notes.push({
      id,
      source: { id: article, address: textOf(listOf(item['target'])[0]) },
      text,
      person,
      at,
    });
}
