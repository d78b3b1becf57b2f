/**
 * What a person can do in the window: one table that feeds the native menus, the command palette, the keys and the
 * list under `?`. Keys name physical places (`KeyV`), so that they work on a Cyrillic layout too; `$mod` is Ctrl, or
 * Command on a Mac. A key without a modifier works where no text is being typed.
 */
export const MENUS = ['file', 'edit', 'view', 'go', 'article', 'claim', 'help'] as const;
export type Menu = (typeof MENUS)[number];

export type Command = {
  readonly id: string;
  readonly menu: Menu;
  readonly keys: readonly string[];
  readonly en: string;
  readonly ru: string;
};

const c = (id: string, menu: Menu, keys: readonly string[], en: string, ru: string) =>
  ({ id, menu, keys, en, ru }) as const;

export const COMMANDS = [
  c('import', 'file', ['$mod+KeyI'], 'Import articles…', 'Импортировать статьи…'),
  c('import-folder', 'file', [], 'Import a folder…', 'Импортировать папку…'),
  c(
    'paste-article',
    'file',
    ['$mod+Shift+KeyV'],
    'New article from the clipboard',
    'Новая статья из буфера обмена',
  ),
  c('duplicates', 'file', [], 'Find duplicate articles…', 'Найти повторы статей…'),
  c('import-claims', 'file', [], 'Import claims and annotations…', 'Импортировать утверждения и аннотации…'),
  c('report', 'file', ['$mod+KeyE'], 'Write a report…', 'Составить отчёт…'),
  c('pack', 'file', ['$mod+Shift+KeyP'], 'Write a bundle for team mates…', 'Собрать пакет для коллег…'),
  c('merge', 'file', ['$mod+Shift+KeyM'], 'Merge bundles…', 'Принять пакеты…'),
  c('save-copy', 'file', ['$mod+Shift+KeyS'], 'Save a copy of the project…', 'Сохранить копию проекта…'),
  c('exchange-folder', 'file', [], 'Exchange folder…', 'Папка обмена…'),
  c('verify', 'file', [], 'Verify project', 'Проверить целостность проекта'),
  c('preferences', 'file', ['$mod+Comma'], 'Preferences', 'Настройки'),

  c('undo', 'edit', ['$mod+KeyZ'], 'Undo', 'Отменить'),
  c('redo', 'edit', ['$mod+Shift+KeyZ', '$mod+KeyY'], 'Redo', 'Повторить'),
  c('find', 'edit', ['$mod+KeyF'], 'Find in article', 'Найти в статье'),
  c('search', 'edit', ['$mod+Shift+KeyF', 'Slash'], 'Search the project', 'Искать в проекте'),

  c('toggle-library', 'view', ['$mod+Digit1'], 'Show or hide the library', 'Показать или скрыть библиотеку'),
  c(
    'toggle-inspector',
    'view',
    ['$mod+Digit3'],
    'Show or hide the inspector',
    'Показать или скрыть инспектор',
  ),
  c('theme', 'view', ['$mod+Shift+KeyL'], 'Next theme', 'Следующая тема'),
  c('outline', 'view', ['Shift+KeyO'], 'Show or hide the outline', 'Показать или скрыть оглавление'),
  c('focus-mode', 'view', ['KeyF'], 'Focus on the paragraph', 'Сосредоточиться на абзаце'),
  c('split-view', 'view', ['Shift+KeyS'], 'Second article beside this one', 'Вторая статья рядом с этой'),
  c(
    'hidden-characters',
    'view',
    ['Shift+KeyI'],
    'Show or hide all hidden characters',
    'Показать или скрыть все невидимые знаки',
  ),
  c('numbers-and-dates', 'view', [], 'Show or hide numbers and dates', 'Показать или скрыть числа и даты'),
  c('larger-text', 'view', ['$mod+Equal'], 'Larger text', 'Крупнее текст'),
  c('smaller-text', 'view', ['$mod+Minus'], 'Smaller text', 'Мельче текст'),

  c('palette', 'go', ['$mod+KeyK'], 'Command palette', 'Палитра команд'),
  c('go-article', 'go', ['KeyG'], 'Read and mark', 'Читать и размечать'),
  c('go-claims', 'go', ['Shift+KeyC'], 'All claims', 'Все утверждения'),
  c('go-references', 'go', ['Shift+KeyR'], 'References', 'Источники'),
  c('go-team', 'go', ['Shift+KeyP'], 'Team', 'Команда'),
  c('go-conflicts', 'go', ['Shift+KeyX'], 'Conflicts', 'Расхождения'),
  c('go-history', 'go', ['Shift+KeyH'], 'History', 'История'),
  c('go-attention', 'go', ['Shift+KeyN'], 'Needs attention', 'Требует внимания'),
  c('next-pane', 'go', ['F6'], 'Next pane', 'Следующая панель'),
  c('previous-pane', 'go', ['Shift+F6'], 'Previous pane', 'Предыдущая панель'),
  c('next-article', 'go', ['$mod+PageDown'], 'Next article', 'Следующая статья'),
  c('previous-article', 'go', ['$mod+PageUp'], 'Previous article', 'Предыдущая статья'),

  c('mark-verifiable', 'article', ['KeyV'], 'Mark as verifiable', 'Отметить как проверяемое'),
  c('mark-unverifiable', 'article', ['KeyU'], 'Mark as unverifiable…', 'Отметить как непроверяемое…'),
  c('mark-not-a-claim', 'article', ['KeyN'], 'Mark as not a claim', 'Отметить: не утверждение'),
  c('mark-undecided', 'article', ['KeyD'], 'Mark as undecided', 'Отметить: не решено'),
  c('select-sentence', 'article', ['KeyS'], 'Select the sentence', 'Выделить предложение'),
  c(
    'add-occurrence',
    'article',
    ['KeyA'],
    'One more place of the last chosen claim',
    'Ещё одно место последнего утверждения',
  ),
  c('next-sentence', 'article', ['KeyL'], 'Next sentence', 'Следующее предложение'),
  c('previous-sentence', 'article', ['KeyH'], 'Previous sentence', 'Предыдущее предложение'),
  c('next-unjudged', 'article', ['KeyT'], 'Next unjudged sentence', 'Следующее неразобранное предложение'),
  c('next-claim', 'article', ['KeyJ', 'BracketRight'], 'Next claim', 'Следующее утверждение'),
  c('previous-claim', 'article', ['KeyK', 'BracketLeft'], 'Previous claim', 'Предыдущее утверждение'),
  c('extend-end', 'article', ['Alt+ArrowRight'], 'Extend the mark by a word', 'Расширить отметку на слово'),
  c('shrink-end', 'article', ['Alt+ArrowLeft'], 'Shrink the mark by a word', 'Сузить отметку на слово'),
  c(
    'extend-start',
    'article',
    ['Alt+Shift+ArrowLeft'],
    'Extend the start by a word',
    'Расширить начало на слово',
  ),
  c(
    'shrink-start',
    'article',
    ['Alt+Shift+ArrowRight'],
    'Shrink the start by a word',
    'Сузить начало на слово',
  ),
  c(
    'cycle-overlap',
    'article',
    ['KeyO'],
    'Next claim at the same place',
    'Следующее утверждение в том же месте',
  ),
  c('remove-mark', 'article', ['Delete', 'Backspace'], 'Remove the mark', 'Убрать отметку'),
  c('leave', 'article', ['Escape'], 'Leave the selection', 'Снять выделение'),
  c(
    'accept-footnotes',
    'article',
    [],
    'Accept all proposed references',
    'Принять все предложенные источники',
  ),
  c('correct-text', 'article', ['$mod+Shift+KeyE'], 'Correct the text', 'Исправить текст'),
  c('compare-revisions', 'article', ['Shift+KeyD'], 'Compare revisions', 'Сравнить редакции'),
  c('article-details', 'article', ['KeyI'], 'Details of the article', 'Сведения о статье'),

  c('edit-claim', 'claim', ['Enter'], 'Go to the claim', 'Перейти к утверждению'),
  c('add-evidence', 'claim', ['KeyE'], 'Link evidence…', 'Добавить доказательство…'),
  c('ask-question', 'claim', ['KeyQ'], 'Ask a question…', 'Задать вопрос…'),
  c('rate', 'claim', ['KeyR'], 'Give a verdict…', 'Вынести вердикт…'),
  c('comment', 'claim', ['KeyC'], 'Comment', 'Комментировать'),
  c('add-reference', 'claim', ['$mod+Shift+KeyR'], 'Add a reference…', 'Добавить источник…'),

  c('keys', 'help', ['Shift+Slash'], 'Keyboard', 'Клавиатура'),
  c('getting-started', 'help', [], 'Getting started', 'Первые шаги'),
  c('licences', 'help', [], 'Licences', 'Лицензии'),
] as const;

export type CommandId = (typeof COMMANDS)[number]['id'];
