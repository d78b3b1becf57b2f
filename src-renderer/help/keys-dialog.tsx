import { useState } from 'react';
import { COMMANDS, MENUS } from '#contract/commands.ts';
import { closeDialog } from '../app/dialogs.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { Dialog, keyName, Keys, TextField } from '../ui/index.ts';
import css from './keys-dialog.module.css';

/** Every command with its keys, by menu. */
export function KeysDialog() {
  const say = useWords('help');
  const language = useLanguage();
  const [query, setQuery] = useState('');
  const sought = query.trim().toLocaleLowerCase();
  const fitting = COMMANDS.filter(
    ({ en, ru, keys }) =>
      [en, ru].some((name) => name.toLocaleLowerCase().includes(sought)) ||
      keys.some((key) => keyName(key).toLocaleLowerCase() === sought),
  );
  return (
    <Dialog title={say('keys.title')} size="full" onClose={closeDialog}>
      <TextField
        label={say('keys.search')}
        hint={say('keys.note')}
        autoFocus
        value={query}
        onChange={setQuery}
      />
      {fitting.length === 0 && <p>{say('keys.none', { query })}</p>}
      <div className={css['columns']}>
        {MENUS.map((menu) => {
          const commands = fitting.filter((command) => command.menu === menu);
          if (commands.length === 0) return null;
          return (
            <section key={menu} className={css['group']}>
              <h3>{say(`menu.${menu}`)}</h3>
              <dl>
                {commands.map((command) => (
                  <div key={command.id} className={css['row']}>
                    <dt>{command[language]}</dt>
                    <dd>
                      {command.keys.map((keys) => (
                        <Keys key={keys} keys={keys} />
                      ))}
                      {command.keys.length === 0 && <span className={css['soft']}>{say('keys.noKey')}</span>}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
