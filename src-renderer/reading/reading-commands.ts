import type { Handlers } from '../app/commands.ts';
import { focusPane } from '../app/panes.ts';
import type { Say } from '../i18n/index.ts';
import { read, readingOptions } from './options.ts';

/** The commands that change how the article is shown. What cannot be seen at once is told. */
export function readingCommands(desk: {
  readonly tell: (sentence: string) => void;
  readonly say: Say<'reading'>;
  readonly toText: () => void;
}): Handlers {
  const { tell, say, toText } = desk;
  return {
    outline: () => {
      const outline = !readingOptions.get().outline;
      read({ outline });
      if (outline) requestAnimationFrame(() => focusPane('pane-outline'));
      else toText();
    },
    'focus-mode': () => {
      const focus = !readingOptions.get().focus;
      read({ focus });
      tell(say(focus ? 'focusBegins' : 'focusEnds'));
      toText();
    },
    'hidden-characters': () => {
      const hidden = readingOptions.get().hidden === 'all' ? 'danger' : 'all';
      read({ hidden });
      tell(say(hidden === 'all' ? 'hiddenAll' : 'hiddenDanger'));
    },
    'numbers-and-dates': () => {
      const quantities = !readingOptions.get().quantities;
      read({ quantities });
      tell(say(quantities ? 'quantitiesShown' : 'quantitiesHidden'));
    },
  };
}
