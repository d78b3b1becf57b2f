import { useCommand, useQueryCall } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import css from './conflicts-dialog.module.css';
import { closeDialog } from './dialogs.ts';

/** Cells that several people changed at once: every value with its author, and a choice. */
export function ConflictsDialog() {
  const say = useWords('app');
  const conflicts = useQueryCall('listConflicts', {}).data?.conflicts;
  const resolveConflict = useCommand('resolveConflict');
  return (
    <Dialog title={say('conflict.title')} size="wide" onClose={closeDialog}>
      <p>{conflicts?.length === 0 ? say('conflict.none') : say('conflict.explain')}</p>
      <ul className={css['list']}>
        {conflicts?.map(({ table, row, column, values }) => (
          <li key={`${table} ${row} ${column}`}>
            <p className={css['what']}>
              {table} · {column.replaceAll('_', ' ')}
            </p>
            <ul className={css['values']}>
              {values.map(({ value, at, person, stamp }) => (
                <li key={stamp} className={css['value']}>
                  <p>{value === null || value === '' ? say('conflict.empty') : String(value)}</p>
                  <small>
                    {person?.name ?? say('conflict.unknown')}, <time dateTime={at}>{formatTime(at)}</time>
                  </small>
                  <div>
                    <Button
                      isPending={resolveConflict.busy}
                      onPress={() => void resolveConflict.run({ table, row, column, value })}
                    >
                      {say('conflict.choose')}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
