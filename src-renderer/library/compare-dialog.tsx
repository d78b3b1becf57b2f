import { useState } from 'react';
import { closeDialog, openDialog } from '../app/dialogs.ts';
import { openArticle } from '../app/place.ts';
import { createStore, useStore } from '../data/store.ts';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Dialog, toast } from '../ui/index.ts';
import { rowsOf, type Words } from './compare-rows.ts';
import css from './compare-dialog.module.css';

/** Two articles that are nearly the same: `a` was in the project before `b`. */
export const comparing = createStore<{ readonly a: string; readonly b: string } | null>(null);

export function compareArticles(a: string, b: string): void {
  comparing.set({ a, b });
  openDialog.set('compare-articles');
}

/** More rows than anybody reads in a dialog. */
const MOST_ROWS = 600;

/** The two side by side, word by word, and the way to make one the next revision of the other. */
export function CompareArticles() {
  const pair = useStore(comparing);
  return pair ? <Comparison key={`${pair.a} ${pair.b}`} {...pair} /> : null;
}

function Comparison(pair: { readonly a: string; readonly b: string }) {
  const say = useWords('imports');
  const { data, error } = useQueryCall('compareArticles', pair);
  const adopt = useCommand('adoptAsRevision');
  const [isSure, setSure] = useState(false);
  const rows = data ? rowsOf(data.pieces) : [];

  const merge = async () => {
    // the other one goes, and must not be on the screen when it does: it would be asked for once more
    openArticle(pair.a);
    const done = await adopt.run({ article: pair.a, from: pair.b });
    if (!done) return;
    closeDialog();
    toast({ tone: 'good', text: say('compare.adopted', { title: data?.a.title ?? '' }) });
  };

  return (
    <Dialog
      title={say('compare.title')}
      size="full"
      onClose={closeDialog}
      foot={
        <>
          {isSure && <p className={css['sure']}>{say('compare.sure', { title: data?.b.title ?? '' })}</p>}
          <Button onPress={closeDialog}>{say('compare.keepBoth')}</Button>
          {isSure ? (
            <Button look="primary" isPending={adopt.busy} onPress={() => void merge()}>
              {say('compare.adoptNow')}
            </Button>
          ) : (
            <Button look="primary" isDisabled={!data} onPress={() => setSure(true)}>
              {say('compare.adopt')}
            </Button>
          )}
        </>
      }
    >
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {data && (
        <>
          <p className={css['share']}>{say('compare.share', { percent: Math.round(data.share * 100) })}</p>
          <div className={css['heads']}>
            {[data.a, data.b].map((article, index) => (
              <div key={article.id}>
                <span className={css['side']}>{say(index === 0 ? 'compare.earlier' : 'compare.later')}</span>
                <strong>{article.title}</strong>
                <span className={css['soft']}>
                  {[article.originalName, formatTime(article.importedAt)].join(' · ')}
                </span>
              </div>
            ))}
          </div>
          {/* It scrolls by itself, so it must be reachable by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={css['rows']} role="group" aria-label={say('compare.title')} tabIndex={0}>
            {rows.slice(0, MOST_ROWS).map((row, index) =>
              row.kind === 'same' ? (
                <p key={index} className={css['same']}>
                  <span>{row.text.slice(0, 90).trim()}…</span> {say('compare.same', { count: row.count })}
                </p>
              ) : (
                <div key={index} className={css['row']}>
                  <p>{row.a.map(marked('del'))}</p>
                  <p>{row.b.map(marked('ins'))}</p>
                </div>
              ),
            )}
            {rows.length > MOST_ROWS && (
              <p className={css['same']}>{say('compare.more', { count: rows.length - MOST_ROWS })}</p>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

const marked =
  (Tag: 'del' | 'ins') =>
  ({ text, isOwn }: Words, index: number) =>
    isOwn ? <Tag key={index}>{text}</Tag> : <span key={index}>{text}</span>;
