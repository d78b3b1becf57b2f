import type { Preferences } from '#contract/project.ts';
import { speak, spokenFor } from '../i18n/index.ts';

/** Shows the window the way the person likes it; the door does the same for the first paint. */
export async function wear(preferences: Preferences): Promise<void> {
  const root = document.documentElement;
  const language = spokenFor(preferences.language);
  root.dataset['theme'] = preferences.theme;
  root.style.setProperty('--article-size', `${preferences.textSize}px`);
  root.style.setProperty('--article-measure', String(preferences.measure));
  await speak(language);
}
