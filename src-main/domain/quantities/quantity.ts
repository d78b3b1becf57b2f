export const QUANTITY_KINDS = ['number', 'percent', 'money', 'measure', 'date', 'time'] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];

/** A number, date or time of a text. Offsets are UTF-16. */
export type Quantity = {
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  /**
   * A number; for a date `2022-01-04`, `2022-01`, `2022`, `--01-04` without a year, or `199X` for a decade; for a time
   * `14:30`.
   */
  readonly value: number | string;
  /** The other end of a range, if it is one. */
  readonly to?: number | string;
  /** `%`, `pp`, `USD`, `km`, `person`, …; '' for a bare number, a date or a time. */
  readonly unit: string;
  /** What language it was read in, BCP 47; '' where that does not matter or is unknown. */
  readonly language: string;
};

/** Whether two texts say the same amount, day or hour. A day without a year fits the same day of any year. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind || a.unit !== b.unit || a.to !== b.to) return false;
  if (a.value === b.value) return true;
  if (a.kind !== 'date') return false;
  const [one, other] = [String(a.value), String(b.value)];
  const day = /^(?:\d{4}|-)-(\d\d-\d\d)$/;
  const yearless = one.startsWith('--') || other.startsWith('--');
  return yearless && day.exec(one)?.[1] !== undefined && day.exec(one)?.[1] === day.exec(other)?.[1];
}

/** What equal quantities share, for looking them up; days without a year have their own. */
export function quantityKey({ kind, unit, value, to }: Quantity): string {
  return `${kind} ${unit} ${value}${to === undefined ? '' : ` ${to}`}`;
}

/**
 * Whether two quantities answer the same question differently: amounts of the same unit, or two dates that cannot be
 * the same. A bare number may count anything, and says nothing against another.
 */
export function contradicts(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind || a.unit !== b.unit || (a.kind === 'number' && a.unit === '')) return false;
  if (sameQuantity(a, b)) return false;
  if (a.kind === 'date')
    return !within(String(a.value), String(b.value)) && !within(String(b.value), String(a.value));
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return true;
  // a figure inside the other's range agrees with it
  return !covers(a, b.value) && !covers(b, a.value);
}

/** What one of two places says against the other; what both say somewhere is no contradiction. */
export function opposed(
  here: readonly Quantity[],
  there: readonly Quantity[],
): { readonly here: Quantity; readonly there: Quantity }[] {
  return here.flatMap((quantity) => {
    if (there.some((one) => sameQuantity(one, quantity))) return [];
    const against = there.find((one) => contradicts(quantity, one));
    return against ? [{ here: quantity, there: against }] : [];
  });
}

/** The quantities that stand wholly in a passage. */
export function quantitiesWithin(
  quantities: readonly Quantity[],
  { start, end }: { readonly start: number; readonly end: number },
): Quantity[] {
  return quantities.filter((one) => one.start >= start && one.end <= end);
}

function covers({ value, to }: Quantity, other: number): boolean {
  return typeof value === 'number' && typeof to === 'number' && value <= other && other <= to;
}

/** `2022-01` lies within `2022`. */
function within(date: string, longer: string): boolean {
  if (longer.startsWith('--')) return date.slice(4) === longer.slice(1) || !date.includes('-', 4);
  return date.startsWith(longer) || (longer.endsWith('X') && date.startsWith(longer.slice(0, 3)));
}
