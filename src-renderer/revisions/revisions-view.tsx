import { FileClock, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { ListedRevision } from '#contract/revisions.ts';
import { commandOf, keysOf, runCommand } from '../app/commands.ts';
import { usePlace } from '../app/place.ts';
import { Waiting } from '../app/waiting.tsx';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { Badge, Button, EmptyState, Keys, Select, toast } from '../ui/index.ts';
import { CompareTable } from './compare-table.tsx';
import { countStates, sayCounts } from './follow-counts.ts';
import css from './revisions-view.module.css';

/** Every state that the open article's text was in: who, when and why; any two of them side by side. */
export default function RevisionsView() {
  const say = useWords('revisions');
  const { article } = usePlace();
  if (article === null)
    return (
      <EmptyState icon={FileClock} title={say('correct.noArticle')}>
        {say('correct.noArticleHint')}
      </EmptyState>
    );
  return <Revisions key={article} article={article} />;
}

function Revisions({ article }: { readonly article: string }) {
  const say = useWords('revisions');
  const app = useWords('app');
  const language = useLanguage();
  const { data, error } = useQueryCall('listRevisions', { article });
  const title =
    useQueryCall('listArticles', {}).data?.articles.find((one) => one.id === article)?.title ?? '';
  const [chosen, setChosen] = useState<{ before: string | null; after: string | null }>({
    before: null,
    after: null,
  });
  if (error) return <EmptyState title={app('failed')}>{sentenceOf(error)}</EmptyState>;
  if (!data) return <Waiting />;
  const { revisions } = data;
  const [newest] = revisions;
  if (!newest || revisions.length < 2)
    return (
      <EmptyState
        icon={FileClock}
        title={say('list.onlyOne')}
        actions={
          <Button look="primary" onPress={() => runCommand('correct-text')}>
            {commandOf('correct-text')[language]}
            <Keys keys={keysOf('correct-text') ?? ''} />
          </Button>
        }
      >
        {say('list.onlyOneHint')}
      </EmptyState>
    );
  const find = (id: string | null) => revisions.find((one) => one.id === id);
  const after = find(chosen.after) ?? newest;
  const before = find(chosen.before) ?? parentOf(after, revisions);
  const original = revisions.find((one) => one.original);
  const options = revisions.map((one) => ({ id: one.id, label: nameOf(one) }));
  return (
    <div className={css['view']}>
      <header className={css['head']}>
        <h2>{say('list.of', { title })}</h2>
        {original && (
          <Button onPress={() => setChosen({ before: original.id, after: newest.id })}>
            {say('list.showOriginal')}
          </Button>
        )}
        <Button look="primary" onPress={() => runCommand('correct-text')}>
          {commandOf('correct-text')[language]}
        </Button>
      </header>
      <div className={css['columns']}>
        <ol className={css['list']} aria-label={say('list.title')}>
          {revisions.map((one) => (
            <li key={one.id}>
              <Entry
                revision={one}
                isShown={one.id === after.id}
                onShow={() => setChosen({ before: parentOf(one, revisions).id, after: one.id })}
              />
            </li>
          ))}
        </ol>
        <div className={css['two']}>
          <div className={css['choose']}>
            <Select
              label={say('compare.before')}
              value={before.id}
              options={options}
              onChange={(id) => setChosen({ before: id, after: after.id })}
            />
            <Select
              label={say('compare.after')}
              value={after.id}
              options={options}
              onChange={(id) => setChosen({ before: before.id, after: id })}
            />
          </div>
          <Compared article={article} before={before} after={after} />
        </div>
      </div>
    </div>
  );
}

function nameOf({ at, reason, person }: ListedRevision): string {
  return [formatTime(at), reason || person?.name].filter(Boolean).join(' · ');
}

/** What a revision is compared with at first: the one it came out of, or what was before it. */
function parentOf(revision: ListedRevision, revisions: readonly ListedRevision[]): ListedRevision {
  const at = revisions.findIndex((one) => one.id === revision.id);
  return revisions.find((one) => one.id === revision.parent) ?? revisions[at + 1] ?? revisions.at(-1)!;
}

function Entry(props: {
  readonly revision: ListedRevision;
  readonly isShown: boolean;
  readonly onShow: () => void;
}) {
  const { revision, isShown, onShow } = props;
  const say = useWords('revisions');
  const restore = useCommand('restoreRevision');
  const goBack = () =>
    void restore
      .run({ id: revision.id, reason: say('list.goBackReason', { time: formatTime(revision.at) }) })
      .then((done) => {
        if (!done) return;
        const counts = sayCounts(say, countStates(done.occurrences));
        toast({ tone: 'good', text: say('list.wentBack', { counts }) });
      });
  return (
    <div className={css['entry']} data-shown={isShown || undefined}>
      <button type="button" aria-current={isShown ? 'true' : undefined} onClick={onShow}>
        <span className={css['when']}>
          <time dateTime={revision.at}>{formatTime(revision.at)}</time>
          {revision.newest && <Badge tone="accent">{say('list.newest')}</Badge>}
          {revision.original && <Badge>{say('list.original')}</Badge>}
          {revision.concurrent && (
            <span title={say('list.concurrentHint')}>
              <Badge tone="warning">{say('list.concurrent')}</Badge>
            </span>
          )}
        </span>
        <span className={css['why']}>
          {revision.reason || (revision.original ? say('list.imported') : say('list.noReason'))}
        </span>
        <span className={css['who']}>
          {[revision.person?.name, say('list.words', { count: revision.words })].filter(Boolean).join(' · ')}
        </span>
      </button>
      {isShown && !revision.newest && (
        <Button size="small" icon={RotateCcw} isDisabled={restore.busy} onPress={goBack}>
          {say('list.goBack')}
        </Button>
      )}
    </div>
  );
}

function Compared(props: {
  readonly article: string;
  readonly before: ListedRevision;
  readonly after: ListedRevision;
}) {
  const say = useWords('revisions');
  const { article, before, after } = props;
  const { data, error } = useQueryCall(
    'compareRevisions',
    { article, before: before.id, after: after.id },
    { keepLast: true },
  );
  if (error) return <p className={css['same']}>{sentenceOf(error)}</p>;
  if (!data) return <Waiting />;
  const changes = data.stretches.filter(({ kind }) => kind !== 'same').length;
  const there = new Set(data.after.marks.map(({ id }) => id));
  const lost = data.before.marks.filter(({ id }) => !there.has(id)).length;
  return (
    <>
      <p className={css['sum']} role="status">
        {say('compare.changes', { count: changes })}
        {lost > 0 && <Badge tone="danger">{say('compare.lost', { count: lost })}</Badge>}
      </p>
      <CompareTable key={`${before.id} ${after.id}`} compared={data} />
    </>
  );
}
