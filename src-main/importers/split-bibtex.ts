/** One entry of a BibTeX file. `closed` is false where its end was not found before the next entry began. */
export type BibtexEntry = {
  readonly kind: string;
  readonly key: string;
  readonly text: string;
  readonly closed: boolean;
};

const START = /@\s*([a-z_]\w*)\s*([{(])/giy;
const NEXT_AT_LINE_START = /[ \t]*@\s*[a-z_]\w*\s*[{(]\s*[^\s,={}()"]+\s*,/iy;

/**
 * Cuts a BibTeX file into its entries, so that a broken one stops no other: an entry ends with its closing brace, or
 * at the latest where a line begins a new one. Text between entries is comment by BibTeX's own rule.
 */
export function splitBibtex(file: string): BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  let at = file.indexOf('@');
  while (at >= 0) {
    START.lastIndex = at;
    const start = START.exec(file);
    if (!start) {
      at = file.indexOf('@', at + 1);
      continue;
    }
    const inside = START.lastIndex;
    const { end, closed } = endOf(file, inside, start[2] as '{' | '(');
    const text = file.slice(at, end);
    const key =
      /^\s*([^\s,={}()"]*)\s*[,=]/.exec(file.slice(inside, Math.min(end, inside + 1_000)))?.[1] ?? '';
    entries.push({ kind: start[1]!.toLowerCase(), key, text, closed });
    at = file.indexOf('@', end);
  }
  return entries;
}

function endOf(file: string, from: number, open: '{' | '('): { end: number; closed: boolean } {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < file.length; at++) {
    const sign = file[at];
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}') {
      if (depth === 0) return { end: at + 1, closed: open === '{' };
      depth--;
    } else if (sign === '"' && depth === 0) quoted = !quoted;
    else if (sign === ')' && open === '(' && depth === 0 && !quoted) return { end: at + 1, closed: true };
    else if (sign === '\n') {
      NEXT_AT_LINE_START.lastIndex = at + 1;
      if (NEXT_AT_LINE_START.test(file)) return { end: at + 1, closed: false };
    }
  }
  return { end: file.length, closed: false };
}
