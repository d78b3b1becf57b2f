// Plain JavaScript: what a person may start with any Node, before the right one is found.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../node_modules/.bin/', import.meta.url));

/** The Node that runs Assay: this one when it is new enough, else the one that npm installed with the project. */
export function pinnedNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath;
  const names = process.platform === 'win32' ? ['node.exe', 'node.cmd'] : ['node'];
  const found = names.map((name) => BIN + name).find((path) => existsSync(path));
  if (found) return found;
  process.stderr.write(
    `error: Assay needs Node 24.15 or newer; this is ${process.versions.node}. Run npm ci, which brings it.\n`,
  );
  process.exit(1);
}

/** Runs a script on that Node with this terminal, and ends as it ends. */
export function runOnPinnedNode(script, args) {
  const node = pinnedNode();
  const child = spawn(node, [script, ...args], { stdio: 'inherit', shell: node.endsWith('.cmd') });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}
