// Node keeps what it compiled beside the preferences, so that every command but the first starts in half the time.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { homeFolder } from '#engine/home.ts';

enableCompileCache(join(homeFolder(process.env, process.platform), 'compiled'));
await import('./main.ts');
