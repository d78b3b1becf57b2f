import {
  AVERITEC_ANSWERS,
  AVERITEC_MEDIA,
  AVERITEC_STRATEGIES,
  AVERITEC_TYPES,
  dayFrom,
  wordOf,
} from '#domain/averitec.ts';
import { uuidIn } from '#domain/identity.ts';
import { fromPlainText } from '#domain/rich-text.ts';
import { averitecRatingId } from '#domain/scale-mapping.ts';
import { AVERITEC_LABELS, CLAIM_TYPES } from '#domain/words.ts';
import type { Statements } from '#domain/statements.ts';
import { Collected, isObject, listOf, plainText, some, textOf, type Json } from './collect.ts';

/** AVeriTeC's list of claims, each with its questions, answers and label. Each item by itself: a bad one stops no other. */
export function readAveritec(json: unknown): Statements {
  const found = new Collected('averitec');
  const items = Array.isArray(json)
    ? json
    : isObject(json)
      ? listOf(json['claims'] ?? json['data'] ?? json)
      : [];
  items.forEach((item, n) => {
    const name = `item ${n + 1}`;
    if (!isObject(item)) return found.skip(name, 'It is no object.');
    if (textOf(item['claim']) === '') return found.skip(name, 'It has no words of a claim.');
    readClaim(found, item);
  });
  return found.done();
}

function readClaim(found: Collected, item: Json): void {
  const wording = plainText(String(item['claim']));
  const key = JSON.stringify([wording, item['claim_date'] ?? null, item['speaker'] ?? null]);
  const own = uuidIn(item['assay_id']);
  const derived = found.identity('claim', key);
  const id = own ?? derived;
  const types = listOf(item['claim_types']).map((type) => ({ type, word: wordOf(AVERITEC_TYPES, type) }));
  const strategies = listOf(item['fact_checking_strategies']).map((one) => ({
    one,
    word: wordOf(AVERITEC_STRATEGIES, one),
  }));
  for (const { type, word } of types)
    if (!word) found.note(wording, `Its type “${textOf(type)}” is not known; it is kept as it is.`);
  for (const { one, word } of strategies)
    if (!word) found.note(wording, `Its strategy “${textOf(one)}” is not known; it is kept as it is.`);
  const known = types.flatMap(({ word }) => word ?? []);
  const day = dayFrom(item['claim_date']);
  if (day === '' && textOf(item['claim_date']) !== '')
    found.note(wording, `Its date “${textOf(item['claim_date'])}” could not be read; it is kept as it is.`);
  const country = textOf(item['location_ISO_code']);
  found.row(
    'claim',
    id,
    id,
    {
      present: 1,
      wording,
      claimant: some(textOf(item['speaker'])),
      claimed_on: some(day),
      country: some(country),
      reported_by: some(textOf(item['reporting_source'])),
      address: some(textOf(item['original_claim_url'])),
      cached_address: some(textOf(item['cached_original_claim_url'])),
      check_address: some(textOf(item['fact_checking_article'])),
      ...(known.length === 0
        ? {}
        : {
            type: CLAIM_TYPES.find((type) => type === known[0]) ?? null,
            types: JSON.stringify([...new Set(known)]),
          }),
      ...(strategies.some(({ word }) => word)
        ? { strategies: JSON.stringify([...new Set(strategies.flatMap(({ word }) => word ?? []))]) }
        : {}),
    },
    { verifiability: 'verifiable', status: 'done', priority: 'normal' },
  );
  // what Assay wrote under its own identity is no foreign item
  if (own === undefined) found.keep('claim', id, key, item);
  readVerdict(found, id, wording, item);
  listOf(item['questions']).forEach((question, n) => {
    if (isObject(question)) readQuestion(found, id, question, n);
  });
}

function readVerdict(found: Collected, claim: string, wording: string, item: Json): void {
  const label = textOf(item['label']);
  if (label === '') return;
  const known = AVERITEC_LABELS.find((one) => one.toLowerCase() === label.toLowerCase());
  if (!known)
    return found.note(wording, `Its label “${label}” is none of AVeriTeC’s four; no verdict was taken.`);
  const verdict = isObject(item['assay_verdict']) ? item['assay_verdict'] : {};
  const justification = typeof item['justification'] === 'string' ? plainText(item['justification']) : '';
  found.row('verdict', uuidIn(verdict['id']) ?? found.identity('verdict', claim), claim, {
    present: 1,
    claim,
    scale: some(textOf(verdict['scale'])) ?? 'averitec',
    rating: some(textOf(verdict['rating'])) ?? averitecRatingId(known),
    justification: justification === '' ? undefined : JSON.stringify(fromPlainText(justification)),
    person: found.person(some(textOf(verdict['person'])) ?? 'AVeriTeC', verdict['person_id']),
    at: some(textOf(verdict['at'])),
    state: 'final',
  });
}

function readQuestion(found: Collected, claim: string, item: Json, n: number): void {
  const text = typeof item['question'] === 'string' ? plainText(item['question']) : '';
  if (text.trim() === '') return found.note(`question ${n + 1}`, 'It has no words; it was left out.');
  const derived = found.identity('question', JSON.stringify([claim, text]));
  const id = uuidIn(item['assay_id']) ?? derived;
  found.row('question', id, claim, { present: 1, claim, text, position: n + 1 });
  listOf(item['answers']).forEach((answer, at) => {
    if (!isObject(answer)) return;
    const known = wordOf(AVERITEC_ANSWERS, answer['answer_type']);
    if (!known && textOf(answer['answer_type']) !== '')
      found.note(
        text,
        `The answer type “${textOf(answer['answer_type'])}” is not known; it is kept as it is.`,
      );
    const address = textOf(answer['source_url']);
    const cached = textOf(answer['cached_source_url']);
    found.row(
      'answer',
      uuidIn(answer['assay_id']) ?? found.identity('answer', JSON.stringify([id, at])),
      claim,
      {
        present: 1,
        question: id,
        text: typeof answer['answer'] === 'string' ? plainText(answer['answer']) : '',
        type: known ?? 'abstractive',
        explanation: some(textOf(answer['boolean_explanation'])),
        medium: wordOf(AVERITEC_MEDIA, answer['source_medium']),
        reference:
          address === ''
            ? undefined
            : found.reference(
                {
                  type: 'webpage',
                  URL: address,
                  ...(cached !== '' && cached !== address ? { archive_location: cached } : {}),
                },
                answer['assay_reference'],
              ),
        evidence: uuidIn(answer['assay_evidence']),
        position: at + 1,
      },
    );
  });
}
