import { Ellipsis, FileText, Import, Redo2, Search, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { COMMANDS, type CommandId } from '#contract/commands.ts';
import { useQueryCall } from '../data/use-call.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Keys } from '../ui/kbd.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { commandOf, keysOf, runCommand } from './commands.ts';
import { useDeeds } from './deeds.ts';
import { goTo, usePlace, type View } from './place.ts';
import css from './top-bar.module.css';

const SHOWN = ['article', 'claims', 'references', 'history', 'team'] as const satisfies readonly View[];
const IN_MENU: readonly CommandId[] = [
  'import',
  'import-folder',
  'paste-article',
  'import-claims',
  'report',
  'pack',
  'merge',
  'save-copy',
  'verify',
  'correct-text',
  'compare-revisions',
  'go-attention',
  'go-conflicts',
  'theme',
  'preferences',
  'keys',
  'getting-started',
  'licences',
];

export function TopBar() {
  const say = useWords('app');
  const language = useLanguage();
  const deedOf = useDeeds();
  const { view } = usePlace();
  const { data } = useQueryCall('getProject', {});
  const label = (id: CommandId) => commandOf(id)[language];
  const title = data ? data.project.title || say('untitled') : 'Assay';
  useEffect(() => {
    document.title = title === 'Assay' ? title : `${title} – Assay`;
  }, [title]);
  const { canUndo, canRedo } = data ?? { canUndo: null, canRedo: null };

  return (
    <header className={css['bar']}>
      <h1 className={css['title']} title={data && `${title} · ${data.project.file}`}>
        {title}
      </h1>
      <nav className={css['views']} aria-label={say('views')}>
        {SHOWN.map((one) => (
          <button
            key={one}
            type="button"
            className={css['view']}
            aria-current={view === one ? 'page' : undefined}
            onClick={() => goTo(one)}
          >
            {say(`view.${one}`)}
          </button>
        ))}
      </nav>
      <button type="button" className={css['find']} onClick={() => runCommand('palette')}>
        <Search size={14} aria-hidden />
        <span>{say('searchOrRun')}</span>
        <Keys keys={keysOf('palette') ?? ''} />
      </button>
      <div className={css['tools']}>
        <IconButton
          icon={Undo2}
          label={canUndo === null ? say('undo.nothing') : say('undoDeed', { deed: deedOf(canUndo) })}
          keys={keysOf('undo')}
          isDisabled={canUndo === null}
          onPress={() => runCommand('undo')}
        />
        <IconButton
          icon={Redo2}
          label={canRedo === null ? say('redo.nothing') : say('redoDeed', { deed: deedOf(canRedo) })}
          keys={keysOf('redo')}
          isDisabled={canRedo === null}
          onPress={() => runCommand('redo')}
        />
        <span className={css['gap']} aria-hidden />
        <Button icon={Import} onPress={() => runCommand('import')} aria-label={label('import')}>
          <span className={css['wide']}>{say('import')}</span>
        </Button>
        <Button
          look="primary"
          icon={FileText}
          onPress={() => runCommand('report')}
          aria-label={label('report')}
        >
          <span className={css['wide']}>{say('report')}</span>
        </Button>
        <MenuButton
          label={say('more')}
          trigger={<IconButton icon={Ellipsis} label={say('more')} />}
          entries={COMMANDS.filter(({ id }) => IN_MENU.includes(id)).map((command) => ({
            id: command.id,
            label: command[language],
            keys: command.keys[0],
            run: () => void runCommand(command.id),
          }))}
        />
      </div>
    </header>
  );
}
