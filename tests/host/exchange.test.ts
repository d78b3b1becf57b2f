import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract, type CallName, type Output } from '#contract/index.ts';
import { openFile } from '#store/open.ts';
import { commandLine, type Ran } from '../support/cli.ts';
import { ARTICLE } from '../support/engine.ts';

function valid<N extends CallName>(name: N, ran: Ran): Output<N> {
  const json = ran.json() as object;
  expect(contract[name].output.safeParse(json).error?.issues).toBeUndefined();
  return json as Output<N>;
}

const SENTENCE = /^error: \S[^\n]+\.\n$/;

/** Three people, each with a home and a copy of the project of their own, in one folder. */
function team() {
  const { folder, assayWith } = commandLine();
  const at = (name: string) => join(folder, name);
  const as =
    (person: string, env: Record<string, string> = {}) =>
    (...args: string[]): Ran =>
      assayWith({ env: { ASSAY_HOME: at(`home-${person}`), ...env } }, ...args, '--person', person);
  const call = <N extends CallName>(who: (...args: string[]) => Ran, name: N, file: string, input: object) =>
    valid(name, who('call', file, name, JSON.stringify(input)));
  return { at, as, call };
}

const failed = (ran: Ran) => {
  expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringMatching(SENTENCE) });
  return ran.err;
};

test('three people exchange a project by files on the command line', { timeout: 600_000 }, () => {
  const { at, as, call } = team();
  const [ada, bea, cem] = [as('Ada'), as('Bea'), as('Cem')];
  writeFileSync(at('dam.txt'), ARTICLE);
  ada('new', 'ada.assay', '--title', 'The dam');
  const article = valid('importArticles', withCancelled(ada('import', 'ada.assay', 'dam.txt', '--json')))
    .articles[0]!.id;
  const quote = [
    '--quote',
    'Nine people were missing by dawn',
    '--suffix',
    ', the council',
    '--as',
    'verifiable',
  ];
  const claim = valid('mark', ada('mark', 'ada.assay', article, ...quote, '--json')).claim.id;

  // how each begins, with the key of the first compared and trusted
  expect(ada('pack', 'ada.assay', '--out', 'one.assaypack', '--json').json()).toMatchObject({
    bundle: { encrypted: false },
  });
  for (const [who, file] of [
    [bea, 'bea.assay'],
    [cem, 'cem.assay'],
  ] as const)
    expect(who('join', 'one.assaypack', '--out', file, '--json')).toMatchObject({ code: 0 });
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
  writeFileSync(at('torn.card'), identity.card.slice(0, -20));
  expect(failed(ada('key', 'ada.assay', 'trust', 'torn.card'))).toContain('damaged or changed');

  // a merge is taken back, and brought again
  call(bea, 'describeProject', 'bea.assay', { method: 'Bea counts.' });
  bea('pack', 'bea.assay', '--out', 'early.assaypack');
  const early = valid('mergeBundles', ada('merge', 'ada.assay', 'early.assaypack', '--json'));
  expect(early.sources.map(({ person, state }) => [person?.name, state])).toEqual([['Bea', 'trusted']]);
  const [listed] = valid('listMerges', ada('merges', 'ada.assay', '--json')).merges;
  expect(listed).toMatchObject({ id: early.merge, people: ['Bea'], undone: false });
  valid('undoMerge', ada('undo-merge', 'ada.assay', listed!.id.slice(0, 8), '--json'));
  expect(ada('merges', 'ada.assay').out).toContain('(undone)');
  expect(call(ada, 'getProject', 'ada.assay', {}).project.method).toBe('');
  failed(ada('undo-merge', 'ada.assay', listed!.id));
  call(ada, 'redo', 'ada.assay', {});
  expect(call(ada, 'getProject', 'ada.assay', {}).project.method).toBe('Bea counts.');

  // three people word one claim
  for (const [who, file, wording] of [
    [ada, 'ada.assay', 'Nine were missing, says Ada.'],
    [bea, 'bea.assay', 'Nine were missing, says Bea.'],
    [cem, 'cem.assay', 'Nine were missing, says Cem.'],
  ] as const)
    call(who, 'editClaim', file, { id: claim, wording });
  bea('pack', 'bea.assay', '--out', 'bea.assaypack');
  cem('pack', 'cem.assay', '--out', 'cem.assaypack');

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
  failed(ada('resolve', 'ada.assay', id, '--take', '7'));
  const wordings = (file: string, who = ada) =>
    (who('claims', file, '--json').json() as Output<'listClaims'>).claims
      .map(({ wording }) => wording)
      .sort();
  const left = (ran: Ran) => valid('settleConflict', ran).conflicts.filter((one) => one.column === 'wording');
  expect(left(ada('resolve', 'ada.assay', id, '--keep-both', '--json'))).toEqual([]);
  expect(wordings('ada.assay')).toEqual(
    ['Ada', 'Bea', 'Cem'].map((name) => `Nine were missing, says ${name}.`),
  );
  bea('merge', 'bea.assay', 'cem.assaypack');
  expect(left(bea('resolve', 'bea.assay', id, '--value', 'Nine, say both.', '--json'))).toEqual([]);
  expect(wordings('bea.assay', bea)).toEqual(['Nine, say both.']);
  cem('merge', 'cem.assay', 'bea.assaypack');
  expect(left(cem('resolve', 'cem.assay', id, '--take', '1', '--json'))).toEqual([]);
  expect(wordings('cem.assay', cem)).toHaveLength(1);

  // trust is taken back in both ways
  const first = identity.fingerprint.slice(0, 5);
  const stateOf = (ran: Ran) => valid('listKeys', ran).keys.find(({ key }) => key === identity.key)?.state;
  expect(stateOf(ada('key', 'ada.assay', 'revoke', first, '--json'))).toBe('revoked');
  bea('pack', 'bea.assay', '--out', 'late.assaypack');
  const late = ada('merge', 'ada.assay', 'late.assaypack', '--json');
  expect(late.code).toBe(1);
  expect(valid('mergeBundles', late).refused[0]!.error.message).toContain('which you have revoked');
  expect(stateOf(ada('key', 'ada.assay', 'forget', first, '--json'))).toBe('unknown');
  expect(stateOf(ada('key', 'ada.assay', 'list', '--json'))).toBe('unknown');

  // a passphrase on the key, and the bundle that needs it
  const locked = as('Bea', { ASSAY_PASSPHRASE: 'correct horse' });
  expect(valid('getIdentity', locked('key', 'bea.assay', 'protect', '--json')).identity.protection).toBe(
    'passphrase',
  );
  expect(
    ada('pack', 'ada.assay', '--out', 'secret.assaypack', '--encrypt-to', 'Bea', '--json').json(),
  ).toMatchObject({ bundle: { encrypted: true } });
  expect(cem('merge', 'cem.assay', 'secret.assaypack')).toMatchObject({
    code: 1,
    err: expect.stringContaining('neither your key nor'),
  });
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
    as('Cem', { ASSAY_BUNDLE_PASSPHRASE: 'another' })('merge', 'cem.assay', 'word.assaypack'),
  ).toMatchObject({ code: 1 });
  expect(
    as('Cem', { ASSAY_BUNDLE_PASSPHRASE: 'a word' })('merge', 'cem.assay', 'word.assaypack'),
  ).toMatchObject({ code: 0 });

  for (const [who, file] of [
    [ada, 'ada.assay'],
    [bea, 'bea.assay'],
    [cem, 'cem.assay'],
  ] as const)
    expect(valid('verifyProject', who('verify', file, '--json'))).toMatchObject({ ok: true });
  const tampered = openFile(at('ada.assay'), { now: 0 });
  tampered.db!.run(`update seal set signature = ? || substr(signature, 5)`, 'AAAA');
  tampered.close();
  const checked = cem('verify', 'ada.assay', '--json');
  expect(checked.code).toBe(3);
  expect(valid('verifyProject', checked).problems.length).toBeGreaterThan(0);
});

const withCancelled = (ran: Ran): Ran => ({
  ...ran,
  json: () => ({ cancelled: false, ...(ran.json() as object) }) as never,
});

test('two people at one computer are two people, each with a key of their own', { timeout: 300_000 }, () => {
  const { folder, assay } = commandLine();
  const by = (person: string, ...args: string[]) => assay(...args, '--person', person);
  by('Ada', 'new', 'p.assay', '--title', 'The dam');
  by('Bea', 'call', 'p.assay', 'describeProject', '{"method":"Bea counts."}');
  by('Ada', 'call', 'p.assay', 'describeProject', '{"title":"The dams"}');
  const of = (person: string) =>
    valid('getIdentity', by(person, 'key', 'p.assay', 'show', '--json')).identity;
  const [ada, bea] = [of('Ada'), of('Bea')];
  expect([ada.name, bea.name]).toEqual(['Ada', 'Bea']);
  expect(ada.key).not.toBe(bea.key);
  expect(ada.person).not.toBe(bea.person);
  const people = by('Ada', 'people', 'p.assay', '--json').json() as Output<'listDevices'> &
    Output<'listKeys'>;
  expect(new Set(people.devices.map(({ person }) => person?.name))).toEqual(new Set(['Ada', 'Bea']));
  expect(new Set(people.devices.map(({ signed }) => signed?.key))).toEqual(new Set([ada.key, bea.key]));
  const { acts } = by('Ada', 'history', 'p.assay', '--json').json() as Output<'listActs'>;
  expect(acts.filter(({ deed }) => deed === 'describeProject').map(({ person }) => person)).toEqual([
    'Ada',
    'Bea',
  ]);
  // what one did is no step of the other's undo
  by('Bea', 'call', 'p.assay', 'undo', '{}');
  const { project } = valid('getProject', by('Ada', 'call', 'p.assay', 'getProject', '{}'));
  expect(project).toMatchObject({ title: 'The dams', method: '' });
  // a bundle of it speaks for both, and is taken by a third
  expect(by('Ada', 'pack', 'p.assay', '--out', 'p.assaypack')).toMatchObject({ code: 0 });
  const third = commandLine(folder).assayWith(
    { env: { ASSAY_HOME: join(folder, 'home-cem') } },
    'join',
    'p.assaypack',
    '--out',
    'cem.assay',
    '--person',
    'Cem',
    '--json',
  );
  expect(third).toMatchObject({ code: 0, err: '' });
  const verified = assay('verify', 'cem.assay', '--json');
  expect(verified.code).toBe(0);
  expect(valid('verifyProject', verified).ok).toBe(true);
});
