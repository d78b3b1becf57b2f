import { windowOf, type Windows } from './admission.ts';

/** Everything that is not listed is refused. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** @param origin of the asking frame, as Electron gives it: with a slash at the end. */
export function permits(permission: string, origin: string, mainFrame: boolean, windows: Windows): boolean {
  return GRANTED.has(permission) && mainFrame && windowOf(origin, null, windows) !== undefined;
}
