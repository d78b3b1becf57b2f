import { asUuid, identityOf } from '#domain/identity.ts';
import type { QdaNode } from '#domain/refi-qda.ts';
import type { Agent, StandardClaim } from './input.ts';
import { facts, node, shortened, time, type Facts } from './qdpx-nodes.ts';

type Person = (agent: Agent | null) => string | undefined;

/** Verdicts, questions, answers and comments of a claim. @param person the GUID of whoever said it */
export function notesOf(claim: StandardClaim, person: Person): QdaNode[] {
  const about = asUuid(claim.id);
  const known = new Set(claim.occurrences.map((place) => identityOf('qdpx', 'comment', place.id)));
  return [
    ...claim.verdicts.map((verdict) =>
      note(
        verdict.id,
        `Verdict: ${verdict.rating}`,
        verdict.text === '' ? verdict.rating : verdict.text,
        person(verdict.person),
        verdict.at,
        {
          kind: 'verdict',
          claim: about,
          scale: verdict.scale,
          rating: verdict.rating,
          state: verdict.state,
          confidence: verdict.confidence ?? '',
          known_as_of: verdict.knownAsOf,
          why: verdict.why,
          replaces: verdict.replaces === null ? '' : asUuid(verdict.replaces),
          justified: verdict.text === '' ? 'no' : 'yes',
        },
      ),
    ),
    ...claim.questions.flatMap((question) => [
      note(question.id, 'Question', question.text, person(question.askedBy), question.askedAt, {
        kind: 'question',
        claim: about,
        position: String(question.position),
      }),
      ...question.answers.map((answer) =>
        note(
          answer.id,
          'Answer',
          answer.text === '' ? answer.type : answer.text,
          person(answer.answeredBy),
          answer.answeredAt,
          {
            kind: 'answer',
            claim: about,
            question: asUuid(question.id),
            type: answer.type,
            explanation: answer.explanation,
            medium: answer.medium ?? '',
            reference: answer.reference === null ? '' : asUuid(answer.reference),
            evidence: answer.evidence === null ? '' : asUuid(answer.evidence),
            position: String(answer.position),
            justified: answer.text === '' ? 'no' : 'yes',
          },
        ),
      ),
    ]),
    ...claim.comments
      .filter(({ id }) => !known.has(id))
      .map((comment) =>
        note(comment.id, 'Comment', comment.text, person(comment.person), comment.at, {
          kind: 'comment',
          claim: about,
        }),
      ),
  ];
}

function note(
  id: string,
  name: string,
  text: string,
  by: string | undefined,
  at: string,
  values: Facts,
): QdaNode {
  return node(
    'Note',
    {
      guid: asUuid(id),
      name: shortened(name),
      creatingUser: by,
      creationDateTime: time(at),
    },
    [node('PlainTextContent', {}, [text]), ...facts(values)],
  );
}
