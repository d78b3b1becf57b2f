export const imports = {
  'choose.title': 'Which pages?',
  'choose.hint_one': '“{{name}}” holds {{count}} page. Choose what becomes an article.',
  'choose.hint_other': '“{{name}}” holds {{count}} pages. Each one that you choose becomes an article.',
  'choose.hintOne_one': '“{{name}}” holds {{count}} page. Choose the one that is meant.',
  'choose.hintOne_other': '“{{name}}” holds {{count}} pages. Choose the one that is meant.',
  'choose.list': 'Pages of the archive',
  'choose.filter': 'Filter by title or address',
  'choose.noMatch': 'No page matches “{{filter}}”',
  'choose.untitled': 'Without a title',
  'choose.keep': 'Keep this page',

  'chapters.title': 'Which chapters?',
  'chapters.hint_one': '“{{name}}” has {{count}} chapter.',
  'chapters.hint_other':
    '“{{name}}” has {{count}} chapters. Those that you choose become one article, which takes the place of the whole book.',
  'chapters.list': 'Chapters of the book',
  'chapters.choose': 'Choose chapters…',

  asks_one: '{{count}} archive holds several pages',
  asks_other: '{{count}} archives hold several pages',
  'asks.pages_one': '{{count}} page',
  'asks.pages_other': '{{count}} pages',
  'asks.choose': 'Choose pages…',

  known_one: '{{count}} file was already in the project; nothing was added',
  known_other: '{{count}} files were already in the project; nothing was added',
  'known.again': 'Import anyway',

  compare: 'Compare…',
  'compare.title': 'Two editions of one article?',
  'compare.share': '{{percent}} % of the text stands in both.',
  'compare.earlier': 'In the project before',
  'compare.later': 'Imported later',
  'compare.same_one': '({{count}} paragraph the same)',
  'compare.same_other': '({{count}} paragraphs the same)',
  'compare.more_one': '{{count}} more place',
  'compare.more_other': '{{count}} more places',
  'compare.keepBoth': 'Keep both',
  'compare.adopt': 'Make it a revision…',
  'compare.adoptNow': 'Save as a revision',
  'compare.sure':
    'The later text becomes the newest revision of the earlier article, and its claims follow; “{{title}}” then leaves the list. Undo takes both steps back, one after the other.',
  'compare.adopted': '“{{title}}” has a new revision.',

  'duplicates.title': 'Articles that are nearly the same',
  'duplicates.none': 'No two articles are nearly the same',
  'duplicates.noneHint': 'Articles that share at least 30 % of their five-word runs are listed here.',
  'duplicates.hint':
    'These share at least 30 % of their five-word runs: the same article in two editions, or one that quotes the other at length.',
  'duplicates.sameFile': 'Read from the same file.',
  'duplicates.open': 'Open the later one',
};
