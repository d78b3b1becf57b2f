/** The ways in which a call can fail; the interface acts on the code, people read the message. */
export const CODES = [
  'bad-input',
  'not-found',
  'ambiguous',
  'changed-since',
  'nothing-to-undo',
  'unreadable',
  'unsupported',
  'too-large',
  'cancelled',
  'locked',
  'damaged',
  'newer',
  'read-only',
  'exists',
  'refused',
  'internal',
] as const;
export type Code = (typeof CODES)[number];

/** An error that crosses every link as `{code, message, detail}` and arrives as the same class. */
export class CallError extends Error {
  readonly code: Code;
  readonly detail: unknown;

  constructor(code: Code, message: string, detail?: unknown) {
    super(message);
    this.name = 'CallError';
    this.code = code;
    this.detail = detail;
  }

  toJSON(): { code: Code; message: string; detail?: unknown } {
    return {
      code: this.code,
      message: this.message,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
    };
  }
}
