import type { ArticleDocument } from './document.ts';
export type ReadArticle = {
  title: string;
  author: string;
  publisher: string;
  address: string;
  published: string;
  language: string;
  format: string;
  encoding: string;
  document: ArticleDocument;
  warnings: string[];
  footnotes: { label: string; text: string; address: string; places: { start: number; end: number }[] }[];
};
export type ReadCapture = { mediaType: string; text: string | null; pages: number[]; warnings: string[] };
