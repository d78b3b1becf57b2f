import { asUuid, identityOf } from '#domain/identity.ts';
import { codePointOffset } from '#domain/flat-text.ts';
import {
  codeGuid,
  linkGuid,
  MARKED_HERE,
  QDA_VARIABLES,
  variableGuid,
  type QdaNode,
} from '#domain/refi-qda.ts';
import type {
  Agent,
  StandardArticle,
  StandardClaim,
  StandardEvidence,
  StandardReference,
  StandardsInput,
} from './input.ts';
import { codeBook, codesOf } from './qdpx-codes.ts';
import { facts, listed, node, shortened, time } from './qdpx-nodes.ts';
import { notesOf } from './qdpx-notes.ts';

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
  const codings = new Map(claims.map((claim) => [claim.id, codesOf(claim)]));
  const cases = claims.map((claim) => made.caseOf(claim, codings.get(claim.id)!));
  const notes = claims.flatMap((claim) => notesOf(claim, (agent) => made.person(agent)));
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
        hasOwn ? node('CodeBook', {}, [node('Codes', {}, [codeBook(input, claims)])]) : undefined,
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
}

function isPlaced(one: StandardEvidence, text: string | null): boolean {
  return (
    text !== null &&
    one.place !== null &&
    one.quote !== '' &&
    text.slice(one.place.start, one.place.end) === one.quote
  );
}
