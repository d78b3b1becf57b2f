/** Places where the same `k` tokens stand once in each of two rows: the surest signs that they belong together. */
export type Signs = {
  readonly count: number;
  /** Token numbers of the places, rising in both. */
  readonly before: Int32Array;
  readonly after: Int32Array;
};

let heads = new Int32Array(1 << 12);
let round = new Int32Array(1 << 12);
let now = 0;

// for each gram met: its place in the old row, whether it is there once, and its place in the new row
let place = new Int32Array(1 << 12);
let again = new Int32Array(1 << 12);
let other = new Int32Array(1 << 12);
let chain = new Int32Array(1 << 12);

function room(grams: number): void {
  let size = heads.length;
  while (size < grams * 2) size *= 2;
  if (size !== heads.length) {
    heads = new Int32Array(size);
    round = new Int32Array(size);
    now = 0;
  }
  if (grams > place.length) {
    place = new Int32Array(grams * 2);
    again = new Int32Array(grams * 2);
    other = new Int32Array(grams * 2);
    chain = new Int32Array(grams * 2);
  }
}

function hashAt(ids: Int32Array, at: number, k: number): number {
  let hash = 0x9747b28c;
  for (let i = 0; i < k; i++) {
    hash = Math.imul(hash ^ ids[at + i]!, 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash ^ (hash >>> 16);
}

function equal(a: Int32Array, at: number, b: Int32Array, bt: number, k: number): boolean {
  for (let i = 0; i < k; i++) if (a[at + i] !== b[bt + i]) return false;
  return true;
}

/** The places of the grams that are unique in both parts, in the old row's order, not yet in the new row's. */
export function uniqueGrams(
  before: Int32Array,
  fromBefore: number,
  toBefore: number,
  after: Int32Array,
  fromAfter: number,
  toAfter: number,
  k: number,
): { before: Int32Array; after: Int32Array; count: number } {
  const grams = toBefore - fromBefore - k + 1;
  const others = toAfter - fromAfter - k + 1;
  if (grams <= 0 || others <= 0) return { before: new Int32Array(0), after: new Int32Array(0), count: 0 };
  room(grams);
  now += 1;
  const mask = heads.length - 1;
  let met = 0;
  for (let at = fromBefore; at <= toBefore - k; at++) {
    const slot = hashAt(before, at, k) & mask;
    if (round[slot] !== now) {
      round[slot] = now;
      heads[slot] = -1;
    }
    let entry = heads[slot]!;
    while (entry >= 0 && !equal(before, place[entry]!, before, at, k)) entry = chain[entry]!;
    if (entry >= 0) {
      again[entry] = 1;
      continue;
    }
    place[met] = at;
    again[met] = 0;
    other[met] = -1;
    chain[met] = heads[slot]!;
    heads[slot] = met;
    met += 1;
  }
  for (let at = fromAfter; at <= toAfter - k; at++) {
    const slot = hashAt(after, at, k) & mask;
    if (round[slot] !== now) continue;
    let entry = heads[slot]!;
    while (entry >= 0 && !equal(before, place[entry]!, after, at, k)) entry = chain[entry]!;
    if (entry < 0) continue;
    if (other[entry] === -1) other[entry] = at;
    else again[entry] = 1;
  }
  let count = 0;
  const placesBefore = new Int32Array(met);
  const placesAfter = new Int32Array(met);
  for (let entry = 0; entry < met; entry++) {
    if (again[entry] === 1 || other[entry] === -1) continue;
    placesBefore[count] = place[entry]!;
    placesAfter[count] = other[entry]!;
    count += 1;
  }
  return { before: placesBefore, after: placesAfter, count };
}

/** The longest choice of the places that rises in both rows: what did not change its order. */
export function longestRising(places: { before: Int32Array; after: Int32Array; count: number }): Signs {
  const { before, after, count } = places;
  // the last place of the best run of each length, and what each place follows
  const tails = new Int32Array(count);
  const follows = new Int32Array(count);
  let longest = 0;
  for (let i = 0; i < count; i++) {
    const value = after[i]!;
    let low = 0;
    let high = longest;
    // most places follow right on
    if (longest > 0 && after[tails[longest - 1]!]! < value) low = longest;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (after[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    follows[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
    if (low === longest) longest += 1;
  }
  const chosenBefore = new Int32Array(longest);
  const chosenAfter = new Int32Array(longest);
  let at = longest > 0 ? tails[longest - 1]! : -1;
  for (let n = longest - 1; n >= 0; n--) {
    chosenBefore[n] = before[at]!;
    chosenAfter[n] = after[at]!;
    at = follows[at]!;
  }
  return { count: longest, before: chosenBefore, after: chosenAfter };
}
