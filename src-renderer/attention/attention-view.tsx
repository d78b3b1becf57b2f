import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Needed } from '#contract/revisions.ts';
import { CommandButton } from '../app/command-button.tsx';
import { openArticle } from '../app/place.ts';
import { Waiting } from '../app/waiting.tsx';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Badge, Button, Card, EmptyState, Page, toast } from '../ui/index.ts';
import css from './attention-view.module.css';
import { CandidateList } from './candidate-list.tsx';
import { picking } from './picking.ts';

/** The marks that could not be placed surely, each with the places that may be meant. */
export default function AttentionView() {
  const say = useWords('revisions');
  const app = useWords('app');
  const { data, error } = useQueryCall('listAttention', {}, { keepLast: true });
  const list = useRef<HTMLDivElement>(null);
  const count = data?.needed.length ?? 0;
  const first = data?.needed[0]?.occurrence.id;
  useEffect(() => {
    // the keyboard goes on with the next mark when one has found its place
    list.current?.querySelector<HTMLElement>('[role="listbox"], button')?.focus();
  }, [first]);
  if (error) return <EmptyState title={app('failed')}>{sentenceOf(error)}</EmptyState>;
  if (!data) return <Waiting />;
  if (count === 0)
    return (
      <EmptyState
        icon={CircleCheck}
        title={say('attention.none')}
        actions={<CommandButton command="go-article" />}
      >
        {say('attention.noneHint')}
      </EmptyState>
    );
  return (
    <Page
      ref={list}
      title={say('attention.title')}
      aside={say('attention.count', { count })}
      explain={`${say('attention.explain')} ${say('attention.choose')}`}
    >
      {data.needed.map((one) => (
        <One key={one.occurrence.id} needed={one} />
      ))}
    </Page>
  );
}

function One({ needed }: { readonly needed: Needed }) {
  const { occurrence, articleTitle, wording, marked, candidates } = needed;
  const say = useWords('revisions');
  const word = useWords('words');
  const reattach = useCommand('reattach');
  const remove = useCommand('removeOccurrence');
  const attach = ({ start, end, exact }: { start: number; end: number; exact: string }) =>
    void reattach.run({ occurrence: occurrence.id, start, end }).then((done) => {
      if (done) toast({ tone: 'good', text: say('attention.attached', { text: exact }) });
    });
  const select = () => {
    picking.set({ occurrence: occurrence.id, article: occurrence.article, words: marked.exact });
    openArticle(occurrence.article, { start: occurrence.start, end: occurrence.start });
  };
  return (
    <Card label={wording}>
      <header>
        <Badge tone={occurrence.state === 'ambiguous' ? 'warning' : 'danger'}>
          {word(`anchor.${occurrence.state}`)}
        </Badge>
        <h3>{wording}</h3>
        <span className={css['source']}>{articleTitle}</span>
      </header>
      <p className={css['passage']}>
        <span className={css['label']}>{say('attention.marked')}</span>…{marked.before}
        <mark>{marked.exact}</mark>
        {marked.after}…
      </p>
      {candidates.length > 0 ? (
        <CandidateList candidates={candidates} onChoose={attach} />
      ) : (
        <p className={css['nothing']}>{say('attention.noCandidates')}</p>
      )}
      <footer>
        <Button size="small" onPress={select}>
          {say('attention.select')}
        </Button>
        <Button size="small" look="quiet" onPress={() => void remove.run({ id: occurrence.id })}>
          {say('attention.remove')}
        </Button>
      </footer>
    </Card>
  );
}
