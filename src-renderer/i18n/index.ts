import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { isolated } from '#domain/direction.ts';
import { en } from './en/index.ts';
import type { Area, Key } from './keys.ts';

export type { Area, Key } from './keys.ts';
export type Language = 'en' | 'ru';
type Values = Readonly<Record<string, string | number>>;
/** Says a phrase of one area; `count` chooses the plural form. */
export type Say<A extends Area> = (key: Key<A>, values?: Values) => string;

/** Numbers are said as people write them: 12,345 or 12 345. */
function grouped(phrases: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(phrases).map(([key, text]) => [key, text.replaceAll('{{count}}', '{{count, number}}')]),
  );
}

/** What the engine says comes in English; where the window speaks another language, its book is here. */
let inOtherLanguage: (sentence: string) => string = (sentence) => sentence;

/** English is always there; Russian is loaded when it is first spoken. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      resources: {
        en: Object.fromEntries(Object.entries(en).map(([area, phrases]) => [area, grouped(phrases)])),
      },
      lng: 'en',
      fallbackLng: 'en',
      keySeparator: false,
      nsSeparator: false,
      // a title that runs from right to left must not reorder the sentence around it
      interpolation: { escapeValue: true, escape: isolated },
      react: { useSuspense: false },
    });
  }
  if (language === 'ru' && !i18next.hasResourceBundle('ru', 'app')) {
    const [{ ru }, { sentenceInRussian }] = await Promise.all([
      import('./ru/index.ts'),
      import('#contract/russian/index.ts'),
    ]);
    inOtherLanguage = sentenceInRussian;
    for (const [area, phrases] of Object.entries(ru)) i18next.addResourceBundle('ru', area, grouped(phrases));
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language to speak for a preference: `system` follows the browser, Russian or else English. */
export function spokenFor(preference: 'system' | Language): Language {
  if (preference !== 'system') return preference;
  return navigator.languages.some((one) => one.toLowerCase().startsWith('ru')) ? 'ru' : 'en';
}

export function currentLanguage(): Language {
  return i18next.language === 'ru' ? 'ru' : 'en';
}

/** i18next's own types allow any key; ours only those that exist in both languages. */
function narrowed<A extends Area>(translate: unknown): Say<A> {
  return translate as Say<A>;
}

/** The phrases of an area in a component; it draws again when the language changes. */
export function useWords<A extends Area>(area: A): Say<A> {
  return narrowed(useTranslation(area).t);
}

/** The phrases of an area outside of components: notices, announcements. */
export function wordsOf<A extends Area>(area: A): Say<A> {
  return narrowed(i18next.getFixedT(null, area));
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'ru' ? 'ru' : 'en';
}

/** A sentence of the engine in the language of the window; one without a translation stays as it came. */
export function told(sentence: string): string {
  return currentLanguage() === 'ru' ? inOtherLanguage(sentence) : sentence;
}
