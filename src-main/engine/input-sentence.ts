/** What the schema of a call has against its input, as Zod tells it. */
type Issue = {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly values?: unknown;
  readonly keys?: unknown;
};

/** One sentence on the first thing that is wrong with the input of a call. */
export function inputSentence(issues: readonly Issue[], input: unknown): string {
  const [first] = issues;
  if (!first) return 'The input does not fit this call.';
  const where = first.path.length === 0 ? 'The input' : `The field “${first.path.map(String).join('.')}”`;
  return `${where} ${complaint(first, at(input, first.path))}.`;
}

function complaint(issue: Issue, given: unknown): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.minimum === 1 && (given === '' || (Array.isArray(given) && given.length === 0)))
        return 'is empty';
      return issue.origin === 'string' || issue.origin === 'array'
        ? `is too short: it needs at least ${String(issue.minimum)} ${issue.origin === 'string' ? 'characters' : 'items'}`
        : `is too small: the least is ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `is too long: it may have ${String(issue.maximum)} ${issue.origin === 'string' ? 'characters' : 'items'}`
        : `is too large: the most is ${String(issue.maximum)}`;
    case 'invalid_type':
      return given === undefined ? 'is missing' : `must be ${named(String(issue.expected))}`;
    case 'invalid_value':
      return Array.isArray(issue.values)
        ? `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`
        : `does not fit: ${issue.message}`;
    case 'unrecognized_keys':
      return `has what this call does not know: ${Array.isArray(issue.keys) ? issue.keys.map(String).join(', ') : ''}`;
    case 'custom':
      return `does not fit: ${issue.message}`;
    default:
      return `does not fit: ${issue.message.replace(/^Invalid input: /, '')}`;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function named(kind: string): string {
  return KINDS[kind] ?? `of the kind ${kind}`;
}

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
