import { SHARED_TABLES } from '#domain/tables.ts';
import { apply, type Applying, type Touched } from './apply.ts';
import { derive } from './derive.ts';
import type { WriteDb } from './handle.ts';
import { applyingOf } from './payloads.ts';

// children before parents is no order that exists here, since references go in circles; so the links are checked last
const EMPTY = [
  'delete from searchable',
  `insert into search (search) values ('delete-all')`,
  'delete from placed',
  'delete from placed_footnote',
  'delete from revision_text',
  'delete from change',
  'delete from awaited',
  'delete from aside',
  'delete from conflict',
  ...Object.keys(SHARED_TABLES).map((table) => `delete from ${table}`),
];

/** Makes every table anew from the log: after an upgrade that learnt new columns, and to prove that the log is all. */
export function rebuild(db: WriteDb): void {
  db.together(() => {
    db.exec('pragma defer_foreign_keys = on');
    for (const statement of EMPTY) db.run(statement);
    const touched: Touched = new Map();
    let batch: Applying[] = [];
    for (const act of db.all<{ hash: string; stamp: string; body: string }>(
      'select a.hash, a.stamp, p.body from act a join payload p on p.hash = a.payload order by a.arrival',
    )) {
      batch.push(...applyingOf(db, act));
      if (batch.length < 1_000) continue;
      apply(db, batch, touched);
      batch = [];
    }
    apply(db, batch, touched);
    derive(db, touched);
  });
}
