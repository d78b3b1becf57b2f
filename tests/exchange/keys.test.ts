import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { cells } from '#domain/act.ts';
import { isSoundKey } from '#domain/ed25519.ts';
import { exchangeHandlers } from '#engine/exchange.ts';
import { cardText, readCard } from '#engine/trust.ts';
import { isKey, isSignedBy, proofText } from '#store/signatures.ts';
import { dropKeys, mate } from '../support/mates.ts';
import { digest } from '../support/project.ts';
import { repacked, unpacked } from '../support/forger.ts';

afterAll(dropKeys);

// the points of order 1, 2, 4 and 8, with every way to write them, also the ways that RFC 8032 forbids
const SMALL_ORDER: readonly (readonly [name: string, key: string])[] = [
  ['order 1', `01${'00'.repeat(31)}`],
  ['order 1, with the sign of no x', `01${'00'.repeat(30)}80`],
  ['order 1, written with y + p', `ee${'ff'.repeat(30)}7f`],
  ['order 1, written with y + p and the sign', `ee${'ff'.repeat(30)}ff`],
  ['order 2', `ec${'ff'.repeat(30)}7f`],
  ['order 2, with the sign of no x', `ec${'ff'.repeat(30)}ff`],
  ['order 4', '00'.repeat(32)],
  ['order 4, the other', `${'00'.repeat(31)}80`],
  ['order 4, written with y + p', `ed${'ff'.repeat(30)}7f`],
  ['order 4, the other, written with y + p', `ed${'ff'.repeat(30)}ff`],
  ['order 8, first', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
  ['order 8, second', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85'],
  ['order 8, third', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
  ['order 8, fourth', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'],
];

const P = 2n ** 255n - 19n;
const mod = (n: bigint) => ((n % P) + P) % P;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let rest = exponent, square = mod(base); rest > 0n; rest >>= 1n, square = mod(square * square))
    if (rest & 1n) result = mod(result * square);
  return result;
}

const inverse = (n: bigint) => power(n, P - 2n);
const D = mod(-121665n * inverse(121666n));
const numberOf = (bytes: Uint8Array) => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

function pointOf(hex: string): readonly [bigint, bigint] {
  const all = numberOf(Buffer.from(hex, 'hex'));
  const y = all & ((1n << 255n) - 1n);
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n));
  let x = power(square, (P + 3n) / 8n);
  if (mod(x * x) !== square) x = mod(x * power(2n, (P - 1n) / 4n));
  if ((x & 1n) !== all >> 255n) x = mod(-x);
  return [x, y];
}

/** The sum of two points, as a key is written. */
function sum(one: string, other: string): string {
  const [[x1, y1], [x2, y2]] = [pointOf(one), pointOf(other)];
  const product = mod(D * x1 * x2 * y1 * y2);
  const x = mod((x1 * y2 + x2 * y1) * inverse(1n + product));
  const y = mod((y1 * y2 + x1 * x2) * inverse(1n - product));
  const written = y | ((x & 1n) << 255n);
  return Buffer.from(written.toString(16).padStart(64, '0'), 'hex').reverse().toString('hex');
}

// the clamped scalar of a seed; with it a signature can be made that also checks under a key of mixed order
const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const secretOf = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
const seed = createHash('sha256').update('mixed').digest();
const SOUND = Buffer.from(createPublicKey(secretOf(seed)).export({ format: 'jwk' }).x!, 'base64url').toString(
  'hex',
);
const MIXED = SMALL_ORDER.filter(([name]) => /^order (2|4|4, the other|8, \w+)$/.test(name)).map(
  ([name, key]) => [`a sound key and a point of ${name}`, sum(SOUND, key)] as const,
);
const NO_POINTS: readonly (readonly [string, string])[] = [
  ['no point of the curve', `02${'00'.repeat(31)}`],
  ['above the field', 'ff'.repeat(32)],
  ['too short', '11'.repeat(31)],
  ['in capitals', SOUND.toUpperCase()],
];

test('the sum of points used here is right, and a sound key is sound', () => {
  expect(isSoundKey(Buffer.from(SOUND, 'hex'))).toBe(true);
  // four times around by a point of order 4 is where one began
  const four = '00'.repeat(32);
  expect([1, 2, 3, 4].reduce((at) => sum(at, four), SOUND)).toBe(SOUND);
  expect(MIXED).toHaveLength(7);
});

describe.each([...SMALL_ORDER, ...MIXED, ...NO_POINTS])('the key %s', (_name, key) => {
  /** What checks under some of these keys for any text at all: R neutral, S nought. */
  const nobodys = Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]).toString('base64');
  const signed = (text: string) => sign(null, Buffer.from(text), secretOf(seed)).toString('base64');

  test('is no key, and nothing is signed by it', () => {
    expect(isKey(key)).toBe(false);
    for (const text of ['', 'a text'])
      for (const signature of [nobodys, signed(text), randomBytes(64).toString('base64')])
        expect(isSignedBy(key, text, signature)).toBe(false);
  });

  test('is refused on a card and as a key to trust or revoke', async () => {
    const ada = mate('ada');
    const recipient = ada.session.keys.public().recipient;
    for (const proof of [nobodys, signed(proofText(key, 'p', recipient))]) {
      const card = cardText({ name: 'Eve', person: 'p', key, recipient, proof });
      expect(() => readCard(card)).toThrow(/^This card was damaged or changed/);
      expect(() => exchangeHandlers.trustKey(ada.session, { card }, NEVER)).toThrow(/^This card was damaged/);
    }
    expect(() => exchangeHandlers.trustKey(ada.session, { key }, NEVER)).toThrow(/does not know the key/);
    expect(() => exchangeHandlers.revokeKey(ada.session, { key }, NEVER)).toThrow(/^This is no key/);
    expect(ada.kept.files.get('trust')).toBeUndefined();
    ada.close();
  });

  test('signs no bundle, vouches for no act, and as a row of the project is not believed', async () => {
    const [ada, bea] = [mate('ada'), mate('bea')];
    ada.do(cells('claim', 'c1', { present: 1, wording: 'twelve' }));
    const bundle = await ada.pack();
    const before = digest(bea.project.read);
    const forged = [
      repacked(
        unpacked(bundle),
        (manifest) => void (manifest.packer.key = key),
        () => nobodys,
      ),
      repacked(unpacked(bundle), (manifest) => void (manifest.packer.key = key), signed),
    ];
    for (const one of forged) await expect(bea.merge(one)).rejects.toThrow(/^[^\n]+\.$/);
    const vouched = repacked(
      unpacked(bundle),
      (manifest) => {
        manifest.seals = manifest.seals.map((seal) => ({ ...seal, key, signature: nobodys }));
      },
      (text) => ada.session.keys.unlocked()!.sign(text),
    );
    await expect(bea.merge(vouched)).rejects.toThrow(/^[^\n]+\.$/);
    expect(digest(bea.project.read)).toBe(before);
    for (const one of [ada, bea]) one.close();
  });
});

const NEVER = new AbortController().signal;
