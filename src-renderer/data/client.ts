import type { Caller } from '#contract/index.ts';
import { CallError, CODES, type Code } from '#contract/error.ts';

const codes: readonly string[] = CODES;

function isCode(code: unknown): code is Code {
  return typeof code === 'string' && codes.includes(code);
}

/** What the door answered when it refused, as the one error class of every link. */
export async function refusal(response: Response): Promise<CallError> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'code' in body && isCode(body.code)) {
    const message =
      'message' in body && typeof body.message === 'string' ? body.message : response.statusText;
    return new CallError(body.code, message, 'detail' in body ? body.detail : undefined);
  }
  return new CallError(
    'internal',
    `Assay's engine answered ${response.status}. Try again, or restart Assay.`,
  );
}

/** Every call of the contract over this page's own origin. Throws a CallError. */
export const call: Caller = async (name, input, signal) => {
  const asked: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  };
  const response = await fetch(`/call/${name}`, signal ? { ...asked, signal } : asked).catch(
    (error: unknown) => {
      if (signal?.aborted) throw error;
      throw new CallError('internal', 'Assay’s engine does not answer. If this stays, restart Assay.');
    },
  );
  if (!response.ok) throw await refusal(response);
  return response.json();
};
