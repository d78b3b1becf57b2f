/** A value in the head of a text; keys as they are written. */
export type FieldValue = string | readonly FieldValue[] | ReadonlyMap<string, FieldValue>;
export type Fields = ReadonlyMap<string, FieldValue>;

export const isTable = (value: FieldValue | undefined): value is Fields => value instanceof Map;

/** The value of a key, whatever the case it is written in. */
export function fieldOf(fields: Fields, key: string): FieldValue | undefined {
  for (const [known, value] of fields) if (known.toLowerCase() === key) return value;
  return undefined;
}

/** What a reader of JSON, TOML or YAML gives, with every number and time as its words; '' for what has none. */
export function fieldFrom(value: unknown): FieldValue {
  if (Array.isArray(value)) return value.map(fieldFrom);
  if (value instanceof Map)
    return new Map([...value].map(([key, inner]) => [String(key), fieldFrom(inner)] as const));
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null) return fieldFrom(new Map(Object.entries(value)));
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : '';
}
