import { describe, expect, test } from 'vitest';
import { makeDocx, makeOdt, para, run } from '../support/office.ts';
import { read } from '../support/shape.ts';

describe('a Word document', () => {
  const styles =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="My head"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="HTML Preformatted"/></w:style>' +
    '<w:style w:type="character" w:styleId="Em"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>';
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';
  const item = (list: number, depth: number, text: string) =>
    para(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
  const style = (id: string) => `<w:pStyle w:val="${id}"/>`;

  test('keeps headings, lists, quotes, code and looks', async () => {
    const body =
      para('The Dam', style('T')) +
      para('How it broke', style('H1')) +
      `<w:p>${run('It rose ')}${run('fast', '<w:b/>')}${run(' and ')}${run('high', '<w:rStyle w:val="Em"/>')}${run('.', '<w:b w:val="0"/>')}</w:p>` +
      para('Later', style('Own')) +
      item(1, 0, 'one') +
      item(1, 1, 'inner') +
      item(1, 0, 'two') +
      item(2, 0, 'first') +
      para('Between.') +
      item(2, 0, 'second') +
      para('Quoted once.', style('Q')) +
      para('Quoted twice.', style('Q')) +
      para('a = 1', style('Code')) +
      para('b = 2', style('Code')) +
      '<w:p><w:r><w:t>Line</w:t><w:br/><w:t>break</w:t><w:tab/><w:t>tab</w:t><w:noBreakHyphen/><w:sym w:font="Symbol" w:char="F061"/></w:r></w:p>';
    const article = await read(
      'dam.docx',
      makeDocx({
        body,
        styles,
        numbering,
        core: '<dc:creator>Aru Bekova</dc:creator><dc:title>Untitled</dc:title>',
      }),
    );
    expect(article).toMatchObject({
      title: 'The Dam',
      author: 'Aru Bekova',
      language: 'en',
      format: 'docx',
      encoding: '',
      warnings: [],
    });
    expect(article.shape).toEqual([
      'h1(The Dam)',
      'h1(How it broke)',
      'p(It rose {bold:fast} and {italic:high}.)',
      'h2(Later)',
      'ul(li(p(one)ol(li(p(inner))))li(p(two)))',
      'ol(li(p(first)))',
      'p(Between.)',
      'olfrom 2(li(p(second)))',
      'quote(p(Quoted once.)p(Quoted twice.))',
      'code(a = 1\nb = 2)',
      'p(Linebr()break tab\u2011α)',
    ]);
  });

  test('keeps tables with their spans', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${para(text)}</w:tc>`;
    const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
    const body = `<w:tbl>${row(cell('Wide', '<w:gridSpan w:val="2"/>') + cell('C'), '<w:tblHeader/>')}${row(cell('Tall', '<w:vMerge w:val="restart"/>') + cell('b') + cell('c'))}${row(cell('', '<w:vMerge/>') + cell('d') + cell('e'))}</w:tbl>`;
    const article = await read('t.docx', makeDocx({ body }));
    expect(article.shape).toEqual([
      'table(tr(th2×1(p(Wide))th(p(C)))tr(td1×2(p(Tall))td(p(b))td(p(c)))tr(td(p(d))td(p(e))))',
    ]);
  });

  test('is called by its heading, without the number of a note that it cites', async () => {
    const body = `${para('x', '<w:outlineLvl w:val="0"/>').replace('</w:p>', '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>')}${para('It rose.')}`;
    const footnotes = `<w:footnote w:id="2"><w:p>${run('A note.')}</w:p></w:footnote>`;
    const article = await read('h.docx', makeDocx({ body: body.replace('>x<', '>The dam<'), footnotes }));
    expect(article.shape[0]).toBe('h1(The dam{superscript:[1]})');
    expect(article.title).toBe('The dam');
  });

  test('makes its notes proposed references, with and without an address', async () => {
    const cite = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, inside: string) =>
      `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${inside}</w:p></w:${kind}>`;
    const body = `<w:p>${run('It rose')}${cite('footnote', 2)}${run(', fell')}${cite('endnote', 1)}${run(', rose')}${cite('footnote', 2)}${run('.')}</w:p><w:p>${run('Star')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>${run(', two')}${cite('footnote', 4)}</w:p>`;
    const article = await read(
      'n.docx',
      makeDocx({
        body,
        footnotes: `<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>${note('footnote', 2, `${run(' See ')}<w:hyperlink r:id="x">${run('the report')}</w:hyperlink>${run('.')}`)}${note('footnote', 3, run('* A book, p. 5.'))}${note('footnote', 4, run('Two.'))}`,
        endnotes: note('endnote', 1, run(' https://b.example/y, accessed today.')),
        links: [['x', 'hyperlink', 'https://wrong.example/', true]],
        more: [
          {
            name: 'word/_rels/footnotes.xml.rels',
            data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" Type="x/hyperlink" Target="https://a.example/x" TargetMode="External"/></Relationships>',
          },
        ],
      }),
    );
    expect(article.text).toBe(
      'It rose[1], fell[i], rose[1].\nStar*, two[2]\n[1] See the report.\n[i] https://b.example/y, accessed today.\n* A book, p. 5.\n[2] Two.',
    );
    expect(article.noteShapes).toEqual([
      ['1', 'See the report.', 'https://a.example/x', ['[1]', '[1]']],
      ['i', 'https://b.example/y, accessed today.', 'https://b.example/y', ['[i]']],
      ['*', 'A book, p. 5.', '', ['*']],
      ['2', 'Two.', '', ['[2]']],
    ]);
  });

  test('shows the final text and tells what was left out', async () => {
    const field = (code: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "${code}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('link')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const box = (text: string) => `<w:txbxContent>${para(text)}</w:txbxContent>`;
    const body =
      `<w:p>${run('Kept ')}<w:ins>${run('new ')}</w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>${run('text')}${run('secret', '<w:vanish/>')}<w:r><w:commentReference w:id="1"/></w:r></w:p>` +
      `<w:p>${field('https://a.example/')}${run(' and ')}${field('file:///etc/passwd')}</w:p>` +
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('In a box')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('In a box')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('Beside the box')}</w:p>` +
      `<w:p><w:r><w:drawing/></w:r><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f></m:oMath></w:p>` +
      `<w:sdt><w:sdtContent>${para('In a control')}</w:sdtContent></w:sdt>`;
    const article = await read('c.docx', makeDocx({ body }));
    expect(article.shape).toEqual([
      'p(Kept new text)',
      'p({https://a.example/:link} and link)',
      'p(Beside the box)',
      'p(In a box)',
      'p((a+b)/c)',
      'p(In a control)',
    ]);
    expect(article.warnings).toEqual([
      'The document has 2 tracked changes; the text is read as if all were accepted.',
      'One comment was left out.',
      'One picture was left out.',
      'One piece of hidden text was left out.',
      'One formula is set as a line of text.',
    ]);
  });

  test('points outside without ever being followed', async () => {
    const article = await read(
      'out.docx',
      makeDocx({
        body: `${para('Words.')}<w:altChunk r:id="a"/><w:p><w:r><w:pict r:id="b"/></w:r></w:p>`,
        links: [
          ['a', 'aFChunk', 'file:///dev/zero', true],
          ['b', 'image', '\\\\host\\share\\x.png', true],
          ['own', 'footnotes', '../../../../etc/passwd'],
        ],
      }),
    );
    expect(article.text).toBe('Words.');
    expect(article.warnings).toEqual([
      'One picture was left out.',
      'One document inside this one was left out.',
    ]);
  });
});

describe('an OpenDocument text', () => {
  test('keeps headings, lists, tables, notes, links and looks', async () => {
    const styles =
      '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
      '<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="33% 58%"/></style:style>' +
      '<style:style style:name="Q" style:family="paragraph" style:parent-style-name="Quotations"/>' +
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>';
    const text =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:h text:outline-level="2">Head</text:h>' +
      '<text:p>It <text:span text:style-name="B">rose</text:span><text:s text:c="2"/>x<text:span text:style-name="Up">2</text:span><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>See <text:a xlink:href="https://a.example/x">here</text:a>.</text:p></text:note-body></text:note><text:line-break/>next<office:annotation><text:p>comment</text:p></office:annotation></text:p>' +
      '<text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>in</text:p></text:list-item></text:list></text:list-item></text:list>' +
      '<text:p>Between</text:p><text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>two</text:p></text:list-item></text:list>' +
      '<text:p text:style-name="Q">Quoted</text:p>' +
      '<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>H</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>' +
      '<text:p><draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame>Beside</text:p>';
    const meta =
      '<dc:title>The Dam</dc:title><meta:initial-creator>Aru Bekova</meta:initial-creator><dc:language>ru</dc:language>';
    const article = await read('d.odt', makeOdt(text, styles, meta));
    expect(article).toMatchObject({ title: 'The Dam', author: 'Aru Bekova', format: 'odt' });
    expect(article.shape).toEqual([
      'h2(Head)',
      'p(It {bold:rose} x{superscript:2[1]}br()next)',
      'ol(li(p(one)ul(li(p(in)))))',
      'p(Between)',
      'olfrom 2(li(p(two)))',
      'quote(p(Quoted))',
      'table(tr(th2×1(p(H)))tr(td(p(a))td(p(b))))',
      'p(Beside)',
      'p(Boxed)',
      'p([1] See {https://a.example/x:here}.)',
    ]);
    expect(article.noteShapes).toEqual([['1', 'See here.', 'https://a.example/x', ['[1]']]]);
    expect(article.warnings).toEqual([
      'The document has one tracked change; the text is read as if it were accepted.',
      'One comment was left out.',
    ]);
  });

  test('counts its lists as they are counted there', async () => {
    const item = (text: string, start = '') =>
      `<text:list-item${start === '' ? '' : ` text:start-value="${start}"`}><text:p>${text}</text:p></text:list-item>`;
    const styles =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>';
    const text =
      `<text:list text:style-name="L"><text:list-header><text:p>Head</text:p></text:list-header>${item('one')}${item('two')}${item('five', '5')}</text:list>` +
      `<text:p>Between</text:p><text:list text:style-name="L" text:continue-numbering="true">${item('six')}</text:list>` +
      `<text:list>${item('dot')}${item('dot too', '9')}</text:list>` +
      `<text:list text:style-name="L"><text:list-item><text:list>${item('deep')}</text:list></text:list-item></text:list>` +
      '<text:p text:style-name="Block_20_Text">Said</text:p>';
    const article = await read('l.odt', makeOdt(text, styles));
    expect(article.shape).toEqual([
      'p(Head)',
      'ol(li(p(one))li(p(two)))',
      'olfrom 5(li(p(five)))',
      'p(Between)',
      'olfrom 6(li(p(six)))',
      'ul(li(p(dot))li(p(dot too)))',
      'ul(li(p(deep)))',
      'quote(p(Said))',
    ]);
  });

  test('with a password is refused with a sentence', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const locked = makeOdt('<text:p>x</text:p>', '', '', [{ name: 'META-INF/manifest.xml', data: manifest }]);
    await expect(read('l.odt', locked)).rejects.toThrow('“l.odt” asks for a password');
  });
});
