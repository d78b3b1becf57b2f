import type { Output } from '#contract/index.ts';
import { sentenceOf } from '../data/use-call.ts';
import { formatList, formatSpan } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Badge } from '../ui/index.ts';
import css from './team.module.css';
import { useDeviceName } from './use-device-name.ts';
import { useFieldName, useNoun } from './use-field-name.ts';
import { useShownValue } from './use-shown-value.ts';
import { Replaced } from './word-difference.tsx';
import { WRITTEN } from './written.ts';

type Report = Output<'mergeBundles'>;

const MOST = 300;
const TONES = { own: 'plain', trusted: 'good', unknown: 'warning', revoked: 'danger' } as const;

/** What a merge did or would do: from whom, what changes, what conflicts, what is missing. */
export function MergeReport({ report }: { readonly report: Report }) {
  const say = useWords('team');
  const nameOf = useDeviceName();
  const { acts, files, sources, refused, conflicts, gaps, clocks, keys, forks, aside } = report;
  // the keys of those who packed stand beside their names already
  const isNews = (key: Report['keys'][number]) => sources.every((one) => one.fingerprint !== key.fingerprint);
  return (
    <div className={css['report']} role="status" aria-label={say('merge.report')}>
      {refused.map(({ source, error }) => (
        <p key={source} className={css['warning']}>
          <b>{source}</b>: {sentenceOf(error)}
        </p>
      ))}
      {sources.length > 0 && (
        <p>
          {acts.new + files.new === 0
            ? say('merge.nothing')
            : formatList([
                ...(acts.new > 0 ? [say('merge.newActs', { count: acts.new })] : []),
                ...(files.new > 0 ? [say('merge.newFiles', { count: files.new })] : []),
              ])}
        </p>
      )}
      {sources.length > 0 && (
        <ul className={css['rows']}>
          {sources.map((one) => (
            <li key={one.source}>
              <span className={css['who']}>
                <b>{one.person?.name || say('somebody')}</b> <code>{one.fingerprint}</code>
              </span>
              <Badge tone={TONES[one.state]}>{say(`keys.state.${one.state}`)}</Badge>
            </li>
          ))}
        </ul>
      )}
      {conflicts.length > 0 && (
        <p className={css['warning']}>{say('merge.conflicts', { count: conflicts.length })}</p>
      )}
      {gaps.map((gap) => (
        <p key={`${gap.device} ${gap.from}`} className={css['warning']}>
          {say('merge.gap', { from: gap.from, to: gap.to, name: gap.person?.name || nameOf(gap.name) })}
        </p>
      ))}
      {clocks.map((clock) => (
        <p key={clock.device} className={css['warning']}>
          {say('merge.clock', {
            name: clock.person?.name || nameOf(clock.name),
            ahead: formatSpan(clock.aheadMs),
          })}
        </p>
      ))}
      {keys.filter(isNews).map((key) => (
        <p key={key.key}>
          {say('merge.key', { name: key.person?.name || say('somebody') })} <code>{key.fingerprint}</code>
        </p>
      ))}
      {forks.length > 0 && <p className={css['warning']}>{say('devices.fork')}</p>}
      {aside > 0 && <p className={css['warning']}>{say('merge.aside', { count: aside })}</p>}
      <ChangeList report={report} />
    </div>
  );
}

function ChangeList({ report: { changes, changesTotal } }: { readonly report: Report }) {
  const say = useWords('team');
  const shown = useShownValue();
  const fieldName = useFieldName();
  const noun = useNoun();
  if (changes.length === 0) return null;
  return (
    <>
      <ul className={css['changes']} aria-label={say('merge.changes')}>
        {changes.slice(0, MOST).map((change) => (
          <li key={`${change.kind} ${change.table} ${change.row} ${change.column}`}>
            <span className={css['label']}>
              {say(`merge.${change.kind}`)} ·{' '}
              {change.column === null ? noun(change.table) : fieldName(change.table, change.column)} ·{' '}
              {change.person?.name || say('somebody')}
            </span>
            {change.column === null ? (
              <p>{change.title}</p>
            ) : (
              <>
                {/* a claim's wording is its own title */}
                {change.title !== change.after && <p className={css['of']}>{change.title}</p>}
                <p>
                  {WRITTEN.has(change.column) ? (
                    <Replaced
                      from={shown(change.column, change.before)}
                      to={shown(change.column, change.after)}
                    />
                  ) : (
                    `${shown(change.column, change.before)} → ${shown(change.column, change.after)}`
                  )}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      {changesTotal > MOST && (
        <p className={css['soft']}>{say('merge.more', { count: changesTotal - MOST })}</p>
      )}
    </>
  );
}
