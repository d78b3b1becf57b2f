import { NotFields, ValueReader, type Fields, type FieldValue } from './field-values.ts';

/** The fields of a TOML text, those of its tables under the tables' names; null where it is not TOML. */
export function tomlFields(block: string): Fields | null {
  try {
    return readToml(new ValueReader(block, true));
  } catch (error) {
    if (error instanceof NotFields) return null;
    throw error;
  }
}

type Table = Map<string, FieldValue>;

function readToml(reader: ValueReader): Fields {
  const root: Table = new Map();
  let table = root;
  for (reader.blanks(true); !reader.ended; reader.blanks(true)) {
    if (reader.took('[')) {
      const many = reader.took('[');
      const path = pathOf(reader);
      if (!reader.took(many ? ']]' : ']')) throw new NotFields();
      table = tableAt(root, path, many);
    } else {
      const path = pathOf(reader);
      if (!reader.took('=')) throw new NotFields();
      reader.blanks(false);
      tableAt(table, path.slice(0, -1), false).set(path.at(-1)!, reader.value(/[\n#]/));
    }
    reader.blanks(false);
    if (!reader.ended && reader.next !== '\n') throw new NotFields();
  }
  return root;
}

/** A key with dots, of which each part may be quoted. */
function pathOf(reader: ValueReader): string[] {
  const path: string[] = [];
  do {
    reader.blanks(false);
    path.push(reader.key());
    reader.blanks(false);
  } while (reader.took('.'));
  return path;
}

/** The table of a path, made where it is missing; `[[name]]` begins one more of its kind. */
function tableAt(root: Table, path: readonly string[], many: boolean): Table {
  let table = root;
  for (const [index, key] of path.entries()) {
    const known = table.get(key);
    if (many && index === path.length - 1) {
      const fresh: Table = new Map();
      table.set(key, [...(Array.isArray(known) ? known : []), fresh]);
      return fresh;
    }
    const inner: unknown = Array.isArray(known) ? known.at(-1) : known;
    if (inner instanceof Map) table = inner as Table;
    else {
      const fresh: Table = new Map();
      table.set(key, fresh);
      table = fresh;
    }
  }
  return table;
}
