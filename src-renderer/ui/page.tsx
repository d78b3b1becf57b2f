import type { ReactNode, Ref } from 'react';
import css from './page.module.css';

type PageProps = {
  readonly title: string;
  /** What stands beside the title: how many there are. */
  readonly aside?: string;
  readonly explain: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
};

/** A view that is read from top to bottom: a title, what it is about, and what follows in one column. */
export function Page({ title, aside, explain, children, ref }: PageProps) {
  return (
    <div className={css['view']} ref={ref} data-pane-start tabIndex={-1}>
      <div className={css['inner']}>
        <header className={css['head']}>
          <h2>{title}</h2>
          {aside !== undefined && <span>{aside}</span>}
        </header>
        <p className={css['explain']}>{explain}</p>
        {children}
      </div>
    </div>
  );
}

/** One thing to decide on a page: a header with its title, what there is to know, and a footer with what can be done. */
export function Card(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <article className={css['card']} aria-label={props.label}>
      {props.children}
    </article>
  );
}
