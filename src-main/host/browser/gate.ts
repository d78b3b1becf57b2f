import { timingSafeEqual } from 'node:crypto';

const COOKIE = 'assay';

export type Passage = { readonly pass: true } | { readonly pass: false; readonly response: Response };

/**
 * Who may come in over 127.0.0.1: only a browser that was given this start's token, and only pages of this address.
 * Host and Origin are compared as parsed, never by prefix, so that `127.0.0.1.evil.example` is somebody else.
 */
export function gate(request: Request, host: string, token: string): Passage {
  const url = new URL(request.url);
  if (request.headers.get('host') !== host) return refused('This address belongs to another program.');
  const origin = request.headers.get('origin');
  if (origin !== null && originOf(origin) !== `http://${host}`)
    return refused('Pages of other sites may not ask Assay for anything.');
  const site = request.headers.get('sec-fetch-site');
  const opening = request.method === 'GET' && url.pathname === '/';
  if (site !== null && site !== 'same-origin' && site !== 'none' && !opening) {
    return refused('Pages of other sites may not ask Assay for anything.');
  }
  if (opening && same(url.searchParams.get('token') ?? '', token)) {
    return {
      pass: false,
      response: new Response(null, {
        status: 303,
        headers: {
          location: '/',
          'set-cookie': `${COOKIE}-${portOf(host)}=${token}; HttpOnly; SameSite=Strict; Path=/`,
          'cache-control': 'no-store',
        },
      }),
    };
  }
  if (!same(cookieOf(request, host), token)) {
    return refused('Open Assay with the whole address that it printed when it started, token included.');
  }
  return { pass: true };
}

/** Cookies do not tell ports apart, so each start has one of its own. */
function cookieOf(request: Request, host: string): string {
  const wanted = `${COOKIE}-${portOf(host)}=`;
  const cookies = (request.headers.get('cookie') ?? '').split('; ');
  return cookies.find((cookie) => cookie.startsWith(wanted))?.slice(wanted.length) ?? '';
}

function portOf(host: string): string {
  return host.slice(host.lastIndexOf(':') + 1);
}

function originOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).origin : undefined;
}

function same(given: string, token: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

function refused(message: string): Passage {
  return {
    pass: false,
    response: new Response(`${message}\n`, {
      status: 403,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    }),
  };
}
