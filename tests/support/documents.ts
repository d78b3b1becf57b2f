import fc from 'fast-check';
import type { Mark, Node } from '#domain/document.ts';

const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom('ж', 'Ұ', '🦊', ' ', 'a', '\u0301', '"'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 12,
});

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc
    .constantFrom('bold', 'italic', 'strike', 'underline', 'subscript', 'superscript')
    .map((type) => ({ type })),
  fc.webUrl().map((href) => ({ type: 'link', attrs: { href, title: null } })),
);
const ORDER = ['link', 'bold', 'code', 'italic', 'strike', 'underline', 'subscript', 'superscript'];
const marks = fc.oneof(
  fc.constant<Mark[]>([{ type: 'code' }]),
  fc
    .uniqueArray(mark, { selector: (one) => one.type, maxLength: 3 })
    .map((many) => many.toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))),
);

const text = fc.record({ type: fc.constant('text'), text: words, marks });
const inline: fc.Arbitrary<Node> = fc.oneof(
  { weight: 5, arbitrary: text },
  fc.constant({ type: 'hardBreak' }),
);
const inlines = fc.array(inline, { maxLength: 4 });

const leafBlock: fc.Arbitrary<Node> = fc.oneof(
  { weight: 4, arbitrary: inlines.map((content) => ({ type: 'paragraph', content })) },
  fc
    .tuple(inlines, fc.integer({ min: 1, max: 6 }))
    .map(([content, level]) => ({ type: 'heading', attrs: { level }, content })),
  words.map((code) => ({
    type: 'codeBlock',
    attrs: { language: null },
    content: [{ type: 'text', text: `${code}\n${code}` }],
  })),
  fc.constant({ type: 'horizontalRule' }),
  fc.constant({ type: 'paragraph' }),
);

const { block } = fc.letrec<{ block: Node }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const item = blocks.map((content) => ({
    type: 'listItem',
    content: content[0]!.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content],
  }));
  const items = fc.array(item, { minLength: 1, maxLength: 3 });
  const cell = fc
    .tuple(fc.constantFrom('tableCell', 'tableHeader'), blocks)
    .map(([type, content]) => ({ type, attrs: { colspan: 1, rowspan: 1 }, content }));
  const row = fc
    .array(cell, { minLength: 1, maxLength: 3 })
    .map((content) => ({ type: 'tableRow', content }));
  return {
    block: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leafBlock,
      blocks.map((content) => ({ type: 'blockquote', content })),
      items.map((content) => ({ type: 'bulletList', content })),
      items.map((content) => ({ type: 'orderedList', attrs: { start: 1, type: null }, content })),
      fc.array(row, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'table', content })),
    ),
  };
});

/** Any article text that the schema accepts. */
export const anyDocument: fc.Arbitrary<Node> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((content) => ({ type: 'doc', content }));
