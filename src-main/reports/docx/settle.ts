import { strFromU8 } from 'fflate';
import type { Outline } from '../outline/blocks.ts';
import { MONO, SANS, SERIF } from '../office-look.ts';
import { packed, unpacked } from '../package.ts';

/** What a machine without our fonts takes instead. */
const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  [SERIF, 'Cambria', 'roman', 'variable'],
  [SANS, 'Segoe UI', 'swiss', 'variable'],
  [MONO, 'Consolas', 'modern', 'fixed'],
]
  .map(
    ([name, alternative, family, pitch]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  )
  .join('')}</w:fonts>`;

/** What the zip must begin with, for programs that tell a file by its first bytes. */
const FIRST = ['[Content_Types].xml', '_rels/.rels'];

/**
 * Takes chance and clock out of a document that the docx library made: ids of links and places are numbered in order,
 * times are the report's, and nothing says by what machine and when it was packed.
 */
export function settled(document: Uint8Array, { generatedFrom }: Outline): Uint8Array {
  const files = unpacked(document);
  const ids = new Map<string, string>();
  const numbered = (xml: string) =>
    xml.replace(/\b((?:r:)?(?:id|Id|embed))="(rId[\w-]{12,})"/g, (_all, name: string, id: string) => {
      if (!ids.has(id)) ids.set(id, `rIdLink${ids.size + 1}`);
      return `${name}="${ids.get(id)!}"`;
    });
  const names = [
    ...FIRST,
    ...Object.keys(files)
      .filter((name) => !FIRST.includes(name))
      .toSorted(),
  ];
  // the document names its links first, so that they are numbered in its order
  const texts = new Map(
    ['word/document.xml', ...names]
      .filter((name) => /\.(xml|rels)$/.test(name))
      .map((name) => [name, numbered(strFromU8(files[name]!))]),
  );
  return packed(
    Object.fromEntries(
      names.map((name) => {
        const xml = texts.get(name);
        if (xml === undefined) return [name, files[name]!];
        if (name === 'word/fontTable.xml') return [name, FONT_TABLE];
        return [name, name === 'docProps/core.xml' ? dated(xml, generatedFrom) : places(xml)];
      }),
    ),
  );
}

function dated(xml: string, time: string): string {
  const kept = time === '' ? '' : '$1' + time + '$2';
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<\/dcterms:\w+>)/g, kept);
}

/** Numbers the places and the pictures of one part; the library counts them over all documents of a process. */
function places(xml: string): string {
  const marks = new Map<string, string>();
  let pictures = 0;
  return xml
    .replace(
      /<w:bookmark(Start|End)\b([^>]*?)\bw:id="(\d+)"/g,
      (_all, which: string, more: string, id: string) => {
        if (which === 'Start') marks.set(id, String(marks.size + 1));
        return `<w:bookmark${which}${more}w:id="${marks.get(id) ?? id}"`;
      },
    )
    .replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++pictures}"`);
}
