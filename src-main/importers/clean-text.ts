/** Text as the project may hold it, and one sentence for each kind of change. */
export type Cleaned = { readonly text: string; readonly warnings: readonly string[] };

const times = (count: number, one: string, many: string) =>
  count === 1 ? one : many.replace('#', String(count));

/**
 * Normalises a text at the border: line ends to `\n`, no NUL or other control characters, no stray byte-order marks,
 * no half characters. Tabs stay. What is unusual is reported with its count; CR LF is not unusual.
 */
export function cleanText(raw: string): Cleaned {
  const warnings: string[] = [];
  let text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  text = text.replaceAll('\r\n', '\n');

  const change = (pattern: RegExp, by: string, one: string, many: string): void => {
    let count = 0;
    text = text.replace(pattern, () => {
      count++;
      return by;
    });
    if (count > 0) warnings.push(times(count, one, many));
  };
  change(
    /[\r\u0085\u2028\u2029]/g,
    '\n',
    'One unusual line end was made an ordinary one.',
    '# unusual line ends were made ordinary ones.',
  );
  // a form feed ends a printed page; word processors write a vertical tab for a line that ends inside a paragraph
  text = text.replaceAll(/[\f\v]/g, '\n');
  change(
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    /[\0-\x08\x0e-\x1f\x7f-\x9f\uFFFE\uFFFF]/g,
    '',
    'One invisible control character was left out.',
    '# invisible control characters were left out.',
  );
  change(
    /\uFEFF/g,
    '',
    'One byte-order mark inside the text was left out.',
    '# byte-order marks inside the text were left out.',
  );
  if (!text.isWellFormed())
    change(
      /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '\uFFFD',
      'One half character was replaced by �.',
      '# half characters were replaced by �.',
    );
  const unknown = text.split('\uFFFD').length - 1;
  if (unknown > 0)
    warnings.push(
      times(
        unknown,
        'One character could not be read and stands as � in the text.',
        '# characters could not be read and stand as � in the text.',
      ),
    );
  return { text, warnings };
}

/** One line for a title, a name or an address: no line ends, no runs of spaces, at most 500 units. */
export function oneLine(text: string): string {
  const line = cleanText(text).text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 500
    ? line
    : `${line
        .slice(0, 499)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`;
}
