import {
  AVERITEC_ANSWERS,
  AVERITEC_MEDIA,
  AVERITEC_STRATEGIES,
  AVERITEC_TYPES,
  averitecDay,
  dayFrom,
  wordOf,
} from '#domain/averitec.ts';
import { asUuid, identityOf } from '#domain/identity.ts';
import { OWN_WORDS_SCALE } from '#domain/reviews.ts';
import type { Rating } from '#domain/scale.ts';
import { builtInScale } from '#domain/scales.ts';
import {
  jsonBytes,
  type StandardAnswer,
  type StandardClaim,
  type StandardFile,
  type StandardQuestion,
  type StandardReference,
  type StandardsInput,
  type StandardVerdict,
} from './input.ts';
import { Losses } from './losses.ts';

type Json = Record<string, unknown>;

/** AVeriTeC's list of claims: those that can be verified and have a final verdict, each with its questions. */
export function writeAveritec(input: StandardsInput): StandardFile {
  const raw = new Map(
    input.received.flatMap(({ subject, data, kind }) =>
      kind === 'claim' && data !== null ? [[subject, JSON.parse(data) as Json] as const] : [],
    ),
  );
  const references = new Map(input.references.map((reference) => [reference.id, reference]));
  const names = new Map<string, number>();
  const chosen = input.claims.flatMap((claim) => {
    const verdict = claim.verdicts.findLast(({ state }) => state === 'final');
    const rating = verdict && ratingOf(input, verdict);
    return verdict && rating && claim.verifiability === 'verifiable' && verdict.scale !== OWN_WORDS_SCALE
      ? [{ claim, verdict, rating }]
      : [];
  });
  const items = chosen.map(({ claim, verdict, rating }) =>
    claimItem(claim, verdict, rating, { raw: raw.get(claim.id), references, names, input }),
  );
  return {
    bytes: jsonBytes(items),
    mediaType: 'application/json',
    claims: items.length,
    losses: lossesOf(
      input,
      chosen.map(({ claim }) => claim),
      raw,
    ),
  };
}

function ratingOf(input: StandardsInput, { scale, rating }: StandardVerdict): Rating | undefined {
  const known = input.scales.find(({ id }) => id === scale) ?? builtInScale(scale);
  return known?.ratings.find(({ id }) => id === rating);
}

type About = {
  readonly raw: Json | undefined;
  readonly references: ReadonlyMap<string, StandardReference>;
  /** How often each key was written, as the reader counts them. */
  readonly names: Map<string, number>;
  readonly input: StandardsInput;
};

/** What came from AVeriTeC and says the same still is given back as it came; all else is written anew. */
function claimItem(claim: StandardClaim, verdict: StandardVerdict, rating: Rating, about: About): Json {
  const { raw } = about;
  const was = (name: string) => raw?.[name];
  const text = (name: string, now: string) => (same(was(name), now) ? was(name) : now === '' ? null : now);
  const day =
    raw !== undefined && dayFrom(was('claim_date')) === claim.claimedOn
      ? was('claim_date')
      : averitecDay(claim.claimedOn);
  const item: Json = {
    ...raw,
    claim: claim.wording,
    required_reannotation: was('required_reannotation') ?? false,
    label: raw !== undefined && rating.averitec === was('label') ? was('label') : rating.averitec,
    justification: sameText(was('justification'), verdict.text) ? was('justification') : verdict.text,
    claim_date: day,
    speaker: text('speaker', claim.claimant),
    original_claim_url: text('original_claim_url', claim.address),
    fact_checking_article: text('fact_checking_article', claim.checkAddress),
    reporting_source: text('reporting_source', claim.reportedBy),
    location_ISO_code: text('location_ISO_code', claim.country),
    claim_types: listed(was('claim_types'), claim.types, AVERITEC_TYPES),
    fact_checking_strategies: listed(was('fact_checking_strategies'), claim.strategies, AVERITEC_STRATEGIES),
    questions: [
      ...claim.questions.map((question) => questionItem(question, claim.id, about)),
      ...(about.input.options.questionsFromEvidence ? evidenceQuestions(claim, about) : []),
    ],
  };
  if (raw === undefined || 'cached_original_claim_url' in raw || claim.cachedAddress !== '')
    item['cached_original_claim_url'] = text('cached_original_claim_url', claim.cachedAddress);
  const key = JSON.stringify([item['claim'], item['claim_date'] ?? null, item['speaker'] ?? null]);
  if (derived(about, 'claim', key) !== claim.id || raw === undefined) {
    item['assay_id'] = asUuid(claim.id);
    item['assay_verdict'] = {
      id: asUuid(verdict.id),
      scale: verdict.scale,
      rating: verdict.rating,
      at: verdict.at,
      ...(verdict.person ? { person: verdict.person.name, person_id: asUuid(verdict.person.id) } : {}),
    };
  } else delete item['assay_id'];
  return item;
}

/** The id that the reader would give to this, since it counts equal keys as it meets them. */
function derived({ names }: About, kind: string, key: string): string {
  const whole = JSON.stringify([kind, key]);
  const count = (names.get(whole) ?? 0) + 1;
  names.set(whole, count);
  return count === 1 ? identityOf('averitec', kind, key) : identityOf('averitec', kind, key, String(count));
}

function questionItem(question: StandardQuestion, claim: string, about: About): Json {
  const raws = list(about.raw?.['questions']).filter((one) => one['question'] === question.text);
  const raw = raws[0];
  const item: Json = { ...raw, question: question.text, answers: [] };
  const id = derived(about, 'question', JSON.stringify([claim, question.text]));
  if (id === question.id) delete item['assay_id'];
  else item['assay_id'] = asUuid(question.id);
  item['answers'] = question.answers.map((answer, n) =>
    answerItem(answer, question.id, n, list(raw?.['answers'])[n], about),
  );
  return item;
}

function answerItem(
  answer: StandardAnswer,
  question: string,
  n: number,
  was: Json | undefined,
  about: About,
): Json {
  const reference = answer.reference === null ? undefined : about.references.get(answer.reference);
  const address = addressOf(reference);
  const stays = was !== undefined && (was['source_url'] ?? '') === address;
  const medium = answer.medium === null ? '' : AVERITEC_MEDIA[answer.medium];
  const type = AVERITEC_ANSWERS[answer.type];
  const item: Json = {
    ...was,
    answer: was !== undefined && same(was['answer'], answer.text) ? was['answer'] : answer.text,
    answer_type:
      was !== undefined && (wordOf(AVERITEC_ANSWERS, was['answer_type']) ?? 'abstractive') === answer.type
        ? was['answer_type']
        : type,
    source_url: stays ? was['source_url'] : address,
    source_medium:
      was !== undefined && (wordOf(AVERITEC_MEDIA, was['source_medium']) ?? null) === answer.medium
        ? was['source_medium']
        : medium,
  };
  if (
    !same(was?.['boolean_explanation'], answer.explanation) ||
    (answer.type === 'boolean' && was === undefined)
  )
    item['boolean_explanation'] = answer.explanation;
  const archive = reference?.csl['archive_location'];
  if (!stays) {
    delete item['cached_source_url'];
    if (typeof archive === 'string' && archive !== '') item['cached_source_url'] = archive;
  }
  const id = derived(about, 'answer', JSON.stringify([question, n]));
  if (id === answer.id) delete item['assay_id'];
  else {
    item['assay_id'] = asUuid(answer.id);
    if (answer.evidence !== null) item['assay_evidence'] = asUuid(answer.evidence);
    // two references may have one address
    if (answer.reference !== null) item['assay_reference'] = asUuid(answer.reference);
  }
  return item;
}

function addressOf(reference: StandardReference | undefined): string {
  const address = reference?.csl['URL'];
  return typeof address === 'string' ? address : '';
}

/** Evidence that answers no question, worded as one: only where a person asks for it. */
function evidenceQuestions(claim: StandardClaim, about: About): Json[] {
  const answered = new Set(claim.questions.flatMap(({ answers }) => answers.map(({ evidence }) => evidence)));
  return claim.evidence
    .filter((one) => !answered.has(one.id) && one.quote !== '')
    .map((one) => {
      const reference = about.references.get(one.reference);
      const title = reference?.csl['title'];
      return {
        question: `What does ${typeof title === 'string' && title !== '' ? `“${title}”` : 'the source'} say about this?`,
        answers: [
          {
            answer: one.quote,
            answer_type: AVERITEC_ANSWERS.extractive,
            source_url: addressOf(reference),
            source_medium: AVERITEC_MEDIA['web-text'],
          },
        ],
        assay_id: identityOf('averitec', 'evidence-question', one.id),
      };
    });
}

function listed<W extends string>(
  was: unknown,
  now: readonly W[],
  words: Readonly<Record<W, string>>,
): unknown {
  const before = Array.isArray(was)
    ? [...new Set(was.flatMap((one) => wordOf(words, one) ?? []))]
    : undefined;
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now)
    ? was
    : now.map((word) => words[word]);
}

function list(value: unknown): Json[] {
  return Array.isArray(value)
    ? value.filter((one): one is Json => typeof one === 'object' && one !== null)
    : [];
}

function same(was: unknown, now: string): boolean {
  return typeof was === 'string'
    ? was.trim() === now.trim()
    : (was === null || was === undefined) && now === '';
}

function sameText(was: unknown, now: string): boolean {
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  return typeof was === 'string' ? plain(was) === plain(now) : was === null && now === '';
}

function lossesOf(
  input: StandardsInput,
  written: readonly StandardClaim[],
  raw: ReadonlyMap<string, Json>,
): readonly string[] {
  const losses = new Losses(input.options.tell);
  const all = input.claims;
  const carried = new Set(written.map(({ id }) => id));
  losses.add('notVerifiable', all.filter((one) => one.verifiability !== 'verifiable').length);
  losses.add(
    'noLabel',
    all.filter((one) => one.verifiability === 'verifiable' && !carried.has(one.id)).length,
  );
  const loose = written.flatMap((claim) => {
    const answered = new Set(
      claim.questions.flatMap(({ answers }) => answers.map(({ evidence }) => evidence)),
    );
    return claim.evidence.filter(({ id }) => !answered.has(id));
  });
  losses.add(
    'noQuestion',
    input.options.questionsFromEvidence ? loose.filter(({ quote }) => quote === '').length : loose.length,
  );
  losses.add(
    'noType',
    written.filter((one) => raw.get(one.id) === undefined && one.types.length === 0).length,
  );
  losses.add('shortDate', written.filter(({ claimedOn }) => /^\d{4}(-\d\d)?$/.test(claimedOn)).length);
  losses.add('noDate', written.filter(({ claimedOn }) => claimedOn === '').length);
  losses.add(
    'places',
    written.reduce((n, one) => n + one.occurrences.length, 0),
  );
  losses.add(
    'notFinal',
    written.reduce((n, one) => n + one.verdicts.length - 1, 0),
  );
  losses.add(
    'comments',
    written.reduce((n, one) => n + one.comments.length, 0),
  );
  losses.add(
    'tags',
    written.reduce((n, one) => n + one.tags.length, 0),
  );
  losses.add('placesInWords', written.filter(({ claimedWhere }) => claimedWhere !== '').length);
  losses.add('parents', written.filter(({ parent }) => parent !== null).length);
  losses.say('restAveritec');
  return losses.all;
}
