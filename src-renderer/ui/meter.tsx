import { formatShare } from '../i18n/format.ts';
import { cx } from './class-names.ts';
import css from './meter.module.css';

/** How much of something is reached: a share from 0 to 1. */
export function Meter(props: {
  readonly label: string;
  readonly share: number;
  /** Shows the bar and the figure without the label. */
  readonly bare?: boolean;
  readonly text?: string;
}) {
  const text = props.text ?? formatShare(props.share);
  return (
    <div
      className={cx(css['meter'], props.bare && css['bare'])}
      role="meter"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(props.share * 100)}
      aria-valuetext={text}
    >
      {!props.bare && <span className={css['label']}>{props.label}</span>}
      {!props.bare && <span className={css['value']}>{text}</span>}
      <div className={css['track']}>
        <div className={css['fill']} style={{ scale: `${props.share} 1` }} />
      </div>
      {props.bare && <span className={css['value']}>{text}</span>}
    </div>
  );
}

/** How far a job is; without a share, that it is going on. */
export function ProgressBar(props: {
  readonly label: string;
  readonly share?: number | undefined;
  readonly text?: string;
}) {
  const { share } = props;
  const known = share !== undefined;
  return (
    <div
      className={cx(css['meter'], !known && css['unknown'])}
      role="progressbar"
      aria-label={props.label}
      {...(known
        ? { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.floor(share * 100) }
        : {})}
    >
      <span className={css['label']}>{props.label}</span>
      <span className={css['value']}>{props.text ?? (known ? formatShare(share) : '')}</span>
      <div className={css['track']}>
        <div className={css['fill']} {...(known ? { style: { scale: `${share} 1` } } : {})} />
      </div>
    </div>
  );
}
