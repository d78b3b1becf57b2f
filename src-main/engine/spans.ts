import { describe, findQuote } from '#domain/selector.ts';
import { CallError } from '#contract/kit.ts';

export type Span = { readonly start: number; readonly end: number };

/** How a caller names a span of a text. */
export type Named = {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly quote?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
};

/** The span that is named by offsets or by quote. A quote that stands in two places is an error that lists them. */
export function spanOf(text: string, asked: Named): Span {
  const { start, end, quote, prefix, suffix } = asked;
  if (quote === undefined) {
    if (start === undefined || end === undefined)
      throw new CallError('bad-input', 'Name the span by a quote, or by its start and end.');
    return trimmed(text, { start, end });
  }
  const places = findQuote(text, { quote, prefix, suffix });
  const [place, another] = places;
  if (!place)
    throw new CallError(
      'not-found',
      `The article does not contain “${shortened(quote)}”${(prefix ?? suffix) ? ' in that context' : ''}.`,
    );
  if (another) {
    const where = places
      .map((one) => `at ${one.start}: …${one.prefix}[${shortened(quote)}]${one.suffix}…`)
      .join('; ')
      .replaceAll('\n', ' ');
    throw new CallError(
      'ambiguous',
      `The article contains “${shortened(quote)}” ${places.length} times; add --prefix or --suffix to say which: ${where}`,
      { places },
    );
  }
  return place;
}

function shortened(quote: string): string {
  return quote.length > 80 ? `${quote.slice(0, 79)}…` : quote;
}

/** A span without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  const to = start + inside.trimEnd().length;
  if (to <= from || end > text.length)
    throw new CallError('bad-input', 'There are no words between these places.');
  return { start: from, end: to };
}

export function selectorOf(text: string, span: Span) {
  const { exact, prefix, suffix, start, end } = describe(text, span.start, span.end);
  return { exact, prefix, suffix, start, end };
}
