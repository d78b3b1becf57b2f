/** One record of a RIS file: each tag with its value, or its values where the tag stands more than once. */
export type RisRecord = { readonly [tag: string]: string | string[] };

const LINE = /^\s*([A-Z][A-Z0-9]) {0,2}-(?: (.*))?$/;

/**
 * Cuts a RIS file into records, each from `TY` to `ER` or to the next `TY`. A line without a tag continues the one
 * before it. Lines before the first `TY` belong to no record.
 */
export function splitRis(file: string): RisRecord[] {
  const records: Record<string, string | string[]>[] = [];
  let record: Record<string, string | string[]> | undefined;
  let last: string | undefined;
  for (const line of file.split(/\r\n?|\n/)) {
    const [, tag, rest] = LINE.exec(line) ?? [];
    const value = (rest ?? line).trim();
    if (tag === 'TY') {
      record = { TY: value.toUpperCase() };
      records.push(record);
      last = undefined;
    } else if (tag === 'ER') {
      record = undefined;
    } else if (record && tag !== undefined) {
      last = rest?.trim() ? tag : undefined;
      if (last !== undefined) record[tag] = added(record[tag], value);
    } else if (record && last !== undefined && value !== '') {
      record[last] = continued(record[last]!, value);
    }
  }
  return records;
}

function added(values: string | string[] | undefined, value: string): string | string[] {
  return values === undefined ? value : [...(Array.isArray(values) ? values : [values]), value];
}

function continued(values: string | string[], value: string): string | string[] {
  return Array.isArray(values) ? values.with(-1, `${values.at(-1)} ${value}`) : `${values} ${value}`;
}
