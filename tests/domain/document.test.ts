import fc from 'fast-check';
import { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { articleSchema } from '#domain/article-schema.ts';
import { checkDocument, CONTAINERS, LEAVES, MARKS, TEXT_BLOCKS, type Node } from '#domain/document.ts';
import { anyDocument } from '../support/documents.ts';

const bySchema = (json: unknown): boolean => {
  try {
    ProseMirrorNode.fromJSON(articleSchema(), json).check();
    return true;
  } catch {
    return false;
  }
};
const byList = (json: unknown): boolean => {
  try {
    checkDocument(json);
    return true;
  } catch {
    return false;
  }
};

test('the schema holds exactly the listed nodes and marks', () => {
  expect(Object.keys(articleSchema().nodes).toSorted()).toEqual(
    ['text', ...TEXT_BLOCKS, ...LEAVES, ...CONTAINERS].toSorted(),
  );
  expect(Object.keys(articleSchema().marks)).toEqual([...MARKS]);
});

test('what the schema accepts, the list accepts', () => {
  fc.assert(
    fc.property(anyDocument, (json) => {
      expect(bySchema(json)).toBe(true);
      expect(() => checkDocument(json)).not.toThrow();
      const saved: unknown = ProseMirrorNode.fromJSON(articleSchema(), json).toJSON();
      expect(() => checkDocument(saved)).not.toThrow();
    }),
  );
});

const TYPES = ['text', ...TEXT_BLOCKS, ...LEAVES, ...CONTAINERS, 'script', '__proto__', 'constructor'];

/** A document with one part replaced by something random. */
const spoiled = fc
  .tuple(anyDocument, fc.nat(), fc.constantFrom(...TYPES), fc.constantFrom(...MARKS))
  .map(([json, where, type, mark]) => {
    let left = where % 12;
    const spoil = (node: Node): Node => {
      if (left-- === 0)
        return where % 2
          ? { ...node, type }
          : { ...node, marks: [{ type: mark, attrs: { href: 'javascript:alert(1)' } }, { type: 'bold' }] };
      return node.content ? { ...node, content: node.content.map(spoil) } : node;
    };
    return { ...json, content: json.content!.map(spoil) };
  });

test('what the list accepts, the schema accepts: nothing random passes', () => {
  let refused = 0;
  fc.assert(
    fc.property(spoiled, (json) => {
      const accepted = byList(json);
      if (!accepted) refused++;
      expect(!accepted || bySchema(json)).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(refused).toBeGreaterThan(50);
});

test.each([
  ['no document', null],
  ['a bare text', { type: 'text', text: 'a' }],
  ['an empty one', { type: 'doc', content: [] }],
  ['an empty text', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '' }] }] }],
  [
    'half a character',
    { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '\ud800' }] }] },
  ],
  ['a level 7', { type: 'doc', content: [{ type: 'heading', attrs: { level: 7 } }] }],
  ['a foreign attribute', { type: 'doc', content: [{ type: 'paragraph', attrs: { onclick: 'x' } }] }],
  ['a foreign key', { type: 'doc', content: [{ type: 'paragraph', html: '<b>' }] }],
  [
    'a live link',
    {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          ],
        },
      ],
    },
  ],
])('refuses %s with a sentence', (_, json) => {
  expect(() => checkDocument(json)).toThrow(/\.$/);
});

test('refuses endless nesting instead of overflowing', () => {
  let json: Node = { type: 'paragraph' };
  for (let i = 0; i < 100_000; i++) json = { type: 'blockquote', content: [json] };
  expect(() => checkDocument({ type: 'doc', content: [json] })).toThrow('too deeply');
});
