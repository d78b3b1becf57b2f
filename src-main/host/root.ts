import { resolve } from 'node:path';

/** The folder that holds package.json: two above this file, and two above what a build makes of it. */
export const ROOT = resolve(import.meta.dirname, '../..');
