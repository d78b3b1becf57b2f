import { useIsMutating } from '@tanstack/react-query';
import { Check, CloudOff, LoaderCircle, Lock } from 'lucide-react';
import { AttentionCount } from '../attention/attention-count.tsx';
import { connected } from '../data/notices.ts';
import { useStore } from '../data/store.ts';
import { useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { cx } from '../ui/class-names.ts';
import { runCommand } from './commands.ts';
import css from './status-bar.module.css';

export function StatusBar() {
  const say = useWords('app');
  const { data } = useQueryCall('getProject', {});
  return (
    <footer className={css['bar']} aria-label={say('status.bar')}>
      {data && (
        <>
          <span>{say('status.articles', { count: data.counts.articles })}</span>
          <span>{say('status.claims', { count: data.counts.claims })}</span>
          <span>{say('status.references', { count: data.counts.references })}</span>
          <span>{say('status.verdicts', { count: data.counts.verdicts })}</span>
        </>
      )}
      {data && <AttentionCount count={data.counts.attention} className={cx(css['person'], css['state'])} />}
      <span className={css['space']} />
      <SaveState readOnly={data?.project.readOnly ?? false} />
      {data && (
        <button type="button" className={css['person']} onClick={() => runCommand('preferences')}>
          {say('status.you', { name: data.me.name })}
        </button>
      )}
    </footer>
  );
}

function SaveState({ readOnly }: { readonly readOnly: boolean }) {
  const say = useWords('app');
  const isConnected = useStore(connected);
  const isSaving = useIsMutating() > 0;
  const [Icon, text] = !isConnected
    ? [CloudOff, say('status.lost')]
    : readOnly
      ? [Lock, say('status.readOnly')]
      : isSaving
        ? [LoaderCircle, say('status.saving')]
        : [Check, say('status.saved')];
  return (
    <span className={cx(css['state'], !isConnected && css['lost'])} role="status">
      <Icon size={13} aria-hidden />
      {text}
    </span>
  );
}
