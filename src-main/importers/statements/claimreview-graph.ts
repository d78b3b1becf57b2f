import { isObject, type Json } from './collect.ts';

/** More references than any page has by intention; each may name what names others. */
const MOST_RESOLVED = 20_000;
const DEEPEST = 60;

const PREFIX = /^(?:schema:|https?:\/\/schema\.org\/)(?=\w)/;

/**
 * JSON-LD as most of it is written: keys without the prefix of schema.org, and in place of `{"@id": …}` the object of that
 * name that stands elsewhere in the document, as programs write it that give every author and claim a node of its own.
 * A document that has neither stays what it is.
 */
export function withoutReferences(json: unknown): unknown {
  const named = new Map<string, Json>();
  if (!collect(json, named, 0)) return json;
  let resolved = 0;
  const copy = (value: unknown, path: readonly string[]): unknown => {
    if (path.length > DEEPEST) return value;
    if (Array.isArray(value)) return value.map((part) => copy(part, path));
    if (!isObject(value)) return value;
    const id = value['@id'];
    const target =
      typeof id === 'string' && isReference(value) && !path.includes(id) ? named.get(id) : undefined;
    const node = target && resolved++ < MOST_RESOLVED ? target : value;
    const inner = [...path, typeof id === 'string' ? id : ''];
    return Object.fromEntries(
      Object.entries(node).map(([key, part]) => [key.replace(PREFIX, ''), copy(part, inner)]),
    );
  };
  return copy(json, []);
}

/** Notes what has a name and more than it; gives whether there is anything to resolve or rename. */
function collect(value: unknown, named: Map<string, Json>, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.map((part) => collect(part, named, depth + 1)).some(Boolean);
  if (!isObject(value)) return false;
  const id = value['@id'];
  const refers = isReference(value);
  if (typeof id === 'string' && !refers && !named.has(id)) named.set(id, value);
  const prefixed = Object.keys(value).some((key) => PREFIX.test(key));
  return (
    Object.values(value)
      .map((part) => collect(part, named, depth + 1))
      .some(Boolean) ||
    refers ||
    prefixed
  );
}

function isReference(value: Json): boolean {
  return (
    typeof value['@id'] === 'string' && Object.keys(value).every((key) => key === '@id' || key === '@type')
  );
}
