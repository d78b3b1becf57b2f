import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findAgain } from '#domain/anchor/find-again.ts';
import { quotePlaces } from '#domain/anchor/quote-places.ts';
import { utf16Offset } from '#domain/flat-text.ts';
import { sharedPath } from '../../support/shared.ts';

// cases of the Apache Annotator and the Hypothesis client, read from beside the project
const folder = sharedPath('data/anchoring');
const read = <T>(name: string): T[] => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as T[];
type Place = { start: number; end: number };
type QuoteCase = {
  name: string;
  text: string;
  selector: { exact: string; prefix?: string; suffix?: string };
  expected: Place[];
};
type PositionCase = { name: string; text: string; selector: Place; expected: Place[] };

test.skipIf(!folder)('every public case of a quote selector finds the places that it states', () => {
  const cases = read<QuoteCase>('quote-cases.json');
  for (const { name, text, selector, expected } of cases) {
    expect(quotePlaces(text, selector), name).toEqual(expected);
    // one place is taken, several are ambiguous, none is an orphan
    const [found] = findAgain(text, [{ prefix: '', suffix: '', start: -1, end: -1, ...selector }]);
    const isTaken = found!.state === 'exact' || found!.state === 'moved';
    expect(isTaken && expected.length !== 1, name).toBe(false);
  }
  process.stdout.write(`${cases.length} public cases of quote selectors\n`);
});

test.skipIf(!folder)(
  'every public case of a position selector, in code points, gives its UTF-16 units',
  () => {
    const cases = read<PositionCase>('position-cases.json');
    for (const { name, text, selector, expected } of cases)
      expect(
        [{ start: utf16Offset(text, selector.start), end: utf16Offset(text, selector.end) }],
        name,
      ).toEqual(expected);
    process.stdout.write(`${cases.length} public cases of position selectors\n`);
  },
);

test.skipIf(!folder)('the stored annotation of the minimal page stands where it was made', () => {
  const page = readFileSync(`${folder}/minimal.html`, 'utf8');
  const text = page.replaceAll(/<[^>]*>/g, '').trim();
  type Stored = { rows: { target: { selector: Record<string, string | number>[] }[] }[] };
  const stored = JSON.parse(readFileSync(`${folder}/minimal.json`, 'utf8')) as Stored;
  const [, position, quote] = stored.rows[0]!.target[0]!.selector;
  const [found] = findAgain(text, [
    {
      exact: String(quote!['exact']),
      prefix: String(quote!['prefix']),
      suffix: String(quote!['suffix']),
      start: Number(position!['start']),
      end: Number(position!['end']),
    },
  ]);
  expect(found).toMatchObject({ state: 'exact', start: 4, end: 7 });
});
