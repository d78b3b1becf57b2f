import { expect, test } from 'vitest';
import { searchText } from '#store/search.ts';
import { temporaryFolder, temporaryProject } from '../support/project.ts';

test('hits of one kind are found behind any number of others', () => {
  const { db } = temporaryProject(temporaryFolder(), 'p');
  db!.run(
    `insert into searchable (kind, row, title, body) values ('article', 'a', 'Dam', 'Nine people were missing')`,
  );
  db!.run(
    `insert into searchable (kind, row, title, body)
     with recursive n (i) as (select 1 union all select i + 1 from n where i < 2100)
     select 'claim', i, 'Nine', 'Nine people, number ' || i from n`,
  );
  db!.run('insert into search (rowid, title, body) select id, lower(title), lower(body) from searchable');
  expect(searchText(db!, 'nine people', ['article'], 50)).toMatchObject([{ kind: 'article', id: 'a' }]);
  expect(searchText(db!, 'nine people', ['claim'], 50)).toHaveLength(50);
  expect(searchText(db!, 'nine people', ['article', 'claim'], 1)).toHaveLength(1);
});
