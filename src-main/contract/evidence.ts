import { z } from 'zod';
import { REPORT_LANGUAGES } from '#domain/report-options.ts';
import { REFERENCE_KINDS } from '#domain/words.ts';
import { command, query } from './kit.ts';
import {
  capture,
  csl,
  evidence,
  id,
  line,
  prose,
  quotePlace,
  reference,
  stance,
  uploadOfPage,
} from './nouns.ts';

/** The language of the citations; English where it is left out. */
const tell = z.enum(REPORT_LANGUAGES).optional();

export const evidenceCalls = {
  addReferences: command(
    'Adds references from CSL-JSON, BibTeX, RIS, a form, or an address alone. Give exactly one of these.',
    {
      csl: z.union([csl, z.array(csl).min(1)]).optional(),
      /** Text of a file. */
      cslText: z.string().optional(),
      bibtex: z.string().optional(),
      ris: z.string().optional(),
      url: z.string().min(1).max(8_000).optional(),
      title: line.optional(),
      kind: z.enum(REFERENCE_KINDS).optional(),
      tell,
    },
    {
      references: z.array(reference),
      failed: z.array(
        z.object({ source: z.string(), error: z.object({ code: z.string(), message: z.string() }) }),
      ),
    },
  ),
  listReferences: query('Lists the references of the project.', { tell }, { references: z.array(reference) }),
  getReference: query(
    'Gives one reference with the evidence that uses it.',
    { id, tell },
    { reference, evidence: z.array(evidence) },
  ),
  editReference: command(
    'Changes a reference.',
    { id, csl: csl.optional(), kind: z.enum(REFERENCE_KINDS).optional(), origin: line.optional() },
    { reference },
  ),
  removeReference: command(
    'Removes a reference that no evidence uses; undo brings it back.',
    { id },
    { id: z.string() },
  ),
  capture: command(
    'Keeps an archived copy of a reference inside the project: PDF, web page, web archive, message, text or image.',
    { reference: id, upload: uploadOfPage },
    { capture },
  ),
  readCapture: query(
    'Gives the text that could be read out of an archived copy.',
    { id },
    { capture, text: z.string(), pages: z.array(z.number()) },
  ),
  removeCapture: command(
    'Removes an archived copy that no evidence quotes; undo brings it back.',
    { id },
    { id: z.string() },
  ),
  linkEvidence: command(
    'Links a claim to a reference with a stance, and the passage that shows it.',
    {
      claim: id,
      reference: id,
      capture: id.nullable().optional(),
      stance,
      quote: prose.optional(),
      place: quotePlace.nullable().optional(),
      locator: line.optional(),
      note: prose.optional(),
    },
    { evidence },
  ),
  editEvidence: command(
    'Changes a piece of evidence.',
    {
      id,
      capture: id.nullable().optional(),
      stance: stance.optional(),
      quote: prose.optional(),
      place: quotePlace.nullable().optional(),
      locator: line.optional(),
      note: prose.optional(),
    },
    { evidence },
  ),
  removeEvidence: command('Removes a piece of evidence; undo brings it back.', { id }, { id: z.string() }),
};
