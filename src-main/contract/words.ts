/** The vocabularies as hosts need them, to read what people type. */
export { ANSWER_TYPES, MEDIA, REASONS, STANCES, VERIFIABILITIES, wordFrom } from '#domain/words.ts';
