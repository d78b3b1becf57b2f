import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Input, Output } from '#contract/index.ts';
import { CallError } from '#contract/error.ts';
import type { Visible } from '#contract/exchange.ts';
import { REDACTIONS, type Redaction } from '#contract/words.ts';
import type { World } from '#engine/engine.ts';
import { brief, notAmong, short, table, UsageError, wholeNumber } from './output.ts';
import { bundlePassphrase, unlocked } from './passphrase.ts';
import { add, text } from './program.ts';

const several = (value: string, before: readonly string[] = []) => [...before, value];

function texts(options: Record<string, unknown>, name: string): string[] {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : [];
}

export function exchangeCommands(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'pack <file>',
    'write a bundle for team mates',
    [
      'pack dam.assay --out dam.assaypack',
      'pack dam.assay --out for-bea.assaypack --for Bea --encrypt-to Bea',
      'pack dam.assay --out public.assaypack --article 8c11 --redact notes --redact claim:3f2a',
    ],
    (command) =>
      command
        .requiredOption('--out <bundle>', 'the file to write')
        .option('--for <person>', 'leave out what this person is known to have')
        .option('--article <article>', 'only this article with its claims; can be repeated', several)
        .option('--claim <claim>', 'only this claim with its evidence; can be repeated', several)
        .option(
          '--redact <what>',
          `hold back: ${REDACTIONS.join(', ')}, or a claim, reference or piece of evidence by id; can be repeated`,
          several,
        )
        .option('--encrypt-to <person>', 'encrypt to this person’s key; can be repeated', several)
        .option('--passphrase', 'encrypt with a passphrase (ASSAY_BUNDLE_PASSPHRASE, or asked for)')
        .option('--dry-run', 'only say what it would hold'),
    async ({ out, open }, [file], options) => {
      const path = String(options['out']);
      refuseBundle(path, file!);
      const asked = await packing(options);
      await open(file!, async (engine) => {
        const { passphrase: _, encryptTo: __, ...what } = asked;
        const preview = await engine.call('previewPack', what);
        for (const line of remains(preview.visible)) out.warn(line);
        if (options['dryRun'] === true) {
          const { acts, blobs, bytes, visible } = preview;
          out.result({ bundle: { file: resolve(path), acts, blobs, bytes, visible } }, () => [
            `${path} would hold ${acts} acts and ${blobs} files, about ${bytes} bytes.`,
          ]);
          return;
        }
        await unlocked(engine);
        const stop = engine.listen((notice) => {
          if (notice.kind === 'job') out.progress(`packing, ${percentOf(notice.done, notice.total)} %`);
        });
        const bundle = await engine.packTo(path, { ...asked, job: 'pack' }).finally(stop);
        out.progress('');
        out.result({ bundle: { file: resolve(path), ...bundle } }, () => [
          `Wrote ${path}: ${bundle.acts} acts, ${bundle.blobs} files, ${bundle.bytes} bytes${bundle.encrypted ? ', encrypted' : ''}.`,
        ]);
      });
    },
    worldOf,
  );

  add(
    program,
    'merge <file> <bundle...>',
    'merge bundles of team mates; a file that does not exist yet is made from them',
    ['merge dam.assay from-bea.assaypack', 'merge dam.assay inbox/*.assaypack --dry-run --json'],
    (command) =>
      command
        .option('--dry-run', 'only say what would happen')
        .option('--passphrase', 'for bundles under a passphrase (ASSAY_BUNDLE_PASSPHRASE, or asked for)'),
    async ({ out, open, world }, [file, ...bundles], options) => {
      const dryRun = options['dryRun'] === true;
      const passphrase = await bundlePassphrase(options['passphrase'] === true);
      if (!existsSync(file!) && !dryRun) {
        const merged = await joined(world, file!, bundles, text(options, 'person'), passphrase);
        out.result(merged, () => told(merged, false));
        return;
      }
      await open(file!, async (engine) => {
        await unlockedForAge(engine, bundles);
        const stop = engine.listen((notice) => {
          if (notice.kind === 'job') out.progress(`merging, ${percentOf(notice.done, notice.total)} %`);
        });
        const merged = await engine
          .call('mergeBundles', {
            bundles: bundles.map((path) => ({ ...engine.receiveFile(path), name: path })),
            dryRun,
            job: 'merge',
            ...(passphrase === undefined ? {} : { passphrase }),
          })
          .finally(stop);
        out.progress('');
        out.result(merged, () => told(merged, dryRun));
        for (const { source, error } of merged.refused)
          out.warn(`error: ${error.message.includes(source) ? '' : `${basename(source)}: `}${error.message}`);
        if (merged.refused.length > 0) out.exit(1);
      });
    },
    worldOf,
  );

  add(
    program,
    'join <bundle...>',
    'make a project file from a team mate’s bundle',
    ['join from-ada.assaypack --out dam.assay --person Bea'],
    (command) =>
      command
        .requiredOption('--out <file>', 'the project file to make')
        .option('--passphrase', 'for bundles under a passphrase (ASSAY_BUNDLE_PASSPHRASE, or asked for)'),
    async ({ out, world }, bundles, options) => {
      const file = String(options['out']);
      const passphrase = await bundlePassphrase(options['passphrase'] === true);
      const merged = await joined(world, file, bundles, text(options, 'person'), passphrase);
      out.result({ project: merged.project, acts: merged.acts }, () => [
        `Made ${file} from ${merged.acts.new} acts.`,
      ]);
    },
    worldOf,
  );

  add(
    program,
    'merges <file>',
    'list what was merged into this file, newest first',
    ['merges dam.assay'],
    (command) => command,
    ({ out, open }, [file]) =>
      open(file!, async (engine) => {
        const { merges } = await engine.call('listMerges', {});
        out.result({ merges }, () =>
          table(
            merges.map((one) => [
              brief(one.id),
              one.at,
              one.acts,
              `${one.people.join(', ')}${one.undone ? ' (undone)' : ''}`,
            ]),
          ),
        );
      }),
    worldOf,
  );

  add(
    program,
    'undo-merge <file> <merge>',
    'take back all that a merge changed, in one act',
    ['undo-merge dam.assay 5b1c'],
    (command) => command,
    ({ out, open }, [file, id]) =>
      open(file!, async (engine) => {
        const { act } = await engine.call('undoMerge', { merge: id! });
        out.result({ act }, () => [`${act.summary}.`]);
      }),
    worldOf,
  );

  add(
    program,
    'conflicts <file>',
    'list what several people changed without having seen each other',
    ['conflicts dam.assay'],
    (command) => command,
    ({ out, open }, [file]) =>
      open(file!, async (engine) => {
        const { conflicts } = await engine.call('listConflicts', {});
        out.result({ conflicts }, () =>
          conflicts.length === 0 ? ['No conflicts.'] : conflicts.flatMap(spelled),
        );
      }),
    worldOf,
  );

  add(
    program,
    'resolve <file> <conflict>',
    'settle a conflict',
    [
      'resolve dam.assay 3f2a --take 0',
      'resolve dam.assay 3f2a --value "Twelve people were missing."',
      'resolve dam.assay 3f2a --keep-both',
    ],
    (command) =>
      command
        .option('--take <n>', 'take this value of the list, from 0', wholeNumber('--take', 0, 1000))
        .option('--value <value>', 'write another value')
        .option('--keep-both', 'let both stand, where that is possible'),
    ({ out, open }, [file, id], options) => {
      const take = options['take'];
      const given = [take, options['value'], options['keepBoth']].filter((one) => one !== undefined);
      if (given.length !== 1) throw new UsageError('Give one of --take, --value and --keep-both.');
      return open(file!, async (engine) => {
        const { conflicts } = await engine.call('settleConflict', {
          id: id!,
          ...(typeof take === 'number' ? { take } : {}),
          ...(typeof options['value'] === 'string' ? { value: options['value'] } : {}),
          ...(options['keepBoth'] === true ? { keepBoth: true } : {}),
        });
        out.result({ conflicts }, () => [`Settled; ${conflicts.length} conflicts remain.`]);
      });
    },
    worldOf,
  );
}

async function joined(
  world: World,
  file: string,
  bundles: readonly string[],
  person: string | undefined,
  passphrase: string | undefined,
) {
  const { joinProject } = await import('#engine/join.ts');
  const { engine, merged } = await joinProject(file, bundles, world, {
    ...(person === undefined ? {} : { person }),
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  const { project } = await engine.call('getProject', {});
  engine.close();
  return { project: { id: project.id, title: project.title, file: resolve(file) }, ...merged };
}

async function packing(options: Record<string, unknown>): Promise<Input<'packBundle'>> {
  const redact: Redaction[] = [];
  const withhold: string[] = [];
  for (const given of texts(options, 'redact').flatMap((list) => list.split(','))) {
    const kind = REDACTIONS.find((known) => known === given);
    if (kind) redact.push(kind);
    else if (/^[a-z]+:.+$/.test(given) || /^[0-9a-f-]{4,36}$/.test(given)) withhold.push(given);
    else throw notAmong('What to hold back,', given, [...REDACTIONS, 'an id']);
  }
  const articles = texts(options, 'article');
  const claims = texts(options, 'claim');
  const encryptTo = texts(options, 'encryptTo');
  const mate = text(options, 'for');
  const passphrase = options['passphrase'] === true ? await bundlePassphrase(true) : undefined;
  if (options['passphrase'] === true && passphrase === undefined)
    throw new UsageError('Give the passphrase in ASSAY_BUNDLE_PASSPHRASE.');
  return {
    ...(mate === undefined ? {} : { for: mate }),
    ...(articles.length === 0 ? {} : { articles }),
    ...(claims.length === 0 ? {} : { claims }),
    ...(redact.length === 0 ? {} : { redact }),
    ...(withhold.length === 0 ? {} : { withhold }),
    ...(encryptTo.length === 0 ? {} : { encryptTo }),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
}

/** What others will still see of what is held back. */
function remains({ acts, parts, files, unsalted, people, from, to }: Visible): string[] {
  if (acts + parts + files === 0) return [];
  return [
    `Held back: ${acts} whole acts, ${parts} parts of acts, ${files} files. Others still see that they exist, how many there are and their ids`,
    ...(acts > 0
      ? [
          `and of the whole acts the number, the time (${from} to ${to}) and whose they are: ${people.join(', ')}.`,
        ]
      : []),
    ...(unsalted > 0
      ? [
          `Warning: ${unsalted} of them were written by an old version without salt; who guesses their content can confirm the guess.`,
        ]
      : []),
  ];
}

function refuseBundle(path: string, project: string): void {
  if (path.trim() === '') throw new UsageError('--out names no file.');
  if (resolve(path) === resolve(project))
    throw new CallError('refused', `${path} is the project itself; choose another name.`);
  if (!existsSync(dirname(resolve(path))))
    throw new CallError('not-found', `The folder ${dirname(resolve(path))} does not exist.`);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw new CallError('refused', `${path} is a folder; name a file.`);
}

async function unlockedForAge(
  engine: Parameters<typeof unlocked>[0],
  bundles: readonly string[],
): Promise<void> {
  const { readFileHead } = await import('./files.ts');
  if (bundles.some((path) => readFileHead(path, 3) === 'age')) await unlocked(engine);
}

function told(merged: Output<'mergeBundles'>, dryRun: boolean): string[] {
  const { acts, changes, changesTotal, conflicts, gaps, clocks, keys, forks, aside, unsigned, merge } =
    merged;
  return [
    `${dryRun ? 'Would take in' : 'Took in'} ${acts.new} new acts; ${acts.known} were known.`,
    ...changes
      .slice(0, 40)
      .map((change) =>
        change.kind === 'changed'
          ? `  changed ${change.table} ${brief(change.row)}, ${change.column!.replaceAll('_', ' ')}: ${short(String(change.before ?? '–'), 40)} → ${short(String(change.after ?? '–'), 40)} (${change.person?.name ?? ''})`
          : `  ${change.kind} ${change.table} ${brief(change.row)}: ${short(change.title, 80)} (${change.person?.name ?? ''})`,
      ),
    ...(changesTotal > 40 ? [`  and ${changesTotal - 40} more changes.`] : []),
    ...conflicts.map(
      (one) =>
        `Conflict ${one.id}: ${one.column.replaceAll('_', ' ')} of ${one.table} “${short(one.title, 60)}”.`,
    ),
    ...gaps.map(
      (gap) =>
        `Acts ${gap.from} to ${gap.to} of ${gap.name}${gap.person ? ` (${gap.person.name})` : ''} are missing.`,
    ),
    ...clocks.map(
      (clock) =>
        `The clock of ${clock.name}${clock.person ? ` (${clock.person.name})` : ''} is ${duration(clock.aheadMs)} ahead of this computer’s; one of them is wrong.`,
    ),
    ...keys.map(
      (key) =>
        `New key of ${key.person?.name ?? '?'}: ${key.fingerprint}${key.contested ? ', who has another key too' : ''} (${key.state}).`,
    ),
    ...forks.map(
      (fork) =>
        `Two acts carry number ${fork.sequence} of ${fork.name}: a copy was continued on both sides; both are kept.`,
    ),
    ...(aside > 0
      ? [`${aside} changes come from a newer Assay; they are kept and apply after an upgrade.`]
      : []),
    ...(unsigned > 0 ? [`${unsigned} acts are not signed.`] : []),
    ...(merge === null ? [] : [`Take it back with: undo-merge … ${brief(merge)}`]),
  ];
}

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 72 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

function percentOf(done: number, total: number): number {
  return total === 0 ? 100 : Math.round((done / total) * 100);
}

function spelled(conflict: Output<'listConflicts'>['conflicts'][number]): string[] {
  return [
    `${conflict.id}  ${conflict.column.replaceAll('_', ' ')} of ${conflict.table} “${short(conflict.title, 60)}”`,
    ...(conflict.base ? [`    before: ${short(String(conflict.base.value ?? '–'), 100)}`] : []),
    ...conflict.values.map(
      (said, n) =>
        `    ${n}: ${short(String(said.value ?? '–'), 100)} (${said.person?.name ?? 'somebody'}, ${said.at})`,
    ),
  ];
}
