/** What only printed reports say; the rest of their words are those of every report. */
type PrintWords = {
  readonly missing: (characters: string) => string;
  readonly wordProcessor: readonly string[];
  /** Of what an article may hold and a page may not. */
  readonly deep: string;
  readonly wide: string;
  readonly listedTable: string;
  readonly spreadsheet: readonly string[];
  readonly cut: string;
  readonly columns: Readonly<
    Record<
      | 'answerKind'
      | 'sourceKind'
      | 'reason'
      | 'stance'
      | 'quote'
      | 'locator'
      | 'note'
      | 'address'
      | 'state'
      | 'rated',
      string
    >
  >;
};

export const PRINT_WORDS: Readonly<Record<'en' | 'ru' | 'kk' | 'uk', PrintWords>> = {
  en: {
    missing: (characters) =>
      `The fonts of the PDF have no letters for some characters, which stand as their codes: ${characters}`,
    wordProcessor: [
      'Where claims overlap, only the innermost one is underlined; the number of each stands where it ends.',
      'The contents have no page numbers, and the fonts are named but not embedded.',
      'Icons of ratings are signs of the font, and charts are pictures with words for them.',
    ],
    deep: 'Quotes, lists and tables of an article that are nested more than four deep are laid flat.',
    wide: 'A table of an article with more than 40 columns is written as its rows.',
    listedTable: 'A table inside a list is written as its paragraphs.',
    spreadsheet: [
      'The articles’ text and what they say differently, comments, the method, the cover and the charts are left out; justifications are plain text.',
    ],
    cut: 'Some texts are longer than a cell can be, and are cut; an ellipsis ends them.',
    columns: {
      answerKind: 'Kind of answer',
      sourceKind: 'Kind of source',
      reason: 'Reason',
      stance: 'Stance',
      quote: 'Quote',
      locator: 'Where in it',
      note: 'Note',
      address: 'Address',
      state: 'State of the verdict',
      rated: 'Rated on',
    },
  },
  ru: {
    missing: (characters) =>
      `В шрифтах PDF нет букв для некоторых знаков, вместо них стоят их коды: ${characters}`,
    wordProcessor: [
      'Там, где утверждения перекрываются, подчёркнуто только внутреннее; номер каждого стоит там, где оно кончается.',
      'В содержании нет номеров страниц, а шрифты названы, но не встроены.',
      'Значки оценок заменены знаками шрифта, а диаграммы — картинками с подписью словами.',
    ],
    deep: 'Цитаты, списки и таблицы статьи, вложенные глубже четырёх уровней, развёрнуты.',
    wide: 'Таблица статьи, в которой больше 40 столбцов, записана построчно.',
    listedTable: 'Таблица внутри списка записана абзацами.',
    spreadsheet: [
      'Текст статей и расхождения между ними, комментарии, метод, обложка и диаграммы опущены; обоснования даны простым текстом.',
    ],
    cut: 'Некоторые тексты длиннее, чем помещается в ячейку, и обрезаны; в конце стоит многоточие.',
    columns: {
      answerKind: 'Вид ответа',
      sourceKind: 'Вид источника',
      reason: 'Причина',
      stance: 'Что показывает',
      quote: 'Цитата',
      locator: 'Место в источнике',
      note: 'Примечание',
      address: 'Адрес',
      state: 'Состояние вердикта',
      rated: 'Вынесен',
    },
  },
  kk: {
    missing: (characters) =>
      `PDF қаріптерінде кейбір таңбаларға әріп жоқ, олардың орнында кодтары тұр: ${characters}`,
    wordProcessor: [
      'Тұжырымдар қабаттасқан жерде тек ішкісінің асты сызылған; әрқайсысының нөмірі аяқталған жерінде тұр.',
      'Мазмұнда бет нөмірлері жоқ, қаріптер аталған, бірақ файлға енгізілмеген.',
      'Бағалардың таңбалары қаріп белгілерімен, диаграммалар сөзбен сипатталған суреттермен берілген.',
    ],
    deep: 'Мақаланың төрт деңгейден терең кірістірілген дәйексөздері, тізімдері мен кестелері жазық берілген.',
    wide: 'Мақаланың 40-тан көп бағаны бар кестесі жолдармен жазылған.',
    listedTable: 'Тізім ішіндегі кесте абзацтармен жазылған.',
    spreadsheet: [
      'Мақалалардың мәтіні мен алшақтықтары, пікірлер, әдіс, мұқаба және диаграммалар қалдырылды; негіздемелер жай мәтінмен берілген.',
    ],
    cut: 'Кейбір мәтіндер ұяшыққа сыймайды, сондықтан қысқартылған; соңында көп нүкте тұр.',
    columns: {
      answerKind: 'Жауап түрі',
      sourceKind: 'Дереккөз түрі',
      reason: 'Себебі',
      stance: 'Нені көрсетеді',
      quote: 'Дәйексөз',
      locator: 'Дереккөздегі орны',
      note: 'Ескертпе',
      address: 'Мекенжай',
      state: 'Үкімнің күйі',
      rated: 'Шығарылған күні',
    },
  },
  uk: {
    missing: (characters) =>
      `У шрифтах PDF немає літер для деяких знаків, замість них стоять їхні коди: ${characters}`,
    wordProcessor: [
      'Там, де твердження перекриваються, підкреслено лише внутрішнє; номер кожного стоїть там, де воно закінчується.',
      'У змісті немає номерів сторінок, а шрифти названо, але не вбудовано.',
      'Значки оцінок замінено знаками шрифту, а діаграми — картинками з підписом словами.',
    ],
    deep: 'Цитати, списки й таблиці статті, вкладені глибше чотирьох рівнів, розгорнуто.',
    wide: 'Таблицю статті, у якій понад 40 стовпців, записано рядками.',
    listedTable: 'Таблицю всередині списку записано абзацами.',
    spreadsheet: [
      'Текст статей і розбіжності між ними, коментарі, метод, обкладинку та діаграми пропущено; обґрунтування подано простим текстом.',
    ],
    cut: 'Деякі тексти довші, ніж уміщає клітинка, і їх обрізано; наприкінці стоїть три крапки.',
    columns: {
      answerKind: 'Вид відповіді',
      sourceKind: 'Вид джерела',
      reason: 'Причина',
      stance: 'Що показує',
      quote: 'Цитата',
      locator: 'Місце в джерелі',
      note: 'Примітка',
      address: 'Адреса',
      state: 'Стан вердикту',
      rated: 'Винесено',
    },
  },
};
