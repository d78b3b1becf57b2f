import type { KeyObject } from 'node:crypto';
import { isSoundKey } from '#domain/ed25519.ts';
import { sha256 } from './hash.ts';

const crypto = () => process.getBuiltinModule('node:crypto');

const objects = new Map<string, KeyObject | undefined>();

/** The public key behind 64 hexadecimal digits; undefined where they are no key that a person can own. */
function keyObject(key: string): KeyObject | undefined {
  if (!objects.has(key)) {
    const bytes = Buffer.from(key, 'hex');
    objects.set(
      key,
      /^[0-9a-f]{64}$/.test(key) && isSoundKey(bytes)
        ? crypto().createPublicKey({
            key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') },
            format: 'jwk',
          })
        : undefined,
    );
  }
  return objects.get(key);
}

export function isKey(key: string): boolean {
  return keyObject(key) !== undefined;
}

/** Signatures that were found valid: the same ones come with every bundle. */
const valid = new Set<string>();
const MOST_REMEMBERED = 10_000;

/** Whether `signature` (base64) is that of `key` (hexadecimal) over the text. */
export function isSignedBy(key: string, text: string, signature: string): boolean {
  const all = `${key} ${signature} ${text}`;
  if (valid.has(all)) return true;
  if (!checks(key, text, signature)) return false;
  if (valid.size >= MOST_REMEMBERED) valid.clear();
  valid.add(all);
  return true;
}

function checks(key: string, text: string, signature: string): boolean {
  const object = keyObject(key);
  const bytes = Buffer.from(signature, 'base64');
  if (!object || bytes.length !== 64 || bytes.toString('base64') !== signature) return false;
  return crypto().verify(null, Buffer.from(text), object, bytes);
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five groups of five characters (125 bits) that two people can compare aloud: no I, L, O or U among them. */
export function fingerprintOf(key: string): string {
  const bits = BigInt(`0x${sha256(`assay-fingerprint-1 ${key}`)}`) >> (256n - 125n);
  const letters = Array.from({ length: 25 }, (_, i) => LETTERS[Number((bits >> BigInt(5 * (24 - i))) & 31n)]);
  return [0, 5, 10, 15, 20].map((from) => letters.slice(from, from + 5).join('')).join('-');
}

/** What a key signs to vouch for one act and, by the chain, for all before it on that device. */
export function sealText(
  project: string,
  device: string,
  sequence: number,
  head: string,
  key: string,
): string {
  return JSON.stringify(['assay-seal-1', project, device, sequence, head, key]);
}

/** What a key signs to say whose it is and where to encrypt to. */
export function proofText(key: string, person: string, recipient: string): string {
  return JSON.stringify(['assay-key-1', key, person, recipient]);
}
