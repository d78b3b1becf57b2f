#!/usr/bin/env node
// Node before 24 cannot run the sources; the pinned one that npm installed beside them can.
import { fileURLToPath } from 'node:url';
import { runOnPinnedNode } from '../pinned-node.mjs';

runOnPinnedNode(fileURLToPath(new URL('start.ts', import.meta.url)), process.argv.slice(2));
