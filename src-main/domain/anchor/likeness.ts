/** Longer words are told alike by their ends. */
const LONGEST = 48;

let row = new Int32Array(LONGEST + 1);

/** How alike two words are, 0 to 1: the share of their characters that need no change. Case hardly counts. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (isWord(a) !== isWord(b)) return 0;
  if (!isWord(a)) return 0.5;
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x === y) return 0.97;
  const longer = Math.max(x.length, y.length);
  if (longer > LONGEST) return sharedEnds(x, y) / longer;
  return 1 - changes(x, y) / longer;
}

export function isWord(word: string): boolean {
  return /^[\p{L}\p{N}]/u.test(word);
}

/** The number of characters to add, drop, change or swap. */
function changes(a: string, b: string): number {
  const width = b.length + 1;
  if (row.length < width * 3) row = new Int32Array(width * 6);
  let before = 0;
  let last = width;
  let current = 2 * width;
  for (let j = 0; j < width; j++) row[last + j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[current] = i;
    const unit = a.charCodeAt(i - 1);
    for (let j = 1; j < width; j++) {
      const other = b.charCodeAt(j - 1);
      let least = row[last + j - 1]! + (unit === other ? 0 : 1);
      least = Math.min(least, row[last + j]! + 1, row[current + j - 1]! + 1);
      if (i > 1 && j > 1 && unit === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        least = Math.min(least, row[before + j - 2]! + 1);
      row[current + j] = least;
    }
    [before, last, current] = [last, current, before];
  }
  return row[last + width - 1]!;
}

function sharedEnds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same += 1;
  let end = 0;
  while (end < most - same && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return same + end;
}
