import { expect, test } from 'vitest';
import { cells } from '#domain/act.ts';
import { commit } from '#store/commit.ts';
import { inverseOf, redoable, undoable } from '#store/undo.ts';
import { temporaryFolder, temporaryProject } from '../support/project.ts';

function desk() {
  const project = temporaryProject(temporaryFolder(), 'p');
  let now = 0;
  const author = { person: 'p', device: 'd' };
  const word = () =>
    project.read.one<{ wording: string | null }>(`select wording from claim where id = 'c'`)?.wording ?? null;
  const write = (wording: string, by = author) =>
    commit(project, { deed: 'editClaim', changes: cells('claim', 'c', { wording }) }, by, (now += 10)).act
      .hash;
  const back = (deed: 'undo' | 'redo') => {
    const step = (deed === 'undo' ? undoable : redoable)(project.read, ['d'], 'p');
    const changes = step && inverseOf(project.read, step.hash);
    if (!step || !changes) return 'nothing';
    commit(project, { deed, changes, undoes: step.hash }, author, (now += 10));
    return word();
  };
  return { project, word, write, undo: () => back('undo'), redo: () => back('redo') };
}

test('undo and redo walk through what one person did, any number of times', () => {
  const { write, undo, redo } = desk();
  write('one');
  write('two');
  write('three');
  expect([undo(), undo(), redo(), redo(), redo()]).toEqual(['two', 'one', 'two', 'three', 'nothing']);
  expect([undo(), undo(), undo(), undo()]).toEqual(['two', 'one', null, 'nothing']);
  expect([redo(), redo(), redo(), redo()]).toEqual(['one', 'two', 'three', 'nothing']);
});

test('a new act after an undo ends what could be redone, and undo goes on from there', () => {
  const { write, undo, redo } = desk();
  write('one');
  write('two');
  undo();
  write('other');
  expect(redo()).toBe('nothing');
  expect([undo(), undo(), undo()]).toEqual(['one', null, 'nothing']);
});

test('what somebody else has changed since is not undone over their head', () => {
  const { project, write, word } = desk();
  const mine = write('mine');
  write('theirs', { person: 'q', device: 'e' });
  expect(inverseOf(project.read, mine)).toBeUndefined();
  expect(word()).toBe('theirs');
});
