import { Parser } from 'htmlparser2';
import { PageDocument } from './document.ts';
import { PageElement } from './element.ts';
import { PageText, type PageParent } from './node.ts';

/** The tree of a page, with the parser's repairs and no others: no element is added that the page does not have. */
export function parsePage(markup: string): PageDocument {
  const document = new PageDocument(parseInto);
  parseInto(markup, document);
  return document;
}

function parseInto(markup: string, into: PageParent): void {
  const document = into.ownerDocument ?? (into as PageDocument);
  let parent = into;
  let isCdata = false;
  let text = '';
  // the parser gives a text in pieces, one at each of its entities
  const endText = (): void => {
    if (text !== '') parent.adopt(new PageText(isCdata ? 4 : 3, text, document));
    text = '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        endText();
        const element = new PageElement(name, attributes, document);
        parent.adopt(element);
        parent = element;
      },
      onclosetag() {
        endText();
        parent = parent.parentNode!;
      },
      ontext(piece) {
        text += piece;
      },
      oncomment(comment) {
        endText();
        parent.adopt(new PageText(8, comment, document));
      },
      oncdatastart() {
        endText();
        isCdata = true;
      },
      oncdataend() {
        endText();
        isCdata = false;
      },
    },
    { decodeEntities: true },
  );
  parser.end(markup);
  endText();
}
