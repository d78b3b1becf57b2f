import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where Assay keeps what is no project: `ASSAY_HOME`, else the system's place for application data. */
export function homeFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  const chosen = env['ASSAY_HOME'];
  if (chosen) return chosen;
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Assay');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Assay');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'assay');
}

/** This person on this machine: the ids that stand in their acts, and small facts to remember. Never part of a project. */
export type Home = {
  readonly folder: string;
  readonly person: string;
  readonly device: string;
  /** The name in the preferences; '' while there is none. */
  readonly name: () => string;
  /** The theme and the language in the preferences; '' while there is none. */
  readonly look: () => { readonly theme: string; readonly language: string };
  /** A small file of one's own by name; undefined where there is none that can be read. */
  readonly recall: (name: string) => unknown;
  readonly remember: (name: string, value: unknown) => void;
  readonly forget: (name: string) => void;
};

export function openHome(folder: string, newId: () => string): Home {
  const recall = (name: string) => readJson(join(folder, `${name}.json`));
  const remember = (name: string, value: unknown) => writeJson(folder, `${name}.json`, value);
  const known = recall('identity');
  let person = text(known, 'person');
  let device = text(known, 'device');
  if (person === '' || device === '') {
    person = newId();
    device = newId();
    remember('identity', { person, device });
  }
  return {
    folder,
    person,
    device,
    name: () => text(recall('preferences'), 'name'),
    look: () => ({
      theme: text(recall('preferences'), 'theme'),
      language: text(recall('preferences'), 'language'),
    }),
    recall,
    remember,
    forget: (name) => rmSync(join(folder, `${name}.json`), { force: true }),
  };
}

function text(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found = (value as Readonly<Record<string, unknown>>)[key];
  return typeof found === 'string' ? found : '';
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function writeJson(folder: string, name: string, value: unknown): void {
  try {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`);
    renameSync(`${path}.new`, path);
  } catch {
    // without a place to remember, Assay still works; it only forgets who and how between starts
  }
}
