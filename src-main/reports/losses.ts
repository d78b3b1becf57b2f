import type { ReportLanguage } from '#domain/report-options.ts';

type Losses = { readonly markdown: readonly string[]; readonly csv: readonly string[] };

/** What the simpler formats cannot carry, told to whoever asks for one. */
export const LOSSES: Readonly<Record<ReportLanguage, Losses>> = {
  en: {
    markdown: [
      'The charts, the logo, the icons and colours of the ratings and the kinds of underline are left out; words say the same.',
      'Tables of an article become lines, its headings one level; underline, strike-through, sub- and superscript are left out.',
    ],
    csv: [
      'The articles’ text, the quotes, notes and archived copies of the evidence, the words of questions and answers, comments and the method are left out.',
      'Only the verdict that speaks for a claim is kept, and its justification as plain text.',
    ],
  },
  ru: {
    markdown: [
      'Диаграммы, логотип, значки и цвета оценок и виды подчёркивания опущены; то же сказано словами.',
      'Таблицы статьи становятся строками, заголовки — одного уровня; подчёркивание, зачёркивание, верхние и нижние индексы опущены.',
    ],
    csv: [
      'Текст статей, цитаты, примечания и архивные копии доказательств, тексты вопросов и ответов, комментарии и метод опущены.',
      'Остаётся только вердикт, который представляет утверждение, и его обоснование простым текстом.',
    ],
  },
  kk: {
    markdown: [
      'Диаграммалар, топтың белгісі, бағалардың таңбалары мен түстері және астын сызу түрлері қалдырылады; дәл сол сөзбен айтылады.',
      'Мақаланың кестелері жолдарға айналады, тақырыптары бір деңгейде болады; астын сызу, үстін сызу, жоғарғы және төменгі индекстер қалдырылады.',
    ],
    csv: [
      'Мақалалардың мәтіні, дәлелдердің дәйексөздері, ескертпелері мен мұрағат көшірмелері, сұрақтар мен жауаптардың мәтіні, пікірлер және әдіс қалдырылады.',
      'Тұжырымды білдіретін үкім ғана және оның негіздемесі жай мәтінмен сақталады.',
    ],
  },
  uk: {
    markdown: [
      'Діаграми, логотип, значки й кольори оцінок та види підкреслення пропущено; те саме сказано словами.',
      'Таблиці статті стають рядками, заголовки — одного рівня; підкреслення, закреслення, верхні й нижні індекси пропущено.',
    ],
    csv: [
      'Текст статей, цитати, примітки й архівні копії доказів, тексти запитань і відповідей, коментарі та метод пропущено.',
      'Лишається тільки вердикт, що представляє твердження, і його обґрунтування простим текстом.',
    ],
  },
};
