import { ACCENT, INK, LINE, MONO, SANS, SERIF, SHADE, SOFT, localeOf } from '../office-look.ts';
import { type Attributes, type Xml, element } from './xml.ts';

export const NAMESPACES: Attributes = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:draw': 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'office:version': '1.3',
};

/** Width of the text: A4 without its margins, mm. */
export const TEXT_WIDTH = 147;

const FACES: readonly (readonly [string, string, string])[] = [
  [SERIF, 'Cambria', 'roman'],
  [SANS, 'Segoe UI', 'swiss'],
  [MONO, 'Consolas', 'modern'],
];

export function fontFaces(): Xml {
  return element(
    'office:font-face-decls',
    {},
    FACES.map(([name, alternative, family]) =>
      element('style:font-face', {
        'style:name': name,
        'svg:font-family': `'${name}', ${alternative}`,
        'style:font-family-generic': family,
        'style:font-pitch': family === 'modern' ? 'fixed' : 'variable',
      }),
    ),
  );
}

/** The same name for the letters of Europe, of Asia and of scripts that run from right to left. */
const font = (name: string): Attributes => ({
  'style:font-name': name,
  'style:font-name-asian': name,
  'style:font-name-complex': name === SERIF ? SANS : name,
});
const size = (points: number): Attributes => ({
  'fo:font-size': `${points}pt`,
  'style:font-size-asian': `${points}pt`,
  'style:font-size-complex': `${points}pt`,
});
const bold: Attributes = {
  'fo:font-weight': 'bold',
  'style:font-weight-asian': 'bold',
  'style:font-weight-complex': 'bold',
};
const colour = (rgb: string): Attributes => ({ 'fo:color': `#${rgb}` });
const around = (before: number, after: number): Attributes => ({
  'fo:margin-top': `${before}pt`,
  'fo:margin-bottom': `${after}pt`,
});
const KEEP: Attributes = { 'fo:keep-with-next': 'always' };

type Named = {
  readonly name: string;
  readonly parent?: string;
  readonly paragraph?: Attributes;
  readonly text?: Attributes;
  readonly level?: number;
  readonly tabs?: Xml;
};

const tab = (at: string, type?: string): Xml =>
  element('style:tab-stops', {}, element('style:tab-stop', { 'style:position': at, 'style:type': type }));

const heading = (
  level: number,
  points: number,
  before: number,
  after: number,
  paragraph: Attributes = {},
): Named => ({
  name: `Heading_20_${level}`,
  level,
  paragraph: {
    ...around(before, after),
    ...KEEP,
    'fo:line-height': '112%',
    'fo:keep-together': 'always',
    ...paragraph,
  },
  text: { ...font(SERIF), ...size(points), ...bold, ...(level === 6 ? { 'fo:font-style': 'italic' } : {}) },
});

const quote = (name: string, line: string): Named => ({
  name,
  paragraph: {
    ...around(3, 6),
    'fo:margin-left': '3.5mm',
    'fo:margin-right': '0mm',
    'fo:border-left': `2pt solid #${line}`,
    'fo:padding-left': '3mm',
  },
});

/** Every look that a report needs, by name, so that people can change it in one place. */
const PARAGRAPHS: readonly Named[] = [
  {
    name: 'Kicker',
    paragraph: { ...around(26, 3), ...KEEP },
    text: {
      ...font(SANS),
      ...size(8.5),
      ...colour(SOFT),
      'fo:text-transform': 'uppercase',
      'fo:letter-spacing': '0.6pt',
    },
  },
  {
    name: 'Title',
    paragraph: { ...around(3, 8), ...KEEP, 'fo:line-height': '108%' },
    text: { ...size(25), ...bold },
  },
  { name: 'Team', paragraph: around(0, 4), text: { ...font(SANS), ...size(10), ...bold } },
  heading(1, 16.5, 32, 11, { 'fo:border-top': `1.25pt solid #${INK}`, 'fo:padding-top': '3.5mm' }),
  heading(2, 12.5, 18, 6),
  heading(3, 11.5, 13, 5),
  heading(4, 11, 12, 5),
  heading(5, 10.5, 11, 5),
  heading(6, 10.5, 11, 5),
  {
    name: 'Claim_20_Heading',
    parent: 'Heading_20_2',
    level: 2,
    paragraph: {
      ...around(21, 5.5),
      'fo:border-top': `0.5pt solid #${LINE}`,
      'fo:padding-top': '3.5mm',
      'fo:margin-left': '0mm',
      'fo:text-indent': '-12mm',
    },
    tabs: tab('0mm'),
  },
  {
    name: 'Label',
    paragraph: { ...around(11, 3.5), ...KEEP },
    text: { ...font(SANS), ...size(8.5), ...bold, ...colour(SOFT) },
  },
  {
    name: 'Small',
    paragraph: { ...around(0, 4.5), 'fo:line-height': '112%' },
    text: { ...font(SANS), ...size(8.5), ...colour(SOFT) },
  },
  {
    name: 'Stance',
    paragraph: { ...around(7.5, 3.5), ...KEEP },
    text: { ...font(SANS), ...size(9), ...bold },
  },
  {
    name: 'Verdict',
    paragraph: { ...around(3, 7), ...KEEP },
    text: { ...font(SANS), ...size(9), ...colour(SOFT) },
  },
  {
    name: 'Facts',
    paragraph: {
      ...around(0, 1.5),
      'fo:line-height': '108%',
      'fo:margin-left': '38mm',
      'fo:text-indent': '-38mm',
    },
    text: { ...font(SANS), ...size(8.5) },
    tabs: tab('0mm'),
  },
  { name: 'Facts_20_End', parent: 'Facts', paragraph: { 'fo:margin-bottom': '8pt' } },
  { name: 'Contents_20_1_20_Entry', paragraph: around(3, 2), text: { ...font(SANS), ...size(9) } },
  {
    name: 'Contents_20_2_20_Entry',
    paragraph: { ...around(0, 2), 'fo:margin-left': '5mm' },
    text: { ...font(SANS), ...size(9) },
  },
  {
    name: 'Reference',
    paragraph: { ...around(7, 2.5), 'fo:margin-left': '8.5mm', 'fo:text-indent': '-8.5mm' },
    tabs: tab('0mm'),
  },
  { name: 'Reference_20_Note', parent: 'Small', paragraph: { 'fo:margin-left': '8.5mm' } },
  {
    name: 'Table_20_Text',
    paragraph: { ...around(1.5, 1.5), 'fo:line-height': '108%' },
    text: { ...font(SANS), ...size(9) },
  },
  { name: 'Table_20_Number', parent: 'Table_20_Text', paragraph: { 'fo:text-align': 'end' } },
  {
    name: 'Preformatted',
    paragraph: { 'fo:background-color': `#${SHADE}`, 'fo:line-height': '108%' },
    text: { ...font(MONO), ...size(9) },
  },
  { name: 'Caption', paragraph: around(3, 11), text: { ...font(SANS), ...size(8.5), ...colour(SOFT) } },
  { name: 'Picture', paragraph: { ...around(3, 3), ...KEEP } },
  {
    name: 'Rule',
    paragraph: {
      ...around(0, 10),
      'fo:margin-left': '50mm',
      'fo:margin-right': '50mm',
      'fo:border-bottom': `0.5pt solid #${LINE}`,
    },
  },
  { name: 'Header', paragraph: around(0, 0), text: { ...font(SANS), ...size(7.5), ...colour(SOFT) } },
  {
    name: 'Footer',
    paragraph: around(0, 0),
    text: { ...font(SANS), ...size(7.5), ...colour(SOFT) },
    tabs: tab(`${TEXT_WIDTH}mm`, 'right'),
  },
  { ...quote('Quotations', LINE) },
  { ...quote('Evidence_20_Quote', ACCENT) },
];

function named({ name, parent = 'Standard', paragraph, text, level, tabs }: Named): Xml {
  const inside = [
    ...(paragraph || tabs ? [element('style:paragraph-properties', paragraph, ...(tabs ? [tabs] : []))] : []),
    ...(text ? [element('style:text-properties', text)] : []),
  ];
  return element(
    'style:style',
    {
      'style:name': name,
      'style:display-name': name.replaceAll('_20_', ' '),
      'style:family': 'paragraph',
      'style:parent-style-name': parent,
      'style:next-style-name': level === undefined ? undefined : 'Standard',
      'style:default-outline-level': level,
    },
    ...inside,
  );
}

/** `styles.xml`: the looks and the page with its running title and numbers. */
export function stylesRoot(language: string, title: string, kicker: string): Xml {
  const [tongue, country] = localeOf(language).split('-');
  return element(
    'office:document-styles',
    NAMESPACES,
    fontFaces(),
    element(
      'office:styles',
      {},
      element(
        'style:default-style',
        { 'style:family': 'paragraph' },
        element('style:paragraph-properties', {
          'fo:orphans': 2,
          'fo:widows': 2,
          'style:writing-mode': 'page',
        }),
        element('style:text-properties', {
          ...font(SERIF),
          ...size(10.5),
          ...colour(INK),
          'fo:language': tongue,
          'fo:country': country,
        }),
      ),
      element(
        'style:style',
        { 'style:name': 'Standard', 'style:family': 'paragraph', 'style:class': 'text' },
        element('style:paragraph-properties', { ...around(0, 6.5), 'fo:line-height': '125%' }),
      ),
      PARAGRAPHS.map(named),
    ),
    element('office:automatic-styles', {}, pageLayout()),
    element(
      'office:master-styles',
      {},
      element(
        'style:master-page',
        { 'style:name': 'Standard', 'style:page-layout-name': 'Page' },
        element('style:header', {}, element('text:p', { 'text:style-name': 'Header' }, title)),
        element('style:header-first', {}, element('text:p', { 'text:style-name': 'Header' })),
        element('style:footer', {}, footer(kicker)),
        element('style:footer-first', {}, footer(kicker)),
      ),
    ),
  );
}

function footer(kicker: string): Xml {
  return element(
    'text:p',
    { 'text:style-name': 'Footer' },
    kicker,
    element('text:tab'),
    element('text:page-number', { 'text:select-page': 'current' }, '1'),
    ' / ',
    element('text:page-count', {}, '1'),
  );
}

function pageLayout(): Xml {
  return element(
    'style:page-layout',
    { 'style:name': 'Page' },
    element('style:page-layout-properties', {
      'fo:page-width': '210mm',
      'fo:page-height': '297mm',
      'fo:margin-left': '36mm',
      'fo:margin-right': '27mm',
      'fo:margin-top': '14mm',
      'fo:margin-bottom': '14mm',
      'style:writing-mode': 'lr-tb',
    }),
    element(
      'style:header-style',
      {},
      element('style:header-footer-properties', { 'fo:min-height': '13mm', 'fo:margin-bottom': '8mm' }),
    ),
    element(
      'style:footer-style',
      {},
      element('style:header-footer-properties', { 'fo:min-height': '11mm', 'fo:margin-top': '6mm' }),
    ),
  );
}
