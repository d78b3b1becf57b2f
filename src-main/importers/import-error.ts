export type ImportCode = 'unreadable' | 'unsupported' | 'too-large';

/** Why a file cannot be imported, as one sentence for the person who chose it. */
export class ImportError extends Error {
  readonly code: ImportCode;

  constructor(code: ImportCode, message: string) {
    super(message);
    this.name = 'ImportError';
    this.code = code;
  }
}
