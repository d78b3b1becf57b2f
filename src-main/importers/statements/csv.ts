import { parse } from 'csv-parse/sync';
import { AVERITEC_STRATEGIES, AVERITEC_TYPES, wordOf } from '#domain/averitec.ts';
import { harmful } from '#domain/formula-cells.ts';
import { uuidIn } from '#domain/identity.ts';
import { isNameOfRating, publishedRating } from '#domain/rating-words.ts';
import { dayIn, isWebAddress, timeFrom } from '#domain/reviews.ts';
import { fromPlainText } from '#domain/rich-text.ts';
import type { StatementOptions, Statements } from '#domain/statements.ts';
import {
  ALL_CLAIM_TYPES,
  CLAIM_TYPES,
  PRIORITIES,
  REASONS,
  STATUSES,
  STRATEGIES,
  VERIFIABILITIES,
  wordFrom,
} from '#domain/words.ts';
import { dayIn as dayInWords } from '../dates.ts';
import { ImportError } from '../import-error.ts';
import { Collected, some } from './collect.ts';
import { fieldsFor, isCsvField, plainHeading, type CsvField } from './csv-columns.ts';
import { readHypothesisRows } from './hypothesis-csv.ts';

type Options = StatementOptions & { readonly name: string; readonly encoding: string };
type Row = ReadonlyMap<CsvField, string>;

/** A table of claims, one a row, with a heading line; or Hypothesis' table of annotations. */
export function readCsv(text: string, options: Options): Statements {
  // Excel names the sign between the cells in a line of its own
  const named = /^\uFEFF?sep=([^\r\n])\r?\n/i.exec(text);
  const [header = [], ...rows] = recordsOf(
    named ? text.slice(named[0].length) : text,
    options.name,
    named?.[1],
  );
  const headings = header.map((heading) => heading.trim());
  const isHypothesis =
    ['quote', 'comment', 'tags', 'url'].every((name) =>
      headings.some((heading) => heading.toLowerCase().startsWith(name)),
    ) && headings.some((heading) => /^created/i.test(heading));
  if (options.format === 'hypothesis' || (options.format === undefined && isHypothesis))
    return readHypothesisRows(headings, rows);

  for (const [heading, field] of Object.entries(options.columns ?? {})) {
    if (field !== '' && !isCsvField(field))
      throw new ImportError('unsupported', `A column cannot stand for “${field}” (given for “${heading}”).`);
    if (!headings.some((one) => plainHeading(one) === plainHeading(heading)))
      throw new ImportError(
        'unsupported',
        `There is no column “${heading}”; the table has ${headings.join(', ')}.`,
      );
  }
  const found = new Collected('csv');
  const fields = fieldsFor(headings, options.columns);
  const columns = { header: headings, fields, rows: rows.length, encoding: options.encoding };
  if (!fields.includes('wording')) {
    found.skip('the whole table', 'No column stands for the claim; say which one does.');
    return found.done(columns);
  }
  rows.forEach((cells, n) => {
    const row: Row = new Map(
      fields.flatMap((field, at) => (isCsvField(field) ? [[field, (cells[at] ?? '').trim()] as const] : [])),
    );
    if ((row.get('wording') ?? '') === '') {
      if (cells.some((cell) => cell.trim() !== '')) found.skip(`row ${n + 2}`, 'It has no claim.');
      return;
    }
    readRow(found, row, n + 2);
  });
  return found.done(columns);
}

function recordsOf(text: string, name: string, delimiter = delimiterOf(text)): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 10_000_000,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ImportError('unreadable', `“${name}” is no table that Assay can read (${why.slice(0, 160)}).`);
  }
}

/** The sign between the cells: the one that the first line has most often outside quotes. */
function delimiterOf(text: string): string {
  const head =
    text
      .slice(0, 20_000)
      .replaceAll(/"(?:[^"]|"")*"/g, '""')
      .split(/\r?\n/)[0] ?? '';
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, head.split(sign).length] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]![0];
}

function readRow(found: Collected, row: Row, n: number): void {
  const say = (field: CsvField) => harmful(row.get(field) ?? '');
  const wording = say('wording');
  const own = uuidIn(say('id'));
  const key = say('id') === '' ? JSON.stringify([wording, say('claimant'), say('claimed_on')]) : say('id');
  const id = own ?? found.identity('claim', key);
  const day = dayIn(say('claimed_on')) || dayInWords(say('claimed_on'));
  const known = listed(say('type')).flatMap(
    (type) => wordOf(AVERITEC_TYPES, type) ?? wordFrom(ALL_CLAIM_TYPES, type) ?? [],
  );
  const strategies = listed(say('strategies')).flatMap(
    (strategy) => wordOf(AVERITEC_STRATEGIES, strategy) ?? wordFrom(STRATEGIES, strategy) ?? [],
  );
  const words = {
    verifiability: wordFrom(VERIFIABILITIES, yesOrNo(say('verifiability'))),
    reason: wordFrom(REASONS, say('reason')),
    status: wordFrom(STATUSES, say('status')),
    priority: wordFrom(PRIORITIES, say('priority')),
  };
  for (const [field, word] of Object.entries(words))
    if (!word && say(field as CsvField) !== '')
      found.note(`row ${n}`, `Its ${field} “${say(field as CsvField)}” is not known; it was left out.`);
  if (day === '' && say('claimed_on') !== '')
    found.note(`row ${n}`, `Its date “${say('claimed_on')}” could not be read; it was left out.`);
  found.row(
    'claim',
    id,
    id,
    {
      present: 1,
      wording,
      claimant: some(say('claimant')),
      claimed_on: some(day),
      claimed_where: some(say('claimed_where')),
      country: some(say('country')),
      reported_by: some(say('reported_by')),
      address: some(say('address')),
      cached_address: some(say('cached_address')),
      check_address: some(say('check_address')),
      ...words,
      // only an unverifiable claim has a reason
      reason: words.verifiability === 'unverifiable' ? words.reason : undefined,
      ...(known.length === 0
        ? {}
        : {
            type: CLAIM_TYPES.find((type) => type === known[0]) ?? null,
            // in a table of ours one type is all that a claim says of itself in its own field
            ...(own === undefined || known.length > 1 ? { types: JSON.stringify([...new Set(known)]) } : {}),
          }),
      ...(strategies.length === 0 ? {} : { strategies: JSON.stringify([...new Set(strategies)]) }),
    },
    { verifiability: 'undecided', status: 'open', priority: 'normal' },
  );
  found.tag(id, say('tags').split(/[;,|\n]/));
  const verdict = uuidIn(say('verdict_id'));
  if (own !== undefined && verdict !== undefined) readOwnVerdict(found, id, verdict, say);
  else if (own === undefined) readVerdict(found, id, say, n);
  if (say('comment') !== '')
    found.row('comment', found.identity('comment', id), id, {
      present: 1,
      subject_kind: 'claim',
      subject: id,
      text: say('comment'),
    });
  for (const address of say('evidence')
    .split(/[\s;|]+/)
    .filter(isWebAddress))
    found.row('evidence', found.identity('evidence', JSON.stringify([id, address])), id, {
      present: 1,
      claim: id,
      reference: found.reference({ type: 'webpage', URL: address }),
      stance: 'context',
    });
  const quote = say('quote');
  // where a claim of ours stands, its project knows better than a table of titles
  if (quote !== '' || (say('article') !== '' && own === undefined))
    found.places.push({
      id: found.identity('place', id),
      claim: id,
      source: { address: say('address'), title: say('article').split('\n')[0] ?? '' },
      exact: quote || wording,
      prefix: '',
      suffix: '',
      start: null,
      end: null,
      unit: 'utf-16',
      madeAt: '',
      madeBy: '',
    });
}

/** What a cell lists, by any of the signs that separate words. */
function listed(cell: string): string[] {
  return cell
    .split(/[;,|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function yesOrNo(text: string): string {
  const word = text.trim().toLowerCase();
  if (['yes', 'true', '1', 'да', 'проверяемое', 'проверяемо', 'иә'].includes(word)) return 'verifiable';
  if (['no', 'false', '0', 'нет', 'непроверяемое', 'непроверяемо', 'жоқ'].includes(word))
    return 'unverifiable';
  return text;
}

/** A verdict that Assay wrote, rating and scale by their ids. */
function readOwnVerdict(found: Collected, claim: string, id: string, say: (field: CsvField) => string): void {
  const justification = say('justification');
  found.row('verdict', id, claim, {
    present: 1,
    claim,
    scale: some(say('scale')),
    rating: some(say('rating')),
    justification: justification === '' ? undefined : JSON.stringify(fromPlainText(justification)),
    person: say('verdict_by') === '' ? undefined : found.person(say('verdict_by')),
    at: some(timeFrom(say('verdict_at'))),
    state: wordFrom(['draft', 'final'], say('verdict_state')) ?? 'final',
  });
}

function readVerdict(found: Collected, claim: string, say: (field: CsvField) => string, n: number): void {
  const words = say('rating');
  if (words === '') return;
  const meant = publishedRating(words);
  if (meant.how === 'own-words')
    found.note(`row ${n}`, `Its verdict “${words}” is no rating; it is kept in its own words.`);
  if (meant.how === 'sentence')
    found.note(`row ${n}`, `Its verdict “${words}” was taken as “${meant.rating}”; please look at it.`);
  // what was published stays readable where the rating has another name
  const reasons = [isNameOfRating(words, meant) ? '' : words, say('justification')]
    .filter((part) => part !== '')
    .join('\n\n');
  const at = timeFrom(say('verdict_at'));
  found.row('verdict', found.identity('verdict', claim), claim, {
    present: 1,
    claim,
    scale: meant.scale,
    rating: meant.rating,
    justification: reasons === '' ? undefined : JSON.stringify(fromPlainText(reasons)),
    person: say('verdict_by') === '' ? undefined : found.person(say('verdict_by')),
    at: some(at),
    state: 'final',
  });
}
