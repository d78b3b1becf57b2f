/**
 * The Russian words that the citation style uses, as a CSL locale; citation-js brings none.
 * Terms that are missing here come out in English.
 */
const terms: Readonly<Record<string, string>> = {
  accessed: 'дата обращения',
  and: 'и',
  'and others': 'и др.',
  anonymous: 'аноним',
  at: 'на',
  'available at': 'доступно по адресу',
  by: '',
  circa: 'около',
  cited: 'цит. по',
  'et-al': 'и др.',
  forthcoming: 'в печати',
  from: 'из',
  ibid: 'там же',
  in: 'В',
  'in press': 'в печати',
  internet: 'интернет',
  interview: 'интервью',
  letter: 'письмо',
  'no date': 'б. д.',
  on: 'на',
  online: 'онлайн',
  'original-work-published': 'Оригинал опубликован в',
  'presented at': 'представлено на',
  retrieved: 'Получено',
  version: 'версия',
  ad: ' н. э.',
  bc: ' до н. э.',
  'open-quote': '«',
  'close-quote': '»',
  'open-inner-quote': '„',
  'close-inner-quote': '“',
  'page-range-delimiter': '–',
  'personal-communication': 'личное сообщение',
  manuscript: 'неопубликованная рукопись',
  software: 'программа',
  dataset: 'набор данных',
  map: 'карта',
  broadcast: 'передача',
  figure: 'рисунок',
  graphic: 'изображение',
  patent: 'патент',
  post: 'публикация в сети',
  'review-of': 'рецензия на',
  motion_picture: 'фильм',
  song: 'песня',
  speech: 'выступление',
  hearing: 'слушания',
};

const shortTerms: Readonly<Record<string, string>> = {
  circa: 'ок.',
  'no date': 'б. д.',
  page: 'с.',
  volume: 'т.',
  issue: '№',
  number: '№',
  chapter: 'гл.',
  edition: 'изд.',
  paragraph: 'абз.',
  section: 'разд.',
  supplement: 'прил.',
  part: 'ч.',
  editor: 'ред.',
  translator: 'пер.',
  'editor-translator': 'ред. и пер.',
  director: 'реж.',
  illustrator: 'илл.',
  interviewer: 'интервьюер',
  'article-locator': 'ст.',
};

const MONTHS = [
  ['января', 'янв.'],
  ['февраля', 'февр.'],
  ['марта', 'марта'],
  ['апреля', 'апр.'],
  ['мая', 'мая'],
  ['июня', 'июня'],
  ['июля', 'июля'],
  ['августа', 'авг.'],
  ['сентября', 'сент.'],
  ['октября', 'окт.'],
  ['ноября', 'нояб.'],
  ['декабря', 'дек.'],
] as const;

const two = (n: number) => String(n + 1).padStart(2, '0');
const term =
  (form: string) =>
  ([name, words]: [string, string]) =>
    `<term name="${name}"${form}>${words}</term>`;
const pair = ([name, words]: [string, string]) =>
  `<term name="${name}" form="short"><single>${words}</single><multiple>${words}</multiple></term>`;

export const RUSSIAN_LOCALE = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="ru-RU">
<style-options punctuation-in-quote="false"/>
<date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/></date>
<date form="numeric"><date-part name="day" form="numeric-leading-zeros" suffix="."/><date-part name="month" form="numeric-leading-zeros" suffix="."/><date-part name="year"/></date>
<terms>
${Object.entries(terms).map(term('')).join('\n')}
${Object.entries(shortTerms).map(pair).join('\n')}
<term name="ordinal">-е</term>
${MONTHS.map(([long, short], n) => `<term name="month-${two(n)}">${long}</term><term name="month-${two(n)}" form="short">${short}</term>`).join('\n')}
<term name="season-01">весна</term><term name="season-02">лето</term><term name="season-03">осень</term><term name="season-04">зима</term>
</terms>
</locale>`;
