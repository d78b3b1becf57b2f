import { UnfoldVertical } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { useWords } from '../i18n/index.ts';
import { Button, cx } from '../ui/index.ts';
import { folded, rowsOf, type Row, type Run } from './compare-rows.ts';
import css from './revisions-view.module.css';

/** Two texts side by side, word by word, with the claims on both. What is the same is folded away. */
export function CompareTable({ compared }: { readonly compared: Output<'compareRevisions'> }) {
  const say = useWords('revisions');
  const { before, after, stretches } = compared;
  const parts = useMemo(() => folded(rowsOf(stretches, before, after)), [stretches, before, after]);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  if (stretches.every(({ kind }) => kind === 'same') && parts.length <= 1)
    return <p className={css['same']}>{say('compare.same')}</p>;
  return (
    <div
      className={css['compare']}
      role="table"
      aria-label={say('compare.table')}
      // a keyboard must be able to scroll it
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-pane-start
    >
      <div role="row" className={css['titles']}>
        <span role="columnheader">{say('compare.before')}</span>
        <span role="columnheader">{say('compare.after')}</span>
      </div>
      {parts.map((part, n) =>
        part.folded > 0 && !open.has(n) ? (
          <div key={n} role="row" className={css['fold']}>
            <span role="cell" aria-colspan={2}>
              <Button
                look="quiet"
                size="small"
                icon={UnfoldVertical}
                onPress={() => setOpen(new Set([...open, n]))}
              >
                {say('compare.folded', { count: part.folded })}
              </Button>
            </span>
          </div>
        ) : (
          part.rows.map((row, i) => <RowOf key={`${n} ${i}`} row={row} />)
        ),
      )}
    </div>
  );
}

function RowOf({ row }: { readonly row: Row }) {
  return (
    <div role="row" className={css['row']} data-changed={row.changed || undefined}>
      <div role="cell">
        <Words runs={row.before} look="removed" />
      </div>
      <div role="cell">
        <Words runs={row.after} look="added" />
      </div>
    </div>
  );
}

function Words({ runs, look }: { readonly runs: readonly Run[]; readonly look: 'removed' | 'added' }) {
  return runs.map((run, n) => {
    const words = run.mark ? (
      <span
        className={cx(css['mark'])}
        data-verifiability={run.mark.verifiability}
        data-state={run.mark.state}
        title={run.mark.wording}
      >
        {run.text}
      </span>
    ) : (
      run.text
    );
    if (!run.changed) return <span key={n}>{words}</span>;
    return look === 'removed' ? <del key={n}>{words}</del> : <ins key={n}>{words}</ins>;
  });
}
