import { cells, type Intent } from '#domain/act.ts';
import type { ReportLanguage } from '#domain/report-options.ts';
import { describe, findQuote } from '#domain/selector.ts';
import type { evidenceCalls } from '#contract/evidence.ts';
import type { Asked, Output } from '#contract/index.ts';
import { CallError } from '#contract/kit.ts';
import type { Csl, QuotePlace, Reference } from '#contract/nouns.ts';
import { keepBlob, readText } from '#store/blobs.ts';
import { evidenceOfReference, getEvidence } from '#store/evidence.ts';
import { answersOnReference } from '#store/questions.ts';
import { getCapture, getReferences, referenceIds } from '#store/references.ts';
import { act, nowOf, parserOf, readOf, whole, writeOf, type Handlers, type Session } from './session.ts';

export const evidenceHandlers: Handlers<keyof typeof evidenceCalls> = {
  addReferences: async (session, asked) => {
    const { items, failed } = await itemsOf(asked);
    if (items.length === 0 && failed.length === 0)
      throw new CallError('bad-input', 'There is no reference in this.');
    const made = items.map((csl) => ({ id: session.world.newId(), csl }));
    if (made.length > 0) {
      act(
        session,
        'addReferences',
        made.flatMap(({ id, csl }) => referenceCells(session, id, csl, asked.kind)),
      );
    }
    return {
      references: await referencesOf(
        session,
        made.map((one) => one.id),
        asked.tell,
      ),
      failed,
    };
  },

  listReferences: async (session, { tell }) => ({
    references: await referencesOf(session, referenceIds(readOf(session)), tell),
  }),

  getReference: async (session, asked) => {
    const id = whole(session, 'reference', asked.id);
    return {
      reference: await referenceOf(session, id, asked.tell),
      evidence: evidenceOfReference(readOf(session), id),
    };
  },

  editReference: async (session, asked) => {
    const id = whole(session, 'reference', asked.id);
    const changes = cells('reference', id, {
      csl: asked.csl === undefined ? undefined : JSON.stringify(asked.csl),
      kind: asked.kind,
      origin: asked.origin,
    });
    if (changes.length > 0) act(session, 'editReference', changes);
    return { reference: await referenceOf(session, id) };
  },

  removeReference: (session, asked) => {
    const id = whole(session, 'reference', asked.id);
    const used = evidenceOfReference(readOf(session), id).length;
    if (used > 0) {
      throw new CallError(
        'refused',
        `This reference is evidence for ${used === 1 ? 'a claim' : `${used} claims`}; remove that evidence first.`,
      );
    }
    const answers = answersOnReference(readOf(session), id);
    if (answers > 0) {
      throw new CallError(
        'refused',
        `${answers === 1 ? 'An answer rests' : `${answers} answers rest`} on this reference; change that first.`,
      );
    }
    const footnotes = readOf(session).all<{ id: string }>('select id from footnote where reference = ?', id);
    act(session, 'removeReference', [
      ...cells('reference', id, { present: 0 }),
      ...footnotes.flatMap((footnote) => cells('footnote', footnote.id, { reference: null })),
    ]);
    return { id };
  },

  capture: async (session, asked, signal) => {
    const reference = whole(session, 'reference', asked.reference);
    const upload = session.uploads.get(asked.upload.token);
    if (!upload)
      throw new CallError('not-found', `The bytes of ${asked.upload.name} did not arrive; add it again.`);
    session.uploads.delete(asked.upload.token);
    const read = await (
      await parserOf(session)
    ).readCapture(
      {
        bytes: upload.bytes,
        name: asked.upload.name,
        ...(asked.upload.page === undefined ? {} : { page: asked.upload.page }),
      },
      signal,
    );
    const db = writeOf(session);
    const id = session.world.newId();
    db.together(() => {
      const text =
        read.text === null
          ? null
          : keepBlob(db, new TextEncoder().encode(withPageBreaks(read.text, read.pages)));
      act(
        session,
        'capture',
        cells('capture', id, {
          present: 1,
          reference,
          bytes: keepBlob(db, upload.bytes),
          // only the name: a path would tell others about this machine
          name: asked.upload.name.split(/[\\/]/).at(-1) ?? '',
          media_type: read.mediaType,
          text,
          // an archive tells when its copy was made; else it is made now
          captured_at: read.captured || nowOf(session),
          captured_by: session.me.id,
        }),
      );
    });
    return { capture: captureOf(session, id) };
  },

  readCapture: (session, asked) => {
    const id = whole(session, 'capture', asked.id);
    const text = captureText(session, id) ?? '';
    const pages = text.includes(PAGE_BREAK)
      ? [0, ...[...text.matchAll(/\f/g)].map((at) => at.index + 1)]
      : [];
    return { capture: captureOf(session, id), text, pages };
  },

  removeCapture: (session, asked) => {
    const id = whole(session, 'capture', asked.id);
    const { n } = readOf(session).one<{ n: number }>(
      'select count(*) as n from evidence where capture = ? and present = 1',
      id,
    )!;
    if (n > 0)
      throw new CallError('refused', 'Evidence quotes this archived copy; remove that evidence first.');
    act(session, 'removeCapture', cells('capture', id, { present: 0 }));
    return { id };
  },

  linkEvidence: (session, asked) => {
    const id = session.world.newId();
    const reference = whole(session, 'reference', asked.reference);
    const capture = asked.capture == null ? null : whole(session, 'capture', asked.capture);
    const quoted = placedQuote(session, reference, capture, asked.quote ?? '', asked.place ?? null);
    act(
      session,
      'linkEvidence',
      cells('evidence', id, {
        present: 1,
        claim: whole(session, 'claim', asked.claim),
        reference,
        stance: asked.stance,
        ...quoted,
        locator: asked.locator ?? '',
        note: asked.note ?? '',
        linked_at: nowOf(session),
        linked_by: session.me.id,
      }),
    );
    return { evidence: getEvidence(readOf(session), id) };
  },

  editEvidence: (session, asked) => {
    const id = whole(session, 'evidence', asked.id);
    const now = getEvidence(readOf(session), id);
    const requotes = asked.quote !== undefined || asked.place !== undefined || asked.capture !== undefined;
    const capture =
      asked.capture === undefined ? now.capture : asked.capture && whole(session, 'capture', asked.capture);
    const changes: Intent[] = cells('evidence', id, {
      stance: asked.stance,
      ...(requotes
        ? placedQuote(session, now.reference, capture, asked.quote ?? now.quote, asked.place ?? null)
        : {}),
      locator: asked.locator,
      note: asked.note,
    });
    if (changes.length > 0) act(session, 'editEvidence', changes);
    return { evidence: getEvidence(readOf(session), id) };
  },

  removeEvidence: (session, asked) => {
    const id = whole(session, 'evidence', asked.id);
    act(session, 'removeEvidence', cells('evidence', id, { present: 0 }));
    return { id };
  },
};

const PAGE_BREAK = '\f';

/** Marks where each page begins in the text itself, so that a place in it is a place on a page. */
function withPageBreaks(text: string, pages: readonly number[]): string {
  const units = text.split('');
  for (const start of pages.slice(1)) if (start > 0) units[start - 1] = PAGE_BREAK;
  return pages.length > 1 ? units.join('') : text;
}

export function referenceCells(
  session: Session,
  id: string,
  csl: object,
  kind: string = 'unknown',
): Intent[] {
  return cells('reference', id, {
    present: 1,
    csl: JSON.stringify(csl),
    kind,
    origin: '',
    added_at: nowOf(session),
    added_by: session.me.id,
  });
}

async function itemsOf(
  asked: Asked<'addReferences'>,
): Promise<{ items: Csl[]; failed: Output<'addReferences'>['failed'] }> {
  const given = [asked.csl, asked.cslText, asked.bibtex, asked.ris, asked.url].filter(
    (one) => one !== undefined,
  );
  if (given.length !== 1) {
    throw new CallError(
      'bad-input',
      'Give a reference in exactly one way: CSL-JSON, BibTeX, RIS, or an address.',
    );
  }
  const { fromAddress, readBibtex, readCsl, readRis } = await import('#importers/read-references.ts');
  if (asked.csl !== undefined) return readCsl(JSON.stringify(asked.csl));
  if (asked.cslText !== undefined) return readCsl(asked.cslText);
  if (asked.bibtex !== undefined) return readBibtex(asked.bibtex);
  if (asked.ris !== undefined) return readRis(asked.ris);
  try {
    return { items: [fromAddress(asked.url!, asked.title)], failed: [] };
  } catch (error) {
    throw new CallError('bad-input', error instanceof Error ? error.message : String(error));
  }
}

/** References as people read them, each with its line of a bibliography in that language. */
export async function referencesOf(
  session: Session,
  ids: readonly string[],
  language: ReportLanguage = 'en',
): Promise<Reference[]> {
  const rows = getReferences(readOf(session), ids);
  if (rows.length === 0) return [];
  const { citationOf } = await import('#importers/format-citation.ts');
  return rows.map((row) => ({ ...row, citation: citationOf(row.csl, { language }) }));
}

async function referenceOf(session: Session, id: string, language?: ReportLanguage): Promise<Reference> {
  return (await referencesOf(session, [id], language))[0]!;
}

function captureOf(session: Session, id: string): Output<'capture'>['capture'] {
  const { text: _, ...capture } = getCapture(readOf(session), id);
  return capture;
}

function captureText(session: Session, id: string): string | undefined {
  const { text } = getCapture(readOf(session), id);
  return text === null ? undefined : readText(readOf(session), text);
}

type Quoted = { capture: string | null; quote: string; place: string | null };

/**
 * A quote with its place in an archived copy. A place that is given must hold; without one, the quote is looked for
 * in the copies of the reference, and its place is kept where there is exactly one.
 */
function placedQuote(
  session: Session,
  reference: string,
  capture: string | null,
  quote: string,
  place: QuotePlace | null,
): Quoted {
  if (quote === '') return { capture, quote, place: null };
  if (capture !== null && place !== null) {
    const text = captureText(session, capture) ?? '';
    const passage = text.slice(place.start, place.end);
    if (passage !== quote)
      throw new CallError(
        'bad-input',
        'The quote is not at this place in the archived copy; select the passage again.',
      );
    return { capture, quote, place: JSON.stringify(place) };
  }
  const [row] = getReferences(readOf(session), [reference]);
  const copies = (row?.captures ?? []).filter(
    (copy) => copy.hasText && (capture === null || copy.id === capture),
  );
  const found = copies.flatMap((copy) => {
    const text = captureText(session, copy.id) ?? '';
    return findQuote(text, { quote }).map((at) => ({ copy: copy.id, text, at }));
  });
  const [only, another] = found;
  if (!only || another)
    return { capture: capture ?? (copies.length === 1 ? copies[0]!.id : null), quote, place: null };
  const { exact, prefix, suffix, start, end } = describe(only.text, only.at.start, only.at.end);
  const page = only.text.slice(0, start).split(PAGE_BREAK).length;
  const paged = only.text.includes(PAGE_BREAK);
  return {
    capture: only.copy,
    quote: exact,
    place: JSON.stringify({ start, end, prefix, suffix, ...(paged ? { page } : {}) }),
  };
}
