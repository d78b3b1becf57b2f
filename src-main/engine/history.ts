import type { Payload, Value } from '#domain/act.ts';
import { timeOf } from '#domain/stamp.ts';
import { CallError } from '#contract/kit.ts';
import type { ActRow } from '#contract/nouns.ts';
import type { ReadDb } from '#store/handle.ts';
import { markUndone, mergeBehind, newestMerge } from '#store/merges.ts';
import { wholePayload } from '#store/payloads.ts';
import { inverseOf, oneAfterAnother, redoable, undoable, type Step } from '#store/undo.ts';
import { undoMerge } from './undo-merge.ts';
import { ownDevices } from './devices.ts';
import { act, readOf, whole, writeOf, type Session } from './session.ts';

type Logged = {
  device: string;
  sequence: number;
  stamp: string;
  person: string;
  hash: string;
  body: string | null;
  undone: number;
  /** The body of the act that this one takes back. */
  behind: string | null;
};

// an undo sets every cell that its act had set, so one of them leads to it, also from another device of the same person
export const LISTED = `
  select a.device, a.sequence, a.stamp, coalesce(w.name, a.person) as person, a.hash, p.body,
    (
      select b.body from act t join payload b on b.hash = t.payload where t.hash = p.body ->> 'undoes'
    ) as behind,
    exists (
      select 1
      from (
        select c.tbl, c.row, c.col, c.stamp
        from (
          select p.body union all select x.body from json_each(p.body, '$.apart') h cross join apart x on x.hash = h.value
        ) b
        cross join json_each(b.body, '$.changes') j
        cross join change c on c.tbl = j.value ->> 'table' and c.row = j.value ->> 'row' and c.col = j.value ->> 'column'
          and c.stamp = a.stamp and c.act = a.hash
        limit 1
      ) own
      cross join change d on d.tbl = own.tbl and d.row = own.row and d.col = own.col and d.stamp > own.stamp
      join act u on u.hash = d.act join payload q on q.hash = u.payload
      where u.person = a.person and q.body ->> 'undoes' = a.hash
    ) as undone
  from act a left join payload p on p.hash = a.payload left join person w on w.id = a.person`;

/** What was done, newest first; for one claim, what was done to it and to all that hangs on it. */
export function listActs(
  session: Session,
  asked: { claim?: string | undefined; limit?: number | undefined; offset?: number | undefined },
) {
  const db = readOf(session);
  const limit = asked.limit ?? 1_000_000;
  const offset = asked.offset ?? 0;
  if (asked.claim === undefined) {
    const total = db.one<{ n: number }>('select count(*) as n from act')!.n;
    return {
      total,
      acts: db
        .all<Logged>(`${LISTED} order by a.stamp desc, a.hash limit ? offset ?`, limit, offset)
        .map((row) => actRow(db, row)),
    };
  }
  const hashes = JSON.stringify(actsOn(session, whole(session, 'claim', asked.claim)));
  const acts = db.all<Logged>(
    `${LISTED} where a.hash in (select value from json_each(?)) order by a.stamp desc, a.hash limit ? offset ?`,
    hashes,
    limit,
    offset,
  );
  return { total: JSON.parse(hashes).length as number, acts: acts.map((row) => actRow(db, row)) };
}

function actsOn(session: Session, claim: string): string[] {
  return readOf(session)
    .all<{ act: string }>(
      `with asked (id) as (select ?),
       own (tbl, row) as (
         select 'claim', id from asked
         union all select tbl, row from change, asked
           where tbl in ('occurrence', 'evidence', 'verdict', 'tagging', 'question') and col = 'claim' and value = asked.id
         union all select 'comment', c.id from comment c, asked
           where c.subject_kind = 'claim' and c.subject = asked.id
         union all select 'answer', a.id from answer a join question q on q.id = a.question, asked
           where q.claim = asked.id
       )
       select distinct c.act from own o join change c on c.tbl = o.tbl and c.row = o.row`,
      claim,
    )
    .map((row) => row.act);
}

function actRow(db: ReadDb, row: Logged): ActRow {
  const payload = wholePayload(db, row.body);
  return {
    device: row.device,
    sequence: row.sequence,
    at: timeOf(row.stamp),
    person: row.person,
    deed: payload?.deed ?? 'withheld',
    summary: payload
      ? payload.undoes === undefined
        ? summaryOf(payload)
        : undoSummary(payload, wholePayload(db, row.behind))
      : 'Something that was withheld',
    hash: row.hash,
    undoes: payload?.undoes ?? null,
    undone: row.undone === 1 || (payload?.undoes !== undefined && isUndoneWithNext(db, row, payload.undoes)),
  };
}

/** Where several acts make one step, the last one is what is taken back. */
function isUndoneWithNext(db: ReadDb, { device, sequence }: Logged, undoes: string): boolean {
  const next = db.one<Logged>(
    `${LISTED} where a.device = ? and a.sequence = ? and p.body ->> 'undoes' = ?`,
    device,
    sequence + 1,
    undoes,
  );
  return next !== undefined && (next.undone === 1 || isUndoneWithNext(db, next, undoes));
}

function undoSummary(payload: Payload, taken: Payload | undefined): string {
  // a redo takes back an undo, and what that one had taken back is said by its own line
  if (payload.deed === 'undoMerge') return 'Undid a merge';
  if (payload.deed === 'redo' || !taken)
    return payload.deed === 'redo' ? 'Did again what was undone' : 'Undid an act';
  return `Undid: ${summaryOf(taken)}`;
}

/** One line that says what an act did, in the words of the product. */
function summaryOf(payload: Payload): string {
  const set = new Map<string, Value>();
  for (const change of payload.changes) {
    const cell = `${change.table}.${change.column}`;
    if (!set.has(cell)) set.set(cell, change.value);
  }
  const say = (cell: string) => quoted(set.get(cell));
  const spoken = (cell: string) => String(set.get(cell)).replaceAll('-', ' ');
  const count = (table: string) =>
    new Set(payload.changes.filter((change) => change.table === table).map((change) => change.row)).size;
  switch (payload.deed) {
    case 'createProject':
      return `Made the project ${say('project.title')}`;
    case 'joinProject':
      return `${say('person.name')} joined`;
    case 'importArticles':
      return `Imported the article ${say('article.title')}`;
    case 'mark':
      return `Marked ${say('occurrence.exact')}${set.has('claim.verifiability') ? ` as ${spoken('claim.verifiability')}` : ' as one more occurrence'}`;
    case 'markSentences':
      return `Marked ${count('occurrence')} sentences as ${spoken('claim.verifiability')}`;
    case 'reviseArticle':
      return `Corrected the text${set.get('revision.reason') ? `: ${say('revision.reason')}` : ''}`;
    case 'restoreRevision':
      return `Went back to an earlier text${set.get('revision.reason') ? `: ${say('revision.reason')}` : ''}`;
    case 'reattach':
      return `Attached a mark again to ${say('occurrence.exact')}`;
    case 'editClaim':
      return `Changed a claim: ${listed(payload, 'claim')}${count('tagging') > 0 ? ' tags' : ''}`;
    case 'addReferences':
    case 'acceptFootnotes':
      return `Added ${count('reference')} ${count('reference') === 1 ? 'reference' : 'references'}`;
    case 'capture':
      return `Kept an archived copy, ${say('capture.name')}`;
    case 'linkEvidence':
      return `Linked evidence that ${String(set.get('evidence.stance'))}: ${say('evidence.quote')}`;
    case 'rateClaim':
      return `Rated ${spoken('verdict.rating')}${set.get('verdict.state') === 'final' ? ', final' : ''}`;
    case 'finaliseVerdict':
      return 'Made a verdict final';
    case 'voidVerdict':
      return `Declared a verdict void: ${say('verdict.why')}`;
    case 'askQuestion':
      return `Asked: ${say('question.text')}`;
    case 'answerQuestion':
      return set.get('answer.type') === 'unanswerable'
        ? 'Found no answer to a question'
        : `Answered a question: ${say('answer.text')}`;
    case 'importClaims':
      return `Imported ${count('claim')} ${count('claim') === 1 ? 'claim' : 'claims'} from a file`;
    case 'addComment':
      return `Commented: ${say('comment.text')}`;
    default:
      return `${inWords(payload.deed)}: ${[...new Set(payload.changes.map((change) => change.column.replaceAll('_', ' ')))].join(', ')}`;
  }
}

function listed(payload: Payload, table: string): string {
  return payload.changes
    .filter((change) => change.table === table)
    .map((change) => `${change.column.replaceAll('_', ' ')} ${quoted(plainly(change.column, change.value))}`)
    .join(', ');
}

/** Columns that hold a list of words as JSON, which nobody wants to read. */
const LISTS = new Set(['types', 'strategies']);

function plainly(column: string, value: Value): Value {
  if (!LISTS.has(column) || value === null) return value;
  return String(value)
    .replaceAll(/[[\]"]/g, '')
    .replaceAll('-', ' ')
    .replaceAll(',', ', ');
}

function quoted(value: Value | undefined): string {
  const text = String(value ?? '').replaceAll(/\s+/g, ' ');
  return `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
}

/** `removeReference` reads `Remove reference`. */
function inWords(deed: string): string {
  const words = deed.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What undo or redo would take back: an act, or a whole merge. */
export type Undoable = Step & { readonly merge?: string };

export function steps(session: Session): { undo: Undoable | undefined; redo: Step | undefined } {
  const { device, person } = session.author;
  const devices = [device, ...ownDevices(session.home, session.project.id)];
  const db = readOf(session);
  const undo = undoable(db, devices, person);
  const merge = newestMerge(db, devices, person);
  const done = undo && db.one<{ arrival: number }>('select arrival from act where hash = ?', undo.hash);
  return {
    undo:
      merge && merge.last > (done?.arrival ?? 0) ? { hash: '', deed: 'mergeBundles', merge: merge.id } : undo,
    redo: redoable(db, devices, person),
  };
}

/**
 * Takes an act back by a new act with the inverse changes, or by several where it had settled what disagreed; redo takes
 * back the undo. Either way all is as it was before, with every conflict.
 */
export function takeBack(session: Session, deed: 'undo' | 'redo'): { act: ActRow } {
  const step: Undoable | undefined = steps(session)[deed];
  if (!step)
    throw new CallError(
      'nothing-to-undo',
      deed === 'undo' ? 'There is nothing of yours to undo.' : 'There is nothing to redo.',
    );
  const db = writeOf(session);
  if (step.merge !== undefined) return { act: actCalled(db, undoMerge(session, step.merge).act.hash) };
  const changes = inverseOf(db, step.hash);
  if (!changes) {
    throw new CallError(
      'changed-since',
      'Somebody has changed the same thing since; undoing would lose their change.',
    );
  }
  const hash = db.together(() => {
    const done = oneAfterAnother(changes)
      .map((some) => act(session, deed, some, step.hash))
      .at(-1)!;
    const merge = mergeBehind(db, step.hash);
    if (merge !== undefined) {
      markUndone(db, merge, deed === 'undo' ? done : null);
      session.say({ kind: 'changed', tables: ['merge'] });
    }
    return done;
  });
  return { act: actCalled(db, hash) };
}

function actCalled(db: ReadDb, hash: string): ActRow {
  return actRow(db, db.one<Logged>(`${LISTED} where a.hash = ?`, hash)!);
}
