import { asUuid, urnOf } from '#domain/identity.ts';
import { codePointOffset } from '#domain/flat-text.ts';
import { isWebAddress } from '#domain/reviews.ts';
import { ratingLabel } from '#domain/scale.ts';
import { builtInScale } from '#domain/scales.ts';
import { ANNO_CONTEXT } from '#domain/web-annotation.ts';
import {
  jsonBytes,
  type Agent,
  type StandardArticle,
  type StandardClaim,
  type StandardComment,
  type StandardFile,
  type StandardOccurrence,
  type StandardReference,
  type StandardsInput,
} from './input.ts';
import { Losses } from './losses.ts';

type Json = Record<string, unknown>;

/**
 * W3C Web Annotations: a collection with one page. Each place of a claim, verdict, piece of evidence, question and
 * comment is an annotation; what the model has no word for stands under `assay:`.
 */
export function writeWebAnnotation(input: StandardsInput): StandardFile {
  const articles = new Map(input.articles.map((article) => [article.id, article]));
  const references = new Map(input.references.map((reference) => [reference.id, reference]));
  const items = [
    ...input.claims.flatMap((claim) => [
      ...places(claim, articles),
      ...verdicts(claim, input),
      ...evidence(claim, references),
      ...questions(claim),
      ...claim.comments.map((comment) => remark(comment, claim.id, targetsOf(claim))),
    ]),
    ...input.articles.flatMap((article) =>
      article.comments.map((comment) => remark(comment, '', [sourceOf(article)], article)),
    ),
  ];
  const collection = urnOf(`annotations of ${input.project.id}`);
  const json = {
    '@context': [ANNO_CONTEXT, { assay: 'urn:assay:' }],
    id: collection,
    type: 'AnnotationCollection',
    label: input.project.title === '' ? 'Fact checks' : input.project.title,
    total: items.length,
    first: {
      id: urnOf(`annotations of ${input.project.id}, page 1`),
      type: 'AnnotationPage',
      partOf: collection,
      startIndex: 0,
      items,
    },
  };
  return {
    bytes: jsonBytes(json),
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    claims: input.claims.length,
    losses: lossesOf(input),
  };
}

function who(agent: Agent | null, at: string): Json {
  return {
    ...(at === '' ? {} : { created: at }),
    ...(agent === null ? {} : { creator: { id: urnOf(agent.id), type: 'Person', name: agent.name } }),
  };
}

function words(purpose: string, value: string, more: Json = {}): Json {
  return { type: 'TextualBody', purpose, value, format: 'text/plain', ...more };
}

/** What annotations about a claim as a whole point to: its places, else the claim itself. */
function targetsOf(claim: StandardClaim): string[] {
  return claim.occurrences.length === 0 ? [urnOf(claim.id)] : claim.occurrences.map(({ id }) => urnOf(id));
}

function sourceOf(article: StandardArticle | undefined): string {
  return article && isWebAddress(article.address) ? article.address : urnOf(article?.id ?? '');
}

function places(claim: StandardClaim, articles: ReadonlyMap<string, StandardArticle>): Json[] {
  const bodies = [
    words('describing', claim.wording, { id: urnOf(claim.id) }),
    words('classifying', claim.verifiability),
    ...claim.tags.map((tag) => words('tagging', tag)),
  ];
  const facts = { 'assay:claim': factsOf(claim) };
  if (claim.occurrences.length === 0) {
    const target = isWebAddress(claim.address) ? claim.address : urnOf(claim.id);
    return [
      {
        id: urnOf(`annotation of ${claim.id}`),
        type: 'Annotation',
        motivation: 'classifying',
        ...who(claim.madeBy, claim.madeAt),
        body: bodies,
        target,
        'assay:kind': 'claim',
        ...facts,
      },
    ];
  }
  return claim.occurrences.map((place) => ({
    id: urnOf(place.id),
    type: 'Annotation',
    motivation: 'classifying',
    ...who(claim.madeBy, claim.madeAt),
    body: bodies,
    target: {
      type: 'SpecificResource',
      source: sourceOf(articles.get(place.article)),
      selector: selectorsOf(place, articles.get(place.article)),
      'assay:article': urnOf(place.article),
    },
    'assay:kind': 'occurrence',
    ...facts,
  }));
}

/** Quote and position of the same place; a place that is lost has only its words left. */
function selectorsOf(place: StandardOccurrence, article: StandardArticle | undefined): Json[] {
  const { exact, prefix, suffix } = place;
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  if (place.state === 'orphaned' || !article) return [quote];
  return [
    quote,
    {
      type: 'TextPositionSelector',
      start: codePointOffset(article.text, place.start),
      end: codePointOffset(article.text, place.end),
    },
  ];
}

function factsOf(claim: StandardClaim): Json {
  return filled({
    id: urnOf(claim.id),
    claimant: claim.claimant,
    claimed_on: claim.claimedOn,
    claimed_where: claim.claimedWhere,
    types: claim.types,
    strategies: claim.strategies,
    country: claim.country,
    reported_by: claim.reportedBy,
    address: claim.address,
    cached_address: claim.cachedAddress,
    check_address: claim.checkAddress,
    reason: claim.reason ?? '',
    checkable_on: claim.checkableOn,
    status: claim.status,
    priority: claim.priority,
    parent: claim.parent === null ? '' : urnOf(claim.parent),
  });
}

function filled(values: Json): Json {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function verdicts(claim: StandardClaim, input: StandardsInput): Json[] {
  return claim.verdicts.map((verdict) => {
    const scale = input.scales.find(({ id }) => id === verdict.scale) ?? builtInScale(verdict.scale);
    const rating = scale?.ratings.find(({ id }) => id === verdict.rating);
    return {
      id: urnOf(verdict.id),
      type: 'Annotation',
      motivation: 'assessing',
      ...who(verdict.person, verdict.at),
      body: [
        words('assessing', rating ? ratingLabel(rating, 'en') : verdict.rating),
        ...(verdict.text === '' ? [] : [words('commenting', verdict.text)]),
      ],
      target: targetsOf(claim),
      'assay:kind': 'verdict',
      'assay:verdict': filled({
        claim: urnOf(claim.id),
        scale: verdict.scale,
        rating: verdict.rating,
        state: verdict.state,
        confidence: verdict.confidence,
        known_as_of: verdict.knownAsOf,
        replaces: verdict.replaces === null ? '' : urnOf(verdict.replaces),
        why: verdict.why,
      }),
    };
  });
}

function evidence(claim: StandardClaim, references: ReadonlyMap<string, StandardReference>): Json[] {
  return claim.evidence.map((one) => {
    const reference = references.get(one.reference);
    const address = reference?.csl['URL'];
    const source = typeof address === 'string' && isWebAddress(address) ? address : urnOf(one.reference);
    const capture = reference?.captures.find(({ id }) => id === one.capture);
    return {
      id: urnOf(one.id),
      type: 'Annotation',
      motivation: 'linking',
      ...who(one.linkedBy, one.linkedAt),
      body: [
        {
          type: 'SpecificResource',
          source,
          purpose: 'linking',
          ...(one.quote === '' ? {} : { selector: quoteIn(one, capture?.text ?? null) }),
          ...(capture && capture.capturedAt !== ''
            ? {
                state: {
                  type: 'TimeState',
                  sourceDate: capture.capturedAt,
                  cached: hashName(capture.sha256),
                },
              }
            : {}),
        },
        words('classifying', one.stance),
        ...(one.note === '' ? [] : [words('commenting', one.note)]),
      ],
      target: targetsOf(claim),
      'assay:kind': 'evidence',
      'assay:evidence': filled({
        claim: urnOf(claim.id),
        reference: urnOf(one.reference),
        locator: one.locator,
        csl: reference?.csl ?? null,
        kind: reference?.kind ?? '',
        origin: reference?.origin ?? '',
      }),
    };
  });
}

function quoteIn(one: StandardClaim['evidence'][number], text: string | null): Json | Json[] {
  const { quote, place } = one;
  const words = {
    type: 'TextQuoteSelector',
    exact: quote,
    ...(place ? { prefix: place.prefix, suffix: place.suffix } : {}),
  };
  if (!place || text === null || text.slice(place.start, place.end) !== quote) return words;
  return [
    words,
    {
      type: 'TextPositionSelector',
      start: codePointOffset(text, place.start),
      end: codePointOffset(text, place.end),
    },
  ];
}

/** The archived copy by the hash of its bytes, as RFC 6920 names it: true wherever the copy lies. */
export function hashName(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`;
}

function questions(claim: StandardClaim): Json[] {
  return claim.questions.map((question) => ({
    id: urnOf(question.id),
    type: 'Annotation',
    motivation: 'questioning',
    ...who(question.askedBy, question.askedAt),
    body: [
      words('questioning', question.text),
      ...question.answers.map((answer) =>
        words('replying', answer.text, {
          id: urnOf(answer.id),
          ...who(answer.answeredBy, answer.answeredAt),
          'assay:answer': filled({
            type: answer.type,
            explanation: answer.explanation,
            medium: answer.medium,
            reference: answer.reference === null ? '' : urnOf(answer.reference),
            evidence: answer.evidence === null ? '' : urnOf(answer.evidence),
            position: answer.position,
          }),
        }),
      ),
    ],
    target: targetsOf(claim),
    'assay:kind': 'question',
    'assay:question': { claim: urnOf(claim.id), position: question.position },
  }));
}

function remark(comment: StandardComment, claim: string, target: string[], article?: StandardArticle): Json {
  return {
    id: urnOf(comment.id),
    type: 'Annotation',
    motivation: 'commenting',
    ...who(comment.person, comment.at),
    body: [words('commenting', comment.text)],
    target,
    'assay:kind': 'comment',
    'assay:comment': claim === '' ? { article: asUuid(article?.id ?? '') } : { claim: urnOf(claim) },
  };
}

function lossesOf(input: StandardsInput): readonly string[] {
  const losses = new Losses(input.options.tell);
  const places = input.claims.flatMap(({ occurrences }) => occurrences);
  losses.add('lostWords', places.filter(({ state }) => state === 'orphaned').length);
  losses.add('sureness', places.filter(({ state }) => state === 'moved' || state === 'ambiguous').length);
  losses.add('textless', input.claims.filter(({ occurrences }) => occurrences.length === 0).length);
  losses.add('assignments', input.claims.filter(({ assignee }) => assignee !== null).length);
  const justified = input.claims
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ justification }) =>
      (justification?.content ?? []).some(
        (node) => node.type !== 'paragraph' || (node.content ?? []).some((part) => part.marks !== undefined),
      ),
    );
  losses.add('formatting', justified.length);
  losses.add('noTexts', input.articles.length);
  const used = new Set(
    input.claims.flatMap((claim) => [
      ...claim.evidence.map(({ reference }) => reference),
      ...claim.questions.flatMap(({ answers }) => answers.flatMap(({ reference }) => reference ?? [])),
    ]),
  );
  const linked = new Set(input.claims.flatMap((claim) => claim.evidence.map(({ reference }) => reference)));
  losses.add('bareReferences', [...used].filter((id) => !linked.has(id)).length);
  losses.add('unusedReferences', input.references.filter(({ id }) => !used.has(id)).length);
  losses.add(
    'copiesByHash',
    input.references.reduce((n, one) => n + one.captures.length, 0),
  );
  losses.say('restWebAnnotation');
  return losses.all;
}
