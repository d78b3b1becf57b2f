/** The light tree that pages are read from. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { parsePage } from '#importers/page/parse.ts';
import { markupOf } from '#importers/page/markup.ts';

const page = (body: string) => parsePage(`<html><body>${body}</body></html>`);
const inside = (body: string) => {
  const document = page(body);
  return { document, body: document.body! };
};

describe('the tree of a page', () => {
  test('reads names and attributes in any case, and joins a text with its entities', () => {
    const { document } = inside('<A HREF="/x" Class="one two">AT&amp;T &euro;5</A>');
    const link = document.querySelector('a.two[href]')!;
    expect([link.tagName, link.getAttribute('href'), link.textContent]).toEqual(['A', '/x', 'AT&T €5']);
    expect(link.childNodes).toHaveLength(1);
  });

  test('takes names that objects have of their own as names', () => {
    const { document, body } = inside('<constructor __proto__="x" toString="y" id="z">a</constructor>');
    const odd = document.querySelector('[id="z"]')!;
    expect(odd.localName).toBe('constructor');
    expect(odd.getAttribute('hasOwnProperty')).toBeNull();
    expect(odd.getAttribute('tostring')).toBe('y');
    expect(body.innerHTML).toContain('<constructor');
  });

  test('finds by tag, class, attribute, its beginning and its parts', () => {
    const { document } = inside(
      '<p id="a" class="x">1</p><p style="mso-hide:all">2</p><a href="#fn1">3</a><i epub:type="pagebreak">4</i>',
    );
    const texts = (selector: string) => document.querySelectorAll(selector).map((one) => one.textContent);
    expect(texts('p')).toEqual(['1', '2']);
    expect(texts('p.x, a[href*="fn"]')).toEqual(['1', '3']);
    expect(texts('a[href^="#"]')).toEqual(['3']);
    expect(texts('[style*="mso-hide"]')).toEqual(['2']);
    expect(texts('[epub\\:type="pagebreak"]')).toEqual(['4']);
    expect(() => texts('p > a')).toThrow('No selector');
  });

  test('moves what is inserted, appended and replaced', () => {
    const { document, body } = inside('<p>1</p><p>2</p><p>3</p>');
    const [one, two, three] = body.children;
    body.appendChild(one!);
    expect(body.children.map((child) => child.textContent)).toEqual(['2', '3', '1']);
    three!.before(document.createTextNode('x'));
    two!.replaceWith(document.createElement('HR'));
    expect(body.innerHTML).toBe('<hr>x<p>3</p><p>1</p>');
    expect(body.childNodes).toHaveLength(4);
    body.innerHTML = '<b>new</b>';
    expect(body.children.map((child) => child.localName)).toEqual(['b']);
  });

  test('tells what an inline style hides', () => {
    const { document } = inside(
      '<p style="color: red; DISPLAY : none !important">1</p><p style="visibility:hidden">2</p><p>3</p>',
    );
    const styles = document.querySelectorAll('p').map(({ style }) => [style.display, style.visibility]);
    expect(styles).toEqual([
      ['none', ''],
      ['', 'hidden'],
      ['', ''],
    ]);
  });

  test('lists of children stay true through any changes', () => {
    const step = fc.record({
      kind: fc.constantFrom('append', 'before', 'remove'),
      at: fc.nat(20),
      to: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { document, body } = inside('<i>0</i><i>1</i>text<i>2</i>');
        for (const { kind, at, to } of steps) {
          const nodes = body.childNodes;
          const node = nodes[at % (nodes.length + 1)] ?? document.createElement('u');
          if (kind === 'append') body.appendChild(node);
          else if (kind === 'remove') node.remove();
          else body.insertBefore(node, body.childNodes[to % (body.childNodes.length + 1)] ?? null);
          const linked = [];
          for (let one = body.firstChild; one; one = one.nextSibling) linked.push(one);
          expect(body.childNodes).toEqual(linked);
          expect(body.children).toEqual(linked.filter((one) => one.nodeType === 1));
          expect(body.lastChild).toBe(linked.at(-1) ?? null);
          expect(linked.every((one) => one.parentNode === body)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what is written out reads back to the same', () => {
    const words = fc.constantFrom('a', '<', '&amp;', '"', ' ', 'é', '&', '>');
    const piece = fc.letrec<{ any: string }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        words,
        fc
          .tuple(fc.constantFrom('b', 'div', 'span', 'ul'), words, fc.array(tie('any'), { maxLength: 3 }))
          .map(
            ([tag, title, inner]) =>
              `<${tag} title='${title.replaceAll("'", '')}'>${inner.join('')}</${tag}>`,
          ),
        fc.constantFrom('<br>', '<!-- c -->', '<img src=x>'),
      ),
    })).any;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const once = markupOf(parsePage(pieces.join('')));
        expect(markupOf(parsePage(once))).toBe(once);
      }),
      { numRuns: 100 },
    );
  });
});
