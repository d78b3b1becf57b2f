import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backUp, copyProject, newestBackup, thinned } from '#store/backup.ts';
import { openFile } from '#store/open.ts';
import { digest, temporaryFolder, temporaryProject, titled } from '../support/project.ts';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-23T12:00:00Z');

test('a copy is the whole project, opens by itself, and is never written over another file', () => {
  const folder = temporaryFolder();
  const project = temporaryProject(folder, 'p');
  titled(project, 'd', 'The dam', 1);
  const to = join(folder, 'copy.assay');
  copyProject(project.read, to);
  const copy = openFile(to, { now: 0 });
  expect(digest(copy.read)).toBe(digest(project.read));
  copy.close();
  expect(() => copyProject(project.read, to)).toThrow(/exists already/);
  expect(() => copyProject(project.read, join(folder, 'no', 'copy.assay'))).toThrow(/does not exist/);
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('rolling backups say when they were taken and thin out with age', () => {
  const folder = temporaryFolder();
  const project = temporaryProject(folder, 'p');
  const backups = join(folder, 'backups');
  for (let days = 40; days >= 0; days -= 1) {
    titled(project, 'd', `Day ${days}`, NOON - days * DAY);
    backUp(project.db!, backups, NOON - days * DAY, 'regular');
  }
  expect(newestBackup(backups)).toBe(NOON);
  const kept = readdirSync(backups);
  expect(kept.length).toBeGreaterThan(14);
  expect(kept.length).toBeLessThan(22);
});

test('thinning keeps the newest, the last day and one for each day, week and month', () => {
  const ages = fc.uniqueArray(fc.integer({ min: 0, max: 400 * 24 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(ages, (hours) => {
      const names = hours.map((hour) => nameAt(NOON - hour * 3_600_000));
      const gone = new Set(thinned(names, NOON));
      const kept = hours.filter((hour) => !gone.has(nameAt(NOON - hour * 3_600_000)));
      expect(kept).toContain(Math.min(...hours));
      for (const hour of hours.filter((one) => one < 24)) expect(kept).toContain(hour);
      const month = (hour: number) => new Date(NOON - hour * 3_600_000).toISOString().slice(0, 7);
      expect(new Set(kept.map(month))).toEqual(new Set(hours.map(month)));
      expect(kept.length).toBeLessThanOrEqual(hours.filter((hour) => hour < 24).length + 14 + 8 + 14);
    }),
  );
});

test('a foreign file among the backups is left alone', () => {
  const folder = temporaryFolder();
  const project = temporaryProject(folder, 'p');
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  backUp(project.db!, folder, NOON, 'daily');
  expect(statSync(join(folder, 'notes.txt')).size).toBe(4);
});

function nameAt(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z-regular.assay`;
}
