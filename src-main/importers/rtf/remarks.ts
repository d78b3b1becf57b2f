import { counted } from '../structured.ts';

/** How much of each kind was left out, or taken in a way that its reader should know. */
export type Counts = Record<'pictures' | 'comments' | 'changes' | 'hidden', number>;

/** What is said about the reading of an RTF file. */
export function remarksOn({ pictures, comments, changes, hidden }: Counts, isCut: boolean): string[] {
  return [
    ...(isCut ? ['The file ends too early; some of its text may be missing.'] : []),
    ...counted(
      changes,
      'The document has one tracked change; the text is read as if it were accepted.',
      'The document has # tracked changes; the text is read as if all were accepted.',
    ),
    ...counted(comments, 'One comment was left out.', '# comments were left out.'),
    ...counted(pictures, 'One picture was left out.', '# pictures were left out.'),
    ...counted(hidden, 'One piece of hidden text was left out.', '# pieces of hidden text were left out.'),
  ];
}
