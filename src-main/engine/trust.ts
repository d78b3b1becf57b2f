import { CallError } from '#contract/error.ts';
import type { KeyState } from '#contract/exchange.ts';
import { isKey, isSignedBy, proofText } from '#store/signatures.ts';
import type { Home } from './home.ts';
import type { PublicKey } from './keys.ts';
import type { Session } from './session.ts';

/** What this home thinks of a key. It is kept beside the program and never travels. */
export type Trust = {
  readonly state: 'trusted' | 'revoked';
  /** The name under which it was compared. */
  readonly name: string;
  readonly recipient: string;
  readonly at: string;
};

const FILE = 'trust';

export function trustOf(home: Home): ReadonlyMap<string, Trust> {
  const kept = home.recall(FILE);
  if (typeof kept !== 'object' || kept === null) return new Map();
  return new Map(Object.entries(kept as Readonly<Record<string, Trust>>).filter(([key]) => isKey(key)));
}

export function remember(home: Home, key: string, trust: Trust | undefined): void {
  const all = new Map(trustOf(home));
  if (trust) all.set(key, trust);
  else all.delete(key);
  home.remember(FILE, Object.fromEntries(all));
}

/** What a person hands over in one line; the signature binds the age address to the key whose fingerprint is compared. */
export type Card = PublicKey & { readonly name: string };

const BEGINNING = 'assay-card-1:';

export function cardText(card: Card): string {
  const { name, person, key, recipient, proof } = card;
  return (
    BEGINNING + Buffer.from(JSON.stringify({ name, person, key, recipient, proof })).toString('base64url')
  );
}

/** Reads a card, whatever blanks mail may have put into it. Throws a sentence where it is none, or was changed. */
export function readCard(text: string): Card {
  const line = text.replaceAll(/\s+/g, '');
  if (!line.startsWith(BEGINNING))
    throw new CallError('bad-input', `This is no card of Assay; one begins with ${BEGINNING}.`);
  let card: Partial<Card> | null = null;
  try {
    card = JSON.parse(
      Buffer.from(line.slice(BEGINNING.length), 'base64url').toString('utf8'),
    ) as Partial<Card>;
  } catch {
    // told below
  }
  const { name, person, key, recipient, proof } = card ?? {};
  if (
    typeof name !== 'string' ||
    typeof person !== 'string' ||
    typeof key !== 'string' ||
    typeof recipient !== 'string' ||
    typeof proof !== 'string' ||
    !isSignedBy(key, proofText(key, person, recipient), proof)
  ) {
    throw new CallError('bad-input', 'This card was damaged or changed on the way; ask for it again.');
  }
  return { name: name.slice(0, 200), person, key, recipient, proof };
}

export function keyState(session: Session, key: string): KeyState {
  if (session.keys.public().key === key) return 'own';
  return trustOf(session.home).get(key)?.state ?? 'unknown';
}
