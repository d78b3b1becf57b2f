import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { openEngine, realWorld, type Engine } from '#engine/engine.ts';
import { createParser } from '#engine/parse.ts';
import { temporaryFolder } from './project.ts';
import { ARTICLE } from './text.ts';

export { ARTICLE } from './text.ts';

/** What reads foreign files in all projects of a test file: to start a reader for each took most of the time. */
const parser = createParser();
afterAll(() => parser.close());

/** An open project with its own home, that checks every answer against the contract. */
export function temporaryEngine(folder = temporaryFolder(), title = 'The dam'): Engine {
  const world = { ...realWorld(join(folder, 'home')), parser };
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
