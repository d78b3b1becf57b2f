import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine, type Engine, type World } from './engine.ts';
import { openHome } from './home.ts';
import { createSample } from './sample/create.ts';

const LAST = 'last-project';

/** Opens what was open last; on a first run, the sample project. */
export async function openOrCreateDefault(world: World): Promise<Engine> {
  const home = openHome(world.home, world.newId);
  const last = home.recall(LAST);
  if (typeof last === 'string' && existsSync(last)) return openEngine(last, world);
  const file = join(world.home, 'Sample.assay');
  mkdirSync(world.home, { recursive: true });
  const engine = existsSync(file) ? openEngine(file, world) : await createSample(file, world);
  home.remember(LAST, file);
  return engine;
}

export function rememberProject(world: World, file: string): void {
  openHome(world.home, world.newId).remember(LAST, file);
}
