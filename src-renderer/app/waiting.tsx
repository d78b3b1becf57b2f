import css from './shell.module.css';

/** The shape of a page that is on its way. */
export function Waiting() {
  return (
    <div className={css['waiting']} aria-busy="true">
      {Array.from({ length: 6 }, (_, n) => (
        <i key={n} />
      ))}
    </div>
  );
}
