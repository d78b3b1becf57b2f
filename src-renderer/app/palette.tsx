import { BookOpen, FileText, ListChecks, Search } from 'lucide-react';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { COMMANDS } from '#contract/commands.ts';
import { useCaller, useQueryCall } from '../data/use-call.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { openHit, type Hit } from '../search/open-hit.ts';
import { Keys } from '../ui/index.ts';
import { cx } from '../ui/class-names.ts';
import overlay from '../ui/overlay.module.css';
import { canRun, runCommand } from './commands.ts';
import { closeDialog } from './dialogs.ts';
import { fuzzyScore } from './fuzzy.ts';
import { openArticle } from './place.ts';
import css from './palette.module.css';

const SIGNS = { article: FileText, claim: ListChecks, reference: BookOpen } as const;
const MOST_HITS = 8;

/** Commands, articles and whatever the project's full text has, from one field. */
export function Palette() {
  const say = useWords('app');
  const menus = useWords('help');
  const language = useLanguage();
  const call = useCaller();
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const articles = useQueryCall('listArticles', {}).data?.articles ?? [];
  const found = useQueryCall(
    'search',
    { query, limit: MOST_HITS },
    { enabled: query.length > 1, keepLast: true },
  );

  const commands = COMMANDS.filter(({ id }) => id !== 'palette' && canRun(id))
    .map((command) => ({
      command,
      score: Math.max(fuzzyScore(query, command.en), fuzzyScore(query, command.ru)),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const titled =
    query === '' ? [] : articles.filter(({ title }) => fuzzyScore(query, title) > query.length * 3);
  const hits: readonly Hit[] = query.length > 1 ? (found.data?.hits ?? []) : [];
  const others = hits.filter((hit) => !titled.some((article) => article.id === hit.id));

  /** Runs after the dialog has given the focus back to where it was. */
  const after = (act: () => void) => {
    closeDialog();
    setTimeout(act, 0);
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={cx(overlay['veil'])}
      onOpenChange={(open) => {
        if (!open) closeDialog();
      }}
    >
      <Modal className={cx(overlay['modal'], overlay['wide'])}>
        <Dialog className={cx(overlay['dialog'])} aria-label={say('palette.title')}>
          <Autocomplete inputValue={text} onInputChange={setText} disableAutoFocusFirst={false}>
            <SearchField aria-label={say('palette.label')} autoFocus className={cx(css['head'])}>
              <Search size={16} aria-hidden />
              <Input
                className={cx(css['input'])}
                placeholder={say('palette.label')}
                onKeyDownCapture={(event) => {
                  // The field would only be emptied, and a second Escape be needed.
                  if (event.key === 'Escape') closeDialog();
                  if (event.key === 'Enter') chooseFirstWhereNoneIs(event);
                }}
              />
            </SearchField>
            {/* The list scrolls by itself while the focus stays in the field, so it must be reachable too. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className={css['menu']} role="group" tabIndex={0} aria-label={say('palette.title')}>
              <Menu
                className={cx(css['list'])}
                aria-label={say('palette.title')}
                renderEmptyState={() => <p className={css['none']}>{say('palette.none')}</p>}
              >
                {titled.length > 0 && (
                  <MenuSection>
                    <Header className={cx(css['section'])}>{say('palette.articles')}</Header>
                    {titled.slice(0, MOST_HITS).map((article) => (
                      <MenuItem
                        key={article.id}
                        id={`open-${article.id}`}
                        textValue={article.title}
                        className={cx(css['item'])}
                        onAction={() => after(() => openArticle(article.id))}
                      >
                        <FileText size={15} aria-hidden />
                        <span className={css['name']} dir="auto">
                          {article.title}
                        </span>
                      </MenuItem>
                    ))}
                  </MenuSection>
                )}
                {commands.length > 0 && (
                  <MenuSection>
                    <Header className={cx(css['section'])}>{say('palette.commands')}</Header>
                    {commands.map(({ command }) => (
                      <MenuItem
                        key={command.id}
                        id={command.id}
                        textValue={command[language]}
                        className={cx(css['item'])}
                        onAction={() => after(() => void runCommand(command.id))}
                      >
                        <span className={css['name']}>{command[language]}</span>
                        <span className={css['where']}>{menus(`menu.${command.menu}`)}</span>
                        {command.keys[0] && <Keys keys={command.keys[0]} />}
                      </MenuItem>
                    ))}
                  </MenuSection>
                )}
                {/* Last, since it comes last: an answer that pushed the others down would change what Enter does. */}
                {others.length > 0 && (
                  <MenuSection>
                    <Header className={cx(css['section'])}>{say('palette.results')}</Header>
                    {others.map((hit) => {
                      const Sign = SIGNS[hit.kind];
                      return (
                        <MenuItem
                          key={`${hit.id}-${hit.start}`}
                          id={`hit-${hit.id}-${hit.start}`}
                          textValue={hit.snippet}
                          className={cx(css['item'])}
                          onAction={() => after(() => void openHit(hit, call))}
                        >
                          <Sign size={15} aria-hidden />
                          <span className={css['name']}>
                            {hit.kind === 'reference' ? hit.title : hit.snippet}
                          </span>
                        </MenuItem>
                      );
                    })}
                  </MenuSection>
                )}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * Enter takes the first item where none is marked: the marked one may just have gone with an answer to an earlier
 * beginning of the word, and the field marks the next one only after the next letter.
 */
function chooseFirstWhereNoneIs(event: KeyboardEvent<HTMLInputElement>): void {
  const marked = event.currentTarget.getAttribute('aria-activedescendant');
  if (marked !== null && document.getElementById(marked) !== null) return;
  const first = event.currentTarget
    .closest('[role="dialog"]')
    ?.querySelector<HTMLElement>('[role="menuitem"]');
  if (!first) return;
  event.preventDefault();
  event.stopPropagation();
  first.click();
}
