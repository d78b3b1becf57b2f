/**
 * Numbers that are written as words, in the cases that texts use. Values below a thousand are added up, scales multiply.
 * `он` is ten in Kazakh and “he” in Russian, so each language has its own table.
 */
export type NumberWord = { readonly value: number; readonly scale: boolean };

type Table = ReadonlyMap<string, NumberWord>;

function table(values: Readonly<Record<number, string>>, scales: Readonly<Record<number, string>>): Table {
  const words = new Map<string, NumberWord>();
  const add = (list: Readonly<Record<number, string>>, scale: boolean) => {
    for (const [value, forms] of Object.entries(list)) {
      for (const form of forms.split(' ')) words.set(form, { value: Number(value), scale });
    }
  };
  add(values, false);
  add(scales, true);
  return words;
}

const en = table(
  {
    0: 'zero',
    1: 'one',
    2: 'two',
    3: 'three',
    4: 'four',
    5: 'five',
    6: 'six',
    7: 'seven',
    8: 'eight',
    9: 'nine',
    10: 'ten',
    11: 'eleven',
    12: 'twelve',
    13: 'thirteen',
    14: 'fourteen',
    15: 'fifteen',
    16: 'sixteen',
    17: 'seventeen',
    18: 'eighteen',
    19: 'nineteen',
    20: 'twenty',
    30: 'thirty',
    40: 'forty',
    50: 'fifty',
    60: 'sixty',
    70: 'seventy',
    80: 'eighty',
    90: 'ninety',
  },
  { 100: 'hundred', 1e3: 'thousand', 1e6: 'million', 1e9: 'billion', 1e12: 'trillion' },
);

const ru = table(
  {
    0: 'ноль нуль нуля',
    1: 'один одна одно одного одной одному одним одну одном',
    2: 'два две двух двум двумя',
    3: 'три трёх трех трём трем тремя',
    4: 'четыре четырёх четырех четырём четырем четырьмя',
    5: 'пять пяти пятью',
    6: 'шесть шести шестью',
    7: 'семь семи семью',
    8: 'восемь восьми восемью восьмью',
    9: 'девять девяти девятью',
    10: 'десять десяти десятью',
    11: 'одиннадцать одиннадцати одиннадцатью',
    12: 'двенадцать двенадцати двенадцатью',
    13: 'тринадцать тринадцати тринадцатью',
    14: 'четырнадцать четырнадцати четырнадцатью',
    15: 'пятнадцать пятнадцати пятнадцатью',
    16: 'шестнадцать шестнадцати шестнадцатью',
    17: 'семнадцать семнадцати семнадцатью',
    18: 'восемнадцать восемнадцати восемнадцатью',
    19: 'девятнадцать девятнадцати девятнадцатью',
    20: 'двадцать двадцати двадцатью',
    30: 'тридцать тридцати тридцатью',
    40: 'сорок сорока',
    50: 'пятьдесят пятидесяти пятьюдесятью',
    60: 'шестьдесят шестидесяти шестьюдесятью',
    70: 'семьдесят семидесяти семьюдесятью',
    80: 'восемьдесят восьмидесяти восемьюдесятью',
    90: 'девяносто девяноста',
    100: 'сто ста',
    200: 'двести двухсот двумстам двумястами двухстах',
    300: 'триста трёхсот трехсот трёмстам тремстам тремястами',
    400: 'четыреста четырёхсот четырехсот четырьмястами',
    500: 'пятьсот пятисот пятьюстами',
    600: 'шестьсот шестисот шестьюстами',
    700: 'семьсот семисот семьюстами',
    800: 'восемьсот восьмисот восемьюстами',
    900: 'девятьсот девятисот девятьюстами',
  },
  {
    1e3: 'тысяча тысячи тысяче тысячу тысяч тысячам тысячами тысячах тысячей тыс',
    1e6: 'миллион миллиона миллиону миллионом миллионов миллионам миллионы миллионами миллионах млн',
    1e9: 'миллиард миллиарда миллиарду миллиардом миллиардов миллиардам миллиарды миллиардами миллиардах млрд',
    1e12: 'триллион триллиона триллионов триллионы триллионам триллионами трлн',
  },
);

const uk = table(
  {
    0: 'нуль нуля',
    1: 'один одна одне одного одній одному одним одну',
    2: 'два дві двох двом двома',
    3: 'три трьох трьом трьома',
    4: 'чотири чотирьох чотирьом чотирма',
    5: "п'ять п'яти п'ятьох п'ятьма",
    6: 'шість шести шістьох шістьма',
    7: 'сім семи сімох сьома',
    8: 'вісім восьми вісьмох вісьма',
    9: "дев'ять дев'яти дев'ятьох дев'ятьма",
    10: 'десять десяти десятьох десятьма',
    11: 'одинадцять одинадцяти',
    12: 'дванадцять дванадцяти',
    13: 'тринадцять тринадцяти',
    14: 'чотирнадцять чотирнадцяти',
    15: "п'ятнадцять п'ятнадцяти",
    16: 'шістнадцять шістнадцяти',
    17: 'сімнадцять сімнадцяти',
    18: 'вісімнадцять вісімнадцяти',
    19: "дев'ятнадцять дев'ятнадцяти",
    20: 'двадцять двадцяти двадцятьох',
    30: 'тридцять тридцяти тридцятьох',
    40: 'сорок сорока',
    50: "п'ятдесят п'ятдесяти",
    60: 'шістдесят шістдесяти',
    70: 'сімдесят сімдесяти',
    80: 'вісімдесят вісімдесяти',
    90: "дев'яносто дев'яноста",
    100: 'сто ста',
    200: 'двісті двохсот двомстам двомастами',
    300: 'триста трьохсот трьомстам',
    400: 'чотириста чотирьохсот',
    500: "п'ятсот п'ятисот",
    600: 'шістсот шестисот',
    700: 'сімсот семисот',
    800: 'вісімсот восьмисот',
    900: "дев'ятсот дев'ятисот",
  },
  {
    1e3: 'тисяча тисячі тисячу тисяч тисячам тисячами тисячею тис',
    1e6: 'мільйон мільйона мільйону мільйоном мільйонів мільйонам мільйони мільйонами млн',
    1e9: 'мільярд мільярда мільярду мільярдом мільярдів мільярдам мільярди мільярдами млрд',
    1e12: 'трильйон трильйона трильйонів трильйони трлн',
  },
);

const kk = table(
  {
    0: 'нөл',
    1: 'бір',
    2: 'екі',
    3: 'үш',
    4: 'төрт',
    5: 'бес',
    6: 'алты',
    7: 'жеті',
    8: 'сегіз',
    9: 'тоғыз',
    10: 'он',
    20: 'жиырма',
    30: 'отыз',
    40: 'қырық',
    50: 'елу',
    60: 'алпыс',
    70: 'жетпіс',
    80: 'сексен',
    90: 'тоқсан',
  },
  { 100: 'жүз', 1e3: 'мың', 1e6: 'миллион млн', 1e9: 'миллиард млрд', 1e12: 'триллион трлн' },
);

const TABLES: Readonly<Record<string, Table>> = { en, ru, uk, kk };

/** Endings of cases that Kazakh hangs on the last word of a number. */
const KAZAKH_ENDING =
  /(?:дан|ден|тан|тен|нан|нен|ға|ге|қа|ке|да|де|та|те|дың|дің|тың|тің|ның|нің|ды|ді|ты|ті|ны|ні|ды|мен|пен|бен|дай|дей|тай|тей)$/;

/** The number that a word is in a language; the word in lower case, with a plain apostrophe. */
export function numberWord(word: string, language: string): NumberWord | undefined {
  const words = TABLES[language];
  if (!words) return undefined;
  const found = words.get(word);
  if (found || language !== 'kk') return found;
  const stem = word.replace(KAZAKH_ENDING, '');
  return stem === word ? undefined : words.get(stem);
}

/** The scale that follows figures: `5 млн`, `3bn`. */
export function scaleWord(word: string, language: string): number | undefined {
  const found = numberWord(word, language);
  if (found?.scale) return found.value;
  if (language === 'en') return ENGLISH_SCALES.get(word);
  return undefined;
}

const ENGLISH_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousands', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['millions', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['billions', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

/** Words for one that are as often an article or a pronoun: they begin a number only before a scale or a unit. */
export function isWeak(value: number): boolean {
  return value === 1 || value === 0;
}
