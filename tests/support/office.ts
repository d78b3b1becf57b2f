import { makeZip, type Part } from './zip.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const relations = (
  ...rows: readonly (readonly [id: string, type: string, target: string, outside?: boolean])[]
) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
    .map(
      ([id, type, target, outside]) =>
        `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

export type DocxParts = {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly core?: string;
  readonly links?: readonly (readonly [id: string, type: string, target: string, outside?: boolean])[];
  readonly more?: readonly Part[];
};

/** A Word file of the given parts, each the inside of its root element. */
export function makeDocx(parts: DocxParts): Buffer {
  const root = (name: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${W}" xmlns:r="${R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v">${inside}</w:${name}>`;
  const own = (['styles', 'numbering', 'footnotes', 'endnotes'] as const).filter(
    (name) => parts[name] !== undefined,
  );
  return makeZip([
    { name: '[Content_Types].xml', data: TYPES },
    {
      name: '_rels/.rels',
      data: relations(
        ['r1', 'officeDocument', 'word/document.xml'],
        ['r2', 'core-properties', 'docProps/core.xml'],
      ),
    },
    { name: 'word/document.xml', data: root('document', `<w:body>${parts.body}</w:body>`) },
    {
      name: 'word/_rels/document.xml.rels',
      data: relations(
        ...own.map((name) => [`own-${name}`, name, `${name}.xml`] as const),
        ...(parts.links ?? []),
      ),
    },
    ...own.map((name) => ({ name: `word/${name}.xml`, data: root(name, parts[name]!) })),
    {
      name: 'docProps/core.xml',
      data: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.core ?? ''}</cp:coreProperties>`,
    },
    ...(parts.more ?? []),
  ]);
}

/** A paragraph of one run; `properties` and `look` are the insides of `w:pPr` and `w:rPr`. */
export function para(text: string, properties = '', look = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text, look)}</w:p>`;
}

export function run(text: string, look = ''): string {
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

const ODF = ['office', 'text', 'table', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const ODF_MORE =
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"';

/** An OpenDocument text: the insides of its text, its automatic styles and its metadata. */
export function makeOdt(text: string, styles = '', meta = '', more: readonly Part[] = []): Buffer {
  const root = (name: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><office:${name} ${ODF} ${ODF_MORE}>${inside}</office:${name}>`;
  return makeZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      data: root(
        'document-content',
        `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`,
      ),
    },
    { name: 'meta.xml', data: root('document-meta', `<office:meta>${meta}</office:meta>`) },
    ...more,
  ]);
}

export type EpubChapter = { readonly file: string; readonly title: string; readonly body: string };

/** A book of two kinds: with the list of contents of EPUB 3, or with that of EPUB 2. */
export function makeEpub(
  chapters: readonly EpubChapter[],
  version: 2 | 3 = 3,
  more: readonly Part[] = [],
): Buffer {
  const items = chapters
    .map(({ file }, index) => `<item id="c${index}" href="text/${file}" media-type="application/xhtml+xml"/>`)
    .join('');
  const nav =
    version === 3
      ? `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol>${chapters
          .map(({ file, title }) => `<li><a href="text/${file}">${title}</a></li>`)
          .join('')}</ol></nav></body></html>`
      : `<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${chapters
          .map(
            ({ file, title }) =>
              `<navPoint><navLabel><text>${title}</text></navLabel><content src="text/${file}"/></navPoint>`,
          )
          .join('')}</navMap></ncx>`;
  return makeZip([
    { name: 'mimetype', data: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      data: '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    {
      name: 'OEBPS/book.opf',
      data: `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The River Book</dc:title><dc:creator>Aru Bekova</dc:creator><dc:creator>Ivan Petrov</dc:creator><dc:publisher>Example Press</dc:publisher><dc:date>2021-04-02</dc:date><dc:language>en</dc:language></metadata><manifest>${items}<item id="nav" href="nav.xml" ${version === 3 ? 'properties="nav" media-type="application/xhtml+xml"' : 'media-type="application/x-dtbncx+xml"'}/></manifest><spine toc="nav">${chapters.map((_, index) => `<itemref idref="c${index}"/>`).join('')}</spine></package>`,
    },
    { name: 'OEBPS/nav.xml', data: nav },
    ...chapters.map(({ file, title, body }) => ({
      name: `OEBPS/text/${file}`,
      data: `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body><h1>${title}</h1>${body}</body></html>`,
    })),
    ...more,
  ]);
}
