import { windowOf, type Windows } from './admission.ts';

/** A window shows its own page and never another; a frame in it shows a report or an archived copy of its own project. */
export function mayNavigate(to: string, mainFrame: boolean, own: string): boolean {
  if (windowOf(to, null, new Set([own])) === undefined) return false;
  const { pathname } = new URL(to);
  return mainFrame ? pathname === '/' : /^\/(file|capture)\/[^/]+$/.test(pathname);
}

/** What may be saved to the disk: what the engine hands out of the window's own project. */
export function mayDownload(from: string, windows: Windows): boolean {
  const address = from.startsWith('blob:') ? from.slice('blob:'.length) : from;
  return windowOf(address, null, windows) !== undefined;
}
