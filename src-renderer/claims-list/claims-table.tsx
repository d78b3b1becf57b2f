import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { chooseClaim, openClaim, usePlace } from '../app/place.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton, RatingBadge, VerifiabilityBadge } from '../ui/index.ts';
import { ShownText } from '../reading/shown-text.tsx';
import { useVirtualRows } from '../ui/virtual-rows.ts';
import { COLUMNS, type ClaimRow, type Sorting } from './arrange-claims.ts';
import css from './claims-view.module.css';

const ROW = 46;
const HEAD = 32;

/** The rows near the viewport, as a grid that is driven by keys: arrows choose, Enter opens the article. */
export function ClaimsTable(props: {
  readonly rows: readonly ClaimRow[];
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
}) {
  const { rows, sorting } = props;
  const say = useWords('app');
  const { claim: chosen } = usePlace();
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last, bring } = useVirtualRows(scroller, rows.length, ROW, HEAD);
  const at = rows.findIndex((row) => row.claim.id === chosen);

  const move = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    chooseClaim(row.claim.id);
    bring(rows.indexOf(row));
  };
  const page = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? ROW) - HEAD) / ROW) - 1);
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(at + 1),
    ArrowUp: () => move(at === -1 ? 0 : at - 1),
    PageDown: () => move(at + page()),
    PageUp: () => move(at - page()),
    Home: () => move(0),
    End: () => move(rows.length - 1),
    Enter: () => {
      const row = rows[at];
      if (row) openClaim(row.claim);
    },
  };
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const go = moves[event.key];
    if (!go) return;
    event.preventDefault();
    go();
  };
  const sort = (by: Sorting['by']) => {
    if (sorting?.by !== by) props.onSort({ by, descending: false });
    else props.onSort(sorting.descending ? null : { by, descending: true });
  };

  return (
    <div
      ref={scroller}
      className={css['scroller']}
      role="grid"
      tabIndex={0}
      data-pane-start
      aria-label={say('claims.title')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at >= first && at < last ? `claim-${chosen}` : undefined}
      onKeyDown={press}
    >
      <div className={css['heads']} role="row" aria-rowindex={1} tabIndex={-1}>
        {COLUMNS.map((column) => (
          <span
            key={column}
            role="columnheader"
            data-column={column}
            aria-sort={sorting?.by === column ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
          >
            <button type="button" onClick={() => sort(column)}>
              {say(`claims.${column}`)}
              {sorting?.by === column &&
                (sorting.descending ? (
                  <ArrowDown size={12} aria-hidden />
                ) : (
                  <ArrowUp size={12} aria-hidden />
                ))}
            </button>
          </span>
        ))}
        <span role="columnheader">
          <span className="unseen">{say('claims.open')}</span>
        </span>
      </div>
      <div className={css['body']} role="rowgroup" style={{ height: rows.length * ROW }}>
        {rows.slice(first, last).map((row, n) => (
          <Row key={row.claim.id} row={row} index={first + n} isChosen={row.claim.id === chosen} />
        ))}
      </div>
    </div>
  );
}

function Row({ row, index, isChosen }: { row: ClaimRow; index: number; isChosen: boolean }) {
  const say = useWords('app');
  const words = useWords('words');
  const { claim } = row;
  const types = claim.types.map((type) => words(`type.${type}`)).join(', ');
  return (
    // The grid around it has the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`claim-${claim.id}`}
      className={css['row']}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-current={isChosen || undefined}
      style={{ transform: `translateY(${index * ROW}px)` }}
      onClick={() => chooseClaim(claim.id)}
      onDoubleClick={() => openClaim(claim)}
    >
      <span className={css['wording']} role="gridcell" title={claim.wording}>
        <ShownText text={claim.wording} />
      </span>
      <span className={css['soft']} role="gridcell" data-column="article" title={row.article}>
        {row.article} {row.moreArticles > 0 && say('claims.moreArticles', { count: row.moreArticles })}
      </span>
      <span className={css['soft']} role="gridcell" data-column="type" title={types}>
        {types}
      </span>
      <span role="gridcell">
        <VerifiabilityBadge value={claim.verifiability} />
      </span>
      <span className={css['soft']} role="gridcell">
        {words(`status.${claim.status}`)}
      </span>
      <span role="gridcell" data-column="verdict">
        {claim.rating && <RatingBadge rating={claim.rating} draft={claim.rated === 'draft'} />}
      </span>
      <span className={css['soft']} role="gridcell" data-column="assignee">
        {row.assignee}
      </span>
      <span className={css['number']} role="gridcell">
        {formatNumber(claim.evidence.length)}
      </span>
      <span className={css['open']} role="gridcell">
        <IconButton
          size="small"
          icon={ArrowRight}
          label={say('claims.open')}
          excludeFromTabOrder
          onPress={() => openClaim(claim)}
        />
      </span>
    </div>
  );
}
