import { Check } from 'lucide-react';
import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, cx, Dialog, EmptyState, TextField } from '../ui/index.ts';
import type { PageOffer } from './import-articles.ts';
import css from './page-chooser.module.css';

/** Which pages of an archive, or messages of a mailbox, are meant. */
export function PageChooser(props: {
  readonly name: string;
  readonly pages: readonly PageOffer[];
  readonly isSingle?: boolean;
  /** Whether these are the chapters of a book, which become one article together. */
  readonly isBook?: boolean;
  readonly action: string;
  readonly onChoose: (pages: readonly PageOffer[]) => void;
  readonly onClose: () => void;
}) {
  const { name, pages, isSingle = false, isBook = false, action, onChoose, onClose } = props;
  const say = useWords('imports');
  const app = useWords('app');
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const shown = pages.filter(({ title, url }) => {
    const text = `${title} ${url}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
  const choose = () => onChoose(pages.filter((page) => chosen.has(page.number)));

  return (
    <Dialog
      title={say(isBook ? 'chapters.title' : 'choose.title')}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{app('cancel')}</Button>
          <Button look="primary" isDisabled={chosen.size === 0} onPress={choose}>
            {action}
          </Button>
        </>
      }
    >
      <p className={css['hint']}>
        {say(isBook ? 'chapters.hint' : isSingle ? 'choose.hintOne' : 'choose.hint', {
          name,
          count: pages.length,
        })}
      </p>
      {pages.length > 8 && (
        <TextField label={say('choose.filter')} value={filter} onChange={setFilter} autoFocus />
      )}
      <GridList
        className={cx(css['list'])}
        aria-label={say(isBook ? 'chapters.list' : 'choose.list')}
        items={shown.map((page) => ({ ...page, id: page.number }))}
        selectionMode={isSingle ? 'single' : 'multiple'}
        selectionBehavior="toggle"
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        {...(pages.length > 8 ? {} : { autoFocus: true })}
        onSelectionChange={(keys) =>
          setChosen(new Set(keys === 'all' ? shown.map((page) => page.number) : [...keys].map(Number)))
        }
        renderEmptyState={() => <EmptyState title={say('choose.noMatch', { filter })} />}
      >
        {(page) => (
          <GridListItem id={page.number} textValue={page.title || page.url} className={cx(css['row'])}>
            <span className={css['sign']} aria-hidden>
              <Check size={14} strokeWidth={3} />
            </span>
            <span className={css['number']}>{page.number}</span>
            <span className={css['what']}>
              <strong>{page.title || say('choose.untitled')}</strong>
              {page.url !== '' && <span className={css['url']}>{page.url}</span>}
            </span>
            {page.time !== '' && <time className={css['time']}>{formatTime(page.time)}</time>}
          </GridListItem>
        )}
      </GridList>
    </Dialog>
  );
}
