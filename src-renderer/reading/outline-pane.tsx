import { X } from 'lucide-react';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Mark } from '#contract/nouns.ts';
import type { FlatText } from '#domain/flat-text.ts';
import { useStore, type Store } from '../data/store.ts';
import type { Place } from '../editor/reader.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';
import { read } from './options.ts';
import { claimsPerSection, placesPerSection, sectionAt, sectionsOf } from './outline.ts';
import css from './reading.module.css';

/**
 * The article's headings, beside its text: the one on the screen is marked, each says how many claims it holds, and
 * while words are being found, how many of those. Arrow keys go through it, Enter goes there, Escape goes back.
 */
export function OutlinePane(props: {
  readonly flat: FlatText;
  readonly marks: readonly Mark[];
  readonly visible: Store<Place>;
  readonly found: Store<readonly Place[] | null>;
  readonly onGo: (offset: number) => void;
  readonly onLeave: () => void;
}) {
  const { flat, marks, onGo, onLeave } = props;
  const say = useWords('reading');
  const list = useRef<HTMLUListElement>(null);
  const sections = useMemo(() => sectionsOf(flat.text, flat.blocks), [flat]);
  const claims = useMemo(() => claimsPerSection(sections, marks), [sections, marks]);
  const found = useStore(props.found);
  const matches = useMemo(() => found && placesPerSection(sections, found), [sections, found]);
  const { start, end } = useStore(props.visible);
  const current = sectionAt(sections, start + Math.round((end - start) * 0.3));

  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const press = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    if (event.key === 'Escape') onLeave();
    else if (event.key in moves)
      buttons[Math.min(buttons.length - 1, Math.max(0, moves[event.key]!))]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // Keys that no heading takes come up to the pane.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      id="pane-outline"
      className={css['outline']}
      data-pane
      tabIndex={-1}
      aria-label={say('outline')}
      onKeyDown={press}
    >
      <header className={css['outlineHead']}>
        <h2>{say('outline')}</h2>
        <IconButton
          size="small"
          icon={X}
          label={say('closeOutline')}
          keys="Shift+KeyO"
          onPress={() => {
            read({ outline: false });
            onLeave();
          }}
        />
      </header>
      {sections.length === 0 ? (
        <p className={css['none']}>{say('noHeadings')}</p>
      ) : (
        <ul className={css['sections']} ref={list}>
          {sections.map((section, i) => {
            const title = section.title || say('beginning');
            const counts = [
              matches ? say('matchesIn', { count: matches[i]! }) : '',
              say('claimsIn', { count: claims[i]! }),
            ].filter(Boolean);
            return (
              <li key={section.start}>
                <button
                  type="button"
                  data-depth={Math.min(section.depth, 4)}
                  aria-current={i === current ? 'location' : undefined}
                  tabIndex={i === Math.max(0, current) ? 0 : -1}
                  {...(i === Math.max(0, current) ? { 'data-pane-start': true } : {})}
                  onClick={() => onGo(section.start)}
                >
                  <span className={css['sectionTitle']} dir="auto">
                    {title}
                  </span>
                  <span className="unseen">{counts.join(', ')}</span>
                  <span className={css['counts']} aria-hidden>
                    {matches && matches[i]! > 0 && <b>{formatNumber(matches[i]!)}</b>}
                    {claims[i]! > 0 && <i>{formatNumber(claims[i]!)}</i>}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </nav>
  );
}
