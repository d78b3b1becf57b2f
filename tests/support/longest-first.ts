import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, by what a first run cannot know: one that begins late is waited for alone. */
const LONGEST = [
  'store/durability',
  'host/cli',
  'host/cli-refusals',
  'host/exchange',
  'importers/documents-peers',
  'exchange/schedules',
  'reports/html',
  'store/convergence',
  'exchange/killed',
  'reports/dossier',
  'host/revise',
  'importers/documents-hostile',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return found === -1 ? LONGEST.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
