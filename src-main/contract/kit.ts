import { z } from 'zod';

// Zod would probe `new Function`, which the page's content security policy forbids.
z.config({ jitless: true });

/** A query reads; a command writes. Both take one JSON object and give one JSON object. */
export type Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'query' | 'command';
  readonly says: string;
  readonly input: I;
  readonly output: O;
};

/** @param says one sentence for the help and the reference page. */
export function query<I extends z.ZodRawShape, O extends z.ZodRawShape>(says: string, input: I, output: O) {
  return { kind: 'query', says, input: z.strictObject(input), output: z.object(output) } as const;
}

export function command<I extends z.ZodRawShape, O extends z.ZodRawShape>(says: string, input: I, output: O) {
  return { kind: 'command', says, input: z.strictObject(input), output: z.object(output) } as const;
}

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
