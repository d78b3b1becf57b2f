import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract, type CallName, type Output } from '#contract/index.ts';
import { openEngine, realWorld, type Engine } from '#engine/engine.ts';
import { joinProject } from '#engine/join.ts';
import { openFile } from '#store/open.ts';
import { commandLine, type Ran } from '../support/cli.ts';
import { ARTICLE } from '../support/engine.ts';

function valid<N extends CallName>(name: N, ran: Ran): Output<N> {
  const json = ran.json() as object;
  expect(contract[name].output.safeParse(json).error?.issues).toBeUndefined();
  return json as Output<N>;
}

const SENTENCE = /^error: \S[^\n]+\.\n$/;

/**
 * Three people, each with a home and a copy of the project of their own, in one folder. What only prepares a step goes
 * through the engine, since every command costs a process.
 */
function team() {
  const { folder, assayWith } = commandLine();
  const at = (name: string) => join(folder, name);
  /** Opens somebody's project in this process. */
  const within = async <T>(
    person: string,
    file: string,
    work: (engine: Engine) => Promise<T>,
  ): Promise<T> => {
    const engine = openEngine(at(file), realWorld(at(`home-${person}`)), { person });
    try {
      return await work(engine);
    } finally {
      engine.close();
    }
  };
  const as =
    (person: string, env: Record<string, string> = {}) =>
    (...args: string[]): Ran =>
      assayWith({ env: { ASSAY_HOME: at(`home-${person}`), ...env } }, ...args, '--person', person);
  return { at, as, within };
}

const failed = (ran: Ran) => {
  expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringMatching(SENTENCE) });
  return ran.err;
};

test('three people exchange a project by files on the command line', { timeout: 600_000 }, async () => {
  const { at, as, within } = team();
  const [ada, bea, cem] = [as('Ada'), as('Bea'), as('Cem')];
  const founded = openEngine(at('ada.assay'), realWorld(at('home-Ada')), {
    person: 'Ada',
    create: { title: 'The dam' },
  });
  const { token } = founded.receive(new TextEncoder().encode(ARTICLE), 'dam.txt');
  const { articles } = await founded.call('importArticles', { uploads: [{ token, name: 'dam.txt' }] });
  const marked = await founded.call('mark', {
    article: articles[0]!.id,
    quote: 'Nine people were missing by dawn',
    suffix: ', the council',
    as: 'verifiable',
  });
  const claim = marked.claim.id;
  founded.close();

  // how each begins, with the key of the first compared and trusted
  expect(ada('pack', 'ada.assay', '--out', 'one.assaypack', '--json').json()).toMatchObject({
    bundle: { encrypted: false },
  });
  expect(bea('join', 'one.assaypack', '--out', 'bea.assay', '--json')).toMatchObject({ code: 0 });
  const cemsWorld = realWorld(at('home-Cem'));
  (await joinProject(at('cem.assay'), [at('one.assaypack')], cemsWorld, { person: 'Cem' })).engine.close();
  const { identity } = valid('getIdentity', bea('key', 'bea.assay', 'show', '--json'));
  expect(identity).toMatchObject({ name: 'Bea', protection: 'none', locked: false });
  expect(bea('key', 'bea.assay', 'export', '--out', 'bea.card')).toMatchObject({ code: 0 });
  expect(readFileSync(at('bea.card'), 'utf8').trim()).toBe(identity.card);
  failed(bea('key', 'bea.assay', 'export', '--out', 'bea.card'));
  const trusted = valid('listKeys', ada('key', 'ada.assay', 'trust', 'bea.card', '--json')).keys;
  expect(trusted.find(({ key }) => key === identity.key)).toMatchObject({
    state: 'trusted',
    trustedAs: 'Bea',
  });
  await within('Ada', 'ada.assay', (engine) =>
    expect(engine.call('trustKey', { card: identity.card.slice(0, -20) })).rejects.toThrow(
      'damaged or changed',
    ),
  );

  // a merge is taken back, and brought again
  await within('Bea', 'bea.assay', async (engine) => {
    await engine.call('describeProject', { method: 'Bea counts.' });
    await engine.packTo(at('early.assaypack'), {});
  });
  const early = valid('mergeBundles', ada('merge', 'ada.assay', 'early.assaypack', '--json'));
  expect(early.sources.map(({ person, state }) => [person?.name, state])).toEqual([['Bea', 'trusted']]);
  const [listed] = valid('listMerges', ada('merges', 'ada.assay', '--json')).merges;
  expect(listed).toMatchObject({ id: early.merge, people: ['Bea'], undone: false });
  valid('undoMerge', ada('undo-merge', 'ada.assay', listed!.id.slice(0, 8), '--json'));
  expect(ada('merges', 'ada.assay').out).toContain('(undone)');
  await within('Ada', 'ada.assay', async (engine) => {
    const method = async () => (await engine.call('getProject', {})).project.method;
    expect(await method()).toBe('');
    await expect(engine.call('undoMerge', { merge: listed!.id })).rejects.toThrow('taken back already');
    await engine.call('redo', {});
    expect(await method()).toBe('Bea counts.');
  });

  // three people word one claim
  for (const person of ['Ada', 'Bea', 'Cem']) {
    const name = person.toLowerCase();
    await within(person, `${name}.assay`, async (engine) => {
      await engine.call('editClaim', { id: claim, wording: `Nine were missing, says ${person}.` });
      if (person !== 'Ada') await engine.packTo(at(`${name}.assaypack`), {});
    });
  }

  const dry = valid('mergeBundles', ada('merge', 'ada.assay', 'bea.assaypack', '--dry-run', '--json'));
  expect(dry).toMatchObject({ merge: null, conflicts: [{ table: 'claim', column: 'wording' }] });
  const merged = valid('mergeBundles', ada('merge', 'ada.assay', 'bea.assaypack', 'cem.assaypack', '--json'));
  expect(merged.refused).toEqual([]);
  expect(merged.sources.map(({ person, state }) => [person?.name, state])).toEqual([
    ['Bea', 'trusted'],
    ['Cem', 'unknown'],
  ]);
  expect(new Set(merged.conflicts[0]!.values.map(({ person }) => person?.name))).toEqual(
    new Set(['Ada', 'Bea', 'Cem']),
  );

  // one after another settles it: a third value, one of the values, both
  const { conflicts } = valid('listConflicts', ada('conflicts', 'ada.assay', '--json'));
  const { id } = conflicts.find(({ column }) => column === 'wording')!;
  expect(ada('resolve', 'ada.assay', id, '--take', '0', '--keep-both')).toMatchObject({ code: 2, out: '' });
  const wordings = (person: string) =>
    within(person, `${person.toLowerCase()}.assay`, async (engine) =>
      (await engine.call('listClaims', {})).claims.map(({ wording }) => wording).sort(),
    );
  const merges = (person: string, bundle: string) =>
    within(person, `${person.toLowerCase()}.assay`, async (engine) => {
      const done = await engine.call('mergeBundles', { bundles: [engine.receiveFile(at(bundle))] });
      expect(done.refused).toEqual([]);
    });
  const left = (ran: Ran) => valid('settleConflict', ran).conflicts.filter((one) => one.column === 'wording');
  expect(left(ada('resolve', 'ada.assay', id, '--keep-both', '--json'))).toEqual([]);
  expect(await wordings('Ada')).toEqual(
    ['Ada', 'Bea', 'Cem'].map((name) => `Nine were missing, says ${name}.`),
  );
  await merges('Bea', 'cem.assaypack');
  expect(left(bea('resolve', 'bea.assay', id, '--value', 'Nine, say both.', '--json'))).toEqual([]);
  expect(await wordings('Bea')).toEqual(['Nine, say both.']);
  await merges('Cem', 'bea.assaypack');
  failed(cem('resolve', 'cem.assay', id, '--take', '7'));
  expect(left(cem('resolve', 'cem.assay', id, '--take', '1', '--json'))).toEqual([]);
  expect(await wordings('Cem')).toHaveLength(1);

  // trust is taken back in both ways
  const first = identity.fingerprint.slice(0, 5);
  const stateOf = (ran: Ran) => valid('listKeys', ran).keys.find(({ key }) => key === identity.key)?.state;
  expect(stateOf(ada('key', 'ada.assay', 'revoke', first, '--json'))).toBe('revoked');
  await within('Bea', 'bea.assay', (engine) => engine.packTo(at('late.assaypack'), {}));
  const late = ada('merge', 'ada.assay', 'late.assaypack', '--json');
  expect(late.code).toBe(1);
  expect(valid('mergeBundles', late).refused[0]!.error.message).toContain('which you have revoked');
  expect(stateOf(ada('key', 'ada.assay', 'forget', first, '--json'))).toBe('unknown');

  // a passphrase on the key, and the bundle that needs it
  const locked = as('Bea', { ASSAY_PASSPHRASE: 'correct horse' });
  expect(valid('getIdentity', locked('key', 'bea.assay', 'protect', '--json')).identity.protection).toBe(
    'passphrase',
  );
  expect(
    ada('pack', 'ada.assay', '--out', 'secret.assaypack', '--encrypt-to', 'Bea', '--json').json(),
  ).toMatchObject({ bundle: { encrypted: true } });
  expect(bea('merge', 'bea.assay', 'secret.assaypack').code).toBe(1);
  expect(as('Bea', { ASSAY_PASSPHRASE: 'wrong' })('merge', 'bea.assay', 'secret.assaypack')).toMatchObject({
    code: 1,
    err: expect.stringContaining('does not open your key'),
  });
  expect(locked('merge', 'bea.assay', 'secret.assaypack')).toMatchObject({ code: 0 });
  expect(valid('getIdentity', locked('key', 'bea.assay', 'unprotect', '--json')).identity.protection).toBe(
    'none',
  );
  const word = as('Ada', { ASSAY_BUNDLE_PASSPHRASE: 'a word' });
  expect(word('pack', 'ada.assay', '--out', 'word.assaypack', '--passphrase', '--json').json()).toMatchObject(
    { bundle: { encrypted: true } },
  );
  expect(
    as('Cem', { ASSAY_BUNDLE_PASSPHRASE: 'another' })(
      'merge',
      'cem.assay',
      'secret.assaypack',
      'word.assaypack',
    ),
  ).toMatchObject({ code: 1, err: expect.stringContaining('neither your key nor') });
  expect(
    as('Cem', { ASSAY_BUNDLE_PASSPHRASE: 'a word' })('merge', 'cem.assay', 'word.assaypack'),
  ).toMatchObject({ code: 0 });

  expect(valid('verifyProject', ada('verify', 'ada.assay', '--json'))).toMatchObject({ ok: true });
  for (const person of ['Bea', 'Cem'])
    await within(person, `${person.toLowerCase()}.assay`, async (engine) =>
      expect(await engine.call('verifyProject', {})).toMatchObject({ ok: true }),
    );
  const tampered = openFile(at('ada.assay'), { now: 0 });
  tampered.db!.run(`update seal set signature = ? || substr(signature, 5)`, 'AAAA');
  tampered.close();
  const checked = cem('verify', 'ada.assay', '--json');
  expect(checked.code).toBe(3);
  expect(valid('verifyProject', checked).problems.length).toBeGreaterThan(0);
});

test(
  'two people at one computer are two people, each with a key of their own',
  { timeout: 300_000 },
  async () => {
    const { folder, assay } = commandLine();
    const home = join(folder, 'home');
    const by = async <T>(
      person: string,
      work: (engine: Engine) => Promise<T>,
      create?: { title: string },
    ) => {
      const engine = openEngine(join(folder, 'p.assay'), realWorld(home), {
        person,
        ...(create ? { create } : {}),
      });
      try {
        return await work(engine);
      } finally {
        engine.close();
      }
    };
    await by('Ada', async () => {}, { title: 'The dam' });
    await by('Bea', (engine) => engine.call('describeProject', { method: 'Bea counts.' }));
    await by('Ada', (engine) => engine.call('describeProject', { title: 'The dams' }));
    const shown = assay('key', 'p.assay', 'show', '--json', '--person', 'Bea');
    const bea = valid('getIdentity', shown).identity;
    const ada = (await by('Ada', (engine) => engine.call('getIdentity', {}))).identity;
    expect([ada.name, bea.name]).toEqual(['Ada', 'Bea']);
    expect(ada.key).not.toBe(bea.key);
    expect(ada.person).not.toBe(bea.person);
    const people = assay('people', 'p.assay', '--json', '--person', 'Ada').json() as Output<'listDevices'> &
      Output<'listKeys'>;
    expect(new Set(people.devices.map(({ person }) => person?.name))).toEqual(new Set(['Ada', 'Bea']));
    expect(new Set(people.devices.map(({ signed }) => signed?.key))).toEqual(new Set([ada.key, bea.key]));
    const { acts } = await by('Ada', (engine) => engine.call('listActs', {}));
    expect(acts.filter(({ deed }) => deed === 'describeProject').map(({ person }) => person)).toEqual([
      'Ada',
      'Bea',
    ]);
    // what one did is no step of the other's undo
    expect(assay('call', 'p.assay', 'undo', '{}', '--person', 'Bea').code).toBe(0);
    await by('Ada', async (engine) => {
      const { project } = await engine.call('getProject', {});
      expect(project).toMatchObject({ title: 'The dams', method: '' });
      await engine.packTo(join(folder, 'p.assaypack'), {});
    });
    // a bundle of it speaks for both, and is taken by a third
    const { engine } = await joinProject(
      join(folder, 'cem.assay'),
      [join(folder, 'p.assaypack')],
      realWorld(join(folder, 'home-cem')),
      { person: 'Cem' },
    );
    expect((await engine.call('verifyProject', {})).ok).toBe(true);
    engine.close();
  },
);
