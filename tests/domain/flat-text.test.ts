import fc from 'fast-check';
import { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { articleSchema } from '#domain/article-schema.ts';
import { codePointOffset, flatten, OBJECT_CHARACTER, utf16Offset } from '#domain/flat-text.ts';
import { anyDocument } from '../support/documents.ts';

const leaf = (node: ProseMirrorNode) => (node.type.name === 'hardBreak' ? '\n' : OBJECT_CHARACTER);

test('the canonical text is the text that ProseMirror gives, for any document', () => {
  fc.assert(
    fc.property(anyDocument, (json) => {
      const doc = ProseMirrorNode.fromJSON(articleSchema(), json);
      expect(flatten(json).text).toBe(doc.textBetween(0, doc.content.size, '\n', leaf));
    }),
  );
});

test('every offset has its position and comes back from it', () => {
  fc.assert(
    fc.property(anyDocument, (json) => {
      const doc = ProseMirrorNode.fromJSON(articleSchema(), json);
      const flat = flatten(json);
      for (let offset = 0; offset <= flat.text.length; offset++) {
        const position = flat.positionAt(offset);
        // two rules in a row share the position between them: then the way back may end one further
        const back = flat.offsetAt(position);
        const betweenRules =
          flat.text.slice(offset - 1, offset + 2) === `${OBJECT_CHARACTER}\n${OBJECT_CHARACTER}`;
        expect(back === offset || (betweenRules && back === offset + 1)).toBe(true);
        const start = doc.resolve(position);
        const end = doc.resolve(flat.positionAt(Math.min(offset + 1, flat.text.length)));
        // a step from one block to the next crosses the separator, which stands in no block
        const inside = start.sameParent(end) && start.parent.isTextblock;
        expect(inside ? doc.textBetween(start.pos, end.pos, '\n', leaf) : flat.text.charAt(offset)).toBe(
          flat.text.charAt(offset),
        );
      }
      let last = 0;
      for (let position = 0; position <= doc.content.size; position++) {
        const offset = flat.offsetAt(position);
        expect(offset).toBeGreaterThanOrEqual(last);
        last = offset;
      }
      expect(last).toBe(flat.text.length);
    }),
    { numRuns: 60 },
  );
});

test('blocks say what they are and where', () => {
  const flat = flatten({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Вода 🦊' }] },
      { type: 'horizontalRule' },
      { type: 'paragraph' },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              {
                type: 'paragraph',
                content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
              },
            ],
          },
        ],
      },
    ],
  });
  expect(flat.text).toBe(`Вода 🦊\n${OBJECT_CHARACTER}\n\na\nb`);
  expect(flat.blocks).toEqual([
    { start: 0, end: 7, type: 'heading', level: 2 },
    { start: 8, end: 9, type: 'horizontalRule' },
    { start: 10, end: 10, type: 'paragraph' },
    { start: 11, end: 14, type: 'paragraph' },
  ]);
  expect(flat.positionAt(-5)).toBe(1);
  expect(flat.positionAt(99)).toBe(flat.positionAt(14));
  expect(flat.offsetAt(0)).toBe(0);
});

test('UTF-16 offsets and code points convert both ways', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const points = Array.from(text);
      let utf16 = 0;
      points.forEach((point, index) => {
        expect(codePointOffset(text, utf16)).toBe(index);
        expect(utf16Offset(text, index)).toBe(utf16);
        utf16 += point.length;
      });
      expect(codePointOffset(text, text.length)).toBe(points.length);
    }),
  );
});
