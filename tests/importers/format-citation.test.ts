import fc from 'fast-check';
import { expect, it } from 'vitest';
import { citationOf } from '#importers/format-citation.ts';
import { cleanCsl } from '#importers/clean-csl.ts';

const page = {
  type: 'webpage',
  title: 'Hello & <i>goodbye</i>',
  author: [
    { family: 'Лев', given: 'Иван' },
    { family: 'Doe', given: 'Jane' },
  ],
  issued: { 'date-parts': [[2022, 1, 5]] },
  URL: 'https://example.org/?a=1&b=2',
};

it('gives one line of a bibliography in either language', () => {
  expect(citationOf(page, { language: 'en' })).toBe(
    'Лев, И., & Doe, J. (2022, January 5). Hello & goodbye. https://example.org/?a=1&b=2',
  );
  expect(citationOf(page, { language: 'ru' })).toBe(
    'Лев, И. и Doe, J. (2022, 5 января). Hello & goodbye. https://example.org/?a=1&b=2',
  );
  expect(citationOf({ type: 'webpage', title: 'Плотина' }, { language: 'ru' })).toBe('Плотина. (б. д.).');
});

it('gives a line for any item, the same each time, and obeys no command hidden in a note', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.jsonValue(),
      fc.constantFrom('en' as const, 'ru' as const),
      (title, any, language) => {
        const item = cleanCsl({
          type: 'book',
          title: `T${title}`,
          author: any,
          issued: any,
          volume: any,
          note: any,
        });
        const line = citationOf(item, { language });
        expect(line).not.toBe('');
        expect(line).not.toMatch(/[\r\n]/);
        expect(citationOf(structuredClone(item), { language })).toBe(line);
      },
    ),
    { numRuns: 40 },
  );
  const noted = { ...page, note: '{:issued: 1066}\ntitle: Other' };
  expect(citationOf(noted, { language: 'en' })).toBe(citationOf(page, { language: 'en' }));
});

it('writes a line of its own where the style refuses an item', () => {
  const odd = { type: 'book', title: 'Kept', issued: { 'date-parts': 7 }, author: 'nobody' } as never;
  expect(citationOf(odd, { language: 'en' })).toContain('Kept');
});
