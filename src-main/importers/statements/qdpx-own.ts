import {
  bareGuid,
  childNamed,
  childrenNamed,
  isNode,
  linkGuid,
  MARKED_HERE,
  QDA_VARIABLES,
  ROOT_CODE,
  textIn,
  variableGuid,
  type QdaNode,
  type QdaVariable,
} from '#domain/refi-qda.ts';
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
  STANCES,
  STATUSES,
  STRATEGIES,
  VERDICT_STATES,
  VERIFIABILITIES,
} from '#domain/words.ts';
import { some, type Collected } from './collect.ts';
import type { SourceText } from './qdpx-positions.ts';

const NAMES = new Map<string, QdaVariable>(QDA_VARIABLES.map((name) => [variableGuid(name), name]));

/** What Assay wrote about an element, by the names of its own variables. */
function factsOf(node: QdaNode): Map<QdaVariable, string> {
  return new Map(
    childrenNamed(node, 'VariableValue').flatMap((value) => {
      const name = NAMES.get(bareGuid(childNamed(value, 'VariableRef')?.attributes['targetGUID']));
      return name === undefined ? [] : [[name, textIn(childNamed(value, 'TextValue'))] as const];
    }),
  );
}

/** The project without what Assay added to it: what is left came from another program. */
export function withoutOwn(root: QdaNode): QdaNode {
  const ownCodes = new Set<string>();
  const collect = (node: QdaNode): void => {
    ownCodes.add(bareGuid(node.attributes['guid']));
    childrenNamed(node, 'Code').forEach(collect);
  };
  childrenNamed(childNamed(childNamed(root, 'CodeBook'), 'Codes'), 'Code')
    .filter((code) => bareGuid(code.attributes['guid']) === ROOT_CODE)
    .forEach(collect);
  const ownNotes = new Set(
    childrenNamed(childNamed(root, 'Notes'), 'Note')
      .filter((note) => factsOf(note).size > 0)
      .map((note) => bareGuid(note.attributes['guid'])),
  );
  const keeps = (node: QdaNode): boolean => {
    const guid = bareGuid(node.attributes['guid']);
    const target = bareGuid(node.attributes['targetGUID']);
    if (node.name === 'Code') return !ownCodes.has(guid);
    if (node.name === 'Variable') return !NAMES.has(guid);
    if (node.name === 'Coding')
      return !ownCodes.has(bareGuid(childNamed(node, 'CodeRef')?.attributes['targetGUID']));
    if (node.name === 'NoteRef') return !ownNotes.has(target);
    if (node.name === 'Link') return guid !== linkGuid(target);
    if (node.name === 'PlainTextSelection')
      return !childrenNamed(node, 'Coding').some(
        (coding) => bareGuid(childNamed(coding, 'CodeRef')?.attributes['targetGUID']) === MARKED_HERE,
      );
    return !['Case', 'Note', 'TextSource'].includes(node.name) || factsOf(node).size === 0;
  };
  const prune = (node: QdaNode): QdaNode[] => {
    const children = node.children.flatMap((child): (QdaNode | string)[] =>
      isNode(child) ? (keeps(child) ? prune(child) : []) : [child],
    );
    const emptied = children.length === 0 && node.children.length > 0 && LISTS.has(node.name);
    return emptied ? [] : [{ ...node, children }];
  };
  return prune(root)[0] ?? { ...root, children: [] };
}

const LISTS = new Set([
  'Users',
  'CodeBook',
  'Codes',
  'Variables',
  'Cases',
  'Sources',
  'Notes',
  'Links',
  'Sets',
  'Graphs',
]);

/** Reads back what Assay wrote into a project, with the identities that it had. */
export function readOwnProject(
  found: Collected,
  root: QdaNode,
  texts: ReadonlyMap<string, SourceText>,
): void {
  const selections = new Map<string, { selection: QdaNode; source: SourceText }>();
  for (const source of texts.values())
    for (const selection of childrenNamed(source.node, 'PlainTextSelection'))
      selections.set(bareGuid(selection.attributes['guid']), { selection, source });
  for (const { node, guid, text } of texts.values()) {
    const facts = factsOf(node);
    if (facts.get('kind') === 'article')
      found.articles.push({
        id: guid,
        title: node.attributes['name'] ?? '',
        address: facts.get('address') ?? '',
        author: facts.get('author') ?? '',
        publisher: facts.get('publisher') ?? '',
        published: facts.get('published') ?? '',
        language: facts.get('language') ?? '',
        text,
      });
    if (facts.get('kind') === 'reference') found.reference(cslOf(facts), guid);
  }
  for (const item of childrenNamed(childNamed(root, 'Cases'), 'Case')) readCase(found, item, selections);
  const claimBySelection = new Map(
    childrenNamed(childNamed(root, 'Cases'), 'Case').flatMap((item) =>
      [item, ...childrenNamed(item, 'SelectionRef')].map(
        (ref) =>
          [
            bareGuid(ref.attributes['targetGUID'] ?? ref.attributes['guid']),
            bareGuid(item.attributes['guid']),
          ] as const,
      ),
    ),
  );
  for (const link of childrenNamed(childNamed(root, 'Links'), 'Link'))
    readLink(found, link, claimBySelection, selections);
  const notes = childrenNamed(childNamed(root, 'Notes'), 'Note').map((note) => ({
    note,
    facts: factsOf(note),
  }));
  // a question stands before its answers
  const order = ['verdict', 'question', 'answer', 'comment'];
  for (const { note, facts } of notes.toSorted(
    (a, b) => order.indexOf(a.facts.get('kind') ?? '') - order.indexOf(b.facts.get('kind') ?? ''),
  ))
    readNote(found, note, facts);
}

function cslOf(facts: ReadonlyMap<QdaVariable, string>): Record<string, unknown> {
  try {
    const csl: unknown = JSON.parse(facts.get('csl') ?? '');
    if (typeof csl === 'object' && csl !== null && !Array.isArray(csl)) return { type: 'document', ...csl };
  } catch {
    // somebody edited it: its address is still there
  }
  return { type: 'webpage', URL: facts.get('address') ?? '' };
}

function list<W extends string>(words: readonly W[], text: string | undefined): W[] {
  const given = (text ?? '').split(' ');
  return words.filter((word) => given.includes(word)).toSorted((a, b) => given.indexOf(a) - given.indexOf(b));
}

function among<W extends string>(words: readonly W[], given: string | undefined): W | undefined {
  return words.find((word) => word === given);
}

function readCase(
  found: Collected,
  item: QdaNode,
  selections: ReadonlyMap<string, { selection: QdaNode; source: SourceText }>,
): void {
  const facts = factsOf(item);
  const id = uuidIn(item.attributes['guid']);
  if (id === undefined || !facts.has('wording')) return;
  const text = (name: QdaVariable) => some(facts.get(name) ?? '');
  const types = list(ALL_CLAIM_TYPES, facts.get('types'));
  const strategies = list(STRATEGIES, facts.get('strategies'));
  const made = timeFrom(facts.get('made_at') ?? '');
  found.row(
    'claim',
    id,
    id,
    {
      present: 1,
      wording: text('wording'),
      claimant: text('claimant'),
      claimed_on: text('claimed_on'),
      claimed_where: text('claimed_where'),
      country: text('country'),
      reported_by: text('reported_by'),
      address: text('address'),
      cached_address: text('cached_address'),
      check_address: text('check_address'),
      ...(types.length === 0
        ? {}
        : { type: CLAIM_TYPES.find((type) => type === types[0]) ?? null, types: JSON.stringify(types) }),
      ...(strategies.length === 0 ? {} : { strategies: JSON.stringify(strategies) }),
      verifiability: among(VERIFIABILITIES, facts.get('verifiability')),
      reason: among(REASONS, facts.get('reason')),
      checkable_on: text('checkable_on'),
      status: among(STATUSES, facts.get('status')),
      priority: among(PRIORITIES, facts.get('priority')),
      parent: uuidIn(facts.get('parent')),
    },
    made === '' ? {} : { made_at: made },
  );
  for (const ref of childrenNamed(item, 'SelectionRef')) {
    const known = selections.get(bareGuid(ref.attributes['targetGUID']));
    const at = known?.source.positions.at(known.selection);
    const place = uuidIn(ref.attributes['targetGUID']);
    if (
      !known ||
      !at ||
      place === undefined ||
      found.places.some((one) => one.id === place && one.claim === id)
    )
      continue;
    // where the selection came from another program, its claim was taken from there already
    const other = found.places.findIndex((one) => one.id === place);
    if (other >= 0) continue;
    found.places.push({
      id: place,
      claim: id,
      source: { id: known.source.guid },
      exact: known.source.text.slice(at.start, at.end),
      prefix: '',
      suffix: '',
      ...at,
      unit: 'utf-16',
      madeAt: timeFrom(known.selection.attributes['creationDateTime'] ?? ''),
      madeBy: uuidIn(known.selection.attributes['creatingUser']) ?? '',
    });
  }
  const tags = childrenNamed(item, 'CodeRef').length;
  if (tags > 0) found.tag(id, (item.attributes['name'] ?? '').length > 0 ? tagsOf(item) : []);
}

/** The tags of a claim stand in its description, one a line: a code knows only the codebook's spelling. */
function tagsOf(item: QdaNode): string[] {
  return textIn(childNamed(item, 'Description'))
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) => line.slice(1).trim());
}

function readLink(
  found: Collected,
  link: QdaNode,
  claims: ReadonlyMap<string, string>,
  selections: ReadonlyMap<string, { selection: QdaNode; source: SourceText }>,
): void {
  const id = uuidIn(link.attributes['targetGUID']);
  if (id === undefined || bareGuid(link.attributes['guid']) !== linkGuid(id)) return;
  const claim = claims.get(bareGuid(link.attributes['originGUID']));
  const known = selections.get(id);
  const stance = among(STANCES, link.attributes['name']);
  if (claim === undefined || !known || !stance)
    return found.skip(link.attributes['name'] ?? id, 'The evidence that it links is not in the file.');
  const facts = factsOf(known.source.node);
  const reference = facts.get('kind') === 'reference' ? known.source.guid : uuidIn(facts.get('reference'));
  if (reference === undefined) return;
  const at = known.source.positions.at(known.selection);
  const quote = at ? known.source.text.slice(at.start, at.end) : '';
  const isCitation = facts.get('kind') === 'reference' && at?.start === 0;
  found.row('evidence', id, claim, {
    present: 1,
    claim,
    reference,
    stance,
    quote: isCitation ? undefined : some(quote),
    note: some(textIn(childNamed(known.selection, 'Description'))),
    linked_at: some(timeFrom(known.selection.attributes['creationDateTime'] ?? '')),
    linked_by: uuidIn(known.selection.attributes['creatingUser']),
  });
}

function readNote(found: Collected, note: QdaNode, facts: ReadonlyMap<QdaVariable, string>): void {
  const id = uuidIn(note.attributes['guid']);
  const claim = uuidIn(facts.get('claim'));
  if (id === undefined || claim === undefined) return;
  const text = textIn(childNamed(note, 'PlainTextContent'));
  const person = uuidIn(note.attributes['creatingUser']);
  const at = some(timeFrom(note.attributes['creationDateTime'] ?? ''));
  const position = Number(facts.get('position'));
  switch (facts.get('kind')) {
    case 'verdict':
      return found.row('verdict', id, claim, {
        present: 1,
        claim,
        scale: facts.get('scale') ?? '',
        rating: facts.get('rating') ?? '',
        justification: facts.get('justified') === 'yes' ? JSON.stringify(fromPlainText(text)) : undefined,
        confidence: among(CONFIDENCES, facts.get('confidence')),
        known_as_of: some(facts.get('known_as_of') ?? ''),
        person,
        at,
        state: among(VERDICT_STATES, facts.get('state')),
        replaces: uuidIn(facts.get('replaces')),
        why: some(facts.get('why') ?? ''),
      });
    case 'question':
      return found.row('question', id, claim, {
        present: 1,
        claim,
        text,
        position,
        asked_at: at,
        asked_by: person,
      });
    case 'answer':
      return found.row('answer', id, claim, {
        present: 1,
        question: uuidIn(facts.get('question')),
        text: facts.get('justified') === 'yes' ? text : '',
        type: among(ANSWER_TYPES, facts.get('type')) ?? 'abstractive',
        explanation: some(facts.get('explanation') ?? ''),
        medium: among(MEDIA, facts.get('medium')),
        reference: uuidIn(facts.get('reference')),
        evidence: uuidIn(facts.get('evidence')),
        position,
        answered_at: at,
        answered_by: person,
      });
    case 'comment':
      return found.row('comment', id, claim, {
        present: 1,
        subject_kind: 'claim',
        subject: claim,
        text,
        person,
        at,
      });
    default:
      return undefined;
  }
}
