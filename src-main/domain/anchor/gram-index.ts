import type { Tokens } from './tokens.ts';

/** Two words that stand together more often than this say little about a place. */
const COMMON = 48;

/** Where each pair of neighbouring words stands in a text: one pass, flat arrays. */
export class GramIndex {
  private readonly mask: number;
  private readonly bounds: Int32Array;
  private readonly places: Int32Array;
  readonly tokens: Tokens;

  /** @param isIndexed leaves out tokens that cannot be meant */
  constructor(tokens: Tokens, isIndexed: (token: number) => boolean = () => true) {
    this.tokens = tokens;
    let size = 1 << 8;
    while (size < tokens.count) size *= 2;
    this.mask = size - 1;
    this.bounds = new Int32Array(size + 1);
    const slots = new Int32Array(Math.max(0, tokens.count - 1)).fill(-1);
    let count = 0;
    for (let t = 0; t + 1 < tokens.count; t++) {
      if (!isIndexed(t) || !isIndexed(t + 1)) continue;
      const slot = this.slotOf(tokens.ids[t]!, tokens.ids[t + 1]!);
      slots[t] = slot;
      this.bounds[slot + 1]! += 1;
      count += 1;
    }
    for (let slot = 0; slot < size; slot++) this.bounds[slot + 1]! += this.bounds[slot]!;
    const next = this.bounds.slice(0, size);
    this.places = new Int32Array(count);
    for (let t = 0; t < slots.length; t++) {
      const slot = slots[t]!;
      if (slot >= 0) this.places[next[slot]!++] = t;
    }
  }

  private slotOf(first: number, second: number): number {
    let hash = Math.imul(first ^ 0x9747b28c, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash ^ second, 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) & this.mask;
  }

  /**
   * Where a short row of words may stand: the token at which it would begin, with the number of its pairs that say
   * so, most first. Places whose pairs lie at most `reach` apart are one.
   */
  placesOf(row: Tokens, reach: number): { at: number; votes: number }[] {
    const found: number[] = [];
    for (const limit of [COMMON, 40 * COMMON]) {
      for (let i = 0; i + 1 < row.count; i++) {
        const first = row.ids[i]!;
        const second = row.ids[i + 1]!;
        const slot = this.slotOf(first, second);
        const from = this.bounds[slot]!;
        const to = this.bounds[slot + 1]!;
        if (to - from > limit) continue;
        for (let p = from; p < to; p++) {
          const at = this.places[p]!;
          if (this.tokens.ids[at] === first && this.tokens.ids[at + 1] === second) found.push(at - i);
        }
      }
      if (found.length > 0) break;
    }
    return clustered(found, reach);
  }
}

/** Groups of beginnings that lie together; each group begins where most of its pairs say. */
function clustered(found: number[], reach: number): { at: number; votes: number }[] {
  found.sort((a, b) => a - b);
  const groups: { at: number; votes: number }[] = [];
  for (let i = 0; i < found.length;) {
    let end = i;
    let at = found[i]!;
    let most = 0;
    while (end < found.length && found[end]! - found[i]! <= reach) {
      let same = end;
      while (same < found.length && found[same] === found[end]) same += 1;
      if (same - end > most) [most, at] = [same - end, found[end]!];
      end = same;
    }
    groups.push({ at, votes: end - i });
    i = end;
  }
  return groups.sort((a, b) => b.votes - a.votes || a.at - b.at);
}
