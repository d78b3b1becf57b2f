/** A report that cannot be written, in a sentence for people. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly code: 'unsupported' | 'internal';
  /** For whoever repairs it; not shown. */
  readonly detail: string;

  constructor(code: 'unsupported' | 'internal', message: string, detail = '') {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}
