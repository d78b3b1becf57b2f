import type { ReportInput } from '#reports/input.ts';
import type { ReportSources } from '#reports/writer.ts';
import { readBlob } from '#store/blobs.ts';
import { listChains } from '#store/chains.ts';
import { listPeople } from '#store/people.ts';
import { readOf, type Session } from './session.ts';

/** What only some formats carry, read when they ask for it. */
export function reportSources(session: Session, input: ReportInput): ReportSources {
  const db = readOf(session);
  const sources: ReportSources = {
    blob: (sha256) => {
      try {
        return readBlob(db, sha256);
      } catch {
        return undefined;
      }
    },
    acts: () => listChains(db, session.project.id),
    people: () => new Map(listPeople(db).map(({ id, name }) => [id, name])),
    inFormat: async (format) => {
      const { standardFile } = await import('./standards.ts');
      const scope = {
        articles: input.articles.map(({ id }) => id),
        claims: input.claims.map(({ id }) => id),
      };
      return (await standardFile(session, format, scope, input)).bytes;
    },
  };
  return sources;
}

/** How many bytes the originals and archived copies of a report have, each counted once. */
export function sizeOfFiles(session: Session, input: ReportInput): number {
  const hashes = [
    ...input.articles.map(({ original }) => original),
    ...input.references.flatMap(({ captures }) => captures.map(({ sha256 }) => sha256)),
  ];
  return readOf(session).one<{ n: number }>(
    'select coalesce(sum(bytes), 0) as n from blob where sha256 in (select value from json_each(?))',
    JSON.stringify(hashes),
  )!.n;
}
