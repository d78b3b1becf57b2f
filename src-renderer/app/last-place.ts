import { useEffect } from 'react';
import { useQueryCall } from '../data/use-call.ts';
import { openArticle, usePlace } from './place.ts';
import { isText, recall, remember } from './remembered.ts';

/** Opens the article that was open when this project was last left, and remembers the one that is open now. */
export function useLastPlace(): void {
  const project = useQueryCall('getProject', {}).data?.project.id;
  const articles = useQueryCall('listArticles', {}).data?.articles;
  const { article } = usePlace();
  const isReady = project !== undefined && articles !== undefined;

  useEffect(() => {
    if (!isReady || article !== null) return;
    const last = recall(`article-${project}`, '', isText);
    if (articles.some((one) => one.id === last)) openArticle(last);
    // Only at the start: an article that is closed or removed later stays closed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isReady]);
  useEffect(() => {
    if (project !== undefined && article !== null) remember(`article-${project}`, article);
  }, [project, article]);
}
