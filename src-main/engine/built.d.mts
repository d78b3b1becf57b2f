/** A program of a build that is also run from its sources. */
export type Program = 'importer' | 'command-line';

/**
 * The built program where there is one of these very sources, since it starts in half the time.
 * @param root the folder that holds package.json
 */
export function builtProgram(root: string, program: Program): string | undefined;

/** What stands beside a finished build to tell which sources it was made from. */
export function sourcesNote(root: string, program: Program): { readonly path: string; readonly text: string };
