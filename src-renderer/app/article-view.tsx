import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { PickingBar } from '../attention/picking-bar.tsx';
import { ArticlePane } from '../editor/article-pane.tsx';
import { useWords } from '../i18n/index.ts';
import { KeptOffer } from '../revisions/kept-offer.tsx';
import { Button, EmptyState } from '../ui/index.ts';
import { chooseClaim, usePlace, type Side } from './place.ts';
import css from './shell.module.css';
import { Waiting } from './waiting.tsx';

/** The open article, in a chunk of its own: the editor is the largest part of the window. */
export default function ArticleView(props: { readonly id: string; readonly side?: Side }) {
  const { id, side = 'first' } = props;
  const say = useWords('app');
  const { claim, beside, side: active, ...place } = usePlace();
  const target = side === 'second' ? beside?.target : place.target;
  const article = useQueryCall('getArticle', { id });
  const marks = useQueryCall('listMarks', { article: id });
  const error = article.error ?? marks.error;
  if (error) {
    const again = () => void Promise.all([article.refetch(), marks.refetch()]);
    return (
      <EmptyState title={say('failed')} actions={<Button onPress={again}>{say('tryAgain')}</Button>}>
        {sentenceOf(error)}
      </EmptyState>
    );
  }
  if (!article.data || !marks.data) return <Waiting />;
  return (
    <div className={css['stack']}>
      <PickingBar article={id} />
      <KeptOffer article={id} />
      <ArticlePane
        article={article.data}
        marks={marks.data.marks}
        selectedClaim={claim}
        onSelectClaim={chooseClaim}
        place={target?.article === id ? target : null}
        side={side}
        isActive={beside === null || active === side}
        isAlone={beside === null}
      />
    </div>
  );
}
