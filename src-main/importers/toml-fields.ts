import { parse } from 'smol-toml';
import { fieldFrom, isTable, type Fields } from './field-values.ts';

/** The fields of a TOML text, those of its tables under the tables' names; null where it is not TOML. */
export function tomlFields(block: string): Fields | null {
  try {
    const fields = fieldFrom(parse(block, { integersAsBigInt: 'asNeeded' }));
    return isTable(fields) ? fields : null;
  } catch {
    return null;
  }
}
