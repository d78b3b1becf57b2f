import { z } from 'zod';
import { CallError } from '#contract/kit.ts';
import { checkDocument, type ArticleDocument } from '#domain/document.ts';
import { flatten } from '#domain/flat-text.ts';
import type { ReadArticle, ReadCapture } from '#domain/imported.ts';
import { ARTICLE_FORMATS } from '#domain/words.ts';

/** What a reading process may answer. Nothing in it is trusted: sizes, kinds and places are all checked. */
const line = z.string().max(2_000).refine(isPlain);
const prose = z.string().max(20_000).refine(isPlain);
const warnings = z.array(z.string().max(2_000).refine(isPlain)).max(200);
const moment = z.string().regex(/^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$/);
const offset = z.number().int().min(0);

function isPlain(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

const chapters = z.array(line).max(20_000);

const readArticle = z.strictObject({
  title: line,
  author: line,
  publisher: line,
  address: z
    .string()
    .max(4_000)
    .regex(/^(?:https?:\S*)?$/i),
  published: z.string().regex(/^(?:\d{4}-\d\d-\d\d)?$/),
  captured: moment,
  language: z.string().regex(/^(?:[a-z]{2,3})?$/),
  format: z.enum(ARTICLE_FORMATS),
  encoding: z.string().max(40),
  document: z.unknown().transform((json, context): ArticleDocument => {
    try {
      return checkDocument(json);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'no article' });
      return z.NEVER;
    }
  }),
  warnings,
  footnotes: z
    .array(
      z.strictObject({
        label: z.string().max(40).refine(isPlain),
        text: prose,
        address: z
          .string()
          .max(8_000)
          .regex(/^(?:https?:\S*)?$/i),
        places: z.array(z.strictObject({ start: offset, end: offset })).max(10_000),
      }),
    )
    .max(20_000),
  pages: z.array(offset).max(10_000),
  chapters,
});

const readCapture = z.strictObject({
  mediaType: z.enum([
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text',
    'application/rtf',
    'application/epub+zip',
    'text/html',
    'text/plain',
    'multipart/related',
    'message/rfc822',
    'application/mbox',
    'application/x-webarchive',
    'application/warc',
    'application/wacz',
    'image/png',
    'image/jpeg',
    'image/gif',
    'image/webp',
  ]),
  captured: moment,
  text: z.string().max(100_000_000).refine(isPlain).nullable(),
  pages: z.array(offset).max(10_000),
  warnings,
});

/** The pages of an archive that a person can choose from. */
const offer = z.strictObject({
  pages: z
    .array(
      z.strictObject({
        number: z.number().int().min(1),
        url: z.string().max(10_000).refine(isPlain),
        title: z.string().max(2_000).refine(isPlain),
        time: moment,
      }),
    )
    .max(2_000),
});

/** What goes along with a failure: the pages to choose from, or nothing. */
export function checkOffer(detail: unknown): z.infer<typeof offer> | undefined {
  return offer.safeParse(detail).data;
}

/** @throws CallError when the answer is not what a reader may say */
export function checkReadArticle(answer: unknown, name: string): ReadArticle {
  const result = readArticle.safeParse(answer);
  if (!result.success) throw refused(name);
  const { length } = flatten(result.data.document).text;
  if (!areRising(result.data.pages, length)) throw refused(name);
  const inside = result.data.footnotes.every(({ places }) =>
    places.every(({ start, end }) => start < end && end <= length),
  );
  if (!inside) throw refused(name);
  return result.data;
}

/** @throws CallError when the answer is not what a reader may say */
export function checkReadCapture(answer: unknown, name: string): ReadCapture {
  const result = readCapture.safeParse(answer);
  if (!result.success) throw refused(name);
  const { pages, text } = result.data;
  if (!areRising(pages, text?.length ?? 0)) throw refused(name);
  return result.data;
}

/** @throws CallError when the answer is not what a reader may say */
export function checkChapters(answer: unknown, name: string): string[] {
  const result = chapters.safeParse(answer);
  if (!result.success) throw refused(name);
  return result.data;
}

function areRising(pages: readonly number[], length: number): boolean {
  return pages.every((page, index) => page <= length && page >= (pages[index - 1] ?? 0));
}

function refused(name: string): CallError {
  return new CallError('unreadable', `“${name}” could not be read: what came out of it was not a text.`);
}
