import { z } from 'zod';
import type { Home } from '../home.ts';

/** Where a project is exchanged. It stays in the home: a path says much about a machine and its owner. */
const chosen = z.object({
  folder: z.string(),
  /** Encrypt to yourself and everybody whose key you trust. */
  encrypt: z.boolean(),
  /** Files of this project have been seen there: an empty folder is then one whose drive is not connected. */
  begun: z.boolean().default(false),
});
export type ChosenFolder = z.infer<typeof chosen>;

const nameOf = (project: string) => `exchange-${project}`;

export function recallFolder(home: Home, project: string): ChosenFolder | undefined {
  const found = chosen.safeParse(home.recall(nameOf(project)));
  return found.success ? found.data : undefined;
}

export function rememberFolder(home: Home, project: string, folder: ChosenFolder): void {
  home.remember(nameOf(project), folder);
}

export function forgetFolder(home: Home, project: string): void {
  home.forget(nameOf(project));
}
