import type { PageDocument } from './page/document.ts';
import type { PageElement } from './page/element.ts';
import { following } from './page/following.ts';
import type { PageNode } from './page/node.ts';

const KINDS = {
  script: ['One script was left out.', '# scripts were left out.'],
  style: ['One style sheet was left out.', '# style sheets were left out.'],
  picture: ['One picture was left out.', '# pictures were left out.'],
  drawing: ['One drawing was left out.', '# drawings were left out.'],
  formula: ['One formula was left out.', '# formulas were left out.'],
  embedded: ['One embedded page was left out.', '# embedded pages were left out.'],
  media: ['One video or sound was left out.', '# videos or sounds were left out.'],
  field: ['One form field was left out.', '# form fields were left out.'],
  link: [
    'One link that leads to no web page lost its address.',
    '# links that lead to no web page lost their address.',
  ],
} as const;
type Kind = keyof typeof KINDS;

// a map, since a page may call an element `constructor`
const KIND_OF: ReadonlyMap<string, Kind> = new Map([
  ['style', 'style'],
  ['img', 'picture'],
  ['image', 'picture'],
  ['svg', 'drawing'],
  ['canvas', 'drawing'],
  ['math', 'formula'],
  ['iframe', 'embedded'],
  ['frame', 'embedded'],
  ['object', 'embedded'],
  ['embed', 'embedded'],
  ['applet', 'embedded'],
  ['video', 'media'],
  ['audio', 'media'],
  ['button', 'field'],
  ['select', 'field'],
  ['textarea', 'field'],
]);

/** One sentence for each kind of thing in a page that no article keeps, with how many there are. */
export function leftOut(document: PageDocument): string[] {
  const counts = new Map<Kind, number>();
  let node: PageNode | null = document.firstChild;
  for (; node; node = following(node, document)) {
    const kind = node.nodeType === 1 ? kindOf(node as PageElement) : undefined;
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Object.entries(KINDS).flatMap(([kind, [one, many]]) => {
    const count = counts.get(kind as Kind) ?? 0;
    return count === 0 ? [] : [count === 1 ? one : many.replace('#', String(count))];
  });
}

function kindOf(element: PageElement): Kind | undefined {
  switch (element.localName) {
    case 'a':
      return /^(?:javascript|data|vbscript|file):/i.test(element.getAttribute('href') ?? '')
        ? 'link'
        : undefined;
    case 'script':
      return element.getAttribute('type') === 'application/ld+json' ? undefined : 'script';
    case 'source':
      return element.parentNode?.nodeType === 1 && (element.parentNode as PageElement).localName === 'picture'
        ? 'picture'
        : undefined;
    case 'input':
      return element.getAttribute('type') === 'hidden' ? undefined : 'field';
    default:
      return KIND_OF.get(element.localName);
  }
}
