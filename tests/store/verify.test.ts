import { expect, onTestFinished, test } from 'vitest';
import { cells } from '#domain/act.ts';
import { keepBlob, readBlob } from '#store/blobs.ts';
import { commit } from '#store/commit.ts';
import { sha256 } from '#store/hash.ts';
import { verify } from '#store/verify.ts';
import { projectInMemory } from '../support/project.ts';

const AUTHOR = { person: 'p', device: 'd' };

/** A file is kept in pieces of a mebibyte. */
const THREE_PIECES = (2 << 20) + 100_000;

const counted = (length: number) =>
  Buffer.alloc(length, Buffer.from(Array.from({ length: 253 }, (_, i) => i)));

function project() {
  const made = projectInMemory();
  onTestFinished(made.close);
  const db = made.db!;
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'The dam held for nine days.' }] };
  const document = JSON.stringify({ type: 'doc', content: [paragraph] });
  const bytes = keepBlob(db, counted(THREE_PIECES));
  const copy = 'It held for nine days, the engineer wrote.';
  commit(
    made,
    {
      deed: 'test',
      changes: [
        ...cells('article', 'a', { present: 1, title: 'The dam', original: bytes }),
        ...cells('revision', 'r', {
          present: 1,
          article: 'a',
          document: keepBlob(db, new TextEncoder().encode(document)),
          sha256: sha256('The dam held for nine days.'),
          at: '2026-01-01',
        }),
        ...cells('claim', 'c', { present: 1, wording: 'The dam held for nine days.' }),
        ...cells('occurrence', 'o', {
          present: 1,
          claim: 'c',
          article: 'a',
          revision: 'r',
          exact: 'nine days',
          start: 17,
          end: 26,
          state: 'exact',
        }),
        ...cells('capture', 'k', { present: 1, text: keepBlob(db, new TextEncoder().encode(copy)) }),
        ...cells('evidence', 'e', {
          present: 1,
          claim: 'c',
          capture: 'k',
          quote: 'nine days',
          place: '{"start":12,"end":21}',
        }),
      ],
    },
    AUTHOR,
    1,
  );
  return { made, db, bytes };
}

test('a sound project verifies, and says what it looked at', () => {
  const { db } = project();
  const { checked, problems } = verify(db);
  expect(problems).toEqual([]);
  expect(checked).toMatchObject({ acts: 1, files: 3, revisions: 1, occurrences: 1, quotes: 1 });
});

test.for<[string, string, string]>([
  ['an act', 'act', `update act set person = 'q'`],
  ['what an act did', 'payload', `update payload set body = replace(body, 'nine', 'five')`],
  ['the history of a cell', 'change', `update change set value = 'five days' where col = 'wording'`],
  ['a lost change', 'change', `delete from change where col = 'wording'`],
  ['a cell', 'cell', `update claim set wording = 'five days'`],
  ['a hidden row', 'cell', `update claim set present = 0`],
  ['a lost row', 'row', `delete from evidence`],
  ['a revision', 'revision', `update revision_text set text = 'The dam held for five days.'`],
  ['a mark', 'occurrence', `update occurrence set start = 16, "end" = 25`],
  ['a quote', 'evidence', `update evidence set quote = 'five days'`],
  ['missing bytes', 'file', `update blob set bytes = null where bytes = ${THREE_PIECES}`],
  ['a missing piece', 'file', `delete from chunk where n = 2`],
])('a change to %s behind our back is found', ([, kind, sql]) => {
  const { db } = project();
  expect(db.run(sql)).toBeGreaterThan(0);
  const kinds = verify(db).problems.map((problem) => problem.kind);
  expect(kinds).toContain(kind);
});

test('every one of 1,000 flipped bits in kept files is found, and such a file is never handed out', () => {
  const { db, bytes } = project();
  // most of them in small files: to look through the pieces of a large one takes long
  const small = [1, 100, 4_096, 40_000].map((length) => keepBlob(db, counted(length)));
  let found = 0;
  // one transaction: what reaches the disk is not what is looked at here
  db.together(() => {
    for (let n = 0; n < 1_000; n += 1) {
      const [file, piece] = n < 60 ? [bytes, n % 3] : [small[n % small.length]!, 0];
      const at = (n * 2_654_435_761) % 1_000_000;
      const flip = () => {
        const { data } = db.one<{ data: Buffer }>(
          'select data from chunk where blob = ? and n = ?',
          file,
          piece,
        )!;
        data[at % data.length]! ^= 1 << (n % 8);
        db.run('update chunk set data = ? where blob = ? and n = ?', data, file, piece);
      };
      flip();
      try {
        readBlob(db, file);
      } catch {
        found += 1;
      }
      flip();
    }
  });
  expect(found).toBe(1_000);
  expect(verify(db).problems).toEqual([]);
});
