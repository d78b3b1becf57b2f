import { useQueryClient } from '@tanstack/react-query';
import type { Input } from '#contract/index.ts';
import { THEME_ORDER } from '../settings/themes.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { download } from '../data/upload.ts';
import { useWords } from '../i18n/index.ts';
import { chooseFiles, chooseFolder } from '../library/choose-files.ts';
import { toast } from '../ui/toasts.ts';
import { useCommands } from './commands.ts';
import { useDeeds } from './deeds.ts';
import { openDialog } from './dialogs.ts';
import { cyclePanes, focusPane, focusText } from './panes.ts';
import { goTo, openArticle, place } from './place.ts';
import { useStartPanel } from '../help/start-panel.ts';

const TEXT = { least: 12, most: 32 };

/** What the window does by itself, wherever the focus is. */
export function useShellCommands(): void {
  const say = useWords('app');
  const settings = useWords('settings');
  const deedOf = useDeeds();
  const queries = useQueryClient();
  const articles = useQueryCall('listArticles', {}).data?.articles ?? [];
  const preferences = useQueryCall('getPreferences', {}).data?.preferences;
  const project = useQueryCall('getProject', {}).data;
  const setPreferences = useCommand('setPreferences');
  const undo = useCommand('undo');
  const redo = useCommand('redo');
  const start = useStartPanel();

  const prefer = (changes: Input<'setPreferences'>) => {
    void setPreferences.run(changes).then((answer) => {
      if (answer) queries.setQueryData(['getPreferences', {}], answer);
    });
  };
  const resize = (by: number) => {
    if (!preferences) return;
    prefer({ textSize: Math.min(TEXT.most, Math.max(TEXT.least, preferences.textSize + by)) });
  };
  const step = (by: 1 | -1) => {
    const at = articles.findIndex((article) => article.id === place.get().article);
    const next = articles[at === -1 ? 0 : (at + by + articles.length) % articles.length];
    if (next) openArticle(next.id);
  };

  useCommands({
    import: chooseFiles,
    'import-folder': chooseFolder,
    duplicates: () => openDialog.set('duplicates'),
    'paste-article': () => openDialog.set('paste-article'),
    'import-claims': () => openDialog.set('import-claims'),
    report: () => {
      // the builder takes the focus when it comes; where it is already, the key leads back into it
      if (place.get().view === 'report') focusPane('pane-middle');
      else goTo('report');
    },
    pack: () => openDialog.set('pack'),
    merge: () => openDialog.set('merge'),
    'save-copy': () => {
      download('/project/copy', '');
      toast({ tone: 'good', text: settings('copySaved') });
    },
    verify: () => openDialog.set('verify'),
    preferences: () => openDialog.set('preferences'),
    keys: () => openDialog.set('keys'),
    licences: () => openDialog.set('licences'),
    palette: () => openDialog.set('palette'),
    search: () => goTo('search'),
    undo: () => {
      if (project?.canUndo === null) {
        toast({ tone: 'plain', text: say('undo.nothing') });
        return;
      }
      const deed = deedOf(project?.canUndo ?? '');
      void undo.run({}).then((done) => done && toast({ tone: 'plain', text: say('undone', { deed }) }));
    },
    redo: () => {
      if (project?.canRedo === null) {
        toast({ tone: 'plain', text: say('redo.nothing') });
        return;
      }
      const deed = deedOf(project?.canRedo ?? '');
      void redo.run({}).then((done) => done && toast({ tone: 'plain', text: say('redone', { deed }) }));
    },
    theme: () => {
      if (!preferences) return;
      const at = THEME_ORDER.indexOf(preferences.theme);
      const theme = THEME_ORDER[(at + 1) % THEME_ORDER.length] ?? 'system';
      prefer({ theme });
      toast({ tone: 'plain', text: settings('themeNow', { theme: settings(`theme.${theme}`) }) });
    },
    'larger-text': () => resize(1),
    'smaller-text': () => resize(-1),
    'go-article': () => {
      goTo('article');
      // the text itself, wherever in its pane the focus was: this is the way back to reading
      requestAnimationFrame(() => focusText());
    },
    'go-claims': () => goTo('claims'),
    'go-references': () => goTo('references'),
    'go-history': () => goTo('history'),
    'go-team': () => goTo('team'),
    'exchange-folder': () => goTo('team'),
    'go-conflicts': () => goTo('conflicts'),
    'go-attention': () => goTo('attention'),
    'correct-text': () => goTo('correct'),
    'compare-revisions': () => goTo('revisions'),
    'next-pane': () => cyclePanes(1),
    'previous-pane': () => cyclePanes(-1),
    'next-article': () => step(1),
    'previous-article': () => step(-1),
    'article-details': () => {
      const { view, article } = place.get();
      if (view === 'article' && article !== null) openDialog.set('article-details');
    },
    'getting-started': start.show,
  });
}
