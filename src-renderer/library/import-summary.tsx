import { useState } from 'react';
import { closeDialog, openDialog } from '../app/dialogs.ts';
import { openArticle } from '../app/place.ts';
import { useStore } from '../data/store.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { told, useWords } from '../i18n/index.ts';
import { Button, Dialog, toast } from '../ui/index.ts';
import { cx } from '../ui/class-names.ts';
import { compareArticles } from './compare-dialog.tsx';
import { asking, importFiles, lastImport } from './import-articles.ts';
import css from './import-summary.module.css';
import { ShownText } from '../reading/shown-text.tsx';

/** What the last import brought, what it could not read, and which references its footnotes propose. */
export function ImportSummary() {
  const say = useWords('library');
  const more = useWords('imports');
  const app = useWords('app');
  const imported = useStore(lastImport);
  const acceptFootnotes = useCommand('acceptFootnotes');
  const [isAccepted, setAccepted] = useState(false);
  const articles = imported?.articles ?? [];
  const failed = imported?.failed ?? [];
  const asks = imported?.asks ?? [];
  const known = imported?.known ?? [];
  const books = new Map((imported?.books ?? []).map((book) => [book.book, book]));
  const proposals = articles.flatMap((article) => article.proposals);

  const accept = async () => {
    const done = await acceptFootnotes.run({ ids: proposals.map((proposal) => proposal.id) });
    if (!done) return;
    setAccepted(true);
    toast({ tone: 'good', text: say('summary.accepted', { count: done.references.length }) });
  };

  return (
    <Dialog
      title={say('summary.title')}
      size="wide"
      onClose={closeDialog}
      foot={
        <Button look="primary" onPress={closeDialog}>
          {app('close')}
        </Button>
      }
    >
      {proposals.length > 0 && !isAccepted && (
        <section className={css['proposed']}>
          <div>
            <strong>{say('summary.proposed', { count: proposals.length })}</strong>
            <p>{say('summary.proposedHint')}</p>
          </div>
          <Button isPending={acceptFootnotes.busy} onPress={() => void accept()}>
            {say('summary.accept')}
          </Button>
        </section>
      )}
      {asks.length > 0 && (
        <section className={css['group']}>
          <h3>{more('asks', { count: asks.length })}</h3>
          {asks.map((ask) => (
            <div key={ask.source.name} className={css['item']}>
              <strong>{ask.source.name}</strong>
              <span className={css['soft']}>{more('asks.pages', { count: ask.pages.length })}</span>
              <div>
                <Button
                  size="small"
                  onPress={() => {
                    asking.set(ask);
                    openDialog.set('choose-page');
                  }}
                >
                  {more('asks.choose')}
                </Button>
              </div>
            </div>
          ))}
        </section>
      )}
      {known.length > 0 && (
        <section className={css['group']}>
          <h3>{more('known', { count: known.length })}</h3>
          {known.map(({ source, id, title }) => (
            <div key={source.name} className={css['item']}>
              <strong>{title}</strong>
              <span className={css['soft']}>{source.name}</span>
              <div>
                <Button
                  size="small"
                  look="quiet"
                  onPress={() => {
                    closeDialog();
                    openArticle(id);
                  }}
                >
                  {say('open')}
                </Button>
                <Button
                  size="small"
                  onPress={() => {
                    closeDialog();
                    void importFiles([source], 0, true);
                  }}
                >
                  {more('known.again')}
                </Button>
              </div>
            </div>
          ))}
        </section>
      )}
      {failed.length > 0 && (
        <section className={css['group']}>
          <h3>{say('summary.failed', { count: failed.length })}</h3>
          {failed.map(({ source, error }) => (
            <div key={source} className={cx(css['item'], css['failed'])}>
              <strong>{source}</strong>
              <span className={css['soft']}>{sentenceOf(error)}</span>
            </div>
          ))}
        </section>
      )}
      {articles.length > 0 && (
        <section className={css['group']}>
          <h3>{say('imported', { count: articles.length })}</h3>
          {articles.map((article) => (
            <div key={article.id} className={css['item']}>
              <strong>
                <ShownText text={article.title} />
              </strong>
              <span className={css['soft']}>
                {[article.source, say('words', { count: article.words }), article.language.toUpperCase()]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {article.warnings.length > 0 && (
                <ul>
                  {article.warnings.map((warning) => (
                    <li key={warning}>{told(warning)}</li>
                  ))}
                </ul>
              )}
              <div>
                {article.similar[0] && (
                  <Button
                    size="small"
                    look="quiet"
                    onPress={() => compareArticles(article.similar[0]!.id, article.id)}
                  >
                    {more('compare')}
                  </Button>
                )}
                {books.has(article.id) && (
                  <Button
                    size="small"
                    look="quiet"
                    onPress={() => {
                      asking.set(books.get(article.id)!);
                      openDialog.set('choose-page');
                    }}
                  >
                    {more('chapters.choose')}
                  </Button>
                )}
                <Button
                  size="small"
                  onPress={() => {
                    closeDialog();
                    openArticle(article.id);
                  }}
                >
                  {say('open')}
                </Button>
              </div>
            </div>
          ))}
        </section>
      )}
    </Dialog>
  );
}
