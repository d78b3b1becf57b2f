import type { Value } from './act.ts';
import type { ReceivedSubject } from './words.ts';

/** The kinds of file that state claims; `auto` is told from the content. */
export const STATEMENT_FORMATS = [
  'claimreview',
  'webannotation',
  'averitec',
  'qdpx',
  'hypothesis',
  'csv',
] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

/** Tables whose rows a foreign file may state. */
export const STATED_TABLES = [
  'person',
  'claim',
  'reference',
  'evidence',
  'verdict',
  'question',
  'answer',
  'comment',
] as const;
export type StatedTable = (typeof STATED_TABLES)[number];

/** A row as a file states it. What the file does not say is no statement: it changes nothing. */
export type StatedRow = {
  readonly table: StatedTable;
  readonly id: string;
  /** The claim that it is about; '' for people and references. */
  readonly claim: string;
  readonly values: Readonly<Record<string, Value>>;
  /** What else a row needs that is new. */
  readonly defaults: Readonly<Record<string, Value>>;
};

/** Which article a place is in: any of these may be known. */
export type StatedSource = {
  readonly id?: string | undefined;
  readonly address?: string | undefined;
  readonly title?: string | undefined;
};

/** A place of a claim on a text, as other programs describe it. */
export type StatedPlace = {
  readonly id: string;
  readonly claim: string;
  readonly source: StatedSource;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number | null;
  readonly end: number | null;
  /** What `start` and `end` count. */
  readonly unit: 'code-point' | 'utf-16';
  readonly madeAt: string;
  readonly madeBy: string;
};

/** A remark about a whole article. */
export type StatedNote = {
  readonly id: string;
  readonly source: StatedSource;
  readonly text: string;
  readonly person: string;
  readonly at: string;
};

/** A text that comes with the file. */
export type StatedArticle = {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly author: string;
  readonly publisher: string;
  readonly published: string;
  readonly language: string;
  readonly text: string;
};

/** What the other program said of one of our rows, to be given back. `file` is an index into `files`. */
export type StatedKept = {
  readonly id: string;
  readonly kind: ReceivedSubject;
  readonly subject: string;
  readonly key: string;
  /** JSON. */
  readonly data: string | null;
  readonly file: number | null;
};

/** One line of the report: what was skipped, or what a person should know. */
export type StatedLine = {
  readonly item: string;
  readonly outcome: 'skipped' | 'noted';
  readonly message: string;
};

/** The columns of a table with what each was taken for; '' is nothing. */
export type StatedColumns = {
  readonly header: readonly string[];
  readonly fields: readonly string[];
  readonly rows: number;
  readonly encoding: string;
};

/** All that a foreign file states, in the order of the file. */
export type Statements = {
  readonly format: StatementFormat;
  readonly rows: readonly StatedRow[];
  readonly places: readonly StatedPlace[];
  readonly tags: readonly { readonly claim: string; readonly names: readonly string[] }[];
  readonly notes: readonly StatedNote[];
  readonly articles: readonly StatedArticle[];
  readonly kept: readonly StatedKept[];
  readonly files: readonly Uint8Array[];
  /** Scales that verdicts name and that Assay does not know by itself. */
  readonly scales: readonly { readonly id: string; readonly name: string; readonly ratings: string }[];
  readonly lines: readonly StatedLine[];
  readonly columns: StatedColumns | null;
};

/** What a person says about how a file is to be read. */
export type StatementOptions = {
  readonly format?: StatementFormat | undefined;
  /** For CSV: what each column, by its heading, stands for. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
};
