import { ArrowDown, ArrowUp } from 'lucide-react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import type { Reference } from '#contract/nouns.ts';
import { useWords } from '../i18n/index.ts';
import { formatNumber } from '../i18n/format.ts';
import { cx } from '../ui/index.ts';
import css from './references.module.css';
import type { SortKey } from './search-references.ts';
import { ShownText } from '../reading/shown-text.tsx';

export type Sorting = { readonly by: SortKey; readonly isDown: boolean };

const COLUMNS: readonly SortKey[] = ['citation', 'kind', 'origin', 'captures', 'evidence'];

/** The references as a table: arrows walk, Enter opens, headings sort. */
export function ReferenceTable(props: {
  readonly references: readonly Reference[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}) {
  const { references, chosen, onChoose, sorting, onSort } = props;
  const say = useWords('references');
  const word = useWords('words');
  return (
    <Table
      aria-label={say('list')}
      className={cx(css['table'])}
      selectionMode="single"
      selectionBehavior="replace"
      // the first row is chosen as the table gets the focus: the click that gave it must not take the choice back
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        if (keys !== 'all') onChoose([...keys].map(String)[0] ?? null);
      }}
      onRowAction={(key) => onChoose(String(key))}
      sortDescriptor={{ column: sorting.by, direction: sorting.isDown ? 'descending' : 'ascending' }}
      onSortChange={({ column, direction }) => {
        const by = COLUMNS.find((one) => one === column);
        if (by) onSort({ by, isDown: direction === 'descending' });
      }}
    >
      <TableHeader>
        {COLUMNS.map((column) => (
          <Column
            key={column}
            id={column}
            allowsSorting
            isRowHeader={column === 'citation'}
            className={cx(css['column'], css[column])}
          >
            <span className={css['columnName']}>
              {say(column)}
              {sorting.by === column ? (
                sorting.isDown ? (
                  <ArrowDown size={12} aria-hidden />
                ) : (
                  <ArrowUp size={12} aria-hidden />
                )
              ) : (
                <span className={css['noArrow']} />
              )}
            </span>
          </Column>
        ))}
      </TableHeader>
      <TableBody items={references}>
        {(reference) => (
          <Row id={reference.id} className={cx(css['tableRow'])} textValue={reference.citation}>
            <Cell className={cx(css['cell'])}>
              <Citation text={reference.citation} />
            </Cell>
            <Cell className={cx(css['cell'], css['soft'])}>{word(`kind.${reference.kind}`)}</Cell>
            <Cell className={cx(css['cell'], css['soft'])}>{reference.origin}</Cell>
            <Cell className={cx(css['cell'], css['number'])}>
              {reference.captures.length === 0 ? '–' : formatNumber(reference.captures.length)}
            </Cell>
            <Cell className={cx(css['cell'], css['number'])}>
              {reference.evidence === 0 ? '–' : formatNumber(reference.evidence)}
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  );
}

/** A citation whose address keeps to one line: its beginning, with the host, is what tells sources apart. */
function Citation({ text }: { readonly text: string }) {
  const [, words, address] = /^(.+?)\s+(https?:\/\/\S+)$/su.exec(text) ?? [];
  if (words === undefined || address === undefined) return <ShownText text={text} />;
  return (
    <>
      <ShownText text={words} />
      <span className={css['address']} title={address}>
        <ShownText text={address} />
      </span>
    </>
  );
}
