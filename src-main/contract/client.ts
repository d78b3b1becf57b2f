import { CODES, CallError, type Code } from './error.ts';
import type { Caller } from './index.ts';

/** Whatever can carry a request to the door: a page’s own fetch, or the door itself. */
export type Carrier = (
  path: string,
  init?: RequestInit & { headers?: Record<string, string> },
) => Promise<Response>;

/** Every call of the contract over fetch. Errors arrive as the CallError that they left as. */
export function fetchCaller(carry: Carrier): Caller {
  return async (name, input, signal) => {
    const response = await carry(`/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
      ...(signal && { signal }),
    }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new CallError('internal', 'Assay’s engine does not answer. If this stays, restart Assay.');
    });
    if (!response.ok) throw await refusal(response);
    return response.json();
  };
}

/** What the door answered when it refused. */
export async function refusal(response: Response): Promise<CallError> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'code' in body && isCode(body.code)) {
    const message =
      'message' in body && typeof body.message === 'string' ? body.message : response.statusText;
    return new CallError(body.code, message, 'detail' in body ? body.detail : undefined);
  }
  return new CallError(
    'internal',
    `Assay’s engine answered ${response.status}. Try again, or restart Assay.`,
  );
}

function isCode(code: unknown): code is Code {
  return CODES.some((known) => known === code);
}
