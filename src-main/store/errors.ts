/** Why a project file could not be opened, read or written; the message is for people. */
export class StoreError extends Error {
  readonly code:
    | 'bad-input'
    | 'not-found'
    | 'ambiguous'
    | 'exists'
    | 'locked'
    | 'damaged'
    | 'newer'
    | 'read-only'
    | 'refused'
    | 'unsupported'
    | 'too-large'
    | 'internal';

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
