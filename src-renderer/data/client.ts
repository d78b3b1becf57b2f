import { fetchCaller } from '#contract/client.ts';

export { refusal } from '#contract/client.ts';

/** Every call of the contract over this page's own origin. Throws a CallError. */
export const call = fetchCaller((path, init) => fetch(path, init));
