import { phraseBook } from '#domain/phrase-book.ts';
import { ARCHIVE_SENTENCES } from './archives.ts';
import { IMPORT_SENTENCES } from './imports.ts';
import { partInRussian } from './parts.ts';
import { PROJECT_SENTENCES } from './project.ts';
import { REFERENCE_SENTENCES } from './references.ts';
import { TEAM_SENTENCES } from './team.ts';
import { VERIFY_SENTENCES } from './verify.ts';
import { WORK_SENTENCES } from './work.ts';

/** All that the engine and its readers say to people; those with fewer openings stand before those that would fit too. */
export const SENTENCES = [
  ...WORK_SENTENCES,
  ...TEAM_SENTENCES,
  ...VERIFY_SENTENCES,
  ...REFERENCE_SENTENCES,
  ...ARCHIVE_SENTENCES,
  ...IMPORT_SENTENCES,
  ...PROJECT_SENTENCES,
];

/**
 * A sentence of the engine in Russian, with what it names in its place; one that is not known stays as it came. The engine
 * and its readers know no language of a window: the command line and other programs see the same English sentence.
 */
export const sentenceInRussian = phraseBook(SENTENCES, { part: partInRussian });
