import { MousePointerClick } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useWords } from '../i18n/index.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { activeArticle, usePlace } from './place.ts';
import { Waiting } from './waiting.tsx';

const InspectorView = lazy(() => import('./inspector-view.tsx'));

/** The chosen claim; else the open article; else what to do to see one. */
export function InspectorSide() {
  const say = useWords('app');
  const place = usePlace();
  const { view, claim } = place;
  const article = activeArticle(place);
  const shown = claim !== null ? { claim } : view === 'article' && article !== null ? { article } : null;
  if (shown === null) {
    return (
      <EmptyState icon={MousePointerClick} title={say('inspector.none')}>
        {say(view === 'article' ? 'inspector.noneHint' : 'inspector.noneInList')}
      </EmptyState>
    );
  }
  return (
    <Suspense fallback={<Waiting />}>
      <InspectorView {...shown} />
    </Suspense>
  );
}
