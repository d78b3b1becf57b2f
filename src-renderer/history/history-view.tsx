import { History, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ActRow } from '#contract/nouns.ts';
import { keysOf, runCommand } from '../app/commands.ts';
import { useActPerson, useActSummary, useDeeds } from '../app/deeds.ts';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { formatDay } from '../i18n/format.ts';
import { currentLanguage, useWords } from '../i18n/index.ts';
import { ShownText } from '../reading/shown-text.tsx';
import { Badge, Button, EmptyState, Keys } from '../ui/index.ts';
import css from './history-view.module.css';

const PAGE = 200;

/** What was done in the project, by whom, newest first. */
export default function HistoryView() {
  const say = useWords('app');
  const [limit, setLimit] = useState(PAGE);
  const { data, error } = useQueryCall('listActs', { limit }, { keepLast: true });
  const project = useQueryCall('getProject', {}).data;
  const deedOf = useDeeds();
  if (error) return <EmptyState title={say('failed')}>{sentenceOf(error)}</EmptyState>;
  if (!data) return <div aria-busy="true" />;
  if (data.total === 0) {
    return (
      <EmptyState icon={History} title={say('history.none')}>
        {say('history.noneHint')}
      </EmptyState>
    );
  }
  return (
    <div className={css['view']} data-pane-start tabIndex={-1}>
      <div className={css['inner']}>
        <div className={css['head']}>
          <h2>{say('history.title')}</h2>
          <span className={css['soft']}>{say('history.acts', { count: data.total })}</span>
          {project?.canUndo && (
            <Button icon={Undo2} size="small" onPress={() => runCommand('undo')}>
              {say('undoDeed', { deed: deedOf(project.canUndo) })}
              <Keys keys={keysOf('undo') ?? ''} />
            </Button>
          )}
        </div>
        {byDay(data.acts).map(([day, acts]) => (
          <section key={day}>
            <h3 className={css['day']}>{formatDay(day)}</h3>
            <ol>
              {acts.map((act) => (
                <Act key={act.hash} act={act} />
              ))}
            </ol>
          </section>
        ))}
        {data.total > data.acts.length && (
          <div className={css['more']}>
            <Button onPress={() => setLimit(limit + PAGE)}>{say('history.more')}</Button>
          </div>
        )}
      </div>
    </div>
  );
}

function Act({ act }: { readonly act: ActRow }) {
  const say = useWords('app');
  const summaryOf = useActSummary();
  const personOf = useActPerson();
  return (
    <li className={css['act']} data-undone={act.undone || undefined}>
      <time dateTime={act.at}>{clock(act.at)}</time>
      <span className={css['person']}>{personOf(act)}</span>
      <span>
        <span className={css['summary']}>
          <ShownText text={summaryOf(act)} />
        </span>{' '}
        {act.undone && <Badge>{say('history.undone')}</Badge>}
      </span>
      <code title={`${say('history.hash')}: ${act.hash}`}>{act.hash.slice(0, 7)}</code>
    </li>
  );
}

function clock(time: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { timeStyle: 'short', hourCycle: 'h23' }).format(
    Date.parse(time),
  );
}

/** Acts by the day on which they were done, where the reader is. */
function byDay(acts: readonly ActRow[]): [string, ActRow[]][] {
  const days = new Map<string, ActRow[]>();
  for (const act of acts) {
    const at = new Date(act.at);
    const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    const same = days.get(day);
    if (same) same.push(act);
    else days.set(day, [act]);
  }
  return [...days];
}
