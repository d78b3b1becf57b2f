import { phraseBook } from '#domain/phrase-book.ts';
import { useLanguage } from '../i18n/index.ts';
import { IMPORT_SENTENCES } from '../i18n/ru/import-sentences.ts';

/** A sentence of an import in Russian, with what it names in its place; one that is not known stays as it came. */
export const inRussian = phraseBook(IMPORT_SENTENCES);

/** Says what an import has to say in the language of the window. */
export function useImportSentence(): (sentence: string) => string {
  const language = useLanguage();
  return language === 'ru' ? inRussian : (sentence) => sentence;
}
