import { spawnSync } from 'node:child_process';

/** Another program on this machine, or null where it is absent. Users do not have these; only tests compare with them. */
export function peer(program: string, ask = '--version'): string | null {
  const { status, error } = spawnSync(program, [ask], { encoding: 'utf8', timeout: 60_000 });
  return error || (status !== 0 && status !== 99) ? null : program;
}

/** Runs a peer and gives what it prints. */
export function outputOf(program: string, args: readonly string[]): string {
  const { stdout, status, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
    timeout: 240_000,
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return stdout;
}

/** The words of a text: letters and digits, nothing else. */
export function wordsIn(text: string): string[] {
  return (text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
}

/**
 * How far two texts have the same words in the same order, 0 to 1: the longest run of common words over the longer text.
 * Found line by line of the matrix, so texts of some ten thousand words are no burden.
 */
export function agreement(a: readonly string[], b: readonly string[]): number {
  const ids = new Map<string, number>();
  const numbered = (words: readonly string[]) =>
    Uint32Array.from(words, (word) => {
      if (!ids.has(word)) ids.set(word, ids.size);
      return ids.get(word)!;
    });
  const [x, y] = [numbered(a), numbered(b)];
  let from = 0;
  while (from < x.length && from < y.length && x[from] === y[from]) from++;
  let [endX, endY] = [x.length, y.length];
  while (endX > from && endY > from && x[endX - 1] === y[endY - 1]) [endX, endY] = [endX - 1, endY - 1];
  let row = new Uint32Array(endY - from + 1);
  for (let i = from; i < endX; i++) {
    const next = new Uint32Array(row.length);
    for (let j = from; j < endY; j++)
      next[j - from + 1] = x[i] === y[j] ? row[j - from]! + 1 : Math.max(row[j - from + 1]!, next[j - from]!);
    row = next;
  }
  const common = from + (x.length - endX) + row.at(-1)!;
  return common / Math.max(1, x.length, y.length);
}
