import { parseArgs } from 'node:util';
import { openOrCreateDefault } from '#engine/first-run.ts';
import { openEngine, realWorld } from '#engine/engine.ts';
import { homeFolder } from '#engine/home.ts';
import { readPages } from './pages.ts';
import { serve } from './serve.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } });
const world = realWorld(homeFolder(process.env, process.platform));

try {
  const [file] = positionals;
  const engine = file === undefined ? await openOrCreateDefault(world) : openEngine(file, world);
  await engine.watchExchangeFolder();
  const served = await serve(engine, readPages(), Number(values.port ?? 0));
  process.stdout.write(`${engine.file} is open at ${served.address}\n`);
  const stop = () =>
    void served.close().then(() => {
      engine.close();
      process.exit(0);
    });
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
