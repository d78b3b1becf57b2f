import { rmSync } from 'node:fs';
import { openEngine, type Engine, type World } from '../engine.ts';
import { writeSample } from './sample.ts';

/** Makes the sample project, through the same calls as people’s clicks. Leaves no half-written one behind. */
export async function createSample(file: string, world: World): Promise<Engine> {
  const engine = openEngine(file, world, { create: { title: 'Assay' } });
  try {
    await writeSample(engine);
    return engine;
  } catch (error) {
    engine.close();
    rmSync(file, { force: true });
    throw error;
  }
}
