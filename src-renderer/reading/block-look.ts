import { Decoration } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { directionOf, type Direction } from '#domain/direction.ts';
import { findHidden, type Hidden } from '#domain/find-hidden.ts';
import { codeName } from '#domain/hidden-characters.ts';
import { languageOfSpan, languageRuns, type LanguageRun } from '#domain/languages-of-text.ts';
import { findLookAlikes, type LookAlike } from '#domain/look-alikes.ts';
import { quantitiesIn, type Quantity } from '#domain/quantities/quantities.ts';
import { OWN_ELEMENT } from '../editor/claim-look.ts';
import { wordsOf } from '../i18n/index.ts';
import type { HiddenShown } from './options.ts';
import { sayQuantity } from './say-quantity.ts';

/** What one block's text is looked at for. A block that does not change is looked at once. */
type Looked = {
  readonly text: string;
  readonly language: string;
  readonly direction: Direction | undefined;
  readonly runs: readonly LanguageRun[];
  hidden?: readonly Hidden[];
  lookAlikes?: readonly LookAlike[];
  quantities?: readonly Quantity[];
};

const known = new WeakMap<Node, Looked>();

function lookAt(block: Node, article: string): Looked {
  const before = known.get(block);
  if (before) return before;
  const text = block.textBetween(0, block.content.size, '\n', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : '\uFFFC',
  );
  const runs = languageRuns(text, article);
  const language = languageOfSpan(runs, 0, text.length);
  const looked = { text, runs, language, direction: directionOf(text) };
  known.set(block, looked);
  return looked;
}

export type Shown = {
  /** The article's language and direction: what a block is taken for without a sign of its own. */
  readonly language: string;
  readonly direction: Direction;
  readonly hidden: HiddenShown;
  readonly quantities: boolean;
};

/** The way a list, table or quotation runs: by the first letter in it. */
function directionOfPart(part: Node, around: Direction, language: string): Direction {
  let direction: Direction | undefined;
  part.descendants((node) => {
    if (direction === undefined && node.isTextblock) direction = lookAt(node, language).direction;
    return direction === undefined && !node.isTextblock;
  });
  return direction ?? around;
}

/** How the blocks between two positions look: language and direction, hidden characters, numbers and dates. */
export function drawBlocks(
  doc: Node,
  range: { readonly from: number; readonly to: number },
  shown: Shown,
): Decoration[] {
  const drawn: Decoration[] = [];
  const around = new Map<Node | null, Direction>([[doc, shown.direction]]);
  doc.nodesBetween(range.from, Math.min(range.to, doc.content.size), (node, position, parent) => {
    const outer = around.get(parent) ?? shown.direction;
    if (!node.isTextblock) {
      // a list's own side is where its marks stand, so a list and each of its points have a direction too
      const direction = directionOfPart(node, outer, shown.language);
      around.set(node, direction);
      if (direction !== outer)
        drawn.push(Decoration.node(position, position + node.nodeSize, { dir: direction }));
      return true;
    }
    drawText(node, position, lookAt(node, shown.language), { ...shown, direction: outer }, drawn);
    return false;
  });
  return drawn;
}

function drawText(block: Node, position: number, looked: Looked, shown: Shown, drawn: Decoration[]): void {
  const start = position + 1;
  const add = (from: number, to: number, attributes: Record<string, string>) =>
    drawn.push(Decoration.inline(start + from, start + to, { ...OWN_ELEMENT, ...attributes }));

  const isOther = looked.language !== shown.language && looked.language !== '';
  const turns = looked.direction !== undefined && looked.direction !== shown.direction;
  if (isOther || turns) {
    const attributes = {
      ...(isOther ? { lang: looked.language } : {}),
      ...(turns ? { dir: looked.direction } : {}),
    };
    drawn.push(Decoration.node(position, position + block.nodeSize, attributes));
  }
  const own = isOther ? looked.language : shown.language;
  for (const run of looked.runs) {
    // an unknown language must not be read out, or hyphenated, as the one around it
    if (run.language !== own) add(run.start, run.end, { lang: run.language || 'und' });
  }
  if (shown.hidden !== 'none') drawHidden(looked, shown.hidden, add);
  if (shown.quantities) {
    looked.quantities ??= quantitiesIn(looked.text, shown.language);
    for (const one of looked.quantities) {
      add(one.start, one.end, { class: `quantity quantity-${one.kind}`, title: sayQuantity(one) });
    }
  }
}

type Add = (from: number, to: number, attributes: Record<string, string>) => void;

function drawHidden(looked: Looked, which: 'danger' | 'all', add: Add): void {
  looked.hidden ??= findHidden(looked.text);
  looked.lookAlikes ??= findLookAlikes(looked.text);
  for (const one of looked.hidden) {
    if (which === 'danger' && one.level !== 'danger') continue;
    const name = `${one.name}, ${codeName(one.code)}`;
    const look = one.kind === 'space' ? 'hidden-space' : 'hidden-sign';
    add(one.start, one.end, {
      class: `hidden-mark ${look} hidden-${one.level}`,
      'data-sign': one.sign,
      title: name,
    });
  }
  for (const one of looked.lookAlikes) add(one.start, one.end, lookOf(one));
}

function lookOf({ kind, letters, scripts, host }: LookAlike): Record<string, string> {
  const say = wordsOf('reading');
  const title = say('mixedLetters', { letters: Array.from(letters).join(' '), scripts: scripts.join(' + ') });
  return kind === 'address' && host !== undefined
    ? {
        class: 'look-alike look-alike-host',
        'data-host': host,
        title: `${title} ${say('realHost', { host })}`,
      }
    : { class: 'look-alike', title };
}
