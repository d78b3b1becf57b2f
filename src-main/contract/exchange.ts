import { z } from 'zod';
import { command, query } from './kit.ts';
import { REDACTIONS } from '#domain/apart.ts';
import { by, conflict, failure, id, line, prose, time, upload } from './nouns.ts';

/** What this home thinks of a key. Trust is local: it never travels. */
export const KEY_STATES = ['own', 'trusted', 'unknown', 'revoked'] as const;

const keyState = z.enum(KEY_STATES);
/** 64 hexadecimal digits: the Ed25519 public key. */
const publicKey = z.string().regex(/^[0-9a-f]{64}$/, 'a key has 64 hexadecimal digits');
const passphrase = z.string().min(1).max(1_000);
/** Under this name the job's notices come, and `cancelJob` stops it. */
const job = z.string().min(1).max(64).optional();
const value = z.union([z.string(), z.number(), z.null()]);

/** Your own key. The secret half never leaves the home folder. */
export const identity = z.object({
  person: z.string(),
  name: z.string(),
  key: publicKey,
  /** Five groups of five characters, for two people to compare. */
  fingerprint: z.string(),
  /** The age address that others encrypt to. */
  recipient: z.string(),
  /** How the secret half is kept: as it is in a file of your own, under a passphrase, or by the system. */
  protection: z.enum(['none', 'passphrase', 'system']),
  /** Whether the passphrase is still needed before anything can be signed. */
  locked: z.boolean(),
  /** One line of text to hand to team mates; it holds nothing secret. */
  card: z.string(),
});

export const knownKey = z.object({
  key: publicKey,
  fingerprint: z.string(),
  state: keyState,
  /** Whose key it says it is, in this project; null where the project does not know the key. */
  person: by,
  /** The name under which it was trusted or revoked; '' where it was neither. */
  trustedAs: z.string(),
  /** Whether bundles can be encrypted to it. */
  canReceive: z.boolean(),
  /** Whether somebody of this name has another key too: a second computer, or somebody else. */
  contested: z.boolean(),
});

/** What somebody hands over so that their key can be trusted. */
export const card = z.object({ name: z.string(), key: publicKey, fingerprint: z.string(), state: keyState });

/** A chain of acts: one device's work in this project. */
export const device = z.object({
  id: z.string(),
  name: z.string(),
  person: by,
  /** Whether it is the device that acts here now. */
  mine: z.boolean(),
  acts: z.number(),
  /** When it last did something, by its own clock; null where no act of it is here. */
  last: time.nullable(),
  /** Up to which act its signature vouches, and with which key; null where nothing of it is signed. */
  signed: z.object({ upTo: z.number(), key: publicKey, fingerprint: z.string(), state: keyState }).nullable(),
  /** Acts that are missing here, first and last of each run. */
  gaps: z.array(z.object({ from: z.number(), to: z.number() })),
  /** Sequence numbers that two acts carry: a copied file that both sides continued. */
  forks: z.array(z.number()),
  /** Acts of which only the commitment is here. */
  withheld: z.number(),
});

/** Which part of the project a bundle is to hold. With nothing chosen it holds everything. */
const packing = {
  /** Leaves out what this person is known to have: name or id. */
  for: line.min(1).optional(),
  /** Only these articles with their claims, and all that hangs on those. */
  articles: z.array(id).max(1_000).optional(),
  /** Only these claims and all that hangs on them. */
  claims: z.array(id).max(10_000).optional(),
  /** Kinds of content to hold back everywhere. */
  redact: z.array(z.enum(REDACTIONS)).optional(),
  /** Single claims, references or pieces of evidence to hold back, by id. */
  withhold: z.array(id).max(10_000).optional(),
};

/** What others will see although it was held back. Say it before writing. */
export const visible = z.object({
  /** Acts of which only number, time, device and person remain. */
  acts: z.number(),
  /** Parts of acts (one row or one cell) that leave only a commitment; the rest of the act is given. */
  parts: z.number(),
  /** Files of which only the name (their SHA-256) remains. */
  files: z.number(),
  /** Held back acts written without salt by an old version: who guesses their content can confirm the guess. */
  unsalted: z.number(),
  /** Whose acts they are. */
  people: z.array(z.string()),
  from: time.nullable(),
  to: time.nullable(),
});

/** A cell whose shown value a merge changes. Rows that are new come as `added`, with their title. */
export const mergeChange = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  table: z.string(),
  row: z.string(),
  /** What people know the row by: a claim's wording, an article's title. */
  title: z.string(),
  /** Null for `added` and `removed`. */
  column: z.string().nullable(),
  before: value,
  after: value,
  person: by,
  at: time,
});

export const gap = z.object({
  device: z.string(),
  name: z.string(),
  person: by,
  from: z.number(),
  to: z.number(),
});

/** A device whose clock is far from this computer's. */
export const clock = z.object({
  device: z.string(),
  name: z.string(),
  person: by,
  /** How far its newest act is ahead of this computer's time, ms. */
  aheadMs: z.number(),
});

/** What a merge did, or would do. */
export const merged = {
  /** Names this merge for `undoMerge`; null for a dry run, and where nothing was new. */
  merge: z.string().nullable(),
  acts: z.object({ new: z.number(), known: z.number() }),
  files: z.object({ new: z.number(), missing: z.number() }),
  /** At most 2,000 of them, the most telling first; `changesTotal` says how many there are. */
  changes: z.array(mergeChange),
  changesTotal: z.number(),
  /** Conflicts that are there after the merge and were not before. */
  conflicts: z.array(conflict),
  refused: z.array(failure),
  /** Who packed each bundle that was taken. */
  sources: z.array(
    z.object({ source: z.string(), person: by, fingerprint: z.string(), state: keyState, acts: z.number() }),
  ),
  gaps: z.array(gap),
  clocks: z.array(clock),
  /** Keys that this project did not know before. */
  keys: z.array(knownKey),
  forks: z.array(z.object({ device: z.string(), name: z.string(), sequence: z.number() })),
  /** Changes that this version does not understand: kept, passed on, applied after an upgrade. */
  aside: z.number(),
  /** New acts that no signature of their device covers. */
  unsigned: z.number(),
};

export const exchangeCalls = {
  getIdentity: query(
    'Gives your own key’s fingerprint and card; makes the key on first use.',
    {},
    { identity },
  ),
  protectKey: command(
    'Puts your key under a passphrase, changes it, or with null takes it away.',
    { passphrase: passphrase.nullable(), current: passphrase.optional() },
    { identity },
  ),
  unlockKey: command(
    'Unlocks your key with its passphrase until Assay closes.',
    { passphrase },
    { identity },
  ),
  listKeys: query('Lists the keys of this project and the ones you trust.', {}, { keys: z.array(knownKey) }),
  readCard: query(
    'Reads a team mate’s card, so that its fingerprint can be compared with them.',
    { card: prose.min(1) },
    { card },
  ),
  trustKey: command(
    'Trusts a key after its fingerprint was compared: by card, or by key where the project knows it.',
    { card: prose.min(1).optional(), key: publicKey.optional(), name: line.optional() },
    { keys: z.array(knownKey) },
  ),
  revokeKey: command(
    'No longer takes bundles signed with this key; what it signed before stays.',
    { key: publicKey },
    { keys: z.array(knownKey) },
  ),
  forgetKey: command(
    'Takes back that a key was trusted or revoked.',
    { key: publicKey },
    { keys: z.array(knownKey) },
  ),
  listDevices: query(
    'Lists the devices that worked on this project, how far each is signed, and what is missing.',
    {},
    { devices: z.array(device) },
  ),
  previewPack: query(
    'Says what a bundle would hold and what others would still see of what is held back.',
    packing,
    { acts: z.number(), blobs: z.number(), bytes: z.number(), visible },
  ),
  packBundle: command(
    'Writes a bundle for team mates. Fetch it under `/file/<token>`.',
    {
      ...packing,
      /** Encrypts to these people (names or ids); each needs a key with an age address here. */
      encryptTo: z.array(line.min(1)).max(100).optional(),
      /** Encrypts with a passphrase instead. */
      passphrase: passphrase.optional(),
      job,
    },
    {
      bundle: z.object({
        token: z.string(),
        name: z.string(),
        acts: z.number(),
        blobs: z.number(),
        bytes: z.number(),
        encrypted: z.boolean(),
        visible,
      }),
    },
  ),
  mergeBundles: command(
    'Merges bundles, each wholly or not at all; a dry run only says what would happen. Upload each with `PUT /bundle`.',
    {
      bundles: z.array(upload).min(1).max(1_000),
      dryRun: z.boolean().default(false),
      /** For bundles under a passphrase. */
      passphrase: passphrase.optional(),
      job,
    },
    merged,
  ),
  listMerges: query(
    'Lists the merges of this file, newest first.',
    {},
    {
      merges: z.array(
        z.object({
          id: z.string(),
          at: time,
          /** Names of the files that were merged. */
          sources: z.array(z.string()),
          people: z.array(z.string()),
          acts: z.number(),
          undone: z.boolean(),
        }),
      ),
    },
  ),
  undoMerge: command(
    'Takes back all that a merge changed, in one act; `redo` does it again.',
    { merge: id },
    { act: z.object({ hash: z.string(), summary: z.string() }) },
  ),
  settleConflict: command(
    'Settles a conflict: takes one of its values, writes a third, or keeps both.',
    {
      id,
      /** Place of the value in the conflict’s list, from 0. */
      take: z.number().int().min(0).optional(),
      value: value.optional(),
      /** Where the conflict says `canKeepBoth`. */
      keepBoth: z.boolean().optional(),
    },
    { conflicts: z.array(conflict) },
  ),
};

export type Identity = z.infer<typeof identity>;
export type KnownKey = z.infer<typeof knownKey>;
export type KeyState = (typeof KEY_STATES)[number];
export type DeviceRow = z.infer<typeof device>;
export type Visible = z.infer<typeof visible>;
export type MergeChange = z.infer<typeof mergeChange>;
const mergedObject = z.object(merged);
export type Merged = z.infer<typeof mergedObject>;
