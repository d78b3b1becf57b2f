#!/usr/bin/env node
// Node before 24 cannot run the sources; the pinned one that npm installed beside them can.
// A built command line of these very sources, in a few files, starts in half of their time.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { builtProgram } from '../../engine/built.mjs';
import { pinnedNode, runOnPinnedNode } from '../pinned-node.mjs';

if (pinnedNode() === process.execPath) {
  const built = builtProgram(fileURLToPath(new URL('../../../', import.meta.url)), 'command-line');
  await import(built === undefined ? './start.ts' : pathToFileURL(built).href);
} else runOnPinnedNode(fileURLToPath(import.meta.url), process.argv.slice(2));
