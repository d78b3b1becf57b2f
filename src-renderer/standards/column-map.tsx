import type { ImportReport } from '#contract/exchange-formats.ts';
import { en } from '../i18n/en/index.ts';
import { useWords, type Key } from '../i18n/index.ts';
import { Select } from '../ui/index.ts';
import css from './import-claims.module.css';

const NONE = 'none';
const FIELDS = Object.keys(en.standards)
  .filter((key): key is Key<'standards'> & `field.${string}` => key.startsWith('field.'))
  .map((key) => ({ key, field: key.slice('field.'.length) }));

/** What each column of a table is taken for: proposed from its heading, changed by the person. */
export function ColumnMap(props: {
  readonly columns: NonNullable<ImportReport['columns']>;
  readonly onChange: (columns: Record<string, string>) => void;
}) {
  const { header, fields, rows } = props.columns;
  const say = useWords('standards');
  const options = [
    { id: NONE, label: say('leftOut') },
    ...FIELDS.map(({ key, field }) => ({ id: field, label: say(key) })),
  ];
  return (
    <section className={css['columns']} aria-label={say('columns')}>
      <h3>{say('columns')}</h3>
      <p className={css['soft']}>{say('columnsHint', { rows })}</p>
      <div className={css['grid']}>
        {header.map((heading, n) => (
          <Select
            key={`${n} ${heading}`}
            label={heading === '' ? `${n + 1}` : heading}
            options={options}
            value={fields[n] === '' ? NONE : (fields[n] ?? NONE)}
            onChange={(field) =>
              props.onChange(
                Object.fromEntries(
                  header.map((one, at) => [
                    one,
                    at === n ? (field === NONE ? '' : field) : (fields[at] ?? ''),
                  ]),
                ),
              )
            }
          />
        ))}
      </div>
    </section>
  );
}
