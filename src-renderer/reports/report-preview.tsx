import { useEffect, useState } from 'react';
import { CallError } from '#contract/error.ts';
import { useStore } from '../data/store.ts';
import { sentenceOf, useCaller, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { EmptyState } from '../ui/index.ts';
import { useSettled } from './use-settled.ts';
import { askedOf, wanted } from './wanted.ts';
import css from './reports.module.css';

/**
 * The report as it will be, in a frame that can run nothing. It is written anew when the options have settled or the
 * project has changed; until the new one is there the old one stays, so that nothing flashes.
 */
export function ReportPreview() {
  const say = useWords('reports');
  const now = useStore(wanted);
  const asked = useSettled(askedOf(now));
  const acts = useQueryCall('getProject', {}).data?.counts.acts;
  const call = useCaller();
  const [shown, setShown] = useState<string | null>(null);
  const [coming, setComing] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const key = JSON.stringify(asked);
  useEffect(() => {
    if (!asked || acts === undefined) return undefined;
    const stop = new AbortController();
    call('previewReport', asked, stop.signal).then(
      ({ preview }) => {
        if (stop.signal.aborted) return;
        setComing(preview.token);
        setError(null);
      },
      (failure: unknown) => {
        const isCancelled = failure instanceof CallError && failure.code === 'cancelled';
        if (!stop.signal.aborted && !isCancelled) setError(sentenceOf(failure));
      },
    );
    return () => stop.abort();
    // the key stands for what is asked
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, acts, call]);

  if (now.about === 'some' && now.articles.length === 0) {
    return <EmptyState title={say('previewFailed')}>{say('noArticleChosen')}</EmptyState>;
  }
  if (error) return <EmptyState title={say('previewFailed')}>{error}</EmptyState>;
  return (
    <div className={css['preview']} aria-busy={coming !== null && coming !== shown}>
      {shown === null && coming === null && <p className={css['soft']}>{say('previewWait')}</p>}
      {[shown, coming]
        .filter((token, n, all): token is string => token !== null && all.indexOf(token) === n)
        .map((token) => (
          <iframe
            key={token}
            title={say('preview')}
            sandbox=""
            src={`/file/${token}?show=1`}
            data-shown={token === shown || undefined}
            onLoad={() => setShown(token)}
          />
        ))}
    </div>
  );
}
