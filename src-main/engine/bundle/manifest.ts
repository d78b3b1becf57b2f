import { z } from 'zod';
import { CallError } from '#contract/kit.ts';
import { isSignedBy } from '#store/signatures.ts';
import { broken } from './zip.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const name = z.string().min(1).max(200);

/** What a bundle says about itself; its signature covers every byte of it, and it names every other file by hash. */
export const manifestSchema = z.object({
  format: z.literal('assaypack'),
  /** The version that wrote it, and the oldest one that can read it. */
  version: count,
  min_reader: count,
  project: name,
  title: z.string().max(2_000),
  packer: z.object({ person: name, device: name, key: hash }),
  /** The age addresses it is encrypted to; inside the signature, since age does not say who encrypted. */
  recipients: z.array(z.string().max(200)).max(1_000),
  /** Whether it is under a passphrase. */
  passphrase: z.boolean(),
  chains: z
    .array(z.object({ device: name, first: count, last: count, acts: count, head: hash }))
    .max(100_000),
  seals: z
    .array(z.object({ device: name, sequence: count, head: hash, key: hash, signature: z.string().max(100) }))
    .max(100_000),
  acts: z.array(z.object({ name: z.string().max(40), sha256: hash, bytes: count, lines: count })).max(10_000),
  blobs: z.array(z.object({ sha256: hash, bytes: count })).max(60_000),
  /** How much of each chain the packer has, without a gap from the first act on. */
  has: z.array(z.object({ device: name, sequence: count, head: hash })).max(100_000),
  /** Contents that the packer knows to exist and lacks: payloads, parts and files by hash. */
  lacks: z.array(hash).max(100_000),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const VERSION = 1;

export function signedText(manifestHash: string): string {
  return JSON.stringify(['assay-bundle-1', manifestHash]);
}

/** Reads and checks a manifest. Throws one sentence where it cannot be trusted or understood. */
export function readManifest(text: string, manifestHash: string, signature: string): Manifest {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw broken('its manifest cannot be read');
  }
  const head = z.object({ format: z.literal('assaypack'), min_reader: count }).safeParse(given);
  if (!head.success) throw broken('its manifest cannot be read');
  if (head.data.min_reader > VERSION)
    throw new CallError('newer', 'This bundle was written by a newer Assay; update Assay to merge it.');
  const manifest = manifestSchema.safeParse(given);
  if (!manifest.success) throw broken('its manifest cannot be read');
  if (!isSignedBy(manifest.data.packer.key, signedText(manifestHash), signature))
    throw broken('its signature is not valid');
  return manifest.data;
}
