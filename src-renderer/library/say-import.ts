import { useLanguage } from '../i18n/index.ts';
import { IMPORT_SENTENCES } from '../i18n/ru/import-sentences.ts';

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patterns = IMPORT_SENTENCES.map(([english, russian]) => ({
  pattern: new RegExp(`^${english.split('{}').map(escaped).join('(.+?)')}$`, 'su'),
  russian,
}));

/** A sentence of an import in Russian, with what it names in its place; one that is not known stays as it came. */
export function inRussian(sentence: string): string {
  for (const { pattern, russian } of patterns) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    let at = 0;
    return russian.replaceAll('{}', () => found[(at += 1)] ?? '');
  }
  return sentence;
}

/** Says what an import has to say in the language of the window. */
export function useImportSentence(): (sentence: string) => string {
  const language = useLanguage();
  return language === 'ru' ? inRussian : (sentence) => sentence;
}
