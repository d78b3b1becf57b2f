/** Which files of a folder are articles, for every host. */
export { ARTICLE_ENDINGS, articlesAmong } from '#domain/source-files.ts';
