import { dayIn } from '../dates.ts';
import { ownMark } from '../own-mark.ts';
import {
  counted,
  sensibleAuthor,
  sensibleTitle,
  withNotes,
  type ReadDocument,
  type WrittenNote,
} from '../structured.ts';
import { childOf, childrenOf, textIn, type XmlElement } from '../xml.ts';
import { DocxBody, type DocxContext } from './body.ts';
import { DocxNumbering } from './numbering.ts';
import { DocxPackage } from './package.ts';
import { valueOf } from './properties.ts';
import { DocxStyles } from './styles.ts';

/**
 * Reads a Word document: its final text with structure, links and notes. Nothing that it points to is opened.
 * @throws ImportError with one sentence
 */
export function readDocx(bytes: Uint8Array, file: string): ReadDocument {
  const pack = new DocxPackage(bytes, file);
  const main = pack.part(pack.main)!;
  const styles = new DocxStyles(pack.related(pack.main, 'styles')?.root);
  const settings = pack.related(pack.main, 'settings')?.root;
  const context: DocxContext = {
    styles,
    numbering: new DocxNumbering(pack.related(pack.main, 'numbering')?.root),
    cited: [],
    endnoteNumbers: valueOf(childOf(childOf(settings, 'w:endnotePr'), 'w:numFmt')) ?? 'lowerRoman',
    counts: { changes: 0, comments: 0, pictures: 0, hidden: 0, formulas: 0, embedded: 0 },
    title: '',
  };
  const body = new DocxBody(context, pack.relationsOf(pack.main));
  body.write(childOf(main, 'w:body') ?? main);
  const document = body.builder.finish();
  const written = notesOf(pack, context);
  return {
    ...withNotes(document, body.builder.noted, written.notes),
    facts: factsOf(pack, context),
    warnings: [
      ...body.builder.warnings,
      ...written.warnings,
      ...warningsOf(context),
      ...headersOf(pack),
      ...pack.oddities.map(
        (oddity) => `The archive inside this file ${oddity}; what it holds was checked and read.`,
      ),
    ],
  };
}

function notesOf(pack: DocxPackage, context: DocxContext): { notes: WrittenNote[]; warnings: string[] } {
  const parts = new Map(
    (['footnote', 'endnote'] as const).map((kind) => {
      const part = pack.related(pack.main, `${kind}s`);
      const elements = childrenOf(part?.root, `w:${kind}`).map(
        (one) => [valueOf(one, 'w:id') ?? '', one] as const,
      );
      return [
        kind as string,
        { path: part?.path ?? '', elements: new Map<string, XmlElement>(elements) },
      ] as const;
    }),
  );
  const notes: WrittenNote[] = [];
  const warnings: string[] = [];
  // a note may cite a note, which then comes at the end
  for (let i = 0; i < context.cited.length && i < 20_000; i++) {
    const { key, label, isOwn } = context.cited[i]!;
    const [kind, id] = key.split(' ');
    const part = parts.get(kind!);
    const element = part?.elements.get(id ?? '');
    if (!part || !element) continue;
    const body = new DocxBody(context, pack.relationsOf(part.path));
    body.write(element);
    const written = body.builder.finish();
    // a mark that somebody typed stands again before the note itself
    const typed = isOwn ? ownMark(written) : null;
    const document = typed?.mark === label ? typed.document : written;
    notes.push({ key, label, document, noted: body.builder.noted });
    warnings.push(...body.builder.warnings);
  }
  return { notes, warnings };
}

function factsOf(pack: DocxPackage, context: DocxContext): ReadDocument['facts'] {
  const core = [...pack.relationsOf('').values()].find(
    ({ type }) => type === 'core-properties' || type === 'coreProperties',
  );
  const root = core && !core.outside ? pack.part(core.target) : pack.part('docProps/core.xml');
  const said = (name: string) => textIn(childOf(root, name)).trim();
  return {
    title: context.title || sensibleTitle(said('dc:title')),
    author: sensibleAuthor(said('dc:creator')),
    publisher: said('dc:publisher'),
    address: '',
    published: dayIn(said('dc:date') || said('dcterms:issued')),
    language: context.styles.language || said('dc:language'),
    captured: '',
  };
}

function warningsOf({ counts }: DocxContext): string[] {
  return [
    ...counted(
      counts.changes,
      'The document has one tracked change; the text is read as if it were accepted.',
      'The document has # tracked changes; the text is read as if all were accepted.',
    ),
    ...counted(counts.comments, 'One comment was left out.', '# comments were left out.'),
    ...counted(counts.pictures, 'One picture was left out.', '# pictures were left out.'),
    ...counted(
      counts.hidden,
      'One piece of hidden text was left out.',
      '# pieces of hidden text were left out.',
    ),
    ...counted(
      counts.formulas,
      'One formula is set as a line of text.',
      '# formulas are set as lines of text.',
    ),
    ...counted(
      counts.embedded,
      'One document inside this one was left out.',
      '# documents inside this one were left out.',
    ),
  ];
}

/** What stands at the top and foot of every page is no part of the text, but its loss is told. */
function headersOf(pack: DocxPackage): string[] {
  const words = [...pack.relationsOf(pack.main).values()].some(({ type, target, outside }) => {
    if (outside || (type !== 'header' && type !== 'footer')) return false;
    return textIn(pack.part(target)).replaceAll(/PAGE|NUMPAGES|MERGEFORMAT|[\s\d\\*]/g, '') !== '';
  });
  return words ? ['What stands at the top or foot of every page was left out.'] : [];
}
