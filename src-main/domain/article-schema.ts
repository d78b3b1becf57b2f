import { getSchema, Mark, Node, type Extensions } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { isSafeAddress } from './document.ts';

type Schema = ReturnType<typeof getSchema>;

/** The words of a link are kept whatever it points to; only web and mail addresses stay addresses. */
const Link = Mark.create({
  name: 'link',
  // outermost, so that one link with several looks inside stays one link
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({
    href: { default: '', validate: safeAddress },
    title: { default: null, validate: 'string|null' },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => isSafeAddress(element.getAttribute('href') ?? '') && null,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, rel: 'noopener noreferrer nofollow' }, 0],
});

function safeAddress(value: unknown): void {
  if (typeof value !== 'string' || !isSafeAddress(value)) throw new RangeError('A link has no safe address.');
}

const Subscript = Mark.create({
  name: 'subscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
});

const Superscript = Mark.create({
  name: 'superscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
});

/** `tableRole` is what prosemirror-tables looks for. TipTap asks every extension about every node. */
const role = (asked: string, own: string, tableRole: string) => (asked === own ? { tableRole } : {});

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: (extension) => role(extension.name, 'table', 'table'),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  extendNodeSchema: (extension) => role(extension.name, 'tableRow', 'row'),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const cell = (name: string, tag: string, tableRole: string) =>
  Node.create({
    name,
    content: 'block+',
    isolating: true,
    extendNodeSchema: (extension) => role(extension.name, name, tableRole),
    addAttributes: () => ({
      colspan: { default: 1, validate: 'number' },
      rowspan: { default: 1, validate: 'number' },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

const TableCell = cell('tableCell', 'td', 'cell');
const TableHeader = cell('tableHeader', 'th', 'header_cell');

/** The extensions that make exactly the nodes and marks of `document.ts`; the editor adds its behaviour to these. */
export function articleExtensions(): Extensions {
  return [
    StarterKit.configure({
      link: false,
      trailingNode: false,
      // behaviour, not schema: reading needs none of it
      undoRedo: false,
      dropcursor: false,
      gapcursor: false,
      listKeymap: false,
      heading: { levels: [1, 2, 3, 4, 5, 6] },
      codeBlock: { enableTabIndentation: false },
    }),
    Table,
    TableRow,
    TableCell,
    TableHeader,
    Link,
    Subscript,
    Superscript,
  ];
}

let schema: Schema | undefined;

/** The one schema of every article text, for whoever needs ProseMirror without an editor. */
export function articleSchema(): Schema {
  schema ??= getSchema(articleExtensions());
  return schema;
}
