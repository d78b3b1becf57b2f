import { ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { createStore, useStore } from '../data/store.ts';
import { formatNumber } from '../i18n/format.ts';
import css from './inspector.module.css';

/** What a person folded stays folded from claim to claim. */
const folded = createStore<ReadonlyMap<string, boolean>>(new Map());

export function openSection(name: string): void {
  folded.set((now) => new Map(now).set(name, false));
}

/** A part of the inspector with a heading that folds it; a folded part is not mounted. */
export function Section(props: {
  readonly name: string;
  readonly title: string;
  readonly count?: number;
  readonly startsFolded?: boolean;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const isFolded = useStore(folded).get(props.name) ?? props.startsFolded ?? false;
  const body = useId();
  return (
    <section className={css['section']} aria-label={props.title}>
      <div className={css['sectionHead']}>
        <h3>
          <button
            type="button"
            className={css['fold']}
            aria-expanded={!isFolded}
            aria-controls={body}
            onClick={() => folded.set((now) => new Map(now).set(props.name, !isFolded))}
          >
            <ChevronRight size={14} aria-hidden />
            <span>{props.title}</span>
            {props.count !== undefined && <span className={css['count']}>{formatNumber(props.count)}</span>}
          </button>
        </h3>
        {props.actions}
      </div>
      <div id={body} className={css['sectionBody']} hidden={isFolded}>
        {!isFolded && props.children}
      </div>
    </section>
  );
}
