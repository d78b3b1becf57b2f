// `npm start`: plain JavaScript, since it may run on any Node. Builds what is missing, picks the host, says which and why.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedNode, runOnPinnedNode } from './pinned-node.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const say = (sentence) => process.stdout.write(`${sentence}\n`);

buildWhatIsMissing();
const electron = electronBinary();
const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const args = process.argv.slice(2);

if (process.env.APP_HOST === 'node') browser('APP_HOST=node asks for it');
else if (!electron) browser('the Electron runtime is not installed here');
else if (!screen) browser('there is no screen for a window');
else {
  say('Assay opens in its own window: the Electron runtime is installed.');
  spawn(electron, [ROOT, ...args], { stdio: 'inherit' }).on('exit', (code) => {
    process.exitCode = code ?? 0;
  });
}

function browser(why) {
  say(`Assay opens in your browser, since ${why}. Ctrl+C ends it.`);
  runOnPinnedNode(join(ROOT, 'src-main/host/browser/main.ts'), args);
}

function buildWhatIsMissing() {
  const built = newest(join(ROOT, 'out/renderer'));
  const sources = Math.max(newest(join(ROOT, 'src-renderer')), newest(join(ROOT, 'src-main')));
  if (built > sources) return;
  say(
    built === 0
      ? 'Building Assay for the first time…'
      : 'Building Assay again, since its sources have changed…',
  );
  const vite = createRequire(import.meta.url)
    .resolve('electron-vite/package.json')
    .replace('package.json', 'bin/electron-vite.js');
  const { status, stderr } = spawnSync(pinnedNode(), [vite, 'build', '--logLevel', 'error'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) {
    process.stderr.write(`error: The build failed.\n${stderr}`);
    process.exit(1);
  }
}

/** The time of the newest file below a folder; 0 where there is none. */
function newest(folder) {
  if (!existsSync(folder)) return 0;
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}

/** Looks on the disk only: asking the package itself would send it to the network for the binary. */
function electronBinary() {
  const chosen = process.env.ELECTRON_EXEC_PATH;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  try {
    const folder = createRequire(import.meta.url)
      .resolve('electron/package.json')
      .replace('package.json', '');
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
    const named = join(folder, 'path.txt');
    const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
    const binary = join(
      dist,
      existsSync(named) ? readFileSync(named, 'utf8').trim() : (names[process.platform] ?? 'electron'),
    );
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}
