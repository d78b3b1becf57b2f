/** The vocabularies as hosts need them, to read what people type. */
export { REASONS, STANCES, VERIFIABILITIES, wordFrom } from '#domain/words.ts';
