import type { ReadArticle, ReadCapture } from '#domain/imported.ts';
export type Parser = {
  readArticle: (i: { bytes: Uint8Array; name: string }, s?: AbortSignal) => Promise<ReadArticle>;
  readCapture: (i: { bytes: Uint8Array; name: string }, s?: AbortSignal) => Promise<ReadCapture>;
};
export function createParser(): Parser {
  return {
    readArticle: async ({ bytes }) => {
      const text = new TextDecoder().decode(bytes);
      const lines = text.split(/\n+/).filter((l) => l.trim() !== '');
      return {
        title: lines[0]!.slice(0, 100),
        author: '',
        publisher: '',
        address: '',
        published: '',
        language: 'en',
        format: 'text',
        encoding: 'utf-8',
        document: {
          type: 'doc',
          content: lines.map((l) => ({ type: 'paragraph', content: [{ type: 'text', text: l }] })),
        },
        warnings: [],
        footnotes: [],
      };
    },
    readCapture: async ({ bytes, name }) => ({
      mediaType: name.endsWith('png') ? 'image/png' : name.endsWith('pdf') ? 'application/pdf' : 'text/plain',
      text: /png|pdf/.test(name) ? null : new TextDecoder().decode(bytes),
      pages: [],
      warnings: [],
    }),
  };
}
