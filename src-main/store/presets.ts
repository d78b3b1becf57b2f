import type { ReadDb } from './handle.ts';

export type PresetRow = { readonly id: string; readonly name: string; readonly options: unknown };

/** The options for reports that the team keeps, by name. */
export function listPresets(db: ReadDb): PresetRow[] {
  return db
    .all<{ id: string; name: string; options: string }>(
      `select id, coalesce(name, '') as name, coalesce(options, '{}') as options from report_preset
       where present = 1 order by name, id`,
    )
    .map((row) => ({ ...row, options: JSON.parse(row.options) as unknown }));
}
