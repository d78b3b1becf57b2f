import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { expect, onTestFinished, test } from 'vitest';
import { openEngine, realWorld, type Engine } from '#engine/engine.ts';
import { joinProject } from '#engine/join.ts';
import { keyRing } from '#engine/keys.ts';
import { hashOf } from '../support/forger.ts';
import { temporaryFolder } from '../support/project.ts';

const CANARY = 'canary-in-an-encrypted-cage';
const NOT_FOR_YOU = 'This bundle is encrypted, and neither your key nor a given passphrase opens it.';
const PASSED_ON = /^This bundle was opened or encrypted anew on the way/;

/** Three homes with one project; what Ada has written since the others joined holds the canary. */
async function team() {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  const home = (person: string) => at(`home-${person}`);
  const opened: Engine[] = [];
  onTestFinished(() => opened.forEach((engine) => engine.close()));
  const open = (person: string, create?: { title: string }) => {
    const engine = openEngine(at(`${person}.assay`), realWorld(home(person)), {
      person,
      ...(create ? { create } : {}),
    });
    opened.push(engine);
    return engine;
  };
  const ada = open('ada', { title: 'The dam' });
  await ada.packTo(at('first'), {});
  const joined: Engine[] = [];
  for (const person of ['bea', 'eve']) {
    (
      await joinProject(at(`${person}.assay`), [at('first')], realWorld(home(person)), { person })
    ).engine.close();
    joined.push(open(person));
  }
  const [bea, eve] = joined as [Engine, Engine];
  const { identity } = await bea.call('getIdentity', {});
  await ada.call('trustKey', { card: identity.card });
  await ada.call('describeProject', { method: CANARY });
  const merge = async (engine: Engine, path: string, passphrase?: string) =>
    engine.call('mergeBundles', {
      bundles: [engine.receiveFile(path)],
      ...(passphrase === undefined ? {} : { passphrase }),
    });
  const refusal = async (engine: Engine, path: string, passphrase?: string) =>
    (await merge(engine, path, passphrase)).refused.map(({ error }) => error.message);
  return { folder, at, home, ada, bea, eve, merge, refusal };
}

type Team = Awaited<ReturnType<typeof team>>;

const method = async (engine: Engine) => (await engine.call('getProject', {})).project.method;
/** Every byte of a project file. */
const state = (file: string) => hashOf(readFileSync(file));

/** Files below a folder that hold the canary, and those that should have gone. */
function traces(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\.(plain|unfinished)$/.test(path) || holdsCanary(path));
}

function holdsCanary(path: string): boolean {
  try {
    return readFileSync(path).includes(CANARY);
  } catch {
    return false; // another test's file that went meanwhile
  }
}

const birthtime = (folder: string) => statSync(folder).birthtimeMs;

function changedSince(path: string, since: number): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since;
}

/** No plaintext lies in a reader's home, nor anywhere in the system's folder for temporary files but in Ada's own project. */
function noPlaintext({ folder, home }: Team, readers: readonly string[]): void {
  for (const reader of readers) expect(traces(home(reader))).toEqual([]);
  const ours = new Set(readdirSync(folder).map((name) => join(folder, name)));
  const strays = readdirSync(tmpdir(), { withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.name.startsWith('assay-copy'))
    .map((entry) => join(tmpdir(), entry.name))
    .filter((path) => !ours.has(path) && changedSince(path, birthtime(folder)) && holdsCanary(path));
  expect(strays).toEqual([]);
}

test('a bundle to a person opens for that person and for its author, and for nobody else', async () => {
  const here = await team();
  const { at, ada, bea, eve, merge, refusal } = here;
  const packed = await ada.packTo(at('secret'), { encryptTo: ['bea'] });
  expect(packed.encrypted).toBe(true);
  expect(readFileSync(at('secret')).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect(holdsCanary(at('secret'))).toBe(false);

  const before = state(at('eve.assay'));
  expect(await refusal(eve, at('secret'))).toEqual([NOT_FOR_YOU]);
  expect(await refusal(eve, at('secret'), 'a guess')).toEqual([NOT_FOR_YOU]);
  expect(state(at('eve.assay'))).toBe(before);
  noPlaintext(here, ['eve']);

  expect(await merge(ada, at('secret'))).toMatchObject({ refused: [], acts: { new: 0 } });
  expect(await merge(bea, at('secret'))).toMatchObject({ refused: [] });
  expect(await method(bea)).toBe(CANARY);
  // a backup from before the merge has nothing of it, and the decrypted copy is gone
  noPlaintext(here, ['bea', 'eve']);
});

test('a bundle under a passphrase opens with it, and with no other', { timeout: 120_000 }, async () => {
  const here = await team();
  const { at, ada, bea, eve, merge, refusal } = here;
  await ada.packTo(at('secret'), { passphrase: 'correct horse' });
  expect(holdsCanary(at('secret'))).toBe(false);
  const before = state(at('eve.assay'));
  // to try a passphrase on it is a second's work on purpose; a wrong one is told the same where it is less
  const cheap = new Encrypter();
  cheap.setPassphrase('correct horse');
  cheap.setScryptWorkFactor(10);
  writeFileSync(at('cheap'), await cheap.encrypt(readFileSync(at('first'))));
  expect(await refusal(eve, at('cheap'), 'wrong horse')).toEqual([NOT_FOR_YOU]);
  expect(await refusal(eve, at('secret'))).toEqual([NOT_FOR_YOU]);
  expect(state(at('eve.assay'))).toBe(before);
  expect(await merge(bea, at('secret'), 'correct horse')).toMatchObject({ refused: [] });
  expect(await method(bea)).toBe(CANARY);
  noPlaintext(here, ['bea', 'eve']);
  await expect(ada.packTo(at('both'), { passphrase: 'x', encryptTo: ['bea'] })).rejects.toThrow(
    'A bundle is encrypted either to people or with a passphrase, not both.',
  );
  expect(readdirSync(here.folder)).not.toContain('both');
});

test('who opens a bundle and encrypts it anew, for others or not at all, is found out', async () => {
  const { at, home, ada, bea, eve, refusal } = await team();
  await ada.packTo(at('secret'), { encryptTo: ['bea'] });
  const ring = keyRing(
    home('bea'),
    (await bea.call('getIdentity', {})).identity.person,
    undefined,
    undefined,
  );
  const decrypter = new Decrypter();
  decrypter.addIdentity(ring.unlocked()!.ageIdentity);
  const plain = await decrypter.decrypt(readFileSync(at('secret')));
  const passedOn = async (name: string, lock: (encrypter: Encrypter) => void) => {
    const encrypter = new Encrypter();
    lock(encrypter);
    writeFileSync(at(name), await encrypter.encrypt(plain));
    return at(name);
  };
  const { recipient } = (await eve.call('getIdentity', {})).identity;
  const toEve = await passedOn('to-eve', (encrypter) => encrypter.addRecipient(recipient));
  const withWord = await passedOn('with-word', (encrypter) => {
    encrypter.setPassphrase('word');
    encrypter.setScryptWorkFactor(10);
  });
  writeFileSync(at('opened'), plain);
  const before = state(at('eve.assay'));
  for (const [path, word] of [[toEve], [withWord, 'word'], [at('opened')]] as const)
    expect(await refusal(eve, path, word)).toEqual([expect.stringMatching(PASSED_ON)]);
  expect(state(at('eve.assay'))).toBe(before);
});

test('a passphrase that would cost hours of work is refused before any is done', async () => {
  const { at, ada, eve, refusal } = await team();
  const encrypter = new Encrypter();
  encrypter.setPassphrase('word');
  encrypter.setScryptWorkFactor(10);
  await ada.packTo(at('open'), {});
  const cheap = Buffer.from(await encrypter.encrypt(readFileSync(at('open')))).toString('latin1');
  for (const work of [21, 30, 64, 99_999_999]) {
    writeFileSync(at('dear'), Buffer.from(cheap.replace(/^(-> scrypt \S+) 10$/m, `$1 ${work}`), 'latin1'));
    const started = process.cpuUsage();
    expect(await refusal(eve, at('dear'), 'word')).toEqual([
      `This bundle’s passphrase would take 2^${work} rounds to try; Assay takes at most 2^20.`,
    ]);
    // 2^21 rounds alone would be eight seconds and two gigabytes
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  }
});

test('ciphertext that was cut or changed anywhere is refused whole, and leaves no plaintext', async () => {
  const here = await team();
  const { at, ada, bea, refusal } = here;
  await ada.packTo(at('secret'), { encryptTo: ['bea'] });
  const whole = readFileSync(at('secret'));
  const before = state(at('bea.assay'));
  const changed = (place: number) => {
    const bytes = Buffer.from(whole);
    bytes[place]! ^= 1;
    return bytes;
  };
  const inside = whole.indexOf('\n--- ') + 60;
  const damaged = [
    ...[22, 100, inside, inside + 100, whole.length - 100, whole.length - 1].map((end) =>
      whole.subarray(0, end),
    ),
    ...[30, inside, whole.length - 1].map(changed),
    Buffer.concat([whole, Buffer.from([0])]),
  ];
  for (const bytes of damaged) {
    writeFileSync(at('damaged'), bytes);
    expect(await refusal(bea, at('damaged'))).toEqual([expect.stringMatching(/^[A-Z][^\n]+\.$/)]);
    expect(traces(here.home('bea'))).toEqual([]);
  }
  expect(state(at('bea.assay'))).toBe(before);
  noPlaintext(here, ['bea']);
  expect(await method(bea)).not.toBe(CANARY);
});
