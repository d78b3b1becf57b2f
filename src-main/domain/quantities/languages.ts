/** The languages whose words for numbers, dates and units are known. */
export const LANGUAGES = ['en', 'ru', 'uk', 'kk'] as const;
export type Known = (typeof LANGUAGES)[number];

/** In which languages a place is read: its own, or those of its script where that is unknown. */
export function languages(language: string): readonly Known[] {
  const known = LANGUAGES.find((one) => one === language);
  if (known) return known === 'kk' || known === 'uk' ? [known, 'ru'] : [known];
  return language === '' ? LANGUAGES : [];
}
