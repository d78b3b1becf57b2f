import { expect, test } from 'vitest';
import { addressFrom, fieldsOf, NO_FIELDS, withFields } from '../../../src-renderer/references/csl-form.ts';

const item = {
  type: 'article-journal',
  title: 'On floods',
  author: [
    { family: 'Smith', given: 'Ann', 'non-dropping-particle': 'van', suffix: 'Jr.' },
    { literal: 'Hydrological Institute' },
  ],
  issued: { 'date-parts': [[2024, 3]] },
  volume: '12',
};

test('an item that nobody changed comes back as it was', () => {
  expect(withFields(item, fieldsOf(item))).toEqual(item);
});

test('what the form does not show stays when something else is changed', () => {
  const changed = withFields(item, { ...fieldsOf(item), title: 'On high water' });
  expect(changed).toEqual({ ...item, title: 'On high water' });
});

test('a known author keeps the parts that the form does not show', () => {
  const { authors } = fieldsOf(item);
  const changed = withFields(item, { ...fieldsOf(item), authors: `${authors}; Lee, Bo` });
  expect(changed['author']).toEqual([...item.author, { family: 'Lee', given: 'Bo' }]);
});

test('a name without a comma is an organisation', () => {
  const fields = { ...NO_FIELDS, title: 'T', authors: 'Town Council\nБек, Аружан' };
  expect(withFields({ type: 'webpage' }, fields)['author']).toEqual([
    { literal: 'Town Council' },
    { family: 'Бек', given: 'Аружан' },
  ]);
});

test('an emptied field leaves the item', () => {
  const changed = withFields(item, { ...fieldsOf(item), issued: '', authors: '' });
  expect(changed).toEqual({ type: 'article-journal', title: 'On floods', volume: '12' });
});

test.each([
  ['2024', [[2024]]],
  ['2024-05', [[2024, 5]]],
  ['2024-05-31', [[2024, 5, 31]]],
])('the date %s is kept as far as it is known', (issued, parts) => {
  const changed = withFields({ type: 'report' }, { ...NO_FIELDS, type: 'report', issued });
  expect(changed['issued']).toEqual({ 'date-parts': parts });
});

test.each([
  ['https://a.example/x', 'https://a.example/x'],
  [' www.a.example ', 'www.a.example'],
  ['президент.рф/новости', 'президент.рф/новости'],
  ['minutes', undefined],
  ['council minutes.', undefined],
  ['javascript:alert(1)', undefined],
])('%j is an address: %j', (text, address) => {
  expect(addressFrom(text)).toBe(address);
});
