import { useState } from 'react';
import { useActPerson, useActSummary } from '../app/deeds.ts';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import css from './inspector.module.css';

const STEP = 20;

/** What was done to this claim, newest first. */
export function ClaimHistory({ claimId }: { readonly claimId: string }) {
  const say = useWords('inspector');
  const summaryOf = useActSummary();
  const personOf = useActPerson();
  const [limit, setLimit] = useState(STEP);
  const { data, error } = useQueryCall('listActs', { claim: claimId, limit }, { keepLast: true });
  if (error) return <p className={css['error']}>{sentenceOf(error)}</p>;
  if (data?.acts.length === 0) return <p className={css['quiet']}>{say('noHistory')}</p>;
  return (
    <>
      <ol className={css['acts']}>
        {data?.acts.map((act) => (
          <li key={act.hash} className={css['act']} {...(act.undone ? { 'data-undone': true } : {})}>
            <span className={css['prose']}>{summaryOf(act)}</span>
            <span className={css['quiet']}>
              {personOf(act)} · <time dateTime={act.at}>{formatTime(act.at)}</time>
              {act.undone && ` · ${say('undone')}`}
            </span>
          </li>
        ))}
      </ol>
      {data && data.total > data.acts.length && (
        <div className={css['row']}>
          <Button size="small" look="quiet" onPress={() => setLimit(limit + STEP)}>
            {say('showMore')}
          </Button>
        </div>
      )}
    </>
  );
}
