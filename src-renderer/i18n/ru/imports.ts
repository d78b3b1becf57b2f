import type { Russian } from '../keys.ts';
import type { imports as en } from '../en/imports.ts';

export const imports: Russian<typeof en> = {
  'choose.title': 'Какие страницы?',
  'choose.hint_one': 'В файле «{{name}}» {{count}} страница. Выберите, что станет статьёй.',
  'choose.hint_few': 'В файле «{{name}}» {{count}} страницы. Каждая выбранная станет статьёй.',
  'choose.hint_many': 'В файле «{{name}}» {{count}} страниц. Каждая выбранная станет статьёй.',
  'choose.hint_other': 'В файле «{{name}}» {{count}} страницы. Каждая выбранная станет статьёй.',
  'choose.hintOne_one': 'В файле «{{name}}» {{count}} страница. Выберите нужную.',
  'choose.hintOne_few': 'В файле «{{name}}» {{count}} страницы. Выберите нужную.',
  'choose.hintOne_many': 'В файле «{{name}}» {{count}} страниц. Выберите нужную.',
  'choose.hintOne_other': 'В файле «{{name}}» {{count}} страницы. Выберите нужную.',
  'choose.list': 'Страницы архива',
  'choose.filter': 'Отобрать по заголовку или адресу',
  'choose.noMatch': 'Нет страниц по запросу «{{filter}}»',
  'choose.untitled': 'Без заголовка',
  'choose.keep': 'Сохранить эту страницу',

  'chapters.title': 'Какие главы?',
  'chapters.hint_one':
    'В книге «{{name}}» {{count}} глава. Выбранное станет одной статьёй вместо целой книги.',
  'chapters.hint_few':
    'В книге «{{name}}» {{count}} главы. Выбранные станут одной статьёй вместо целой книги.',
  'chapters.hint_many':
    'В книге «{{name}}» {{count}} глав. Выбранные станут одной статьёй вместо целой книги.',
  'chapters.hint_other':
    'В книге «{{name}}» {{count}} главы. Выбранные станут одной статьёй вместо целой книги.',
  'chapters.list': 'Главы книги',
  'chapters.choose': 'Выбрать главы…',

  asks_one: 'В {{count}} архиве несколько страниц',
  asks_few: 'В {{count}} архивах несколько страниц',
  asks_many: 'В {{count}} архивах несколько страниц',
  asks_other: 'В {{count}} архива несколько страниц',
  'asks.pages_one': '{{count}} страница',
  'asks.pages_few': '{{count}} страницы',
  'asks.pages_many': '{{count}} страниц',
  'asks.pages_other': '{{count}} страницы',
  'asks.choose': 'Выбрать страницы…',

  known_one: '{{count}} файл уже был в проекте; ничего не добавлено',
  known_few: '{{count}} файла уже были в проекте; ничего не добавлено',
  known_many: '{{count}} файлов уже было в проекте; ничего не добавлено',
  known_other: '{{count}} файла уже были в проекте; ничего не добавлено',
  'known.again': 'Всё равно импортировать',

  compare: 'Сравнить…',
  'compare.title': 'Две редакции одной статьи?',
  'compare.share': '{{percent}} % текста совпадает.',
  'compare.earlier': 'Была в проекте раньше',
  'compare.later': 'Импортирована позже',
  'compare.same_one': '({{count}} абзац без изменений)',
  'compare.same_few': '({{count}} абзаца без изменений)',
  'compare.same_many': '({{count}} абзацев без изменений)',
  'compare.same_other': '({{count}} абзаца без изменений)',
  'compare.more_one': 'Ещё {{count}} место',
  'compare.more_few': 'Ещё {{count}} места',
  'compare.more_many': 'Ещё {{count}} мест',
  'compare.more_other': 'Ещё {{count}} места',
  'compare.keepBoth': 'Оставить обе',
  'compare.adopt': 'Сделать редакцией…',
  'compare.adoptNow': 'Сохранить как редакцию',
  'compare.sure':
    'Более поздний текст станет новейшей редакцией прежней статьи, утверждения перейдут на него, а «{{title}}» уйдёт из списка. Отмена вернёт оба шага по очереди.',
  'compare.adopted': 'У статьи «{{title}}» новая редакция.',

  'duplicates.title': 'Почти одинаковые статьи',
  'duplicates.none': 'Почти одинаковых статей нет',
  'duplicates.noneHint': 'Здесь появятся статьи, у которых совпадает не меньше 30 % цепочек из пяти слов.',
  'duplicates.hint':
    'У этих статей совпадает не меньше 30 % цепочек из пяти слов: это одна статья в двух редакциях или обширная цитата.',
  'duplicates.sameFile': 'Прочитаны из одного и того же файла.',
  'duplicates.open': 'Открыть более позднюю',
};
