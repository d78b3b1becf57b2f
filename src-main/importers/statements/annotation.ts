import { uuidIn } from '#domain/identity.ts';
import type { StatedSource } from '#domain/statements.ts';
import type { Collected } from './collect.ts';

/** One place that an annotation is about, by quote, by position, or by both. */
export type Spot = {
  readonly source: StatedSource;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number | null;
  readonly end: number | null;
};

/** An annotation of another program, whatever shape it came in. */
export type Foreign = {
  /** Its own name, or '' where it has none. */
  readonly name: string;
  readonly spots: readonly Spot[];
  /** What it says about the place. */
  readonly texts: readonly string[];
  readonly tags: readonly string[];
  readonly person: string;
  readonly at: string;
  /** Names of annotations that it answers. */
  readonly answers: readonly string[];
  /** Whether it can only be an answer. */
  readonly isReply: boolean;
  readonly unit: 'code-point' | 'utf-16';
  readonly raw: unknown;
};

const isMarking = ({ exact, start, end }: Spot) =>
  exact.trim() !== '' || (start !== null && end !== null && start < end);

/**
 * States foreign annotations: words that somebody marked become a claim to be judged, what they said a comment on it,
 * an answer to another annotation a comment beside that one, and a remark about a whole page a comment on the article.
 */
export function stateAnnotations(found: Collected, all: readonly Foreign[]): void {
  const claims = new Map<string, string>();
  const keyed = all.map((one) => ({ one, key: keyOf(one) }));
  for (const { one, key } of keyed) {
    if (!one.spots.some(isMarking)) continue;
    const id = uuidIn(one.name) ?? found.identity('claim', key);
    if (one.name !== '') claims.set(one.name, id);
    stateMarking(found, one, id, key);
  }
  for (const { one, key } of keyed) {
    if (one.spots.some(isMarking)) continue;
    const text = one.texts.join('\n\n');
    const label = text || one.name || 'an annotation';
    const parent = threadOf(one, keyed, claims);
    if (parent !== undefined && text !== '') stateComment(found, parent, one, text, key);
    else if (one.isReply) found.skip(label, 'It answers an annotation that is not in this file.');
    else if (text === '') found.skip(label, 'It marks no words and says nothing.');
    else
      found.notes.push({
        id: uuidIn(one.name) ?? found.identity('note', key),
        source: one.spots[0]?.source ?? {},
        text,
        person: found.person(one.person === '' ? 'Unknown' : one.person),
        at: one.at,
      });
  }
}

function keyOf({ name, spots, texts, tags, person }: Foreign): string {
  return name === ''
    ? JSON.stringify([
        spots.map((spot) => [spot.source.address ?? '', spot.exact, spot.start]),
        texts,
        tags,
        person,
      ])
    : name;
}

/** The claim at the root of a thread of answers. */
function threadOf(
  one: Foreign,
  all: readonly { one: Foreign }[],
  claims: ReadonlyMap<string, string>,
): string | undefined {
  let names = one.answers;
  for (let depth = 0; depth < 50 && names.length > 0; depth++) {
    for (const name of names) {
      const claim = claims.get(name);
      if (claim !== undefined) return claim;
    }
    names = all.find(({ one: other }) => names.includes(other.name))?.one.answers ?? [];
  }
  return undefined;
}

function stateMarking(found: Collected, one: Foreign, id: string, key: string): void {
  const spots = one.spots.filter(isMarking);
  const exact = spots.map((spot) => spot.exact.trim()).find((words) => words !== '');
  found.row(
    'claim',
    id,
    id,
    { present: 1, ...(exact === undefined ? {} : { wording: exact.replaceAll(/\s+/g, ' ') }) },
    {
      verifiability: 'undecided',
      status: 'open',
      priority: 'normal',
      ...(one.at === '' ? {} : { made_at: one.at }),
    },
  );
  spots.forEach((spot, n) =>
    found.places.push({
      id: found.identity('place', JSON.stringify([id, n])),
      claim: id,
      ...spot,
      unit: one.unit,
      madeAt: one.at,
      madeBy: one.person === '' ? '' : found.person(one.person),
    }),
  );
  found.tag(id, one.tags);
  const text = one.texts.join('\n\n');
  if (text !== '') stateComment(found, id, one, text, key);
  found.keep('claim', id, key, one.raw);
}

function stateComment(found: Collected, claim: string, one: Foreign, text: string, key: string): void {
  found.row('comment', found.identity('comment', key), claim, {
    present: 1,
    subject_kind: 'claim',
    subject: claim,
    text,
    person: found.person(one.person === '' ? 'Unknown' : one.person),
    ...(one.at === '' ? {} : { at: one.at }),
  });
}
