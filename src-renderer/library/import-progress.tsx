import { progress } from '../data/notices.ts';
import { useStore } from '../data/store.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ProgressBar } from '../ui/meter.tsx';
import { cancelImport, importing } from './import-articles.ts';
import css from './import-progress.module.css';

/** How far the import is, with a button that stops it. */
export function ImportProgress() {
  const say = useWords('library');
  const now = useStore(importing);
  const jobs = useStore(progress);
  if (!now) return null;
  const job = jobs.get(now.job);
  // The engine counts within a batch; `done` counts the batches before it.
  const done = Math.min(now.total, now.done + (job && job.done < job.total ? job.done : 0));
  return (
    <section className={css['progress']} aria-label={say('importing')}>
      <ProgressBar
        label={say('importing')}
        share={now.total > 1 ? done / now.total : undefined}
        text={say('progress', { done, total: now.total })}
      />
      <p className={css['label']}>{now.label || job?.label}</p>
      <Button size="small" isDisabled={now.isCancelled} onPress={cancelImport}>
        {say(now.isCancelled ? 'cancelling' : 'cancelImport')}
      </Button>
    </section>
  );
}
