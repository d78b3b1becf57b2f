/** The scheme of the window's pages. */
export const SCHEME = 'app';

/** Standard and secure like https, but with no way around the policy, no service workers and no other origins. */
export const PRIVILEGES = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  stream: true,
  codeCache: true,
  bypassCSP: false,
  allowServiceWorkers: false,
  corsEnabled: false,
} as const;

/** The names of the open windows; each is the host of its pages' addresses. */
export type Windows = { readonly has: (name: string) => boolean };

/**
 * The window that a request belongs to, or nothing where it may not come in: another scheme, an unknown window, an
 * address with a user or a port, or a page of another origin (also the sandboxed frames, whose origin is `null`).
 */
export function windowOf(address: string, origin: string | null, windows: Windows): string | undefined {
  const url = parsed(address);
  if (!url || url.protocol !== `${SCHEME}:` || !windows.has(url.hostname)) return undefined;
  if (url.username !== '' || url.password !== '' || url.port !== '') return undefined;
  if (origin !== null && origin !== `${SCHEME}://${url.hostname}`) return undefined;
  return url.hostname;
}

export function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
