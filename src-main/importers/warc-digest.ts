import { createHash } from 'node:crypto';

const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['sha1', 'sha1'],
  ['sha-1', 'sha1'],
  ['sha256', 'sha256'],
  ['sha-256', 'sha256'],
  ['sha512', 'sha512'],
  ['sha-512', 'sha512'],
  ['md5', 'md5'],
]);

/**
 * Checks bytes against a digest as web archives write it: `sha1:` in base32, base64 or hexadecimal, `md5:`, `sha-256:`.
 * @returns `unknown` for no digest, and for one of a kind that cannot be checked
 */
export function checkDigest(stated: string, bytes: Uint8Array): 'right' | 'wrong' | 'unknown' {
  const [, label, value] = /^([\w-]+)\s*:\s*(\S+)$/.exec(stated.trim()) ?? [];
  const algorithm = ALGORITHMS.get(label?.toLowerCase() ?? '');
  if (algorithm === undefined || value === undefined) return 'unknown';
  const digest = createHash(algorithm).update(bytes).digest();
  const plain = value.replace(/=+$/, '');
  const isSame =
    plain.toLowerCase() === digest.toString('hex') ||
    plain.toUpperCase() === base32(digest) ||
    plain.replaceAll('+', '-').replaceAll('/', '_') === digest.toString('base64url');
  return isSame ? 'right' : 'wrong';
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function base32(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value & 31) << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) out += LETTERS[(value >> (bits - 5)) & 31];
  }
  return bits > 0 ? out + LETTERS[(value << (5 - bits)) & 31] : out;
}
