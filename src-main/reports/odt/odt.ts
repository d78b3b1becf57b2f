import type { ReportInput } from '../input.ts';
import type { Outline } from '../outline/blocks.ts';
import { outlineOf } from '../outline/outline.ts';
import { localeOf, placeName } from '../office-look.ts';
import { packed } from '../package.ts';
import { Body } from './body.ts';
import { characters } from './runs.ts';
import { NAMESPACES, fontFaces, stylesRoot } from './styles.ts';
import { type Xml, element, xmlFile } from './xml.ts';

const TYPE = 'application/vnd.oasis.opendocument.text';

/** The whole report as an OpenDocument text. Same input, same bytes. */
export function writeOdt(input: ReportInput): Uint8Array {
  const outline = outlineOf(input);
  const body = new Body();
  const text = element(
    'office:text',
    {},
    head(outline, body),
    contents(outline, body),
    body.blocks(outline.blocks),
  );
  const content = element(
    'office:document-content',
    NAMESPACES,
    fontFaces(),
    element('office:automatic-styles', {}, body.looks.styles),
    element('office:body', {}, text),
  );
  const files = {
    'content.xml': xmlFile(content),
    'meta.xml': xmlFile(meta(outline)),
    'styles.xml': xmlFile(stylesRoot(outline.language, outline.title, outline.kicker)),
    ...Object.fromEntries(body.pictures),
  };
  const whole = {
    mimetype: TYPE,
    'META-INF/manifest.xml': xmlFile(manifest(Object.keys(files))),
    ...files,
  };
  return packed(whole, ['mimetype']);
}

function head(outline: Outline, body: Body): Xml[] {
  const { logo, checkedBy } = outline;
  const height = 15;
  return [
    ...(logo
      ? [
          body.paragraph('Picture', [
            body.picture(
              logo.bytes,
              logo.mediaType === 'image/jpeg' ? 'jpg' : 'png',
              Math.round(Math.min(105, (height * logo.width) / logo.height) * 100) / 100,
              height,
              logo.alternative,
            ),
          ]),
        ]
      : []),
    body.paragraph('Kicker', [outline.kicker]),
    body.paragraph('Title', characters(outline.title)),
    ...(checkedBy === '' ? [] : [body.paragraph('Team', characters(checkedBy))]),
    body.paragraph('Small', [outline.asOf]),
    ...body.blocks(outline.cover),
  ];
}

function contents({ contents: { title, entries } }: Outline, body: Body): Xml[] {
  return [
    element('text:h', { 'text:style-name': 'Heading_20_1', 'text:outline-level': 1 }, title),
    ...entries.map(({ text, to, depth }) =>
      body.paragraph(`Contents_20_${depth}_20_Entry`, [
        element('text:a', { 'xlink:type': 'simple', 'xlink:href': `#${placeName(to)}` }, characters(text)),
      ]),
    ),
  ];
}

function meta({ title, kicker, team, generatedFrom, language }: Outline): Xml {
  const time = generatedFrom.replace(/(\.\d+)?Z$/, 'Z');
  const dated = time === '' ? [] : [element('meta:creation-date', {}, time), element('dc:date', {}, time)];
  return element(
    'office:document-meta',
    NAMESPACES,
    element(
      'office:meta',
      {},
      element('meta:generator', {}, 'Assay'),
      element('dc:title', {}, title),
      element('dc:subject', {}, kicker),
      ...(team === '' ? [] : [element('meta:initial-creator', {}, team), element('dc:creator', {}, team)]),
      ...dated,
      element('dc:language', {}, localeOf(language)),
    ),
  );
}

function manifest(names: readonly string[]): Xml {
  const kind = (name: string) =>
    name.endsWith('.xml') ? 'text/xml' : name.endsWith('.png') ? 'image/png' : 'image/jpeg';
  const entry = (path: string, type: string, version?: string) =>
    element('manifest:file-entry', {
      'manifest:full-path': path,
      'manifest:version': version,
      'manifest:media-type': type,
    });
  return element(
    'manifest:manifest',
    { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': '1.3' },
    entry('/', TYPE, '1.3'),
    names.map((name) => entry(name, kind(name))),
  );
}
