import { expect, test } from 'vitest';
import { ImportError } from '#importers/import-error.ts';
import { childOf, childrenOf, descendantsOf, readXml, textIn, XML_LIMITS } from '#importers/xml.ts';

const read = (xml: string | Uint8Array, doctype = false) =>
  readXml(typeof xml === 'string' ? Buffer.from(xml) : xml, {
    file: 'a.docx',
    prefixes: { 'urn:w': 'w', 'urn:w2': 'w' },
    doctype,
  });
function refusal(xml: string | Uint8Array, doctype = false): string {
  try {
    read(xml, doctype);
    return 'read';
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
}

test('elements have their names in the prefixes of the reader', () => {
  for (const uri of ['urn:w', 'urn:w2']) {
    const root = read(
      `<x:p xmlns:x="${uri}" xmlns="urn:o" x:val="1" plain="2"><x:t>a&amp;<![CDATA[<b>]]>&#1046;</x:t><o/><x:t/></x:p>`,
    );
    expect(root.name).toBe('w:p');
    expect([...root.attributes]).toEqual([
      ['w:val', '1'],
      ['plain', '2'],
    ]);
    expect(textIn(root)).toBe('a&<b>Ж');
    expect(childrenOf(root, 'w:t')).toHaveLength(2);
    expect(childOf(root, '{urn:o}o')).toBeDefined();
    expect([...descendantsOf(root)].map((one) => one.name)).toEqual(['w:t', '{urn:o}o', 'w:t']);
  }
});

test('is read in the encoding that it states', () => {
  const xml = '<?xml version="1.0" encoding="ENC"?><a>Вода</a>';
  expect(textIn(read(Buffer.from(`\uFEFF${xml.replace('ENC', 'UTF-8')}`)))).toBe('Вода');
  expect(textIn(read(Buffer.from(`\uFEFF${xml.replace('ENC', 'UTF-16')}`, 'utf16le')))).toBe('Вода');
  const cyrillic = Buffer.from(
    xml.replace('ENC', 'windows-1251').replace('Вода', '\xc2\xee\xe4\xe0'),
    'latin1',
  );
  expect(textIn(read(cyrillic))).toBe('Вода');
});

const laughs = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>';
test.each([
  [laughs, 'a document type of its own'],
  ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'a document type of its own'],
  ['<a>&nbsp;</a>', 'no well-formed XML'],
  ['<a><b></a>', 'no well-formed XML'],
  ['<a/><b/>', 'no well-formed XML'],
  ['<a x="1" x="2"/>', 'no well-formed XML'],
  ['<p:a/>', 'no well-formed XML'],
  ['', 'no well-formed XML'],
  ['words', 'no well-formed XML'],
  [`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 'more than 256 deep'],
  [`<a ${Array.from({ length: 600 }, (_, i) => `a${i}="1"`).join(' ')}/>`, 'no well-formed XML'],
])('%.60s is refused', (xml, sentence) => {
  expect(refusal(xml)).toContain(sentence);
});

test('a document type is passed over where older files have one, but never one with rules', () => {
  expect(
    refusal('<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://x.example/ncx.dtd"><a/>', true),
  ).toBe('read');
  expect(refusal(laughs, true)).toContain('a document type of its own');
});

test('a hundred thousand attributes, or a huge part, end at once', () => {
  const many = `<a ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>`;
  expect(refusal(many)).toContain('no well-formed XML');
  expect(refusal(new Uint8Array(XML_LIMITS.bytes + 1))).toContain('more text than an article can have');
});
