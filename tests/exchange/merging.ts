import { writeSync } from 'node:fs';
import { openEngine, realWorld } from '#engine/engine.ts';
// what a merge needs is loaded beforehand, so that the time after `begun` is the merge's own
import '#engine/answer.ts';
import '#engine/merge.ts';

// A window that merges one bundle, and says when it begins and when it has the answer.
const [file, home, bundle] = process.argv.slice(2);
const engine = openEngine(file!, realWorld(home!));
const handed = engine.receiveFile(bundle!);
writeSync(1, 'begun\n');
const { refused } = await engine.call('mergeBundles', { bundles: [handed] });
writeSync(1, refused.length === 0 ? 'done\n' : `${JSON.stringify(refused)}\n`);
engine.close();
