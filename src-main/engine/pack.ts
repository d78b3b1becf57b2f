import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { COMMON } from '#domain/belonging.ts';
import { sensitivityOf } from '#domain/apart.ts';
import { timeOf } from '#domain/stamp.ts';
import type { SharedTable } from '#domain/tables.ts';
import type { Asked, Input } from '#contract/index.ts';
import { CallError } from '#contract/error.ts';
import type { Visible } from '#contract/exchange.ts';
import type { BlobRow } from '#store/blobs.ts';
import { addRow, selected, withAllThatHangsOn, type RowSet } from '#store/closure.ts';
import { idOf } from '#store/ids.ts';
import {
  filesHere,
  knownOf,
  lacking,
  newestSeals,
  outgoing,
  standing,
  type Outgoing,
  type Shown,
} from '#store/outgoing.ts';
import { peopleById, listPeople } from '#store/people.ts';
import { sealEnds, type Signer } from '#store/seals.ts';
import { bundleOf, writeBundle } from './bundle/write.ts';
import { devicesOf, leaveAt } from './devices.ts';
import { progress } from './jobs.ts';
import { safeName } from './safe-name.ts';
import { hereOf, readOf, whenFree, whole, type Session } from './session.ts';
import { trustOf } from './trust.ts';

export type Packing = Input<'previewPack'>;

/** What the readers of a bundle have already, and what they said they lack. */
export type Known = { readonly held: ReadonlyMap<string, number>; readonly lacked: ReadonlySet<string> };

const NOTHING: Known = { held: new Map(), lacked: new Set() };

/** What a bundle will hold, and the acts as they will be given. */
export type Plan = {
  readonly acts: number;
  readonly files: readonly BlobRow[];
  readonly bytes: number;
  readonly visible: Visible;
  readonly going: () => Iterable<Outgoing>;
};

/** @param known what the readers have, where that is not one person's knowledge */
export function planned(session: Session, asked: Packing, known = knownBy(session, asked.for)): Plan {
  const db = readOf(session);
  const shown = shownIn(session, asked);
  const going = () => outgoing(db, session.project.id, known, shown);

  const named = peopleById(db);
  const people = new Set<string>();
  const files = new Set<string>();
  const hidden = new Set<string>();
  const count = { acts: 0, bytes: 0, withheld: 0, parts: 0, unsalted: 0 };
  let from: string | null = null;
  let to: string | null = null;
  for (const one of going()) {
    count.acts += 1;
    count.bytes += 300 + (one.act.body?.length ?? 0) / 4;
    count.parts += one.parts;
    for (const file of one.files) files.add(file);
    for (const file of one.hidden) hidden.add(file);
    if (!one.withheld) continue;
    count.withheld += 1;
    if (one.unsalted) count.unsalted += 1;
    people.add(named(one.act.person)?.name || one.act.person.slice(0, 8));
    const at = timeOf(one.act.stamp);
    if (from === null || at < from) from = at;
    if (to === null || at > to) to = at;
  }
  const rows = filesHere(db, [...files]);
  return {
    acts: count.acts,
    files: rows,
    bytes: Math.round(count.bytes + rows.reduce((sum, row) => sum + row.bytes, 0)),
    visible: {
      acts: count.withheld,
      parts: count.parts,
      files: [...hidden].filter((file) => !files.has(file)).length,
      unsalted: count.unsalted,
      people: [...people].sort(),
      from,
      to,
    },
    going,
  };
}

/** Somebody who was only met by card has nothing of this project yet; nor may anybody be taken to have it. */
function knownBy(session: Session, person: string | undefined): Known {
  return person === undefined ? NOTHING : knownOf(readOf(session), personCalled(session, person).id);
}

/** Which changes may be shown: those of what was selected, without what was held back; undefined where all may. */
function shownIn(session: Session, asked: Packing): Shown | undefined {
  const db = readOf(session);
  const kinds = new Set<string>(asked.redact);
  const articles = (asked.articles ?? []).map((id) => whole(session, 'article', id));
  const claims = (asked.claims ?? []).map((id) => whole(session, 'claim', id));
  const chosen = asked.articles || asked.claims ? selected(db, articles, claims) : undefined;
  const held: RowSet = new Map();
  for (const id of asked.withhold ?? []) addRow(held, ...rowCalled(session, id));
  withAllThatHangsOn(db, held);
  if (kinds.size === 0 && held.size === 0 && !chosen) return undefined;
  return ({ table, row, column }) => {
    if (kinds.has(sensitivityOf(table, column) ?? '')) return false;
    if ((table === 'capture' && kinds.has('captures')) || (table === 'comment' && kinds.has('comments')))
      return false;
    if (held.get(table)?.has(row)) return false;
    return !chosen || COMMON.has(table) || (chosen.get(table)?.has(row) ?? false);
  };
}

const HELD_BACK = ['claim', 'evidence', 'reference', 'capture', 'verdict', 'comment', 'article'] as const;

function rowCalled(session: Session, given: string): [SharedTable, string] {
  const [, kind, id] = /^(\w+):(.+)$/.exec(given) ?? [undefined, undefined, given];
  const tables = HELD_BACK.filter((table) => kind === undefined || table === kind);
  for (const table of tables) {
    try {
      return [table, idOf(readOf(session), table, id!)];
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ambiguous') throw error;
    }
  }
  throw new CallError(
    'not-found',
    `There is no claim, reference or piece of evidence ${given} in this project.`,
  );
}

export function personCalled(session: Session, given: string): { id: string; name: string } {
  const people = listPeople(readOf(session));
  const named = people.filter((person) => person.name === given);
  if (named.length === 1) return named[0]!;
  if (named.length > 1)
    throw new CallError('ambiguous', `Several people here are called ${given}; give the id instead.`);
  const byId = people.filter((person) => person.id.startsWith(given));
  if (byId.length === 1) return byId[0]!;
  for (const [key, trust] of trustOf(session.home)) {
    if (trust.state === 'trusted' && (trust.name === given || key === given))
      return { id: `key:${key}`, name: trust.name };
  }
  const names = people.map((person) => person.name).join(', ');
  throw new CallError('not-found', `There is no ${given} in this project; it knows ${names}.`);
}

/**
 * Writes a bundle to a path that does not exist yet.
 * @param known what the readers have, where that is not one person's knowledge
 * @param addresses age addresses of the readers, where they are not named by `encryptTo`
 */
export async function packTo(
  session: Session,
  path: string,
  asked: Asked<'packBundle'>,
  signal: AbortSignal,
  known?: Known,
  addresses: readonly string[] = [],
) {
  const named = (asked.encryptTo ?? []).flatMap((given) => addressesOf(session, given));
  const recipients = [...named, ...addresses];
  if (recipients.length > 0 && asked.passphrase !== undefined)
    throw new CallError(
      'bad-input',
      'A bundle is encrypted either to people or with a passphrase, not both.',
    );
  const signer = await session.keys.open();
  await whenFree(session);
  const { project, author, home } = session;
  if (project.db) {
    sealOwn(session, signer);
    leaveAt(project.db, home, hereOf(session), author.device, false);
    session.done.acted = false;
  }
  const db = readOf(session);
  const plan = planned(session, asked, known);
  const total = plan.files.reduce((sum, file) => sum + file.bytes, 0);
  const tick = progress(session, asked.job, total, 'pack', signal);
  const own = session.keys.public().recipient;
  const pieces = bundleOf(
    db,
    {
      project: project.id,
      title: titleOf(session),
      packer: { person: author.person, device: author.device, key: signer.key },
      recipients: recipients.length === 0 ? [] : [...new Set([...recipients, own])].sort(),
      passphrase: asked.passphrase !== undefined,
      seals: newestSeals(db),
      has: standing(db),
      lacks: lacking(db),
      acts: actsOf(plan.going()),
      blobs: plan.files,
    },
    signer,
    tick,
  );
  const encrypted = recipients.length > 0 || asked.passphrase !== undefined;
  const lock = encrypted
    ? {
        recipients: asked.passphrase === undefined ? [...new Set([...recipients, own])] : [],
        passphrase: asked.passphrase,
      }
    : undefined;
  const bytes = await writeBundle(pieces, path, lock);
  return { acts: plan.acts, blobs: plan.files.length, bytes, encrypted, visible: plan.visible };
}

/** Signs all that this person has written on the devices of this home. */
export function sealOwn({ project, home, author }: Session, signer: Signer): void {
  if (!project.db) return;
  const devices = [author.device, ...devicesOf(home, project.id, author.person)];
  sealEnds(project.db, project.id, devices, signer);
}

function* actsOf(going: Iterable<Outgoing>) {
  for (const { act } of going) yield act;
}

function titleOf(session: Session): string {
  return (
    readOf(session).one<{ title: string | null }>(
      'select title from project where id = ?',
      session.project.id,
    )?.title ?? ''
  );
}

/** The age addresses of a person's keys, the revoked ones left out. */
function addressesOf(session: Session, given: string): string[] {
  const person = personCalled(session, given);
  const trust = trustOf(session.home);
  const met = trust.get(person.id.replace(/^key:/, ''));
  if (met) return [met.recipient];
  const keys = readOf(session)
    .all<{ id: string; recipient: string }>(
      'select id, recipient from person_key where person = ? and present = 1 and recipient is not null',
      person.id,
    )
    .filter((key) => trust.get(key.id)?.state !== 'revoked');
  const trusted = keys.filter(
    (key) => trust.get(key.id)?.state === 'trusted' || key.id === session.keys.public().key,
  );
  const chosen = trusted.length > 0 ? trusted : keys;
  if (chosen.length === 0)
    throw new CallError(
      'not-found',
      `${person.name} has no key here yet; merge a bundle of theirs or trust their card.`,
    );
  return chosen.map((key) => key.recipient);
}

/** Writes a bundle into the home, for a page to fetch. */
export async function packForPage(session: Session, asked: Asked<'packBundle'>, signal: AbortSignal) {
  const token = session.world.newId();
  const folder = join(session.home.folder, 'outgoing');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, token);
  const written = await packTo(session, path, asked, signal);
  const name = safeName(`${titleOf(session) || 'project'}.assaypack`, 'application/vnd.assay.pack');
  session.bundles.set(token, { name, path, mediaType: 'application/octet-stream', bytes: written.bytes });
  return { bundle: { token, name, ...written } };
}
