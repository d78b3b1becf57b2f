import { ImportError } from './import-error.ts';
import { momentOf } from './warc-records.ts';
import type { Zip } from './zip.ts';

export type Resource = {
  readonly path: string;
  /** null where the manifest does not say. */
  readonly bytes: number | null;
  readonly algorithm: string;
  /** Hexadecimal, in lower case. */
  readonly hash: string;
};

export type Manifest = {
  readonly resources: readonly Resource[];
  readonly main: { readonly url: string; readonly time: string };
  readonly remarks: readonly string[];
};

const ALGORITHMS: ReadonlyMap<string, { name: string; digits: number }> = new Map([
  ['sha256', { name: 'sha256', digits: 64 }],
  ['sha-256', { name: 'sha256', digits: 64 }],
  ['sha512', { name: 'sha512', digits: 128 }],
  ['sha-512', { name: 'sha512', digits: 128 }],
  ['sha1', { name: 'sha1', digits: 40 }],
  ['md5', { name: 'md5', digits: 32 }],
]);

/**
 * Reads `datapackage.json` in both of its dialects: `hash: "sha256:…"`, and the older `stats.hash` beside `hashing`.
 * @throws ImportError where it is missing or says less than is needed to check the package
 */
export function readManifest(zip: Zip, name: string): Manifest {
  if (!zip.has('datapackage.json'))
    throw new ImportError(
      'unreadable',
      `“${name}” is a WACZ package without its manifest, datapackage.json.`,
    );
  const json = recordFrom(zip.read('datapackage.json'));
  const listed = json?.['resources'];
  if (!json || !Array.isArray(listed) || listed.length > 20_000)
    throw new ImportError('unreadable', `The manifest of “${name}” cannot be read.`);
  const resources = listed.map((one: unknown) => {
    const resource = resourceFrom(one);
    if (!resource)
      throw new ImportError(
        'unreadable',
        `“${name}” cannot be trusted: its manifest gives no checksum that can be checked.`,
      );
    return resource;
  });
  if (new Set(resources.map((one) => one.path)).size < resources.length)
    throw new ImportError('unreadable', `“${name}” cannot be trusted: its manifest names a file twice.`);
  const metadata = isRecord(json['metadata']) ? json['metadata'] : {};
  const word = (...keys: string[]) =>
    keys
      .map((key) => json[key] ?? metadata[key])
      .find((value): value is string => typeof value === 'string') ?? '';
  return {
    resources,
    main: {
      url: word('mainPageUrl', 'mainPageURL', 'home'),
      time: momentOf(word('mainPageDate', 'mainPageTS')),
    },
    remarks: [],
  };
}

function resourceFrom(one: unknown): Resource | null {
  if (!isRecord(one) || typeof one['path'] !== 'string') return null;
  const stats = isRecord(one['stats']) ? one['stats'] : {};
  const stated = one['hash'] ?? stats['hash'];
  if (typeof stated !== 'string') return null;
  const [, prefix, digits] = /^(?:([\w-]+):)?([\da-f]+)$/i.exec(stated.trim()) ?? [];
  const label = prefix ?? one['hashing'] ?? 'sha256';
  const algorithm = typeof label === 'string' ? ALGORITHMS.get(label.toLowerCase()) : undefined;
  if (digits === undefined || !algorithm || digits.length !== algorithm.digits) return null;
  const size = one['bytes'] ?? stats['bytes'];
  return {
    path: one['path'],
    bytes: typeof size === 'number' ? size : null,
    algorithm: algorithm.name,
    hash: digits.toLowerCase(),
  };
}

export function recordFrom(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8').decode(bytes));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
