export type ImportCode = 'unreadable' | 'unsupported' | 'too-large' | 'ambiguous' | 'not-found';

/** Why a file cannot be imported, as one sentence for the person who chose it. */
export class ImportError extends Error {
  readonly code: ImportCode;
  /** What a program can choose from, such as the pages of an archive. */
  readonly detail: unknown;

  constructor(code: ImportCode, message: string, detail?: unknown) {
    super(message);
    this.name = 'ImportError';
    this.code = code;
    this.detail = detail;
  }
}
