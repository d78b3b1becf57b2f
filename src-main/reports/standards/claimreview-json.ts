/** Fields of pages that anybody may have written. */
export type Json = Record<string, unknown>;

export function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

export function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function text(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string'
    ? value.trim()
    : typeof first(value) === 'string' && Array.isArray(value)
      ? text(first(value))
      : '';
}

/** The name of a person or organisation, which may stand for the whole of it. */
export function nameOf(agent: unknown): string {
  const one = first(agent);
  return typeof one === 'string' ? one.trim() : text(object(one)?.['name']);
}

/** Without the empty fields that pages are full of: a field without a value is an error to those who check. */
export function dropEmpty(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      const clean = cleaned(part);
      return clean === undefined || key === '@context' ? [] : [[key, clean]];
    }),
  );
}

export function cleaned(value: unknown): unknown {
  if (value === '' || value === null) return undefined;
  if (Array.isArray(value)) {
    const parts = value.map(cleaned).filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts;
  }
  const part = object(value);
  if (!part) return value;
  const kept = dropEmpty(part);
  return Object.keys(kept).some((key) => key !== '@type') || Object.keys(part).length === 1
    ? kept
    : undefined;
}
