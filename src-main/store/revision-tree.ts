import type { ReadDb } from './handle.ts';

/** The parent of each revision of an article; null where there is none or where it has not arrived. */
export type Tree = ReadonlyMap<string, string | null>;

export function revisionTree(db: ReadDb, article: string): Tree {
  return new Map(
    db
      .all<{ id: string; parent: string | null }>(
        'select id, parent from revision where article = ? order by id',
        article,
      )
      .map(({ id, parent }) => [id, parent]),
  );
}

/** Each revision from the given one up to its first ancestor. A circle, which only a forged act can make, ends it. */
export function ancestry(tree: Tree, revision: string): string[] {
  const line: string[] = [];
  for (let at: string | null | undefined = revision; at != null && !line.includes(at); at = tree.get(at))
    line.push(at);
  return line;
}

/** The way from one revision to another by their nearest common ancestor, both included; empty where there is none. */
export function pathBetween(tree: Tree, from: string, to: string): string[] {
  const up = ancestry(tree, from);
  const down = ancestry(tree, to);
  const met = up.findIndex((id) => down.includes(id));
  if (met < 0) return [];
  return [...up.slice(0, met + 1), ...down.slice(0, down.indexOf(up[met]!)).reverse()];
}

/** Whether one of two revisions came out of the other. */
export function isDescent(tree: Tree, one: string, other: string): boolean {
  return ancestry(tree, one).includes(other) || ancestry(tree, other).includes(one);
}
