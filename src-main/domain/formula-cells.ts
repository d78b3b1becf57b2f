/** Where a spreadsheet may start a new cell or a new reading: any kind of line end. */
const LINE_ENDS = /(\r\n|[\n\r\v\f\u0085\u2028\u2029])/;
/**
 * What some spreadsheet takes for a formula: a sign, also a full-width or small one, behind any blanks, invisible
 * characters or apostrophes; and a line that begins with a tab.
 */
const FORMULA = /^(?:[\s\p{Z}\p{C}']*[=+\-@|%\u2212\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|'*\t)/u;

/**
 * A cell that no spreadsheet runs: an apostrophe before each line that could be read as a formula. `harmful` undoes
 * it exactly: a line that was given one is a line that begins with an apostrophe and is dangerous without it.
 */
export function harmless(cell: string): string {
  return cell
    .split(LINE_ENDS)
    .map((part) => (FORMULA.test(part) ? `'${part}` : part))
    .join('');
}

/** The text that `harmless` was given. */
export function harmful(cell: string): string {
  return cell
    .split(LINE_ENDS)
    .map((part) => (part.startsWith("'") && FORMULA.test(part.slice(1)) ? part.slice(1) : part))
    .join('');
}
