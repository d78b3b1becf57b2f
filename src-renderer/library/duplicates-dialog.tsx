import { closeDialog } from '../app/dialogs.ts';
import { openArticle } from '../app/place.ts';
import { useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Dialog, EmptyState } from '../ui/index.ts';
import { compareArticles } from './compare-dialog.tsx';
import css from './import-summary.module.css';

/** Every two articles of the project that have much of their text in common. */
export function DuplicatesDialog() {
  const say = useWords('imports');
  const app = useWords('app');
  const { data } = useQueryCall('listDuplicates', {});
  const pairs = data?.pairs ?? [];
  return (
    <Dialog
      title={say('duplicates.title')}
      size="wide"
      onClose={closeDialog}
      foot={
        <Button look="primary" onPress={closeDialog}>
          {app('close')}
        </Button>
      }
    >
      {data && pairs.length === 0 && (
        <EmptyState title={say('duplicates.none')}>{say('duplicates.noneHint')}</EmptyState>
      )}
      {pairs.length > 0 && (
        <section className={css['group']}>
          <p className={css['soft']}>{say('duplicates.hint')}</p>
          {pairs.map(({ a, b, share, sameFile }) => (
            <div key={`${a.id} ${b.id}`} className={css['item']}>
              {[a, b].map((article) => (
                <strong key={article.id}>{article.title}</strong>
              ))}
              <span className={css['soft']}>
                {sameFile
                  ? say('duplicates.sameFile')
                  : say('compare.share', { percent: Math.round(share * 100) })}
              </span>
              <div>
                <Button
                  size="small"
                  look="quiet"
                  onPress={() => {
                    closeDialog();
                    openArticle(b.id);
                  }}
                >
                  {say('duplicates.open')}
                </Button>
                <Button size="small" onPress={() => compareArticles(a.id, b.id)}>
                  {say('compare')}
                </Button>
              </div>
            </div>
          ))}
        </section>
      )}
    </Dialog>
  );
}
