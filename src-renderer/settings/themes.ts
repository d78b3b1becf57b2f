import type { Preferences } from '#contract/project.ts';

/** The order in which one command goes through the themes. */
export const THEME_ORDER: readonly Preferences['theme'][] = ['system', 'light', 'dark', 'contrast'];
