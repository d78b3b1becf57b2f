import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './empty-state.module.css';

/** What an empty place says: what it is for and what to do next. */
export function EmptyState(props: {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { icon: Icon } = props;
  return (
    <div className={css['empty']}>
      {Icon && <Icon size={28} strokeWidth={1.4} aria-hidden />}
      <h3>{props.title}</h3>
      {props.children && <p>{props.children}</p>}
      {props.actions && (
        <div className={css['actions']} data-next-step>
          {props.actions}
        </div>
      )}
    </div>
  );
}
