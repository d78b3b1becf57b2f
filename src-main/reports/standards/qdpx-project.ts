import { asUuid, identityOf } from '#domain/identity.ts';
import { codePointOffset } from '#domain/flat-text.ts';
import {
  codeGuid,
  linkGuid,
  MARKED_HERE,
  ROOT_CODE,
  QDA_VARIABLES,
  variableGuid,
  type QdaNode,
  type QdaVariable,
} from '#domain/refi-qda.ts';
import { ratingLabel } from '#domain/scale.ts';
import { builtInScale } from '#domain/scales.ts';
import { ALL_CLAIM_TYPES, STANCES, VERIFIABILITIES } from '#domain/words.ts';
import {
  rulingOf,
  type Agent,
  type StandardArticle,
  type StandardClaim,
  type StandardEvidence,
  type StandardReference,
  type StandardsInput,
} from './input.ts';

type Facts = Partial<Record<QdaVariable, string>>;

const node = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly (QdaNode | string | undefined)[] = [],
): QdaNode => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  ),
  children: children.filter((child) => child !== undefined).filter((child) => child !== ''),
});

const listed = (name: string, children: readonly QdaNode[]): QdaNode | undefined =>
  children.length === 0 ? undefined : node(name, {}, children);
const shortened = (text: string, length = 100) => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1).toWellFormed()}…` : line;
};

/** The schema wants a date with time. */
const time = (at: string) => (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(at) ? at : undefined);

function facts(values: Facts): QdaNode[] {
  return (Object.entries(values) as [QdaVariable, string][])
    .filter(([, value]) => value !== '')
    .map(([name, value]) =>
      node('VariableValue', {}, [
        node('VariableRef', { targetGUID: variableGuid(name) }),
        node('TextValue', {}, [value]),
      ]),
    );
}

/**
 * What Assay knows, as a project: articles and quoted sources are texts, claims are cases, judgements are codes and
 * variables, reasons and remarks are notes, evidence is linked by its stance.
 * @param theirs GUIDs of things that came from other programs, which are not described again
 */
export function ownProject(
  input: StandardsInput,
  theirs: ReadonlySet<string>,
): { root: QdaNode; texts: Map<string, string> } {
  const made = new Making(input, theirs);
  const claims = input.claims.filter((claim) => made.isWorkedOn(claim));
  const codings = new Map(claims.map((claim) => [claim.id, made.codesOf(claim)]));
  const cases = claims.map((claim) => made.caseOf(claim, codings.get(claim.id)!));
  const notes = claims.flatMap((claim) => made.notesOf(claim));
  const links = claims.flatMap((claim) => made.linksOf(claim));
  const sources = [
    ...input.articles.map((article) => made.articleSource(article, claims, codings)),
    ...made.referenceSources(claims),
  ].filter((source) => source !== undefined);
  const hasOwn = cases.length > 0 || sources.some((source) => !theirs.has(source.attributes['guid'] ?? ''));
  return {
    texts: made.texts,
    root: node(
      'Project',
      {
        name: input.project.title === '' ? 'Fact checks' : input.project.title,
        origin: 'Assay',
        creationDateTime: time(input.generatedFrom),
      },
      [
        listed('Users', made.users()),
        hasOwn ? node('CodeBook', {}, [node('Codes', {}, [made.codeBook(input, claims)])]) : undefined,
        hasOwn
          ? listed(
              'Variables',
              QDA_VARIABLES.map((name) =>
                node('Variable', { guid: variableGuid(name), name: `assay.${name}`, typeOfVariable: 'Text' }),
              ),
            )
          : undefined,
        listed('Cases', cases),
        listed('Sources', sources),
        listed('Notes', notes),
        listed('Links', links),
      ],
    ),
  };
}

class Making {
  readonly texts = new Map<string, string>();
  private readonly people = new Map<string, string>();
  private readonly articles: ReadonlyMap<string, StandardArticle>;
  private readonly references: ReadonlyMap<string, StandardReference>;
  private readonly input: StandardsInput;
  private readonly theirs: ReadonlySet<string>;

  constructor(input: StandardsInput, theirs: ReadonlySet<string>) {
    this.input = input;
    this.theirs = theirs;
    this.articles = new Map(input.articles.map((one) => [one.id, one]));
    this.references = new Map(input.references.map((one) => [one.id, one]));
  }

  /** Whether there is anything to say about a claim that the program it came from does not say itself. */
  isWorkedOn(claim: StandardClaim): boolean {
    const isTheirs = claim.occurrences.length > 0 && claim.occurrences.every(({ id }) => this.theirs.has(id));
    if (!isTheirs) return true;
    const remarks = claim.comments.filter(
      ({ id }) => !claim.occurrences.some((place) => identityOf('qdpx', 'comment', place.id) === id),
    );
    return (
      claim.verifiability !== 'undecided' ||
      claim.status !== 'open' ||
      claim.claimant !== '' ||
      claim.claimedOn !== '' ||
      claim.types.length +
        claim.verdicts.length +
        claim.evidence.length +
        claim.questions.length +
        remarks.length >
        0 ||
      claim.wording !== (claim.occurrences[0]?.exact ?? '').replaceAll(/\s+/g, ' ').trim()
    );
  }

  person(agent: Agent | null): string | undefined {
    if (agent === null) return undefined;
    const guid = asUuid(agent.id);
    this.people.set(guid, agent.name);
    return guid;
  }

  users(): QdaNode[] {
    return [...this.people]
      .filter(([guid]) => !this.theirs.has(guid))
      .map(([guid, name]) => node('User', { guid, name }));
  }

  codesOf(claim: StandardClaim): string[] {
    const ruling = rulingOf(claim);
    return [
      codeGuid('verifiability', claim.verifiability),
      ...claim.types.map((type) => codeGuid('type', type)),
      ...(ruling ? [codeGuid('verdict', ruling.scale, ruling.rating)] : []),
      ...claim.tags.map((tag) => codeGuid('tag', tag)),
    ];
  }

  codeBook(input: StandardsInput, claims: readonly StandardClaim[]): QdaNode {
    const code = (guid: string, name: string, children: readonly QdaNode[] = [], color?: string) =>
      node('Code', { guid, name, isCodable: children.length === 0 ? 'true' : 'false', color }, children);
    const ratings = new Map<string, QdaNode>();
    for (const claim of claims) {
      for (const verdict of claim.verdicts) {
        const scale = input.scales.find(({ id }) => id === verdict.scale) ?? builtInScale(verdict.scale);
        const rating = scale?.ratings.find(({ id }) => id === verdict.rating);
        const guid = codeGuid('verdict', verdict.scale, verdict.rating);
        ratings.set(
          guid,
          code(guid, rating ? ratingLabel(rating, 'en') : verdict.rating, [], rating?.colour),
        );
      }
    }
    const tags = [...new Set(claims.flatMap((claim) => claim.tags))].toSorted((a, b) => (a < b ? -1 : 1));
    const group = (name: string, children: readonly QdaNode[]) =>
      children.length === 0 ? [] : [code(codeGuid('group', name), name, children)];
    return code(ROOT_CODE, 'Assay', [
      code(MARKED_HERE, 'marked'),
      ...group(
        'Verifiability',
        VERIFIABILITIES.map((word) => code(codeGuid('verifiability', word), word)),
      ),
      ...group(
        'Claim type',
        ALL_CLAIM_TYPES.map((word) => code(codeGuid('type', word), word)),
      ),
      ...group('Verdict', [...ratings.values()]),
      ...group(
        'Stance',
        STANCES.map((word) => code(codeGuid('stance', word), word)),
      ),
      ...group(
        'Tag',
        tags.map((tag) => code(codeGuid('tag', tag), tag)),
      ),
    ]);
  }

  caseOf(claim: StandardClaim, codes: readonly string[]): QdaNode {
    const places = claim.occurrences.filter(
      ({ state, article }) => state !== 'orphaned' && this.articles.has(article),
    );
    return node('Case', { guid: asUuid(claim.id), name: shortened(claim.wording) }, [
      claim.tags.length === 0
        ? undefined
        : node('Description', {}, [claim.tags.map((tag) => `#${tag}`).join('\n')]),
      ...codes.map((code) => node('CodeRef', { targetGUID: code })),
      ...facts({
        wording: claim.wording,
        claimant: claim.claimant,
        claimed_on: claim.claimedOn,
        claimed_where: claim.claimedWhere,
        country: claim.country,
        reported_by: claim.reportedBy,
        address: claim.address,
        cached_address: claim.cachedAddress,
        check_address: claim.checkAddress,
        types: claim.types.join(' '),
        strategies: claim.strategies.join(' '),
        verifiability: claim.verifiability,
        reason: claim.reason ?? '',
        checkable_on: claim.checkableOn,
        status: claim.status,
        priority: claim.priority,
        made_at: claim.madeAt,
        parent: claim.parent === null ? '' : asUuid(claim.parent),
      }),
      ...[...new Set(places.map(({ article }) => article))].map((article) =>
        node('SourceRef', { targetGUID: asUuid(article) }),
      ),
      ...places.map(({ id }) => node('SelectionRef', { targetGUID: asUuid(id) })),
    ]);
  }

  articleSource(
    article: StandardArticle,
    claims: readonly StandardClaim[],
    codings: ReadonlyMap<string, readonly string[]>,
  ): QdaNode | undefined {
    const guid = asUuid(article.id);
    const isTheirs = this.theirs.has(guid);
    const selections = claims.flatMap((claim) =>
      claim.occurrences
        .filter((place) => place.article === article.id && place.state !== 'orphaned')
        .map((place) => {
          const own = asUuid(place.id);
          const known = this.theirs.has(own);
          const codes = [...(known ? [] : [MARKED_HERE]), ...codings.get(claim.id)!];
          return this.selection(
            own,
            article.text,
            place.start,
            place.end,
            known ? {} : { by: claim.madeBy, at: claim.madeAt },
            codes,
          );
        }),
    );
    if (isTheirs) return selections.length === 0 ? undefined : node('TextSource', { guid }, selections);
    this.texts.set(guid, article.text);
    return node(
      'TextSource',
      {
        guid,
        name: article.title,
        plainTextPath: `internal://${guid}.txt`,
        creatingUser: this.person(article.importedBy),
        creationDateTime: time(article.importedAt),
      },
      [
        ...selections,
        ...facts({
          kind: 'article',
          address: article.address,
          author: article.author,
          publisher: article.publisher,
          published: article.published,
          language: article.language,
        }),
      ],
    );
  }

  private selection(
    guid: string,
    text: string,
    start: number,
    end: number,
    about: { by?: Agent | null; at?: string },
    codes: readonly string[],
    description = '',
  ): QdaNode {
    const user = this.person(about.by ?? null);
    const at = time(about.at ?? '');
    return node(
      'PlainTextSelection',
      {
        guid,
        name: shortened(text.slice(start, end)),
        startPosition: String(codePointOffset(text, start)),
        endPosition: String(codePointOffset(text, end)),
        creatingUser: user,
        creationDateTime: at,
      },
      [
        description === '' ? undefined : node('Description', {}, [description]),
        ...[...new Set(codes)].map((code) =>
          node(
            'Coding',
            { guid: identityOf('qdpx', 'coding', guid, code), creatingUser: user, creationDateTime: at },
            [node('CodeRef', { targetGUID: code })],
          ),
        ),
      ],
    );
  }

  /** The sources of evidence: each reference as a text of what it is and what was quoted of it, and the archived copies. */
  referenceSources(claims: readonly StandardClaim[]): QdaNode[] {
    const evidence = claims.flatMap((claim) => claim.evidence);
    const answered = claims.flatMap(({ questions }) =>
      questions.flatMap(({ answers }) => answers.flatMap(({ reference }) => reference ?? [])),
    );
    const used = [...new Set([...evidence.map(({ reference }) => reference), ...answered])];
    return used.flatMap((id) => {
      const reference = this.references.get(id);
      if (!reference) return [];
      const own = evidence.filter((one) => one.reference === id);
      const copies = reference.captures.flatMap((capture) => {
        const quoted = own.filter((one) => one.capture === capture.id && isPlaced(one, capture.text));
        if (quoted.length === 0 || capture.text === null) return [];
        const { text } = capture;
        const guid = asUuid(capture.id);
        this.texts.set(guid, text);
        return [
          node(
            'TextSource',
            {
              guid,
              name: shortened(capture.name === '' ? reference.citation : capture.name),
              plainTextPath: `internal://${guid}.txt`,
              creationDateTime: time(capture.capturedAt),
            },
            [
              ...quoted.map((one) => this.evidenceSelection(one, text, one.place!.start, one.place!.end)),
              ...facts({ kind: 'capture', reference: asUuid(id) }),
            ],
          ),
        ];
      });
      const loose = own.filter(
        (one) =>
          !reference.captures.some((capture) => one.capture === capture.id && isPlaced(one, capture.text)),
      );
      return [this.referenceSource(reference, loose), ...copies];
    });
  }

  private referenceSource(reference: StandardReference, loose: readonly StandardEvidence[]): QdaNode {
    const guid = asUuid(reference.id);
    const address = typeof reference.csl['URL'] === 'string' ? reference.csl['URL'] : '';
    const head = reference.citation || address || 'Source';
    let text = address === '' || head.includes(address) ? head : `${head}\n${address}`;
    const bounds = loose.map((one) => {
      if (one.quote === '') return { one, start: 0, end: head.length };
      const start = text.length + 2;
      text += `\n\n${one.quote}`;
      return { one, start, end: text.length };
    });
    this.texts.set(guid, text);
    return node('TextSource', { guid, name: shortened(head), plainTextPath: `internal://${guid}.txt` }, [
      ...bounds.map(({ one, start, end }) => this.evidenceSelection(one, text, start, end)),
      ...facts({ kind: 'reference', address, csl: JSON.stringify(reference.csl) }),
    ]);
  }

  private evidenceSelection(one: StandardEvidence, text: string, start: number, end: number): QdaNode {
    return this.selection(
      asUuid(one.id),
      text,
      start,
      end,
      { by: one.linkedBy, at: one.linkedAt },
      [codeGuid('stance', one.stance)],
      one.note,
    );
  }

  linksOf(claim: StandardClaim): QdaNode[] {
    const origin =
      claim.occurrences.find(({ state, article }) => state !== 'orphaned' && this.articles.has(article))
        ?.id ?? claim.id;
    return claim.evidence.map((one) =>
      node('Link', {
        guid: linkGuid(asUuid(one.id)),
        name: one.stance,
        direction: 'OneWay',
        originGUID: asUuid(origin),
        targetGUID: asUuid(one.id),
      }),
    );
  }

  notesOf(claim: StandardClaim): QdaNode[] {
    const about = asUuid(claim.id);
    const known = new Set(claim.occurrences.map((place) => identityOf('qdpx', 'comment', place.id)));
    return [
      ...claim.verdicts.map((verdict) =>
        this.note(
          verdict.id,
          `Verdict: ${verdict.rating}`,
          verdict.text === '' ? verdict.rating : verdict.text,
          verdict.person,
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
        this.note(question.id, 'Question', question.text, question.askedBy, question.askedAt, {
          kind: 'question',
          claim: about,
          position: String(question.position),
        }),
        ...question.answers.map((answer) =>
          this.note(
            answer.id,
            'Answer',
            answer.text === '' ? answer.type : answer.text,
            answer.answeredBy,
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
          this.note(comment.id, 'Comment', comment.text, comment.person, comment.at, {
            kind: 'comment',
            claim: about,
          }),
        ),
    ];
  }

  private note(
    id: string,
    name: string,
    text: string,
    person: Agent | null,
    at: string,
    values: Facts,
  ): QdaNode {
    return node(
      'Note',
      {
        guid: asUuid(id),
        name: shortened(name),
        creatingUser: this.person(person),
        creationDateTime: time(at),
      },
      [node('PlainTextContent', {}, [text]), ...facts(values)],
    );
  }
}

function isPlaced(one: StandardEvidence, text: string | null): boolean {
  return (
    text !== null &&
    one.place !== null &&
    one.quote !== '' &&
    text.slice(one.place.start, one.place.end) === one.quote
  );
}
