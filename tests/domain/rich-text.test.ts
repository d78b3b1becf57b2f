import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node } from '#domain/document.ts';
import { RichTextError, checkRichText, fromPlainText, toPlainText } from '#domain/rich-text.ts';

const text = (words: string, ...marks: Node['marks'] & object[]) =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words };
const p = (...content: Node[]): Node => ({ type: 'paragraph', content });
const doc = (...content: Node[]) => ({ type: 'doc', content });

describe('plain text', () => {
  it('becomes paragraphs and line breaks, and comes back', () => {
    const rich = fromPlainText('One\r\ntwo\n\n  \nThree\n');
    expect(rich).toEqual(doc(p(text('One'), { type: 'hardBreak' }, text('two')), p(text('Three'))));
    expect(toPlainText(rich)).toBe('One\ntwo\n\nThree');
    expect(toPlainText(fromPlainText(''))).toBe('');
  });

  it('always gives a text that may be stored, and reading it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        const rich = checkRichText(fromPlainText(any));
        const plain = toPlainText(rich);
        expect(toPlainText(fromPlainText(plain))).toBe(plain);
      }),
    );
  });

  it('shows lists by their signs', () => {
    const item = (...content: Node[]): Node => ({ type: 'listItem', content });
    const rich = doc(
      { type: 'bulletList', content: [item(p(text('a'))), item(p(text('b')))] },
      { type: 'orderedList', attrs: { start: 3 }, content: [item(p(text('c')), p(text('d')))] },
    );
    expect(toPlainText(checkRichText(rich))).toBe('• a\n• b\n\n3. c\n   d');
  });
});

describe('checkRichText', () => {
  it('keeps what may stand there and drops what means nothing', () => {
    const link = { type: 'link', attrs: { href: ' https://example.org/a ', target: '_blank', class: null } };
    expect(checkRichText(doc(p(text('see', { type: 'bold' }, link))))).toEqual(
      doc(p(text('see', { type: 'bold' }, { type: 'link', attrs: { href: 'https://example.org/a' } }))),
    );
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['a bare paragraph', p(text('x'))],
    ['an image', doc({ type: 'image', attrs: { src: 'data:,' } })],
    ['a heading', doc({ type: 'heading', content: [text('x')] })],
    ['code', doc(p(text('x', { type: 'code' })))],
    ['a script link', doc(p(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))],
    ['a link to nowhere', doc(p(text('x', { type: 'link' })))],
    ['an empty text', doc(p(text('')))],
    ['the same mark twice', doc(p(text('x', { type: 'bold' }, { type: 'bold' })))],
    ['an empty document', doc()],
    ['an empty list', doc({ type: 'bulletList', content: [] })],
    ['a list item without words', doc({ type: 'bulletList', content: [{ type: 'listItem' } as Node] })],
    ['too many words', doc(p(text('x'.repeat(100_001))))],
    ['a member of every object', doc({ type: 'constructor' })],
  ])('refuses %s with a sentence', (_, json) => {
    expect(() => checkRichText(json)).toThrow(RichTextError);
    expect(() => checkRichText(json)).toThrow(/^[A-Z].*\.$/);
  });

  it('refuses lists nested without end', () => {
    let deep: Node = p(text('x'));
    for (let n = 0; n < 5_000; n++) {
      deep = { type: 'bulletList', content: [{ type: 'listItem', content: [p(), deep] }] };
    }
    expect(() => checkRichText(doc(deep))).toThrow('nested too deeply');
  });
});
