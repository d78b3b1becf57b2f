import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CallError } from '#contract/error.ts';
import type { Signer } from '#store/seals.ts';
import { isSignedBy, proofText } from '#store/signatures.ts';
import { bech32 } from './bech32.ts';

/** A place of the operating system that keeps secrets: the desktop has one, the command line does not. */
export type KeyStore = {
  readonly protect: (secret: Uint8Array) => Promise<Uint8Array>;
  readonly reveal: (kept: Uint8Array) => Promise<Uint8Array>;
};

/** What everybody may know of a person's key. `proof` is the key's own signature over the rest. */
export type PublicKey = {
  readonly person: string;
  readonly key: string;
  readonly recipient: string;
  readonly proof: string;
};

export type OpenKey = Signer & {
  /** The secret that opens what was encrypted to `recipient`. */
  readonly ageIdentity: string;
};

export type Protection = 'none' | 'passphrase' | 'system';

/** One person's key in this home. It is made when it is first needed. */
export type KeyRing = {
  readonly person: string;
  readonly public: () => PublicKey;
  readonly protection: () => Protection;
  /** The key, if nothing has to be asked for it. */
  readonly unlocked: () => OpenKey | undefined;
  /** The key; throws a CallError where a passphrase is missing or wrong. */
  readonly open: (passphrase?: string) => Promise<OpenKey>;
  readonly protect: (passphrase: string | null, current: string | undefined) => Promise<void>;
};

type Kept =
  | { readonly kind: 'none'; readonly seed: string }
  | { readonly kind: 'system'; readonly data: string }
  | {
      readonly kind: 'passphrase';
      readonly cost: number;
      readonly salt: string;
      readonly nonce: string;
      readonly data: string;
    };
type KeyFile = PublicKey & { readonly secret: Kept };

const crypto = () => process.getBuiltinModule('node:crypto');

/** scrypt with 2^16 rounds takes 64 MB and a fifth of a second; a file that asks for much more was not written here. */
const COST = 16;
const HIGHEST_COST = 20;

export function keyRing(
  home: string,
  person: string,
  store: KeyStore | undefined,
  ask: (() => string | undefined) | undefined,
): KeyRing {
  const path = join(
    home,
    'keys',
    `${/^[\w-]{1,64}$/.test(person) ? person : crypto().hash('sha256', person)}.json`,
  );
  let file: KeyFile | undefined;
  let open: OpenKey | undefined;
  const load = (): KeyFile => {
    if (file) return file;
    file = readKey(path, person);
    if (file) return file;
    const seed = crypto().randomBytes(32);
    open = openKey(seed);
    file = { ...publicKeyOf(person, open, seed), secret: { kind: 'none', seed: seed.toString('base64') } };
    writeKey(path, file);
    return file;
  };
  const keep = (secret: Kept) => {
    const { secret: _, ...known } = load();
    file = { ...known, secret };
    writeKey(path, file);
  };
  const unlocked = (): OpenKey | undefined => {
    if (open) return open;
    const { secret } = load();
    if (secret.kind === 'none') open = openKey(Buffer.from(secret.seed, 'base64'));
    return open;
  };
  const seedOf = async (passphrase: string | undefined): Promise<Buffer> => {
    const { secret } = load();
    if (secret.kind === 'none') return Buffer.from(secret.seed, 'base64');
    if (secret.kind === 'system') {
      if (!store)
        throw new CallError(
          'refused',
          'Your key is kept by the system’s key store, which only the Assay window can reach.',
        );
      return Buffer.from(await store.reveal(Buffer.from(secret.data, 'base64')));
    }
    const given = passphrase ?? ask?.();
    if (given === undefined)
      throw new CallError(
        'locked',
        'Your key is under a passphrase; give it (ASSAY_PASSPHRASE, or unlock the key).',
      );
    return decrypted(secret, given);
  };
  return {
    person,
    public: () => {
      const { secret: _, ...known } = load();
      return known;
    },
    protection: () => load().secret.kind,
    unlocked,
    open: async (passphrase) => {
      open ??= openKey(await seedOf(passphrase));
      // the first key of a desktop is made before anybody could be asked where to keep it
      const { secret } = load();
      if (secret.kind === 'none' && store) {
        const data = await store.protect(Buffer.from(secret.seed, 'base64'));
        keep({ kind: 'system', data: Buffer.from(data).toString('base64') });
      }
      return open;
    },
    protect: async (passphrase, current) => {
      const seed = await seedOf(current);
      open = openKey(seed);
      if (passphrase !== null) keep(encrypted(seed, passphrase));
      else if (store) {
        const data = await store.protect(seed);
        keep({ kind: 'system', data: Buffer.from(data).toString('base64') });
      } else keep({ kind: 'none', seed: seed.toString('base64') });
    },
  };
}

// PKCS #8 for 32 secret bytes: everything but the bytes is constant (RFC 8410)
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

function privateKey(prefix: Buffer, secret: Uint8Array) {
  return crypto().createPrivateKey({ key: Buffer.concat([prefix, secret]), format: 'der', type: 'pkcs8' });
}

function publicBytes(key: ReturnType<typeof privateKey>): Buffer {
  return Buffer.from(crypto().createPublicKey(key).export({ format: 'jwk' }).x!, 'base64url');
}

/** The secret for age comes from the same 32 bytes, so that there is one secret to keep. */
function ageSecret(seed: Uint8Array): Buffer {
  return Buffer.from(crypto().hkdfSync('sha256', seed, '', 'assay-age-1', 32));
}

function openKey(seed: Uint8Array): OpenKey {
  const secret = privateKey(ED25519, seed);
  return {
    key: publicBytes(secret).toString('hex'),
    sign: (text) => crypto().sign(null, Buffer.from(text), secret).toString('base64'),
    ageIdentity: bech32('age-secret-key-', ageSecret(seed)).toUpperCase(),
  };
}

function publicKeyOf(person: string, { key, sign }: OpenKey, seed: Uint8Array): PublicKey {
  const recipient = bech32('age', publicBytes(privateKey(X25519, ageSecret(seed))));
  return { person, key, recipient, proof: sign(proofText(key, person, recipient)) };
}

function encrypted(seed: Uint8Array, passphrase: string): Kept {
  const salt = crypto().randomBytes(16);
  const nonce = crypto().randomBytes(12);
  const cipher = crypto().createCipheriv('aes-256-gcm', stretched(passphrase, salt, COST), nonce);
  const data = Buffer.concat([cipher.update(seed), cipher.final(), cipher.getAuthTag()]);
  return {
    kind: 'passphrase',
    cost: COST,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    data: data.toString('base64'),
  };
}

function decrypted(kept: Extract<Kept, { kind: 'passphrase' }>, passphrase: string): Buffer {
  const data = Buffer.from(kept.data, 'base64');
  const key = stretched(passphrase, Buffer.from(kept.salt, 'base64'), kept.cost);
  const decipher = crypto().createDecipheriv('aes-256-gcm', key, Buffer.from(kept.nonce, 'base64'));
  decipher.setAuthTag(data.subarray(-16));
  try {
    return Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]);
  } catch {
    throw new CallError('refused', 'This passphrase does not open your key.');
  }
}

function stretched(passphrase: string, salt: Uint8Array, cost: number): Buffer {
  if (!Number.isInteger(cost) || cost < 1 || cost > HIGHEST_COST)
    throw new CallError(
      'damaged',
      'Your key file asks for more work than Assay ever writes; restore a backup of it.',
    );
  return crypto().scryptSync(passphrase.normalize('NFKC'), salt, 32, {
    N: 2 ** cost,
    r: 8,
    p: 1,
    maxmem: 256 * 2 ** Math.max(cost, 14) * 8,
  });
}

function readKey(path: string, person: string): KeyFile | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const file = JSON.parse(text) as KeyFile;
    if (
      file.person === person &&
      isSignedBy(file.key, proofText(file.key, person, file.recipient), file.proof)
    )
      return file;
  } catch {
    // told below
  }
  // a new key in its place would make all that was signed look like somebody else's
  throw new CallError(
    'damaged',
    `Your key file ${path} is damaged; restore a backup of it, or move it away to make a new key.`,
  );
}

function writeKey(path: string, file: KeyFile): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
}
