function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/**
 * How well what was typed fits a text: every letter in order, runs and beginnings of words count more.
 * 0 if it does not fit; an empty query fits everything alike.
 */
export function fuzzyScore(query: string, text: string): number {
  const letters = Array.from(fold(query).replaceAll(/\s+/g, ''));
  const within = fold(text);
  let score = 1;
  let at = -1;
  for (const letter of letters) {
    const next = within.indexOf(letter, at + 1);
    if (next === -1) return 0;
    const startsWord = next === 0 || /[^\p{L}\p{N}]/u.test(within[next - 1] ?? ' ');
    score += next === at + 1 && at >= 0 ? 5 : startsWord ? 4 : Math.max(0, 1 - (next - at) / 20);
    at = next;
  }
  return score;
}
