import { SHARED_TABLES, type SharedTable } from './tables.ts';

/** What every bundle needs to be read: it belongs to the project as a whole. */
export const COMMON: ReadonlySet<string> = new Set([
  'project',
  'person',
  'device',
  'scale',
  'tag',
  'person_key',
]);

const OWNERS = ['claim', 'article', 'reference'];

/** The column by which a row hangs on another one: evidence on its claim, a revision on its article. */
export type Owner = { readonly table: SharedTable; readonly column: string; readonly of: string };

/** Comments hang on whatever they are about, so theirs is no column of one kind and is left out here. */
export const HANGS_ON: readonly Owner[] = Object.entries(SHARED_TABLES).flatMap(([table, columns]) => {
  if (COMMON.has(table)) return [];
  const links = Object.entries(columns).flatMap(([column, rule]) =>
    'of' in rule && rule.of !== table && !COMMON.has(rule.of) ? [{ column, of: rule.of as string }] : [],
  );
  const owner =
    OWNERS.map((of) => links.find((link) => link.of === of)).find((link) => link !== undefined) ?? links[0];
  return owner ? [{ table: table as SharedTable, ...owner }] : [];
});
