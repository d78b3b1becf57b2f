import { claimIds, getClaims } from '#store/claims.ts';
import { openFile } from '#store/open.ts';

// What the engine's process does before anything can be seen: open the project, exclusively and with every promise
// asserted, and read the first list. Contract, importers and reports are loaded by the calls that use them.
const project = openFile(process.argv[2]!, { now: Date.now(), migrations: process.argv[3]! });
const first = getClaims(project.read, claimIds(project.read, undefined, 50));
if (first.length === 0) process.exitCode = 1;
project.close();
