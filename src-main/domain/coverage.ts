/**
 * The share, 0 to 1, of an article's sentences that some span touches: how much of it has been judged.
 * @param sentences start and end in turn, in order
 * @param spans in order of their start
 */
export function coverageOf(
  sentences: readonly number[],
  spans: readonly { readonly start: number; readonly end: number }[],
): number {
  const total = sentences.length / 2;
  return total === 0 ? 0 : judgedSentences(sentences, spans).filter(Boolean).length / total;
}

/** For each sentence, whether some span touches it. */
export function judgedSentences(
  sentences: readonly number[],
  spans: readonly { readonly start: number; readonly end: number }[],
): boolean[] {
  const judged: boolean[] = [];
  let reach = 0;
  let next = 0;
  for (let i = 0; i < sentences.length; i += 2) {
    const start = sentences[i]!;
    const end = sentences[i + 1]!;
    while (next < spans.length && spans[next]!.start < end) reach = Math.max(reach, spans[next++]!.end);
    judged.push(reach > start);
  }
  return judged;
}
