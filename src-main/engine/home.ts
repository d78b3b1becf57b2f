import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { preferences, type Preferences } from '#contract/project.ts';

/** Where Assay keeps what is no project: `ASSAY_HOME`, else the system's place for application data. */
export function homeFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  const chosen = env['ASSAY_HOME'];
  if (chosen) return chosen;
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Assay');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Assay');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'assay');
}

const identity = z.object({
  person: z.object({ id: z.string().min(1) }),
  device: z.object({ id: z.string().min(1) }),
});

/** This person on this machine: preferences and the ids that sign their acts. Never part of a project. */
export type Home = {
  readonly folder: string;
  readonly person: string;
  readonly device: string;
  readonly preferences: () => Preferences;
  readonly setPreferences: (changes: Partial<Preferences>) => Preferences;
  /** A small fact to remember between starts, such as the last project. */
  readonly recall: (name: string) => string | undefined;
  readonly remember: (name: string, value: string) => void;
};

export function openHome(folder: string, newId: () => string): Home {
  const at = (name: string) => join(folder, name);
  const known = identity.safeParse(readJson(at('identity.json')));
  const who = known.success ? known.data : { person: { id: newId() }, device: { id: newId() } };
  if (!known.success) writeJson(folder, 'identity.json', who);
  const current = () =>
    preferences.parse(preferences.safeParse(readJson(at('preferences.json')) ?? {}).data ?? {});
  return {
    folder,
    person: who.person.id,
    device: who.device.id,
    preferences: current,
    setPreferences: (changes) => {
      const next = preferences.parse({ ...current(), ...changes });
      writeJson(folder, 'preferences.json', next);
      return next;
    },
    recall: (name) => z.record(z.string(), z.string()).safeParse(readJson(at('memory.json'))).data?.[name],
    remember: (name, value) => {
      const memory = z.record(z.string(), z.string()).safeParse(readJson(at('memory.json'))).data ?? {};
      writeJson(folder, 'memory.json', { ...memory, [name]: value });
    },
  };
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
    mkdirSync(folder, { recursive: true });
    const path = join(folder, name);
    writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`);
    renameSync(`${path}.new`, path);
  } catch {
    // without a place to remember, Assay still works; it only forgets who and how between starts
  }
}
