import { ArrowDown, ArrowLeftRight, ArrowUp, FileSearch, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import ArticleView from '../app/article-view.tsx';
import { focusPane } from '../app/panes.ts';
import { chooseClaim, place, usePlace, type Place, type Side } from '../app/place.ts';
import { isNumber, useRemembered } from '../app/remembered.ts';
import { Splitter } from '../app/splitter.tsx';
import { useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { SecondChooser } from './second-chooser.tsx';
import { sharedClaims, stepAmong } from './shared-claims.ts';
import { chooseSecond, closeSecond, swapArticles } from './split.ts';
import css from './reading.module.css';

const LEAST = 300;

/**
 * Two articles side by side, each to be read and marked; keys belong to the one that was used last. A claim that both
 * hold is shown in both when it is chosen.
 */
export default function SplitView(props: {
  readonly first: string;
  readonly beside: NonNullable<Place['beside']>;
}) {
  const { first, beside } = props;
  const say = useWords('reading');
  const { side } = usePlace();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useRemembered<number>('second-width', 0, isNumber);
  const [whole, setWhole] = useState(0);
  useEffect(() => {
    const sizes = new ResizeObserver(([entry]) => entry && setWhole(entry.contentRect.width));
    if (box.current) sizes.observe(box.current);
    return () => sizes.disconnect();
  }, []);
  const usual = Math.round(whole / 2);
  const most = Math.max(LEAST, whole - LEAST);
  const second = width === 0 ? usual : Math.min(most, width);

  const take = (taken: Side) => () =>
    place.set((now) => (now.side === taken ? now : { ...now, side: taken }));
  const columns = whole === 0 ? '1fr 1fr' : `minmax(0, 1fr) ${second}px`;
  return (
    <div className={css['split']} ref={box} style={{ gridTemplateColumns: columns }}>
      <div className={css['half']} data-active={side === 'first'} onFocusCapture={take('first')}>
        <HalfHead article={first}>
          {beside.article !== null && <Shared first={first} second={beside.article} />}
        </HalfHead>
        <ArticleView key={first} id={first} side="first" />
      </div>
      <section
        id="pane-second"
        className={css['half']}
        data-pane
        data-active={side === 'second'}
        tabIndex={-1}
        aria-label={say('second')}
        onFocusCapture={take('second')}
      >
        <Splitter
          label={say('secondWidth')}
          controls="pane-second"
          side="before-second"
          width={second}
          least={LEAST}
          most={most}
          usual={usual}
          onResize={(next) => setWidth(next === usual ? 0 : next)}
        />
        {beside.article === null ? (
          <SecondChooser first={first} onChoose={chooseSecond} onCancel={closeSecond} />
        ) : (
          <>
            <HalfHead article={beside.article}>
              <IconButton
                size="small"
                icon={FileSearch}
                label={say('chooseOther')}
                onPress={() => place.set((now) => ({ ...now, beside: { article: null, target: null } }))}
              />
              <IconButton size="small" icon={ArrowLeftRight} label={say('swap')} onPress={swapArticles} />
              <IconButton
                size="small"
                icon={X}
                label={say('closeSecond')}
                keys="Shift+KeyS"
                onPress={() => {
                  closeSecond();
                  requestAnimationFrame(() => focusPane('pane-middle'));
                }}
              />
            </HalfHead>
            <ArticleView key={beside.article} id={beside.article} side="second" />
          </>
        )}
      </section>
    </div>
  );
}

function HalfHead(props: { readonly article: string; readonly children: ReactNode }) {
  const articles = useQueryCall('listArticles', {}).data?.articles ?? [];
  const title = articles.find((one) => one.id === props.article)?.title ?? '';
  return (
    <div className={css['halfHead']}>
      <span className={css['halfTitle']} title={title} dir="auto">
        {title}
      </span>
      {props.children}
    </div>
  );
}

/** How many claims both articles hold, and the way from one to the next. */
function Shared(props: { readonly first: string; readonly second: string }) {
  const say = useWords('reading');
  const { claim } = usePlace();
  const here = useQueryCall('listMarks', { article: props.first }).data?.marks;
  const there = useQueryCall('listMarks', { article: props.second }).data?.marks;
  const shared = useMemo(() => sharedClaims(here ?? [], there ?? []), [here, there]);
  const isShown = claim !== null && shared.includes(claim);
  const step = (by: 1 | -1) => chooseClaim(stepAmong(shared, claim, by));
  return (
    <>
      <span className={cx(css['shared'])} role="status" data-chosen={isShown}>
        {shared.length === 0 ? say('sharedNone') : say('shared', { count: shared.length })}
      </span>
      <IconButton
        size="small"
        icon={ArrowUp}
        label={say('previousShared')}
        isDisabled={shared.length === 0}
        onPress={() => step(-1)}
      />
      <IconButton
        size="small"
        icon={ArrowDown}
        label={say('nextShared')}
        isDisabled={shared.length === 0}
        onPress={() => step(1)}
      />
    </>
  );
}
