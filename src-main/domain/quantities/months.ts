/** Months by their names in the cases that dates use, and their short forms with a dot. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'january jan.',
    'february feb.',
    'march mar.',
    'april apr.',
    'may',
    'june jun.',
    'july jul.',
    'august aug.',
    'september sep. sept.',
    'october oct.',
    'november nov.',
    'december dec.',
  ],
  ru: [
    'январь января январе январю январём янв.',
    'февраль февраля феврале февралю февралём фев. февр.',
    'март марта марте марту мартом мар.',
    'апрель апреля апреле апрелю апр.',
    'май мая мае маю',
    'июнь июня июне июню июн.',
    'июль июля июле июлю июл.',
    'август августа августе августу авг.',
    'сентябрь сентября сентябре сентябрю сен. сент.',
    'октябрь октября октябре октябрю окт.',
    'ноябрь ноября ноябре ноябрю ноя. нояб.',
    'декабрь декабря декабре декабрю дек.',
  ],
  uk: [
    'січень січня січні січню січ.',
    'лютий лютого лютому лют.',
    'березень березня березні бер.',
    'квітень квітня квітні квіт.',
    'травень травня травні трав.',
    'червень червня червні черв.',
    'липень липня липні лип.',
    'серпень серпня серпні серп.',
    'вересень вересня вересні вер.',
    'жовтень жовтня жовтні жовт.',
    'листопад листопада листопаді лист.',
    'грудень грудня грудні груд.',
  ],
  kk: [
    'қаңтар қаң.',
    'ақпан ақп.',
    'наурыз нау.',
    'сәуір сәу.',
    'мамыр мам.',
    'маусым мау.',
    'шілде шіл.',
    'тамыз там.',
    'қыркүйек қыр.',
    'қазан қаз.',
    'қараша қар.',
    'желтоқсан жел.',
  ],
};

/** `isShort`: such a form is a month only with its dot or beside a year: Ukrainian `лист` is a letter too. */
export type Month = { readonly month: number; readonly isShort: boolean };

const MONTHS: Readonly<Record<string, ReadonlyMap<string, Month>>> = Object.fromEntries(
  Object.entries(NAMES).map(([language, names]) => [
    language,
    new Map(
      names.flatMap((forms, i) =>
        forms
          .split(' ')
          .map((form) => [form.replace('.', ''), { month: i + 1, isShort: form.endsWith('.') }] as const),
      ),
    ),
  ]),
);

const KAZAKH_ENDING =
  /(?:ының|інің|ынан|інен|ында|інде|ына|іне|дан|ден|тан|тен|нан|нен|да|де|та|те|ға|ге|қа|ке|дың|дің|тың|тің|ы|і)$/;

/** The month that a word names in a language; the word in lower case, without a dot. */
export function monthOf(word: string, language: string): Month | undefined {
  const months = MONTHS[language];
  if (!months) return undefined;
  const found = months.get(word);
  if (found !== undefined || language !== 'kk') return found;
  const stem = word.replace(KAZAKH_ENDING, '');
  return stem.length < 4 ? undefined : months.get(stem);
}

const YEAR_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(),
  ru: new Set('год года году годом годе г'.split(' ')),
  uk: new Set('рік року році роком р'.split(' ')),
  kk: new Set('жыл жылғы жылы жылдың жылдан жылға жылда ж'.split(' ')),
};

/** Whether a word after four figures says that they are a year. */
export function isYearWord(word: string, language: string): boolean {
  return YEAR_WORDS[language]?.has(word) ?? false;
}

const DECADE_WORDS = new Set('х ті ші'.split(' '));

/** What is hung on a year to mean its decade: `1990-х`. */
export function isDecadeEnding(word: string): boolean {
  return DECADE_WORDS.has(word);
}
