import { foldForSearch } from './fold.ts';

/** How many words in a row make one shingle: enough that two articles on one subject share hardly any by chance. */
const RUN = 5;
const WORD = /[\p{L}\p{N}]+/gu;

/** The five-word runs of a text as numbers, sorted, each once. Case and punctuation do not count. */
export function shinglesOf(text: string): Uint32Array {
  const words = Array.from(foldForSearch(text).matchAll(WORD), ([word]) => hashOf(word));
  // a text of fewer words is one run of all of them
  const runs = Math.max(words.length === 0 ? 0 : 1, words.length - RUN + 1);
  const shingles = new Uint32Array(runs);
  for (let at = 0; at < runs; at++) {
    let hash = 0x9e3779b9;
    for (let i = at; i < Math.min(at + RUN, words.length); i++) hash = mixed(hash ^ words[i]!);
    shingles[at] = hash;
  }
  shingles.sort();
  return shingles.filter((one, index) => index === 0 || one !== shingles[index - 1]);
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** The finishing steps of MurmurHash3: each bit of the result depends on each bit of the number. */
function mixed(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Which share, 0 to 1, of the runs of two texts stands in both. */
export function shareOf(a: Uint32Array, b: Uint32Array): number {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      both++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  const all = a.length + b.length - both;
  return all === 0 ? 0 : both / all;
}

/** The smallest shingles stand for all of them: what two texts share of these estimates what they share at all. */
export const SKETCH = 128;

export function sketchOf(shingles: Uint32Array): Uint32Array {
  return shingles.slice(0, SKETCH);
}

/** `shareOf` as two sketches tell it, to about 4 percentage points. */
export function estimatedShare(a: Uint32Array, b: Uint32Array): number {
  const most = Math.min(SKETCH, Math.max(a.length, b.length));
  let [both, seen] = [0, 0];
  for (let i = 0, j = 0; seen < most && (i < a.length || j < b.length); seen++) {
    const [x, y] = [a[i] ?? Infinity, b[j] ?? Infinity];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return seen === 0 ? 0 : both / seen;
}
