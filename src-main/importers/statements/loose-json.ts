/**
 * Reads JSON as pages hold it: what is well-formed as it is; else without comments around it, with line breaks inside
 * strings, and without commas before a closing bracket.
 * @throws SyntaxError when it is no JSON even so
 */
export function looseJson(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
    .replace(/;\s*$/, '');
  try {
    return JSON.parse(bare);
  } catch (error) {
    const mended = mend(bare);
    if (mended === bare) throw error;
    return JSON.parse(mended);
  }
}

function mend(text: string): string {
  let out = '';
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (inString) {
      if (char === '\\') {
        const next = text[at + 1] ?? '';
        out += /["\\/bfnrtu]/.test(next) ? char + next : `\\\\${next}`;
        at++;
      } else if (char < ' ') out += char === '\n' ? '\\n' : char === '\t' ? '\\t' : char === '\r' ? '' : ' ';
      else {
        if (char === '"') inString = false;
        out += char;
      }
      continue;
    }
    if (char === '"') inString = true;
    if (char === ',' && /^\s*[\]}]/.test(text.slice(at + 1, at + 200))) continue;
    out += char;
  }
  return out;
}
