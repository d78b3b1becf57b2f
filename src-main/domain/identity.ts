/**
 * The same thing from the same file gets the same id in every project: so that a second import knows it again, and two
 * people who import one file have one row.
 * @returns a UUID of version 8 made of the SHA-256 of the parts
 */
export function identityOf(...parts: readonly string[]): string {
  const hex = sha256Hex(new TextEncoder().encode(JSON.stringify(['assay-identity-1', ...parts])));
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The UUID in a URN, in braces or bare, in lower case; undefined where there is none. */
export function uuidIn(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^urn:uuid:/, '')
    .replace(/^\{(.*)\}$/, '$1');
  return isUuid(bare) ? bare : undefined;
}

/** A row's id as a UUID: itself, or the one that stands for it where it is none. */
export function asUuid(id: string): string {
  return uuidIn(id) ?? identityOf('row', id);
}

export function urnOf(id: string): string {
  return `urn:uuid:${asUuid(id)}`;
}

const PRIMES: readonly number[] = Array.from({ length: 312 }, (_, n) => n).filter(
  (n) => n > 1 && !Array.from({ length: n }, (_unused, d) => d).some((d) => d > 1 && n % d === 0),
);
const part = (root: number) => ((root - Math.floor(root)) * 0x1_0000_0000) | 0;
const ROUND = PRIMES.slice(0, 64).map((prime) => part(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => part(Math.sqrt(prime)));

/** FIPS 180-4 in plain TypeScript, for places that may not use Node. */
export function sha256Hex(bytes: Uint8Array): string {
  const length = ((bytes.length + 8) >> 6) + 1;
  const data = new DataView(new ArrayBuffer(length * 64));
  bytes.forEach((byte, at) => data.setUint8(at, byte));
  data.setUint8(bytes.length, 0x80);
  data.setUint32(length * 64 - 8, Math.floor(bytes.length / 0x2000_0000));
  data.setUint32(length * 64 - 4, bytes.length << 3);
  const state = [...START];
  const words = new Int32Array(64);
  const turn = (x: number, by: number) => (x >>> by) | (x << (32 - by));
  for (let block = 0; block < length; block++) {
    for (let n = 0; n < 64; n++) {
      if (n < 16) words[n] = data.getInt32(block * 64 + n * 4);
      else {
        const a = words[n - 15]!;
        const b = words[n - 2]!;
        words[n] =
          words[n - 16]! +
          (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) +
          words[n - 7]! +
          (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
      }
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let n = 0; n < 64; n++) {
      const one =
        (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[n]! + words[n]!) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, n) => (state[n] = (state[n]! + value) | 0));
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
