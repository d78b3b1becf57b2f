import { useState } from 'react';
import { closeDialog } from '../app/dialogs.ts';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Dialog, TextField } from '../ui/index.ts';
import css from './licences-dialog.module.css';

/** The licences of everything that Assay is made of. */
export function LicencesDialog() {
  const say = useWords('help');
  const [query, setQuery] = useState('');
  const { data, error } = useQueryCall('listLicences', {});
  const sought = query.trim().toLowerCase();
  const shown = data?.licences.filter(({ name, licence }) =>
    `${name} ${licence}`.toLowerCase().includes(sought),
  );
  return (
    <Dialog title={say('licences.title')} size="wide" onClose={closeDialog}>
      {data && <p>{say('licences.note', { count: data.licences.length })}</p>}
      {error && <p role="alert">{sentenceOf(error)}</p>}
      <TextField label={say('licences.search')} value={query} onChange={setQuery} />
      <div className={css['list']}>
        {shown?.map(({ name, version, licence, text }) => (
          <details key={`${name}@${version}`} className={css['licence']}>
            <summary>
              <span className={css['name']}>{name}</span>
              <span className={css['soft']}>{version}</span>
              <span>{licence}</span>
            </summary>
            {/* scrolls by itself, so it must be reachable by keyboard */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre tabIndex={0}>{text}</pre>
          </details>
        ))}
      </div>
    </Dialog>
  );
}
