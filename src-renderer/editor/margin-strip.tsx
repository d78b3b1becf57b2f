import { memo, useMemo, type PointerEvent } from 'react';
import type { Mark } from '#contract/nouns.ts';
import { VERIFIABILITIES, type Verifiability } from '#domain/words.ts';
import { useStore, type Store } from '../data/store.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import css from './margin-strip.module.css';
import type { Place } from './reader.ts';
import { gapsOf, type Coverage } from './triage.ts';

/** The strip's own units: its height stands for the whole text, whatever the pane's height is. */
const HEIGHT = 1000;
const WIDTH = 14;

/** Where in the strip's width each kind lies, so that place and shape tell as much as colour. */
const COLUMNS: Readonly<Record<Verifiability, { x: number; width: number; every: number }>> = {
  verifiable: { x: 4, width: 10, every: 1 },
  unverifiable: { x: 4, width: 5, every: 2 },
  undecided: { x: 9, width: 5, every: 3 },
  'not-a-claim': { x: 12, width: 2, every: 1 },
};

/**
 * The whole article at a glance: claims by kind, unjudged stretches as a light line, and what is on the screen.
 * Measured in characters of the text, so that it never jumps while far blocks have only guessed heights.
 */
export function MarginStrip(props: {
  readonly marks: readonly Mark[];
  readonly sentences: readonly number[];
  readonly coverage: Coverage;
  readonly length: number;
  readonly visible: Store<Place>;
  readonly onGo: (offset: number) => void;
}) {
  const say = useWords('editor');
  const length = Math.max(1, props.length);
  const { done, total } = props.coverage;
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
    props.onGo(Math.round(share * props.length));
  };
  return (
    <svg
      className={css['strip']}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say('strip', {
        claims: formatNumber(props.marks.length),
        done: formatNumber(done),
        total: formatNumber(total),
      })}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && go(event)}
    >
      <Marks {...props} length={length} />
      <Visible visible={props.visible} length={length} />
    </svg>
  );
}

function Visible(props: { readonly visible: Store<Place>; readonly length: number }) {
  const { start, end } = useStore(props.visible);
  const height = Math.max(6, ((end - start) / props.length) * HEIGHT);
  return (
    <rect
      className={css['visible']}
      x={0}
      y={(start / props.length) * HEIGHT}
      width={WIDTH}
      height={height}
    />
  );
}

const Marks = memo(
  function Marks(props: {
    readonly marks: readonly Mark[];
    readonly sentences: readonly number[];
    readonly coverage: Coverage;
    readonly length: number;
  }) {
    const { marks, sentences, coverage, length } = props;
    const paths = useMemo(
      () =>
        VERIFIABILITIES.map((kind) => {
          const own = marks.filter((mark) => mark.verifiability === kind && mark.state !== 'orphaned');
          return [kind, stripPath(own, length, COLUMNS[kind])] as const;
        }),
      [marks, length],
    );
    const gaps = useMemo(
      () => stripPath(gapsOf(sentences, coverage), length, { x: 0, width: 3, every: 1 }),
      [sentences, coverage, length],
    );
    return (
      <>
        <path className={css['gap']} d={gaps} />
        {paths.map(([kind, path]) => (
          <path key={kind} className={css[kind]} d={path} />
        ))}
      </>
    );
  },
  (a, b) => a.marks === b.marks && a.coverage === b.coverage && a.length === b.length,
);

/** Rows of two units that some place touches, as one path; `every` leaves rows out: a dotted or dashed look. */
function stripPath(
  places: readonly Place[],
  length: number,
  { x, width, every }: { x: number; width: number; every: number },
): string {
  const rows = new Uint8Array(HEIGHT / 2);
  for (const { start, end } of places) {
    const first = Math.min(rows.length - 1, Math.floor((start / length) * rows.length));
    const last = Math.max(first + 1, Math.ceil((end / length) * rows.length));
    rows.fill(1, first, last);
  }
  let path = '';
  for (let row = 0; row < rows.length;) {
    if (!rows[row]) {
      row += 1;
      continue;
    }
    const from = row;
    while (row < rows.length && rows[row] && (every === 1 || row - from < every)) row += 1;
    path += `M${x} ${from * 2}h${width}v${(row - from) * 2}h${-width}z`;
    if (every > 1) row += 1;
  }
  return path;
}
