import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openEngine, realWorld, type Engine } from '#engine/engine.ts';
import { temporaryFolder } from './project.ts';
import { ARTICLE } from './text.ts';

export { ARTICLE } from './text.ts';

/** An open project with its own home, that checks every answer against the contract. */
export function temporaryEngine(folder = temporaryFolder(), title = 'The dam'): Engine {
  const world = realWorld(join(folder, 'home'));
  const engine = openEngine(join(folder, 'p.assay'), world, { create: { title }, strict: true });
  onTestFinished(() => engine.close());
  return engine;
}

/** Imports an article by its text, and gives its id. */
export async function importText(engine: Engine, text = ARTICLE, name = 'dam.txt'): Promise<string> {
  const { token } = engine.receive(new TextEncoder().encode(text), name);
  const { articles, failed } = await engine.call('importArticles', { uploads: [{ token, name }] });
  if (failed.length > 0) throw new Error(failed[0]!.error.message);
  return articles[0]!.id;
}
