/** A whole number as people write it: English groups by commas, the others by no-break spaces, none below 10,000. */
export function numberText(n: number, separator: ',' | '\u00A0'): string {
  const digits = String(n);
  if (separator === '\u00A0' && digits.length < 5) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

/** East Slavic plural: 1 статья, 2 статьи, 5 статей. */
export function slavic(n: number, one: string, few: string, many: string): string {
  const [tens, units] = [Math.floor(n / 10) % 10, n % 10];
  if (tens === 1 || units === 0 || units > 4) return many;
  return units === 1 ? one : few;
}
