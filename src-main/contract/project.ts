import { z } from 'zod';
import { command, query } from './kit.ts';
import { act, id, line, person, prose } from './nouns.ts';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export const LANGUAGES = ['system', 'en', 'ru'] as const;

/** How one person likes Assay to look; kept beside the program, never in a project. */
export const preferences = z.object({
  theme: z.enum(THEMES).default('system'),
  language: z.enum(LANGUAGES).default('system'),
  /** Size of the article's text, px. */
  textSize: z.number().min(12).max(32).default(18),
  /** Width of the article's column, characters. */
  measure: z.number().min(40).max(120).default(66),
  name: z.string().max(200).default(''),
  gettingStarted: z.boolean().default(true),
});
export type Preferences = z.infer<typeof preferences>;

export const project = {
  getProject: query(
    'Says which project is open and how it stands.',
    {},
    {
      project: z.object({
        id: z.string(),
        title: z.string(),
        file: z.string(),
        method: z.string(),
        readOnly: z.boolean(),
      }),
      me: person,
      people: z.array(person),
      counts: z.object({
        articles: z.number(),
        claims: z.number(),
        references: z.number(),
        evidence: z.number(),
        verdicts: z.number(),
        conflicts: z.number(),
        /** Occurrences whose place is ambiguous or lost. */
        attention: z.number(),
        acts: z.number(),
      }),
      canUndo: z.string().nullable(),
      canRedo: z.string().nullable(),
    },
  ),
  describeProject: command(
    'Changes the title of the project, or the method that its reports print.',
    { title: line.min(1).optional(), method: prose.optional() },
    { project: z.object({ id: z.string(), title: z.string(), method: z.string() }) },
  ),
  getPreferences: query('Gives your preferences.', {}, { preferences }),
  setPreferences: command(
    'Changes your preferences; a new name is also yours in this project.',
    {
      theme: z.enum(THEMES).optional(),
      language: z.enum(LANGUAGES).optional(),
      textSize: z.number().min(12).max(32).optional(),
      measure: z.number().min(40).max(120).optional(),
      name: z.string().trim().min(1).max(200).optional(),
      gettingStarted: z.boolean().optional(),
    },
    { preferences },
  ),
  listActs: query(
    'Lists what was done, newest first.',
    {
      claim: id.optional(),
      limit: z.number().int().min(1).max(100_000).optional(),
      offset: z.number().int().min(0).optional(),
    },
    { acts: z.array(act), total: z.number() },
  ),
  undo: command('Takes back your last act that is not taken back yet.', {}, { act: act }),
  redo: command('Does again what you last took back.', {}, { act: act }),
  search: query(
    'Searches the full text of articles, claims and references. The last word may be a beginning.',
    {
      query: z.string().min(1).max(1_000),
      in: z.enum(['articles', 'claims', 'references', 'all']).default('all'),
      limit: z.number().int().min(1).max(1_000).default(50),
    },
    {
      hits: z.array(
        z.object({
          kind: z.enum(['article', 'claim', 'reference']),
          id: z.string(),
          title: z.string(),
          snippet: z.string(),
          /** Which parts of the snippet match, as start and end in turn. */
          matches: z.array(z.number()),
          /** For an article, where in its text the snippet begins; else null. */
          start: z.number().nullable(),
          score: z.number(),
        }),
      ),
    },
  ),
  verifyProject: query(
    'Checks every hash, chain and rule of the project.',
    {},
    {
      ok: z.boolean(),
      checked: z.record(z.string(), z.number()),
      problems: z.array(z.object({ kind: z.string(), id: z.string(), message: z.string() })),
      /** What is not wrong but worth knowing: keys nobody has compared, acts that are still on their way. */
      notes: z.array(z.object({ kind: z.string(), id: z.string(), message: z.string() })),
    },
  ),
  cancelJob: command(
    'Asks a long job to stop after the step it is at.',
    { job: z.string().max(64) },
    { cancelled: z.boolean() },
  ),
  listLicences: query(
    'Lists the licences of what Assay is made of.',
    {},
    {
      licences: z.array(
        z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
      ),
    },
  ),
};
