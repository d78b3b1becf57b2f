import { z } from 'zod';

// In a file of its own, so that pages can catch the class without loading Zod.
export { CallError, CODES, type Code } from './error.ts';

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
