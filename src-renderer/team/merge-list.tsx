import { useCommand, useQueryCall } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, toast } from '../ui/index.ts';
import css from './team.module.css';

const MOST = 20;

/** What was merged into this file, newest first; each can be taken back as a whole. */
export function MergeList() {
  const say = useWords('team');
  const merges = useQueryCall('listMerges', {}).data?.merges ?? [];
  const undo = useCommand('undoMerge');
  if (merges.length === 0) return null;
  return (
    <section className={css['section']} aria-labelledby="team-merges">
      <h3 id="team-merges">{say('merges.title')}</h3>
      <ul className={css['rows']}>
        {merges.slice(0, MOST).map((merge) => (
          <li key={merge.id}>
            <span className={css['who']}>
              <time dateTime={merge.at}>{formatTime(merge.at)}</time> ·{' '}
              {merge.people.join(', ') || say('somebody')} · {say('merges.acts', { count: merge.acts })}
            </span>
            {merge.undone ? (
              <span className={css['soft']}>{say('merges.undone')}</span>
            ) : (
              <Button
                size="small"
                look="quiet"
                isPending={undo.busy}
                aria-label={say('merges.undoOf', { time: formatTime(merge.at) })}
                onPress={() =>
                  void undo
                    .run({ merge: merge.id })
                    .then((done) => done && toast({ tone: 'plain', text: say('merges.tookBack') }))
                }
              >
                {say('merges.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
