import {
  ArrowDownUp,
  ClipboardPaste,
  FilePlus2,
  FolderInput,
  Info,
  MoreHorizontal,
  Plus,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import type { Article } from '#contract/nouns.ts';
import { keysOf, runCommand } from '../app/commands.ts';
import { openDialog } from '../app/dialogs.ts';
import { openArticle, usePlace } from '../app/place.ts';
import { useRemembered } from '../app/remembered.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { StartPanel } from '../help/start-panel.tsx';
import { formatDate, formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { Meter } from '../ui/meter.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toasts.ts';
import { cx } from '../ui/class-names.ts';
import { arrange, isOrder, ORDERS, type Order } from './article-order.ts';
import css from './library-pane.module.css';
import { ShownText } from '../reading/shown-text.tsx';

/** The articles of the project, and the way to more of them. */
export function LibraryPane() {
  const say = useWords('library');
  const { data } = useQueryCall('listArticles', {});
  const [order, setOrder] = useRemembered<Order>('order', 'published', isOrder);
  const [filter, setFilter] = useState('');
  const { article: open } = usePlace();
  const articles = data?.articles ?? [];
  const shown = arrange(articles, filter, order);
  const list = useRef<HTMLDivElement>(null);
  const isListed = shown.some((one) => one.id === open);

  useEffect(() => {
    // It may have been opened from the palette, a search or the claims.
    if (isListed && open !== null) {
      list.current?.querySelector(`[data-key="${CSS.escape(open)}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  }, [open, isListed]);

  return (
    <>
      <div className={css['head']}>
        <h2>
          {say('title')}
          {articles.length > 0 && <span className={css['count']}>{formatNumber(articles.length)}</span>}
        </h2>
        <MenuButton
          label={say('sort')}
          trigger={<IconButton size="small" icon={ArrowDownUp} label={say('sort')} />}
          entries={ORDERS.map((one) => ({
            id: one,
            label: `${say(`sort.${one}`)}${one === order ? ' ✓' : ''}`,
            run: () => setOrder(one),
          }))}
        />
        <MenuButton
          label={say('import')}
          trigger={<IconButton size="small" icon={Plus} label={say('import')} />}
          entries={[
            {
              id: 'import',
              label: say('importFiles'),
              icon: FilePlus2,
              keys: keysOf('import'),
              run: () => void runCommand('import'),
            },
            {
              id: 'import-folder',
              label: say('importFolder'),
              icon: FolderInput,
              run: () => void runCommand('import-folder'),
            },
            {
              id: 'paste-article',
              label: say('paste'),
              icon: ClipboardPaste,
              keys: keysOf('paste-article'),
              run: () => void runCommand('paste-article'),
            },
          ]}
        />
      </div>
      {articles.length > 0 && (
        <div className={css['filter']}>
          <TextField
            label={say('filter')}
            hideLabel
            placeholder={say('filter')}
            value={filter}
            onChange={setFilter}
          />
        </div>
      )}
      {data && articles.length === 0 ? (
        <div className={css['empty']}>
          <EmptyState
            title={say('none')}
            actions={<Button onPress={() => runCommand('import')}>{say('importFiles')}</Button>}
          >
            {say('noneHint')}
          </EmptyState>
        </div>
      ) : (
        <GridList
          ref={list}
          className={cx(css['list'])}
          aria-label={say('list')}
          aria-busy={data === undefined}
          items={shown}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={open === null ? [] : [open]}
          onSelectionChange={(keys) => {
            const id = keys === 'all' ? undefined : shown.find((one) => keys.has(one.id))?.id;
            if (id !== undefined) openArticle(id);
          }}
          onAction={(key) => openArticle(String(key))}
          renderEmptyState={() => (data ? <EmptyState title={say('noMatch', { filter })} /> : null)}
        >
          {(article) => (
            <GridListItem id={article.id} textValue={article.title} className={cx(css['row'])}>
              <ArticleRow article={article} />
            </GridListItem>
          )}
        </GridList>
      )}
      <StartPanel />
    </>
  );
}

function ArticleRow({ article }: { readonly article: Article }) {
  const say = useWords('library');
  const removeArticle = useCommand('removeArticle');
  const undo = useCommand('undo');
  const source = article.publisher || article.author;

  const remove = async () => {
    if (!(await removeArticle.run({ id: article.id }))) return;
    toast({
      tone: 'plain',
      text: say('removed', { title: article.title }),
      action: { label: say('bringBack'), run: () => void undo.run({}) },
    });
  };

  return (
    <>
      <span className={css['title']}>
        <ShownText text={article.title} />
      </span>
      <span className={css['meta']}>
        {source && <span>{source}</span>}
        {article.published && <span>{formatDate(article.published)}</span>}
        {article.language && <span className={css['language']}>{article.language}</span>}
      </span>
      <span className={css['meta']}>
        <span>{say('words', { count: article.words })}</span>
        <span>{say('claims', { count: article.claims })}</span>
        {article.attention > 0 && (
          <span className={css['attention']} title={say('attention', { count: article.attention })}>
            <TriangleAlert size={12} aria-hidden />
            <span aria-hidden>{article.attention}</span>
            <span className="unseen">{say('attention', { count: article.attention })}</span>
          </span>
        )}
      </span>
      <div className={css['coverage']}>
        <Meter bare label={say('coverage')} share={article.coverage} />
      </div>
      <div data-actions>
        <MenuButton
          label={say('actions', { title: article.title })}
          trigger={
            <IconButton size="small" icon={MoreHorizontal} label={say('actions', { title: article.title })} />
          }
          entries={[
            {
              id: 'details',
              label: say('details'),
              icon: Info,
              keys: keysOf('article-details'),
              run: () => {
                openArticle(article.id);
                openDialog.set('article-details');
              },
            },
            {
              id: 'remove',
              label: say('remove'),
              icon: Trash2,
              danger: true,
              run: () => void remove(),
            },
          ]}
        />
      </div>
    </>
  );
}
