import { CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Conflict } from '#contract/nouns.ts';
import { CommandButton } from '../app/command-button.tsx';
import { chooseClaim } from '../app/place.ts';
import { Waiting } from '../app/waiting.tsx';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Badge, Button, Card, EmptyState, Page, TextArea, toast } from '../ui/index.ts';
import css from './team.module.css';
import { useFieldName } from './use-field-name.ts';
import { useShownValue } from './use-shown-value.ts';
import { WordDifference } from './word-difference.tsx';
import { WRITTEN } from './written.ts';

/** Cells that several people changed without having seen each other's value: all values, and a choice. */
export default function ConflictsView() {
  const say = useWords('team');
  const app = useWords('app');
  const { data, error } = useQueryCall('listConflicts', {}, { keepLast: true });
  const list = useRef<HTMLDivElement>(null);
  const first = data?.conflicts[0]?.id;
  useEffect(() => {
    // the keyboard goes on with the next one when one is settled
    list.current?.querySelector<HTMLElement>('[data-first-choice]')?.focus();
  }, [first]);
  if (error) return <EmptyState title={app('failed')}>{sentenceOf(error)}</EmptyState>;
  if (!data) return <Waiting />;
  if (data.conflicts.length === 0)
    return (
      <EmptyState
        icon={CircleCheck}
        title={say('conflicts.none')}
        actions={
          <>
            <CommandButton command="go-article" />
            <CommandButton command="merge" />
          </>
        }
      >
        {say('conflicts.noneHint')}
      </EmptyState>
    );
  return (
    <Page
      ref={list}
      title={say('conflicts.title')}
      aside={say('conflicts.count', { count: data.conflicts.length })}
      explain={say('conflicts.explain')}
    >
      {data.conflicts.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} />
      ))}
    </Page>
  );
}

function ConflictCard({ conflict }: { readonly conflict: Conflict }) {
  const { id, table, column, title, claim, values, base, canKeepBoth } = conflict;
  const say = useWords('team');
  const shown = useShownValue();
  const fieldName = useFieldName();
  const settle = useCommand('settleConflict');
  const [own, setOwn] = useState<string>();
  const start = base ? shown(column, base.value) : '';
  const field = fieldName(table, column);
  const done = (input: { take: number } | { value: string } | { keepBoth: true }) =>
    void settle
      .run({ id, ...input })
      .then((answer) => answer && toast({ tone: 'good', text: say('conflicts.settled') }));
  return (
    <Card label={`${field}: ${title}`}>
      <header>
        <Badge tone="warning">{field}</Badge>
        <h3>{title}</h3>
        {claim !== null && (
          <Button size="small" look="quiet" onPress={() => chooseClaim(claim)}>
            {say('conflicts.showClaim')}
          </Button>
        )}
      </header>
      {base && (
        <p className={css['base']}>
          <span className={css['label']}>
            {say('conflicts.base')} · {base.person?.name || say('somebody')} ·{' '}
            <time dateTime={base.at}>{formatTime(base.at)}</time>
          </span>
          {start}
        </p>
      )}
      <ul className={css['values']}>
        {values.map(({ value, at, person, stamp }, place) => (
          <li key={stamp}>
            <span className={css['label']}>
              <b>{person?.name || say('somebody')}</b> · <time dateTime={at}>{formatTime(at)}</time>
              {place === 0 && ` · ${say('conflicts.shownNow')}`}
            </span>
            <p className={css['text']}>
              {base && WRITTEN.has(column) && value !== null ? (
                <WordDifference from={start} to={shown(column, value)} />
              ) : (
                shown(column, value)
              )}
            </p>
            <Button
              size="small"
              isPending={settle.busy}
              {...(place === 0 ? { 'data-first-choice': '' } : {})}
              aria-label={say('conflicts.takeOf', { name: person?.name || say('somebody') })}
              onPress={() => done({ take: place })}
            >
              {say('conflicts.take')}
            </Button>
          </li>
        ))}
      </ul>
      {own !== undefined && (
        <TextArea label={say('conflicts.third')} rows={3} value={own} onChange={setOwn} autoFocus />
      )}
      {(canKeepBoth || WRITTEN.has(column)) && (
        <footer>
          {canKeepBoth && (
            <Button size="small" isPending={settle.busy} onPress={() => done({ keepBoth: true })}>
              {say(column === 'wording' ? 'conflicts.keepBothClaims' : 'conflicts.keepBoth')}
            </Button>
          )}
          {WRITTEN.has(column) &&
            (own === undefined ? (
              <Button size="small" onPress={() => setOwn(String(values[0]?.value ?? ''))}>
                {say('conflicts.writeThird')}
              </Button>
            ) : (
              <>
                <Button
                  size="small"
                  look="primary"
                  isPending={settle.busy}
                  isDisabled={own.trim() === ''}
                  onPress={() => done({ value: own })}
                >
                  {say('conflicts.saveThird')}
                </Button>
                <Button size="small" look="quiet" onPress={() => setOwn(undefined)}>
                  {say('cancel')}
                </Button>
              </>
            ))}
        </footer>
      )}
    </Card>
  );
}
