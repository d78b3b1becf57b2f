import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { RichTextView } from '../../../src-renderer/verdicts/rich-text-view.tsx';

const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const doc = (...content: object[]) => ({ type: 'doc', content }) as never;

test('shows paragraphs, lists, bold, italic and links', async () => {
  const screen = await render(
    <RichTextView
      doc={doc(
        paragraph(text('plain '), text('both', { type: 'bold' }, { type: 'italic' })),
        {
          type: 'orderedList',
          attrs: { start: 4 },
          content: [{ type: 'listItem', content: [paragraph(text('four'))] }],
        },
        paragraph(text('source', { type: 'link', attrs: { href: 'https://a.example/' } })),
      )}
    />,
  );
  expect(screen.container.querySelector('strong em')?.textContent).toBe('both');
  expect(screen.container.querySelector('ol')?.start).toBe(4);
  const link = screen.getByRole('link', { name: 'source' }).element();
  expect(link.getAttribute('href')).toBe('https://a.example/');
  expect(link.getAttribute('rel')).toContain('noopener');
});

test('nothing that stands in a text becomes an element, and no script an address', async () => {
  const screen = await render(
    <RichTextView
      doc={doc(
        paragraph(text('<img src=x onerror=alert(1)>')),
        paragraph(text('press', { type: 'link', attrs: { href: 'javascript:alert(1)' } })),
        { type: 'iframe', attrs: { src: 'https://a.example' }, content: [text('inside')] },
      )}
    />,
  );
  expect(screen.container.querySelector('img, a, iframe, script')).toBeNull();
  expect(screen.container.textContent).toBe('<img src=x onerror=alert(1)>pressinside');
});
