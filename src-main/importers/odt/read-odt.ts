import { dayIn } from '../dates.ts';
import { ImportError } from '../import-error.ts';
import { counted, sensibleAuthor, sensibleTitle, withNotes, type ReadDocument } from '../structured.ts';
import { childOf, childrenOf, descendantsOf, readXml, textIn, type XmlElement } from '../xml.ts';
import { openZip } from '../zip.ts';
import { OdtBody, type OdtContext } from './body.ts';
import { mathText } from '../mathml.ts';
import { OdtStyles } from './styles.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const PREFIXES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['office', 'text', 'table', 'style', 'meta', 'manifest'].map((name) => [`${OASIS}:${name}:1.0`, name]),
  ),
  [`${OASIS}:drawing:1.0`]: 'draw',
  [`${OASIS}:xsl-fo-compatible:1.0`]: 'fo',
  [`${OASIS}:svg-compatible:1.0`]: 'svg',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/1998/Math/MathML': 'math',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

type Parts = {
  readonly content: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly meta: XmlElement | undefined;
  readonly formula: (path: string) => string;
  readonly oddities: readonly string[];
};

/**
 * Reads an OpenDocument text, packed or as one flat XML file: its final text with structure, links and notes.
 * @throws ImportError with one sentence
 */
export function readOdt(bytes: Uint8Array, file: string): ReadDocument {
  const parts = bytes[0] === 0x50 && bytes[1] === 0x4b ? packed(bytes, file) : flat(bytes, file);
  const text = childOf(childOf(parts.content, 'office:body'), 'office:text');
  if (!text) throw new ImportError('unsupported', `“${file}” is an OpenDocument file that is no text.`);
  const context: OdtContext = {
    styles: new OdtStyles([parts.styles, parts.content]),
    notes: [],
    warnings: [],
    counts: { comments: 0, pictures: 0, hidden: 0, formulas: 0 },
    counted: new Map(),
    formula: parts.formula,
    title: '',
  };
  const body = new OdtBody(context);
  body.write(text);
  const { counts } = context;
  const changes = childrenOf(childOf(text, 'text:tracked-changes'), 'text:changed-region').length;
  return {
    ...withNotes(body.builder.finish(), body.builder.noted, context.notes),
    facts: factsOf(parts.meta, context),
    warnings: [
      ...body.builder.warnings,
      ...context.warnings,
      ...counted(
        changes,
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
      ...headersOf(parts.styles),
      ...parts.oddities.map(
        (oddity) => `The archive inside this file ${oddity}; what it holds was checked and read.`,
      ),
    ],
  };
}

function packed(bytes: Uint8Array, file: string): Parts {
  const zip = openZip(bytes, file);
  const part = (path: string) =>
    zip.has(path) ? readXml(zip.read(path), { file, prefixes: PREFIXES, doctype: true }) : undefined;
  const manifest = part('META-INF/manifest.xml');
  if (manifest && [...descendantsOf(manifest)].some((one) => one.name === 'manifest:encryption-data'))
    throw new ImportError(
      'unreadable',
      `“${file}” asks for a password; save a copy without one and import that.`,
    );
  const content = part('content.xml');
  if (!content)
    throw new ImportError('unreadable', `“${file}” is a damaged OpenDocument text: its text is missing.`);
  return {
    content,
    styles: part('styles.xml'),
    meta: part('meta.xml'),
    oddities: zip.oddities,
    formula: (path) => {
      const object = part(`${path.replace(/^\.\/|\/$/g, '')}/content.xml`);
      return object ? mathText(object).trim() : '';
    },
  };
}

function flat(bytes: Uint8Array, file: string): Parts {
  const content = readXml(bytes, { file, prefixes: PREFIXES, doctype: true });
  return { content, styles: undefined, meta: content, oddities: [], formula: () => '' };
}

function factsOf(root: XmlElement | undefined, context: OdtContext): ReadDocument['facts'] {
  const meta = childOf(root, 'office:meta');
  const said = (name: string) => textIn(childOf(meta, name)).trim();
  return {
    title: context.title || sensibleTitle(said('dc:title')),
    author: sensibleAuthor(said('meta:initial-creator')) || sensibleAuthor(said('dc:creator')),
    publisher: said('dc:publisher'),
    address: '',
    published: dayIn(said('dc:issued')),
    language: context.styles.language || said('dc:language'),
    captured: '',
  };
}

/** What stands at the top and foot of every page is no part of the text, but its loss is told. */
function headersOf(styles: XmlElement | undefined): string[] {
  const master = childOf(styles, 'office:master-styles');
  const words =
    master !== undefined &&
    [...descendantsOf(master)].some(
      (one) => /^style:(?:header|footer)/.test(one.name) && /\p{L}/u.test(textIn(one)),
    );
  return words ? ['What stands at the top or foot of every page was left out.'] : [];
}
