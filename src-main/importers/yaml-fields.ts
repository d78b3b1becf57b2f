import { parseDocument } from 'yaml';
import { fieldFrom, isTable, type Fields } from './field-values.ts';

/** A key of one to four words; prose with a colon in it is longer, or goes on without one. */
const KEY = String.raw`[\p{L}_$][\p{L}\p{N}_$.-]*(?: [\p{L}\p{N}_.-]+){0,3}`;
const ONLY_KEY = new RegExp(`^${KEY}$`, 'u');
/** A line whose value, without the remark behind it, is neither empty, quoted as a whole, folded, nor begun by a bracket that YAML knows. */
const BARE = new RegExp(
  String.raw`^((?: *- )? *${KEY}[ \t]*:[ \t]+)(?!["'][^"']*["'][ \t]*$|[|>][-+\d]*[ \t]*$|[[{])(\S.*?)(?:[ \t]+#.*)?$`,
  'gmu',
);

/**
 * The fields of a YAML text as it stands over an article, all values as their words; null where it is no such text.
 * People leave out quotes that YAML wants, as in `title: The dam: what is known`, so a second look puts them there.
 */
export function yamlFields(block: string): Fields | null {
  return (
    strictly(block) ??
    strictly(block.replaceAll(BARE, (_, key: string, words: string) => key + JSON.stringify(words)))
  );
}

function strictly(block: string): Fields | null {
  try {
    const document = parseDocument(block, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0) return null;
    const fields = fieldFrom(document.toJS({ mapAsMap: true, maxAliasCount: 100 }) ?? new Map());
    return isTable(fields) && [...fields.keys()].every((key) => ONLY_KEY.test(key)) ? fields : null;
  } catch {
    // aliases without a place or without end, and brackets deeper than anybody writes
    return null;
  }
}
