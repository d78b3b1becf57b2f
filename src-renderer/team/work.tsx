import { forgetJob, progress } from '../data/notices.ts';
import { useStore } from '../data/store.ts';
import { useCommand } from '../data/use-call.ts';
import { useEffect } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button, ProgressBar } from '../ui/index.ts';
import css from './team.module.css';

/** How far a long job is, and a way to stop it. */
export function Work({ job, label }: { readonly job: string; readonly label: string }) {
  const say = useWords('team');
  const at = useStore(progress).get(job);
  const cancel = useCommand('cancelJob');
  useEffect(() => () => forgetJob(job), [job]);
  return (
    <div className={css['work']}>
      <ProgressBar label={label} share={at && at.total > 0 ? at.done / at.total : undefined} />
      <Button size="small" onPress={() => void cancel.run({ job })}>
        {say('cancel')}
      </Button>
    </div>
  );
}
