import { lazy, Suspense, useEffect, type KeyboardEvent } from 'react';
import { useQueryCall } from '../data/use-call.ts';
import { useStore } from '../data/store.ts';
import { read, readingOptions } from '../reading/options.ts';
import { useWords } from '../i18n/index.ts';
import { ImportProgress } from '../library/import-progress.tsx';
import { DropTarget } from '../library/drop-target.tsx';
import { PasteTarget } from '../library/paste-target.tsx';
import { LibraryPane } from '../library/library-pane.tsx';
import { Button } from '../ui/button.tsx';
import { ToastRegion } from '../ui/toast-region.tsx';
import { useArrival } from './arrival.ts';
import { MiddlePane, loadPlacesAhead } from './middle-pane.tsx';
import { keepFocus } from './keep-focus.ts';
import { InspectorSide } from './inspector-side.tsx';
import { Guard } from './guard.tsx';
import { useLastPlace } from './last-place.ts';
import { openDialog } from './dialogs.ts';
import { focusPane, followFocus } from './panes.ts';
import { goTo, libraryAside, usePlace } from './place.ts';
import { isBoolean, isNumber, useRemembered } from './remembered.ts';
import { Splitter } from './splitter.tsx';
import { StatusBar } from './status-bar.tsx';
import { wear } from './theme.ts';
import { TopBar } from './top-bar.tsx';
import { useCommands } from './commands.ts';
import { useExchangedToast } from '../team/use-exchanged-toast.ts';
import { useShellCommands } from './shell-commands.ts';
import css from './shell.module.css';
import { cx } from '../ui/class-names.ts';

const Dialogs = lazy(() => import('./dialog-host.tsx'));

const LIBRARY = { least: 200, most: 440, usual: 252 };
const INSPECTOR = { least: 280, most: 620, usual: 320 };

/** The window: top bar, library, middle, inspector, status bar. */
export function Shell() {
  const say = useWords('app');
  const { view, article, claim } = usePlace();
  const [library, setLibrary] = useRemembered('library', LIBRARY.usual, isNumber);
  const [inspector, setInspector] = useRemembered('inspector', INSPECTOR.usual, isNumber);
  const [hasLibrary, showLibrary] = useRemembered('has-library', true, isBoolean);
  const [hasInspector, showInspector] = useRemembered('has-inspector', true, isBoolean);
  const isFocused = useStore(readingOptions).focus && view === 'article';
  const isAside = useStore(libraryAside);
  const showsLibrary = hasLibrary && !isFocused && !isAside;
  const inspects = hasInspector && !isFocused && (view === 'article' || view === 'claims');
  const dialog = useStore(openDialog);

  const preferences = useQueryCall('getPreferences', {}).data?.preferences;

  useEffect(() => {
    if (preferences) void wear(preferences);
  }, [preferences]);
  useEffect(followFocus, []);
  useEffect(keepFocus, []);
  useEffect(() => {
    // What will be wanted next is fetched while nothing else is to do.
    const later = requestIdleCallback(() => {
      void import('./dialog-host.tsx');
      loadPlacesAhead();
    });
    return () => cancelIdleCallback(later);
  }, []);
  useLastPlace();
  useArrival(`${view} ${article}`);
  useShellCommands();
  useExchangedToast();
  useCommands({
    'toggle-library': () => {
      // what put it aside for a while gives it back
      if (isFocused || isAside) {
        read({ focus: false });
        libraryAside.set(false);
        showLibrary(true);
      } else showLibrary(!hasLibrary);
    },
    'toggle-inspector': () => {
      if (isFocused) read({ focus: false });
      showInspector(isFocused || !hasInspector);
    },
  });

  const columns = [
    showsLibrary && `${library}px`,
    'minmax(320px, 1fr)',
    inspects && `minmax(${INSPECTOR.least}px, ${inspector}px)`,
  ];
  return (
    <div className={css['shell']} data-ready="true">
      <TopBar />
      <ConflictBanner />
      <div className={css['panes']} style={{ gridTemplateColumns: columns.filter(Boolean).join(' ') }}>
        {showsLibrary && (
          <nav
            id="pane-library"
            className={css['pane']}
            data-pane
            tabIndex={-1}
            aria-label={say('pane.library')}
          >
            <LibraryPane />
            <ImportProgress />
          </nav>
        )}
        <main
          id="pane-middle"
          className={cx(css['pane'], css['middle'])}
          data-pane
          tabIndex={-1}
          aria-label={say('pane.middle')}
        >
          {showsLibrary && (
            <Splitter
              label={say('pane.libraryWidth')}
              controls="pane-library"
              side="before"
              width={library}
              {...LIBRARY}
              onResize={setLibrary}
            />
          )}
          <Guard about={`${view} ${article}`}>
            <MiddlePane />
          </Guard>
          {inspects && (
            <Splitter
              label={say('pane.inspectorWidth')}
              controls="pane-inspector"
              side="after"
              width={inspector}
              {...INSPECTOR}
              onResize={setInspector}
            />
          )}
        </main>
        {inspects && (
          // Keys that nothing inside takes come up to the pane.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <aside
            id="pane-inspector"
            className={css['pane']}
            data-pane
            tabIndex={-1}
            aria-label={say('pane.inspector')}
            onKeyDown={leaveInspector}
          >
            <Guard about={`${claim} ${article}`}>
              <InspectorSide />
            </Guard>
          </aside>
        )}
      </div>
      <StatusBar />
      <DropTarget />
      <PasteTarget />
      <ToastRegion />
      {dialog && (
        <Suspense fallback={null}>
          <Dialogs name={dialog} />
        </Suspense>
      )}
    </div>
  );
}

/** Escape goes back to where the claim was chosen; what opens above the inspector has its own Escape. */
function leaveInspector(event: KeyboardEvent<HTMLElement>): void {
  const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target);
  if (event.key !== 'Escape' || !isOwn || event.defaultPrevented) return;
  event.stopPropagation();
  focusPane('pane-middle');
}

function ConflictBanner() {
  const say = useWords('app');
  const conflicts = useQueryCall('getProject', {}).data?.counts.conflicts ?? 0;
  if (conflicts === 0) return null;
  return (
    <div className={css['banner']} role="status">
      {say('conflict.banner', { count: conflicts })}
      <Button size="small" onPress={() => goTo('conflicts')}>
        {say('conflict.review')}
      </Button>
    </div>
  );
}
