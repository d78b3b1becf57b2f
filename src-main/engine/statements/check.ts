import { z } from 'zod';
import { columnOf, fits } from '#domain/tables.ts';
import { isUuid } from '#domain/identity.ts';
import { STATED_TABLES, STATEMENT_FORMATS, type Statements } from '#domain/statements.ts';
import { RECEIVED_SUBJECTS } from '#domain/words.ts';
import { CallError } from '#contract/kit.ts';

/** What a reading process may answer. Nothing in it is trusted: tables, columns, values and links are all checked. */
const text = z.string().refine((value) => value.isWellFormed() && !value.includes('\0'));
const own = z.string().refine(isUuid);
const source = z.strictObject({
  id: text.optional(),
  address: text.optional(),
  title: text.optional(),
});
const cells = z.record(z.string(), z.union([text, z.number(), z.null()]));
/** Cells that say who belongs to the project's own history. */
const NEVER = new Set(['made_by', 'assignee']);

const statements = z.strictObject({
  format: z.enum(STATEMENT_FORMATS),
  rows: z
    .array(
      z
        .strictObject({
          table: z.enum(STATED_TABLES),
          id: own,
          claim: z.union([own, z.literal('')]),
          values: cells,
          defaults: cells,
        })
        .refine(({ table, values, defaults }) =>
          Object.entries({ ...defaults, ...values }).every(([name, value]) => {
            const column = columnOf(table, name);
            return column !== undefined && fits(column, value) && !NEVER.has(name);
          }),
        ),
    )
    .max(1_000_000),
  places: z
    .array(
      z.strictObject({
        id: own,
        claim: own,
        source,
        exact: text,
        prefix: text,
        suffix: text,
        start: z.number().int().min(0).nullable(),
        end: z.number().int().min(0).nullable(),
        unit: z.enum(['code-point', 'utf-16']),
        madeAt: text,
        madeBy: text,
      }),
    )
    .max(200_000),
  tags: z.array(z.strictObject({ claim: own, names: z.array(text.max(500)).max(1_000) })).max(200_000),
  notes: z.array(z.strictObject({ id: own, source, text, person: own, at: text })).max(200_000),
  articles: z
    .array(
      z.strictObject({
        id: own,
        title: text,
        address: text,
        author: text,
        publisher: text,
        published: text,
        language: text,
        text,
      }),
    )
    .max(100_000),
  kept: z
    .array(
      z.strictObject({
        id: own,
        kind: z.enum(RECEIVED_SUBJECTS),
        subject: text,
        key: text,
        data: text.nullable(),
        file: z.number().int().min(0).nullable(),
      }),
    )
    .max(1_000_000),
  files: z.array(z.instanceof(Uint8Array)).max(100_000),
  scales: z.array(z.strictObject({ id: text, name: text, ratings: text })).max(100),
  lines: z
    .array(z.strictObject({ item: text, outcome: z.enum(['skipped', 'noted']), message: text }))
    .max(1_000_000),
  columns: z
    .strictObject({
      header: z.array(text),
      fields: z.array(text),
      rows: z.number().int(),
      encoding: text,
    })
    .nullable(),
});

/** @throws CallError when the answer is not what a reader may say */
export function checkStatements(answer: unknown, name: string): Statements {
  const result = statements.safeParse(answer);
  if (!result.success)
    throw new CallError('unreadable', `“${name}” could not be read: what came out of it were no claims.`);
  return result.data;
}
