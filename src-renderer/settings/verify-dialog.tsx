import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { runCommand } from '../app/commands.ts';
import { closeDialog } from '../app/dialogs.ts';
import { sentenceOf, useCaller } from '../data/use-call.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Dialog, ProgressBar } from '../ui/index.ts';
import css from './settings.module.css';

type Outcome = Output<'verifyProject'> | string | null;

/** Checks the project when it opens, afresh each time, and says what was found. */
export function VerifyDialog() {
  const say = useWords('settings');
  const app = useWords('app');
  const call = useCaller();
  const [outcome, setOutcome] = useState<Outcome>(null);
  useEffect(() => {
    const stop = new AbortController();
    call('verifyProject', {}, stop.signal).then(setOutcome, (error: unknown) => {
      if (!stop.signal.aborted) setOutcome(sentenceOf(error));
    });
    return () => stop.abort();
  }, [call]);

  return (
    <Dialog
      title={say('verify.title')}
      onClose={closeDialog}
      foot={
        <Button look="primary" onPress={closeDialog}>
          {app('close')}
        </Button>
      }
    >
      {outcome === null && <ProgressBar label={say('verify.running')} />}
      {typeof outcome === 'string' && (
        <p className={css['bad']} role="alert">
          {outcome}
        </p>
      )}
      {outcome !== null && typeof outcome !== 'string' && <Findings found={outcome} />}
    </Dialog>
  );
}

function Findings({ found }: { readonly found: Output<'verifyProject'> }) {
  const say = useWords('settings');
  return (
    <>
      {found.ok ? (
        <p className={css['good']} role="status">
          <CircleCheck size={16} aria-hidden />
          {say('verify.ok')}
        </p>
      ) : (
        <>
          <p className={css['bad']} role="alert">
            <TriangleAlert size={16} aria-hidden />
            {say('verify.bad', { count: found.problems.length })}
          </p>
          <p>{say('verify.advice')}</p>
          <div>
            <Button onPress={() => runCommand('save-copy')}>{say('verify.saveCopy')}</Button>
          </div>
          <ul className={css['problems']}>
            {found.problems.map((problem) => (
              <li key={Object.values(problem).join(' ')}>{sentenceOf(problem)}</li>
            ))}
          </ul>
        </>
      )}
      <table className={css['counts']}>
        <caption className="unseen">{say('verify.checked')}</caption>
        <thead>
          <tr>
            <th>{say('verify.what')}</th>
            <th>{say('verify.number')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(found.checked).map(([what, count]) => (
            <tr key={what}>
              <td>{what}</td>
              <td>{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
