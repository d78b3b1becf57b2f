export const FORMATS = { cslText: 'CSL-JSON', bibtex: 'BibTeX', ris: 'RIS' } as const;
export type ReferenceFormat = keyof typeof FORMATS;

/** Which of the formats a text is in, by what it begins with; undefined where it is none of them. */
export function formatOf(text: string): ReferenceFormat | undefined {
  const plain = text.replace(/^\uFEFF/, '').trimStart();
  if (/^[[{]\s*(["{\]}]|$)/.test(plain)) return 'cslText';
  if (/^TY {1,2}- /m.test(plain)) return 'ris';
  if (/^\s*@\s*[a-z]+\s*[{(]/im.test(plain)) return 'bibtex';
  return undefined;
}
