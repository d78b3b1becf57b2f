import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { ExchangeRound } from '#contract/exchange-folder.ts';
import { openFile } from '#store/open.ts';
import { verify } from '#store/verify.ts';
import { peer } from '../support/peers.ts';
import { digest, temporaryFolder } from '../support/project.ts';

/**
 * Two sides with homes of their own, whose exchange folders a real program carries, while both work and the processes of
 * one are killed again and again. Takes a minute or more of many processes, so it runs where ASSAY_CARRIER_SECONDS says
 * for how long: in `npm run soak`.
 */
const SECONDS = Number(process.env['ASSAY_CARRIER_SECONDS'] ?? 0);
const MAIN = resolve(import.meta.dirname, '../../src-main/host/cli/start.ts');

class Side {
  readonly place: string;
  readonly folder: string;
  readonly name: string;
  done = 0;
  killed = 0;

  constructor(place: string, name: string) {
    this.place = join(place, name);
    this.folder = join(this.place, 'shared');
    this.name = name;
    mkdirSync(this.folder, { recursive: true });
  }

  start(...args: string[]): ChildProcess {
    return spawn(process.execPath, [MAIN, ...args], {
      cwd: this.place,
      env: { PATH: process.env['PATH'], ASSAY_HOME: join(this.place, 'home') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async run(...args: string[]): Promise<string> {
    const child = this.start(...args);
    let [out, err] = ['', ''];
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`assay ${args.join(' ')}: ${err}`);
    return out;
  }

  exchange = async (): Promise<ExchangeRound> =>
    (JSON.parse(await this.run('exchange', 'p.assay', '--json')) as { exchange: ExchangeRound }).exchange;

  /** Imports an article of its own, and exchanges. */
  async work(): Promise<void> {
    this.done += 1;
    const note = `${this.name}-${this.done}.txt`;
    writeFileSync(
      join(this.place, note),
      `Note ${this.done}\n\nThe river of ${this.name} rose by ${this.done} metres.\n`,
    );
    await this.run('import', 'p.assay', note);
    await this.exchange();
  }

  /** The same, until it is killed in the midst of something. */
  async workUntilKilled(): Promise<void> {
    this.done += 1;
    const note = `${this.name}-${this.done}.txt`;
    writeFileSync(
      join(this.place, note),
      `Note ${this.done}\n\nThe well of ${this.name} sank by ${this.done} metres.\n`,
    );
    for (const args of [
      ['import', 'p.assay', note],
      ['exchange', 'p.assay'],
    ]) {
      const child = this.start(...args);
      const ended = once(child, 'close');
      await Promise.race([ended, delay(200 + Math.random() * 2_500, undefined, { ref: false })]);
      if (child.exitCode !== null) continue;
      child.kill('SIGKILL');
      this.killed += 1;
      await ended;
    }
  }

  files(): string[] {
    return (readdirSync(this.folder, { recursive: true }) as string[])
      .filter((name) => name.startsWith('v1') && name.includes('.'))
      .toSorted();
  }
}

async function twoSides(): Promise<[Side, Side]> {
  const place = temporaryFolder();
  const [ada, bea] = [new Side(place, 'ada'), new Side(place, 'bea')];
  await ada.run('new', 'p.assay', '--title', 'The dam', '--person', 'Ada');
  await ada.run('pack', 'p.assay', '--out', join(place, 'ada.assaypack'));
  await bea.run('join', join(place, 'ada.assaypack'), '--out', 'p.assay', '--person', 'Bea');
  return [ada, bea];
}

/** Both work for the given time; then they exchange until neither has news, and must be the same. Gives how many articles. */
async function workAndConverge(ada: Side, bea: Side, carried: () => Promise<void>): Promise<number> {
  const end = Date.now() + SECONDS * 1_000;
  const until = async (work: () => Promise<void>) => {
    while (Date.now() < end) await work();
  };
  await Promise.all([until(() => ada.work()), until(() => bea.workUntilKilled()), until(carried)]);
  let quiet = 0;
  for (let turn = 0; quiet < 3; turn += 1) {
    if (turn >= 60) throw new Error(`no end: ${ada.files().length} and ${bea.files().length} files`);
    await carried();
    const rounds = [await ada.exchange(), await bea.exchange()];
    const news = rounds.reduce(
      (n, { merged, written, arriving }) => n + merged.files + written.files + arriving.length,
      0,
    );
    quiet = news === 0 && ada.files().join() === bea.files().join() ? quiet + 1 : 0;
  }
  const [one, other] = [ada, bea].map((side) => {
    const project = openFile(join(side.place, 'p.assay'), { now: Date.now() });
    onTestFinished(() => project.close());
    return project.read;
  });
  expect(digest(one!)).toBe(digest(other!));
  expect(verify(one!).problems).toEqual([]);
  expect(verify(other!).problems).toEqual([]);
  expect(ada.files().filter((name) => name.includes('sync-conflict'))).toEqual([]);
  const { n } = one!.one<{ n: number }>('select count(*) as n from article where present = 1')!;
  process.stdout.write(
    `  ${n} articles, ${ada.files().length} files, ${bea.killed} processes killed, the same on both sides\n`,
  );
  return n;
}

const syncthing = SECONDS > 0 ? peer('syncthing') : null;
const git = SECONDS > 0 ? peer('git') : null;
if (SECONDS === 0) process.stdout.write('skipped: real carriers; they run in npm run soak\n');
else if (!syncthing) process.stdout.write('skipped: Syncthing is not installed here\n');

test.skipIf(!syncthing)(
  'two real Syncthing peers carry an exchange folder',
  { timeout: 36_000_000 },
  async () => {
    const [ada, bea] = await twoSides();
    const peers = [await configured(ada), await configured(bea)] as const;
    connect(peers[0], peers[1]);
    connect(peers[1], peers[0]);
    for (const { home } of peers) {
      const child = spawn(
        'syncthing',
        ['serve', `--home=${home}`, '--no-browser', '--no-restart', '--no-upgrade'],
        {
          stdio: 'ignore',
          env: { PATH: process.env['PATH'], HOME: home, STNODEFAULTFOLDER: '1' },
        },
      );
      const ended = once(child, 'exit');
      onTestFinished(async () => {
        child.kill('SIGTERM');
        await Promise.race([ended, delay(10_000)]);
        child.kill('SIGKILL');
      });
    }
    for (const side of [ada, bea]) await side.run('exchange', 'p.assay', '--folder', side.folder);
    expect(await workAndConverge(ada, bea, () => delay(2_000))).toBeGreaterThanOrEqual(ada.done);
  },
);

type Peer = { readonly side: Side; readonly home: string; readonly id: string; readonly port: number };

/** A peer that reaches nobody but the other one, and nothing but this computer. */
async function configured(side: Side): Promise<Peer> {
  const home = join(side.place, 'syncthing');
  const made = spawnSync('syncthing', ['generate', `--home=${home}`, '--no-default-folder'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: side.place },
  });
  if (made.status !== 0) throw new Error(`syncthing generate: ${made.stderr}${made.stdout}`);
  const config = readFileSync(join(home, 'config.xml'), 'utf8');
  const id = /<device id="([A-Z0-9-]{63})"/.exec(config)![1]!;
  return { side, home, id, port: await freePort() };
}

function connect({ side, home, id, port }: Peer, other: Peer): void {
  const device = (peerId: string, address: string) =>
    `<device id="${peerId}" name="" compression="never"><address>${address}</address></device>`;
  const off = [
    'globalAnnounceEnabled',
    'localAnnounceEnabled',
    'relaysEnabled',
    'natEnabled',
    'crashReportingEnabled',
  ]
    .map((name) => `<${name}>false</${name}>`)
    .join('');
  writeFileSync(
    join(home, 'config.xml'),
    `<configuration version="36">
  <folder id="dam" path="${side.folder}" type="sendreceive" rescanIntervalS="5" fsWatcherEnabled="true" fsWatcherDelayS="1">
    <device id="${id}"/><device id="${other.id}"/>
  </folder>
  ${device(id, 'dynamic')}${device(other.id, `tcp://127.0.0.1:${other.port}`)}
  <gui enabled="false"/>
  <options><listenAddress>tcp://127.0.0.1:${port}</listenAddress>${off}<reconnectionIntervalS>2</reconnectionIntervalS>
    <startBrowser>false</startBrowser><urAccepted>-1</urAccepted><autoUpgradeIntervalH>0</autoUpgradeIntervalH>
  </options>
</configuration>
`,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

test.skipIf(!git)('a bare git repository carries an exchange folder', { timeout: 36_000_000 }, async () => {
  const [ada, bea] = await twoSides();
  const bare = join(ada.place, 'team.git');
  const run = (cwd: string, ...args: string[]) => {
    const { status, stderr } = spawnSync('git', ['-c', 'init.defaultBranch=main', ...args], {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: ada.place,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Carrier',
        GIT_AUTHOR_EMAIL: 'carrier@localhost',
        GIT_COMMITTER_NAME: 'Carrier',
        GIT_COMMITTER_EMAIL: 'carrier@localhost',
      },
    });
    return { done: status === 0, stderr };
  };
  const must = (cwd: string, ...args: string[]) => {
    const { done, stderr } = run(cwd, ...args);
    if (!done) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  };
  must(ada.place, 'init', '--bare', '-q', bare);
  for (const { folder } of [ada, bea]) {
    must(folder, 'clone', '-q', bare, '.');
    must(folder, 'config', 'pull.rebase', 'false');
  }
  writeFileSync(join(ada.folder, '.gitattributes'), '*.assaypack binary -text\n');
  must(ada.folder, 'add', '.');
  must(ada.folder, 'commit', '-qm', 'Begin');
  must(ada.folder, 'push', '-q', 'origin', 'HEAD');
  must(bea.folder, 'pull', '-q', 'origin', 'main');
  for (const side of [ada, bea]) await side.run('exchange', 'p.assay', '--folder', side.folder);
  const carried = async () => {
    for (const { folder } of [ada, bea]) {
      if (existsSync(join(folder, 'v1'))) must(folder, 'add', '--ignore-removal', 'v1');
      run(folder, 'commit', '-qm', 'Exchange');
      must(folder, 'pull', '-q', '--no-edit', 'origin', 'main');
      // somebody else may have pushed in between; then the next turn does it
      run(folder, 'push', '-q', 'origin', 'HEAD:main');
      await delay(500);
    }
  };
  expect(await workAndConverge(ada, bea, carried)).toBeGreaterThanOrEqual(ada.done);
});
