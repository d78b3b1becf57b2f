export type UnitKind = 'percent' | 'money' | 'measure';
export type Unit = { readonly kind: UnitKind; readonly unit: string; readonly factor?: number };

const money = (unit: string): Unit => ({ kind: 'money', unit });
const measure = (unit: string): Unit => ({ kind: 'measure', unit });

/** What follows a number and says what it counts; lower case, without a dot. Phrases of two words have a space. */
const WORDS: readonly (readonly [Unit, string])[] = [
  [
    { kind: 'percent', unit: '%' },
    'percent|per cent|pct|процент|процента|процентов|процентам|процентами|проц|пайыз|пайызы|пайызға|пайызды|пайыздан|' +
      'відсоток|відсотка|відсотків|відсотки|відсоткам|відсотками',
  ],
  [
    { kind: 'percent', unit: 'pp' },
    'percentage points|percentage point|процентных пункта|процентных пунктов|процентный пункт|п п|пп|' +
      'відсоткових пункти|відсоткових пунктів|пайыздық тармақ',
  ],
  [
    money('USD'),
    'dollars|dollar|us dollars|usd|долларов|доллара|доллар|долларами|долл|долларов сша|долл сша|доларів|долари|долара|' +
      'долар|дол|доларів сша|доллары|долларды|доллармен|ақш доллары',
  ],
  [money('EUR'), 'euros|euro|eur|евро|євро|еуро'],
  [money('GBP'), 'pounds sterling|gbp|фунтов стерлингов|фунтів стерлінгів'],
  [money('RUB'), 'rubles|roubles|ruble|rouble|rub|рублей|рубля|рубль|рублями|руб|рубли|рублів|рублі|рубльге'],
  [money('KZT'), 'tenge|kzt|тенге|теңге|теңгеге|теңгеден|теңгені|тг|теньге'],
  [money('UAH'), 'hryvnias|hryvnia|hryvnya|uah|гривен|гривны|гривна|гривень|гривні|гривня|грн|гривна'],
  [money('CNY'), 'yuan|cny|юаней|юаня|юань|юанів'],

  [
    measure('km'),
    'km|kilometres|kilometers|kilometre|kilometer|км|километров|километра|километр|километрах|километрам|кілометрах|кілометрів|кілометри|кілометра|кілометр|шақырым',
  ],
  [measure('m'), 'metres|meters|metre|meter|м|метров|метра|метр|метрах|метрів|метри|метрге'],
  [measure('cm'), 'cm|centimetres|centimeters|см|сантиметров|сантиметра|сантиметр|сантиметрів'],
  [measure('mm'), 'mm|millimetres|millimeters|мм|миллиметров|миллиметра|міліметрів'],
  [measure('mi'), 'miles|mile|миль|мили|милі'],
  [measure('ft'), 'feet|foot|ft|футов|фута|футів'],
  [
    measure('m2'),
    'square metres|square meters|кв м|квадратных метров|квадратных метра|квадратних метрів|шаршы метр|m2|м2|m²|м²',
  ],
  [
    measure('km2'),
    'square kilometres|square kilometers|кв км|квадратных километров|квадратних кілометрів|шаршы километр|km2|км2|km²|км²',
  ],
  [measure('ha'), 'hectares|hectare|ha|га|гектаров|гектара|гектар|гектарів'],
  [
    measure('m3'),
    'cubic metres|cubic meters|куб м|кубометров|кубометра|кубических метров|кубометрів|текше метр|m3|м3|m³|м³',
  ],
  [measure('l'), 'litres|liters|litre|liter|литров|литра|литр|літрів|літри'],
  [measure('kg'), 'kg|kilograms|kilogram|kilos|кг|килограммов|килограмма|килограмм|кілограмів|келі'],
  [measure('g'), 'grams|gram|граммов|грамма|грамм|грамів'],
  [measure('t'), 'tonnes|tonne|tons|ton|тонн|тонны|тонна|тоннаны'],
  [measure('°C'), 'degrees celsius|градусов цельсия|градусов|градуса|градусів|градуси'],
  [measure('km/h'), 'km/h|kph|км/ч|км/год|км/сағ'],
  [measure('MW'), 'mw|megawatts|мвт|мегаватт|мегават'],
  [measure('bbl'), 'barrels|barrel|баррелей|барреля|баррель|барелів'],

  [measure('second'), 'seconds|second|секунд|секунды|секунда|секунди'],
  [measure('minute'), 'minutes|minute|min|минут|минуты|минута|мин|минуту|хвилин|хвилини|хв|минутта'],
  [measure('hour'), 'hours|hour|hrs|часов|часа|час|часам|годин|години|годину|сағат|сағатта|сағаттан'],
  [measure('day'), 'days|day|дней|дня|день|суток|днів|дні|діб|күн|күнде|күннен'],
  [measure('week'), 'weeks|week|недель|недели|неделя|неделю|тижнів|тижні|тиждень|апта|аптада'],
  [measure('month'), 'months|month|месяцев|месяца|месяц|місяців|місяці|місяць|ай|айда|айдан'],
  [measure('year'), 'years|year|лет|года|год|років|роки|рік|жыл|жылда|жылдан|жылға|year-old|years old'],

  [
    measure('person'),
    'people|persons|person|civilians|men|women|children|residents|человек|человека|людей|чел|лиц|жителей|детей|' +
      'осіб|особи|людини|чоловік|мешканців|дітей|адам|адамның|адамды|адамға|адамы|кісі|тұрғын',
  ],
];

const UNITS: ReadonlyMap<string, Unit> = new Map(
  WORDS.flatMap(([unit, words]) => words.split('|').map((word) => [word, unit] as const)),
);

/** How many words the longest unit has. */
export const LONGEST_UNIT = 2;

/** The unit that one or two words mean; lower case, one space between. */
export function unitOf(words: string): Unit | undefined {
  return UNITS.get(words);
}

/** Signs before or after a number. */
const SIGNS: Readonly<Record<string, Unit>> = {
  '%': { kind: 'percent', unit: '%' },
  '٪': { kind: 'percent', unit: '%' },
  '‰': { kind: 'percent', unit: '‰' },
  $: money('USD'),
  '€': money('EUR'),
  '£': money('GBP'),
  '₽': money('RUB'),
  '₸': money('KZT'),
  '₴': money('UAH'),
  '¥': money('JPY'),
  '₺': money('TRY'),
  '°C': measure('°C'),
  '℃': measure('°C'),
};

export function signOf(sign: string): Unit | undefined {
  return Object.hasOwn(SIGNS, sign) ? SIGNS[sign] : undefined;
}
