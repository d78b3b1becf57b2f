import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { KnownKey } from '#contract/exchange.ts';
import { CallError } from '#contract/error.ts';
import type { Engine, World } from '#engine/engine.ts';
import { readInputText } from './files.ts';
import { brief, table, UsageError } from './output.ts';
import { askHidden } from './passphrase.ts';
import { add, text } from './program.ts';

const DEEDS = ['show', 'export', 'list', 'trust', 'revoke', 'forget', 'protect', 'unprotect'] as const;

export function keyCommands(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'key <file> <deed> [key]',
    `your key and those of others: ${DEEDS.join(', ')}`,
    [
      'key dam.assay show',
      'key dam.assay export --out ada.card',
      'key dam.assay trust bea.card',
      'key dam.assay revoke 7QK2M',
      'ASSAY_PASSPHRASE=… key dam.assay protect',
    ],
    (command) =>
      command
        .option('--out <path>', 'for export: the file to write')
        .option('--name <name>', 'for trust: the name you know them by'),
    async ({ out, open }, [file, deed, given], options) => {
      if (!DEEDS.some((known) => known === deed))
        throw new UsageError(`“${deed}” is not known; choose one of ${DEEDS.join(', ')}.`);
      await open(file!, async (engine) => {
        if (deed === 'show' || deed === 'export') {
          const { identity } = await engine.call('getIdentity', {});
          const path = text(options, 'out');
          if (deed === 'export' && path !== undefined) {
            if (existsSync(path))
              throw new CallError('exists', `${path} exists already; choose another name.`);
            writeFileSync(path, `${identity.card}\n`);
          }
          out.result({ identity, ...(path === undefined ? {} : { file: resolve(path) }) }, () =>
            deed === 'export'
              ? [path === undefined ? identity.card : `Wrote ${path}.`]
              : [identity.fingerprint],
          );
          return;
        }
        if (deed === 'protect' || deed === 'unprotect') {
          const now = process.env['ASSAY_NEW_PASSPHRASE'] ?? process.env['ASSAY_PASSPHRASE'];
          const passphrase = deed === 'unprotect' ? null : (now ?? (await askHidden('New passphrase')));
          if (passphrase === undefined) throw new UsageError('Give the passphrase in ASSAY_PASSPHRASE.');
          const current = process.env['ASSAY_PASSPHRASE'];
          const { identity } = await engine.call('protectKey', {
            passphrase,
            ...(current === undefined ? {} : { current }),
          });
          out.result({ identity }, () => [`Your key is kept with protection: ${identity.protection}.`]);
          return;
        }
        const keys =
          deed === 'list'
            ? (await engine.call('listKeys', {})).keys
            : await judged(engine, deed!, given, text(options, 'name'));
        out.result({ keys }, () => table(keys.map((key) => [key.fingerprint, key.state, nameOf(key)])));
      });
    },
    worldOf,
  );

  add(
    program,
    'people <file>',
    'list the people and devices of a project, what each has done and what of it is signed',
    ['people dam.assay'],
    (command) => command,
    ({ out, open }, [file]) =>
      open(file!, async (engine) => {
        const [{ people }, { devices }, { keys }] = [
          await engine.call('getProject', {}),
          await engine.call('listDevices', {}),
          await engine.call('listKeys', {}),
        ];
        out.result({ people, devices, keys }, () =>
          table(
            devices.map((device) => [
              device.person?.name ?? '',
              `${device.name}${device.mine ? ' (this one)' : ''}`,
              device.acts,
              device.signed ? `signed to ${device.signed.upTo}, ${device.signed.state}` : 'not signed',
              [
                ...device.gaps.map((gap) => `missing ${gap.from} to ${gap.to}`),
                ...device.forks.map((fork) => `twice ${fork}`),
              ].join(', '),
            ]),
          ),
        );
      }),
    worldOf,
  );
}

async function judged(
  engine: Engine,
  deed: string,
  given: string | undefined,
  name: string | undefined,
): Promise<KnownKey[]> {
  if (given === undefined || given === 'undefined')
    throw new UsageError('Name a key by its fingerprint or the beginning of it, or a card for trust.');
  const named = name === undefined ? {} : { name };
  if (deed === 'trust' && (existsSync(given) || given.startsWith('assay-card')))
    return (
      await engine.call('trustKey', { card: existsSync(given) ? readInputText(given) : given, ...named })
    ).keys;
  const { keys } = await engine.call('listKeys', {});
  const wanted = given.toUpperCase();
  const found = keys.filter(
    (key) => key.fingerprint.startsWith(wanted) || key.key === given || nameOf(key) === given,
  );
  if (found.length === 0) throw new CallError('not-found', `There is no key ${given} here.`);
  if (found.length > 1)
    throw new CallError('ambiguous', `Several keys begin with ${brief(given)}; write more of it.`);
  const { key } = found[0]!;
  if (deed === 'trust') return (await engine.call('trustKey', { key, ...named })).keys;
  return (await engine.call(deed === 'revoke' ? 'revokeKey' : 'forgetKey', { key })).keys;
}

function nameOf(key: KnownKey): string {
  return key.person?.name ?? key.trustedAs;
}
