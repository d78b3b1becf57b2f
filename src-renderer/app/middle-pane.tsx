import { lazy, Suspense, type ComponentType } from 'react';
import { FileText } from 'lucide-react';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { toggleSecond } from '../reading/split.ts';
import { commandOf, runCommand, useCommands } from './commands.ts';
import { focusPane } from './panes.ts';
import { usePlace, type View } from './place.ts';
import { Waiting } from './waiting.tsx';

const ArticleView = lazy(() => import('./article-view.tsx'));
const SplitView = lazy(() => import('../reading/split-view.tsx'));

const search = () => import('../search/search-view.tsx');

/** The search is typed into at once: what is typed before it is there would be taken for commands. */
export function loadPlacesAhead(): void {
  void search();
}

const VIEWS: Record<Exclude<View, 'article'>, ComponentType> = {
  claims: lazy(() => import('../claims-list/claims-view.tsx')),
  references: lazy(() => import('./references-place.tsx')),
  history: lazy(() => import('../history/history-view.tsx')),
  search: lazy(search),
  correct: lazy(() => import('../revisions/correct-view.tsx')),
  revisions: lazy(() => import('../revisions/revisions-view.tsx')),
  attention: lazy(() => import('../attention/attention-view.tsx')),
  team: lazy(() => import('../team/team-view.tsx')),
  conflicts: lazy(() => import('../team/conflicts-view.tsx')),
  report: lazy(() => import('../reports/report-view.tsx')),
};

/** What stands between library and inspector: the open article, or another view of the project. */
export function MiddlePane() {
  const { view } = usePlace();
  if (view === 'article') return <ArticlePlace />;
  const Shown = VIEWS[view];
  return (
    <Suspense fallback={<Waiting />}>
      <Shown />
    </Suspense>
  );
}

function ArticlePlace() {
  const say = useWords('app');
  const language = useLanguage();
  const { article, beside } = usePlace();
  const { data, error, refetch } = useQueryCall('listArticles', {});
  useCommands(
    article === null
      ? {}
      : {
          'split-view': () => {
            if (!toggleSecond()) requestAnimationFrame(() => focusPane('pane-middle'));
          },
        },
  );
  if (error) {
    return (
      <EmptyState
        title={say('failedToStart')}
        actions={<Button onPress={() => void refetch()}>{say('tryAgain')}</Button>}
      >
        {sentenceOf(error)}
      </EmptyState>
    );
  }
  if (data?.articles.length === 0) {
    return (
      <EmptyState
        icon={FileText}
        title={say('article.empty')}
        actions={
          <>
            <Button look="primary" onPress={() => runCommand('import')}>
              {commandOf('import')[language]}
            </Button>
            <Button onPress={() => runCommand('import-folder')}>
              {commandOf('import-folder')[language]}
            </Button>
            <Button onPress={() => runCommand('paste-article')}>
              {commandOf('paste-article')[language]}
            </Button>
          </>
        }
      >
        {say('article.emptyHint')}
      </EmptyState>
    );
  }
  if (article === null) {
    return (
      <EmptyState icon={FileText} title={say('article.none')}>
        {say('article.noneHint')}
      </EmptyState>
    );
  }
  return (
    <Suspense fallback={<Waiting />}>
      {beside ? <SplitView first={article} beside={beside} /> : <ArticleView key={article} id={article} />}
    </Suspense>
  );
}
