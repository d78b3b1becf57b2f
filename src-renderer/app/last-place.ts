import { useEffect } from 'react';
import type { Output } from '#contract/index.ts';
import { useQueryCall } from '../data/use-call.ts';
import { useLanguage } from '../i18n/index.ts';
import { openArticle, usePlace } from './place.ts';
import { isText, recall, remember } from './remembered.ts';

type Listed = Pick<Output<'listArticles'>['articles'][number], 'id' | 'language' | 'coverage'>;

/**
 * Opens the article that was open when this project was last left, or one to begin with, and remembers the one that is
 * open now.
 */
export function useLastPlace(): void {
  const project = useQueryCall('getProject', {}).data?.project.id;
  const articles = useQueryCall('listArticles', {}).data?.articles;
  const language = useLanguage();
  const { article } = usePlace();
  const isReady = project !== undefined && articles !== undefined;

  useEffect(() => {
    if (!isReady || article !== null) return;
    const last = recall(`article-${project}`, '', isText);
    const known = articles.find((one) => one.id === last) ?? toBeginWith(articles, language);
    if (known) openArticle(known.id);
    // Only at the start: an article that is closed or removed later stays closed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isReady]);
  useEffect(() => {
    if (project !== undefined && article !== null) remember(`article-${project}`, article);
  }, [project, article]);
}

/** The article that shows most at first sight: in the reader's language, and as near to half judged as there is one. */
export function toBeginWith<One extends Listed>(articles: readonly One[], language: string): One | undefined {
  const readable = articles.filter((one) => one.language.split('-')[0] === language);
  const [first] = (readable.length > 0 ? readable : articles).toSorted(
    (one, other) => Math.abs(one.coverage - 0.5) - Math.abs(other.coverage - 0.5),
  );
  return first;
}
