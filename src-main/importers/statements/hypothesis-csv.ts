import { timeFrom } from '#domain/reviews.ts';
import type { Statements } from '#domain/statements.ts';
import { stateAnnotations, type Foreign } from './annotation.ts';
import { Collected } from './collect.ts';

/** Hypothesis' table: Created at, Author, Page, URL, Group, Type, Quote/description, Comment, Tags. */
export function readHypothesisRows(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Statements {
  const found = new Collected('hypothesis');
  const at = (start: string) => header.findIndex((heading) => heading.toLowerCase().startsWith(start));
  const [created, author, url, type, quote, comment, tags, title] = [
    'created',
    'author',
    'url',
    'type',
    'quote',
    'comment',
    'tags',
    'title',
  ].map(at);
  const all = rows.map((cells, n): Foreign => {
    const say = (column: number | undefined) =>
      column === undefined || column < 0 ? '' : (cells[column] ?? '').trim();
    const words = say(quote);
    const isReply = /reply/i.test(say(type));
    if (isReply) found.skip(`row ${n + 2}`, 'A table does not say which annotation a reply belongs to.');
    return {
      name: '',
      spots: [
        {
          source: { address: say(url), title: say(title) },
          exact: isReply ? '' : words,
          prefix: '',
          suffix: '',
          start: null,
          end: null,
        },
      ],
      texts: isReply ? [] : [say(comment)].filter((text) => text !== ''),
      tags: say(tags)
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
      person: say(author)
        .replace(/^acct:/, '')
        .replace(/@.*$/, ''),
      at: timeFrom(say(created)),
      answers: [],
      isReply,
      unit: 'utf-16',
      raw: Object.fromEntries(header.map((heading, column) => [heading, cells[column] ?? ''])),
    };
  });
  stateAnnotations(
    found,
    all.filter((one) => one.texts.length > 0 || one.spots[0]!.exact !== ''),
  );
  return found.done();
}
