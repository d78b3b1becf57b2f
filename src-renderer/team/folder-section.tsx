import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, toast } from '../ui/index.ts';
import css from './team.module.css';

/** The exchange folder: where it is, how the last look went, what is still on its way. */
export function FolderSection() {
  const say = useWords('team');
  const status = useQueryCall('getExchangeFolder', {}).data?.exchange;
  const file = useQueryCall('getProject', {}).data?.project.file ?? '';
  const now = useCommand('exchangeNow');
  const leave = useCommand('leaveExchangeFolder');
  if (!status) return null;
  const { folder, last, problem, encrypt } = status;
  return (
    <section className={css['section']} aria-labelledby="team-folder">
      <h3 id="team-folder">{say('folder.title')}</h3>
      {folder === null ? (
        <>
          <p>{say('folder.none')}</p>
          <p>
            <code className={css['command']}>{`assay exchange "${file}" --folder …`}</code>
          </p>
        </>
      ) : (
        <>
          <p>
            <code>{folder}</code>
            {encrypt && <span className={css['soft']}> · {say('folder.encrypted')}</span>}
          </p>
          {problem !== null && (
            <p className={css['warning']} role="alert">
              {problem}
            </p>
          )}
          {last && (
            <p className={css['soft']} role="status">
              {say('folder.last', { time: formatTime(last.at) })}
              {last.arriving.length > 0 && ` · ${say('folder.arriving', { count: last.arriving.length })}`}
              {last.strange.length > 0 &&
                ` · ${say('folder.strange', { names: last.strange.slice(0, 3).join(', ') })}`}
            </p>
          )}
          {last && last.refused.length > 0 && (
            <ul className={css['rows']}>
              {last.refused.map(({ source, error }) => (
                <li key={source}>
                  <span className={css['warning']}>{sentenceOf(error)}</span>{' '}
                  <code>{source.slice(0, 24)}…</code>
                </li>
              ))}
            </ul>
          )}
          <div className={css['row']}>
            <Button
              size="small"
              isPending={now.busy}
              onPress={() =>
                void now.run({}).then(
                  (done) =>
                    // what went wrong is said above, and stays there
                    done?.exchange.problem === null &&
                    toast({
                      tone: 'good',
                      text: say('folder.done', {
                        taken: done.exchange.merged.acts,
                        written: done.exchange.written.acts,
                      }),
                    }),
                )
              }
            >
              {say('folder.now')}
            </Button>
            <Button size="small" look="quiet" isPending={leave.busy} onPress={() => void leave.run({})}>
              {say('folder.leave')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
