import { parsed, windowOf, type Windows } from './admission.ts';

/** Whether a request stays inside the program. Everything else is cancelled before it leaves. */
export function staysInside(address: string, windows: Windows): boolean {
  const url = parsed(address);
  if (url?.protocol === 'data:') return true;
  if (url?.protocol === 'blob:') return windowOf(url.pathname, null, windows) !== undefined;
  return windowOf(address, null, windows) !== undefined;
}
