import {
  ANCHOR_STATES,
  ANSWER_TYPES,
  CLAIM_TYPES,
  COMMENT_SUBJECTS,
  CONFIDENCES,
  MEDIA,
  PRIORITIES,
  REASONS,
  RECEIVED_SUBJECTS,
  REFERENCE_KINDS,
  STANCES,
  STATUSES,
  VERDICT_STATES,
  VERIFIABILITIES,
} from './words.ts';

/** What a cell of a shared table may hold. `null` is always allowed: it is what an undone cell goes back to. */
export type Column =
  | { readonly kind: 'text' }
  | { readonly kind: 'json' }
  | { readonly kind: 'number' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'row'; readonly of: SharedTable }
  | { readonly kind: 'blob' }
  | { readonly kind: 'one-of'; readonly words: readonly string[] };

const text = { kind: 'text' } as const;
const json = { kind: 'json' } as const;
const number = { kind: 'number' } as const;
const flag = { kind: 'flag' } as const;
/** The SHA-256 of bytes kept in this project. */
const blob = { kind: 'blob' } as const;
const row = <T extends string>(of: T) => ({ kind: 'row', of }) as const;
const oneOf = (words: readonly string[]) => ({ kind: 'one-of', words }) as const;

/**
 * The tables that acts may change, cell by cell. db/schema.sql holds the same list as SQL; a test compares the two.
 * Every one has `id` and `present`: 1 from its first act on, 0 once removed. Nothing is ever deleted.
 */
export const SHARED_TABLES = {
  project: { present: flag, title: text, method: text },
  person: { present: flag, name: text },
  device: { present: flag, name: text, person: row('person') },
  article: {
    present: flag,
    title: text,
    author: text,
    publisher: text,
    address: text,
    published: text,
    language: text,
    original: blob,
    original_name: text,
    format: text,
    encoding: text,
    warnings: json,
    imported_at: text,
    imported_by: row('person'),
    captured_at: text,
  },
  revision: {
    present: flag,
    article: row('article'),
    parent: row('revision'),
    document: blob,
    sha256: text,
    person: row('person'),
    reason: text,
    at: text,
    pages: json,
  },
  footnote: {
    present: flag,
    article: row('article'),
    label: text,
    text: text,
    address: text,
    places: json,
    position: number,
    reference: row('reference'),
    dismissed: flag,
  },
  claim: {
    present: flag,
    wording: text,
    claimant: text,
    claimed_on: text,
    claimed_where: text,
    type: oneOf(CLAIM_TYPES),
    verifiability: oneOf(VERIFIABILITIES),
    reason: oneOf(REASONS),
    checkable_on: text,
    status: oneOf(STATUSES),
    assignee: row('person'),
    priority: oneOf(PRIORITIES),
    parent: row('claim'),
    made_at: text,
    made_by: row('person'),
    types: json,
    strategies: json,
    country: text,
    reported_by: text,
    address: text,
    cached_address: text,
    check_address: text,
  },
  occurrence: {
    present: flag,
    claim: row('claim'),
    article: row('article'),
    revision: row('revision'),
    exact: text,
    prefix: text,
    suffix: text,
    start: number,
    end: number,
    state: oneOf(ANCHOR_STATES),
    confidence: number,
    made_at: text,
    made_by: row('person'),
  },
  reference: {
    present: flag,
    csl: json,
    kind: oneOf(REFERENCE_KINDS),
    origin: text,
    added_at: text,
    added_by: row('person'),
  },
  capture: {
    present: flag,
    reference: row('reference'),
    bytes: blob,
    name: text,
    media_type: text,
    text: blob,
    captured_at: text,
    captured_by: row('person'),
  },
  evidence: {
    present: flag,
    claim: row('claim'),
    reference: row('reference'),
    capture: row('capture'),
    stance: oneOf(STANCES),
    quote: text,
    place: json,
    locator: text,
    note: text,
    linked_at: text,
    linked_by: row('person'),
  },
  question: {
    present: flag,
    claim: row('claim'),
    text: text,
    position: number,
    asked_at: text,
    asked_by: row('person'),
  },
  answer: {
    present: flag,
    question: row('question'),
    text: text,
    type: oneOf(ANSWER_TYPES),
    explanation: text,
    medium: oneOf(MEDIA),
    reference: row('reference'),
    evidence: row('evidence'),
    position: number,
    answered_at: text,
    answered_by: row('person'),
  },
  scale: { present: flag, name: text, ratings: json },
  verdict: {
    present: flag,
    claim: row('claim'),
    scale: row('scale'),
    rating: text,
    justification: json,
    confidence: oneOf(CONFIDENCES),
    known_as_of: text,
    person: row('person'),
    at: text,
    state: oneOf(VERDICT_STATES),
    replaces: row('verdict'),
    why: text,
  },
  comment: {
    present: flag,
    subject_kind: oneOf(COMMENT_SUBJECTS),
    subject: text,
    text: text,
    person: row('person'),
    at: text,
  },
  tag: { present: flag, name: text },
  tagging: { present: flag, tag: row('tag'), claim: row('claim') },
  report_preset: { present: flag, name: text, options: json },
  received: {
    present: flag,
    format: text,
    key: text,
    subject_kind: oneOf(RECEIVED_SUBJECTS),
    subject: text,
    data: json,
    bytes: blob,
    received_at: text,
    received_by: row('person'),
  },
  person_key: { present: flag, person: row('person'), recipient: text, proof: text },
} as const satisfies Record<string, Record<string, Omit<Column, 'of'> & { of?: string }>>;

export type SharedTable = keyof typeof SHARED_TABLES;

/** Whether this version knows a table whose rows acts write. */
export function isShared(table: string): table is SharedTable {
  return Object.hasOwn(SHARED_TABLES, table);
}

/** The column's rule, or undefined for a table or column that this version does not know. */
export function columnOf(table: string, column: string): Column | undefined {
  if (!isShared(table)) return undefined;
  const columns: Record<string, unknown> = SHARED_TABLES[table];
  return Object.hasOwn(columns, column) ? (columns[column] as Column) : undefined;
}

/** Whether a value may stand in a column; what may not is kept aside, never lost. */
export function fits(column: Column, value: unknown): boolean {
  if (value === null) return true;
  switch (column.kind) {
    case 'text':
    case 'row':
      return typeof value === 'string';
    case 'blob':
      return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
    case 'json':
      return typeof value === 'string' && isJson(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'flag':
      return value === 0 || value === 1;
    case 'one-of':
      return typeof value === 'string' && column.words.includes(value);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
