/** What only printed reports say; the rest of their words are those of every report. */
type PrintWords = {
  readonly missing: (characters: string) => string;
  readonly wordProcessor: readonly string[];
  readonly spreadsheet: readonly string[];
};

export const PRINT_WORDS: Readonly<Record<'en' | 'ru' | 'kk' | 'uk', PrintWords>> = {
  en: {
    missing: (characters) =>
      `The fonts of the PDF have no letters for some characters, which stand as their codes: ${characters}`,
    wordProcessor: [
      'Where claims overlap, only the innermost one is underlined; the number of each stands where it ends.',
      'The contents have no page numbers, and the fonts are named but not embedded.',
    ],
    spreadsheet: [
      'The articles’ text, the method, the cover and the charts are left out; justifications are plain text.',
    ],
  },
  ru: {
    missing: (characters) =>
      `В шрифтах PDF нет букв для некоторых знаков, вместо них стоят их коды: ${characters}`,
    wordProcessor: [
      'Там, где утверждения перекрываются, подчёркнуто только внутреннее; номер каждого стоит там, где оно кончается.',
      'В содержании нет номеров страниц, а шрифты названы, но не встроены.',
    ],
    spreadsheet: ['Текст статей, метод, обложка и диаграммы опущены; обоснования даны простым текстом.'],
  },
  kk: {
    missing: (characters) =>
      `PDF қаріптерінде кейбір таңбаларға әріп жоқ, олардың орнында кодтары тұр: ${characters}`,
    wordProcessor: [
      'Тұжырымдар қабаттасқан жерде тек ішкісінің асты сызылған; әрқайсысының нөмірі аяқталған жерінде тұр.',
      'Мазмұнда бет нөмірлері жоқ, қаріптер аталған, бірақ файлға енгізілмеген.',
    ],
    spreadsheet: [
      'Мақалалардың мәтіні, әдіс, мұқаба және диаграммалар қалдырылды; негіздемелер жай мәтінмен берілген.',
    ],
  },
  uk: {
    missing: (characters) =>
      `У шрифтах PDF немає літер для деяких знаків, замість них стоять їхні коди: ${characters}`,
    wordProcessor: [
      'Там, де твердження перекриваються, підкреслено лише внутрішнє; номер кожного стоїть там, де воно закінчується.',
      'У змісті немає номерів сторінок, а шрифти названо, але не вбудовано.',
    ],
    spreadsheet: [
      'Текст статей, метод, обкладинку та діаграми пропущено; обґрунтування подано простим текстом.',
    ],
  },
};
