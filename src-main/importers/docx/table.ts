import { childOf, type XmlElement } from '../xml.ts';
import { numberOf, switched, valueOf } from './properties.ts';

export type Cell = {
  readonly element: XmlElement;
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
};

type Placed = { element: XmlElement; column: number; colspan: number; merge: 'begins' | 'goes on' | 'no' };

/** Wrappers that may stand between a table and its rows, or a row and its cells. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** The rows of a table, cells merged upwards left out and counted as spans. */
export function rowsOf(table: XmlElement): Cell[][] {
  const rows = [...inside(table, 'w:tr')].filter(
    (row) => childOf(childOf(row, 'w:trPr'), 'w:del') === undefined,
  );
  const placed = rows.map(placedIn);
  return rows.map((row, index) => {
    const header = switched(childOf(row, 'w:trPr'), 'w:tblHeader') === true;
    return placed[index]!.filter(({ merge }) => merge !== 'goes on').map(
      ({ element, column, colspan, merge }) => ({
        element,
        header,
        colspan,
        rowspan: merge === 'begins' ? 1 + below(placed, index + 1, column) : 1,
      }),
    );
  });
}

function placedIn(row: XmlElement): Placed[] {
  let column = numberOf(childOf(childOf(row, 'w:trPr'), 'w:gridBefore')) ?? 0;
  return [...inside(row, 'w:tc')].map((element) => {
    const properties = childOf(element, 'w:tcPr');
    const colspan = Math.min(Math.max(numberOf(childOf(properties, 'w:gridSpan')) ?? 1, 1), 100);
    const merge = childOf(properties, 'w:vMerge');
    const cell: Placed = {
      element,
      column,
      colspan,
      merge: !merge ? 'no' : valueOf(merge) === 'restart' ? 'begins' : 'goes on',
    };
    column += colspan;
    return cell;
  });
}

function below(placed: readonly Placed[][], from: number, column: number): number {
  let count = 0;
  while (
    count < 900 &&
    placed[from + count]?.some((cell) => cell.column === column && cell.merge === 'goes on') === true
  )
    count++;
  return count;
}

function* inside(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    else if (WRAPPERS.has(child.name)) yield* inside(child, name);
  }
}
