import { identityOf } from './identity.ts';

/** REFI-QDA's project exchange, version 1.0: what its reader and its writer must agree on. */
export const QDA_NAMESPACE = 'urn:QDA-XML:project:1.0';

/** An element of `project.qde`, as JSON. */
export type QdaNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (QdaNode | string)[];
};

/** The order in which the schema wants the children of each element. */
export const QDA_ORDER: Readonly<Record<string, readonly string[]>> = {
  Project: [
    'Users',
    'CodeBook',
    'Variables',
    'Cases',
    'Sources',
    'Notes',
    'Links',
    'Sets',
    'Graphs',
    'Description',
    'NoteRef',
  ],
  TextSource: ['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue'],
  Representation: [
    'Description',
    'PlainTextContent',
    'PlainTextSelection',
    'Coding',
    'NoteRef',
    'VariableValue',
  ],
  Transcript: ['Description', 'PlainTextContent', 'SyncPoint', 'TranscriptSelection', 'NoteRef'],
  PlainTextSelection: ['Description', 'Coding', 'NoteRef'],
  Code: ['Description', 'NoteRef', 'Code'],
};

/** Facts that Assay writes as variables, since the format has no word of its own for them. */
export const QDA_VARIABLES = [
  'claim',
  'wording',
  'claimant',
  'claimed_on',
  'claimed_where',
  'country',
  'reported_by',
  'address',
  'cached_address',
  'check_address',
  'types',
  'strategies',
  'verifiability',
  'reason',
  'checkable_on',
  'status',
  'priority',
  'made_at',
  'parent',
  'kind',
  'scale',
  'rating',
  'state',
  'confidence',
  'known_as_of',
  'why',
  'replaces',
  'justified',
  'question',
  'type',
  'explanation',
  'medium',
  'reference',
  'evidence',
  'position',
  'csl',
  'author',
  'publisher',
  'published',
  'language',
] as const;
export type QdaVariable = (typeof QDA_VARIABLES)[number];

export function variableGuid(name: QdaVariable): string {
  return identityOf('qdpx', 'variable', name);
}

export function codeGuid(...path: readonly string[]): string {
  return identityOf('qdpx', 'code', ...path);
}

/** The code of every selection that was made in Assay and not in the program that a project came from. */
export const MARKED_HERE = codeGuid('marked');
export const ROOT_CODE = codeGuid('assay');

export function linkGuid(evidence: string): string {
  return identityOf('qdpx', 'link', evidence);
}

export function isNode(child: QdaNode | string): child is QdaNode {
  return typeof child !== 'string';
}

export function childrenNamed(node: QdaNode | undefined, ...names: readonly string[]): QdaNode[] {
  return (node?.children ?? []).filter(isNode).filter((child) => names.includes(child.name));
}

export function childNamed(node: QdaNode | undefined, name: string): QdaNode | undefined {
  return childrenNamed(node, name)[0];
}

export function textIn(node: QdaNode | undefined): string {
  return (node?.children ?? []).map((child) => (isNode(child) ? '' : child)).join('');
}

/** A GUID in one spelling: programs write it in braces or not, in either case. */
export function bareGuid(guid: string | undefined): string {
  return (guid ?? '')
    .trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/, '$1');
}
