import type {
  ClaimType,
  Confidence,
  Reason,
  ReferenceKind,
  Stance,
  Status,
  VerdictState,
  Verifiability,
} from '#domain/words.ts';
import type { ReportLanguage } from './input.ts';

const en = {
  report: 'Fact-check report',
  generatedFrom: 'As of',
  contents: 'Contents',
  summary: 'Summary',
  claims: 'Claims',
  claim: 'Claim',
  articles: 'Articles',
  article: 'Article',
  references: 'References',
  method: 'Method',
  notChecked: 'What was not checked',
  colophon: 'About this file',
  ratings: 'Verdicts',
  verifiabilities: 'Verifiability',
  number: 'Number',
  share: 'Share',
  noVerdict: 'No verdict',
  ofThemFinal: (final: number) => `${final} of them final`,
  chart: 'Claims by verdict',
  total: 'Total',
  by: 'Author',
  published: 'Published',
  imported: 'Imported',
  words: 'Words',
  said: 'Said by',
  saidOn: 'On',
  saidWhere: 'Where',
  kind: 'Kind of claim',
  status: 'Status of the work',
  reason: 'Reason',
  checkableOn: 'Can be checked from',
  partOf: 'Part of claim',
  verdict: 'Verdict',
  draft: 'Draft',
  confidence: 'Confidence',
  knownAsOf: 'As known on',
  justification: 'Justification',
  evidence: 'Evidence',
  noEvidence: 'No evidence is linked to this claim.',
  quoteFrom: 'Source',
  place: 'Place',
  note: 'Note',
  capture: 'Archived copy',
  history: 'History of verdicts',
  why: 'Reason for the change',
  inArticle: 'In the article',
  noPlace: 'This claim has no place in the printed text any more.',
  lost: 'Claims without a place in this text any more:',
  ambiguous: 'Claims whose place in this text is not certain:',
  unchanged: (name: string, day: string) => `unchanged since added by ${name} on ${day}`,
  changed: (name: string, day: string) => `CHANGED since added by ${name} on ${day}`,
  absent: (name: string, day: string) => `added by ${name} on ${day}; its bytes are not in this project file`,
  unnamed: 'someone unnamed',
  accessed: 'accessed',
  origin: 'Same origin:',
  noReferences: 'No references are used.',
  noClaims: 'No claims are marked.',
  noMethod: 'This team has not described its method.',
  methodNote:
    'Each claim carries three separate statements: whether it can be verified at all, where the work on it stands, and the verdict of the people who checked it. A verdict holds for the exact wording printed here, as of the date printed with it.',
  legend: 'The scale',
  coverage: (judged: number, all: number, share: number) =>
    `${judged} of ${all} sentences were judged (${share}\u00A0%).${judged < all ? ' Nothing is said here about the others.' : ''}`,
  noSentences: 'This text has no sentences to judge.',
  unverifiable: 'Claims that cannot be verified',
  undecided: 'Claims whose verifiability is undecided',
  unchecked: 'Verifiable claims without a verdict',
  nothingOpen: 'Every marked claim has been decided.',
  noReason: 'no reason given',
  projectId: 'Project',
  head: 'State of the project (hash of its newest act)',
  emptyHead: 'no acts yet',
  original: 'Original file (SHA-256)',
  madeWith:
    'Made with Assay from a project file. The same project state always gives the same report, byte for byte. This file holds no program and loads nothing from elsewhere.',
  back: 'Back to the text',
  onPage: 'page',
  none: 'none',
};

export type Words = Omit<typeof en, never>;

const ru: Words = {
  report: 'Отчёт о проверке фактов',
  generatedFrom: 'По состоянию на',
  contents: 'Содержание',
  summary: 'Итоги',
  claims: 'Утверждения',
  claim: 'Утверждение',
  articles: 'Статьи',
  article: 'Статья',
  references: 'Источники',
  method: 'Метод',
  notChecked: 'Что не проверялось',
  colophon: 'Об этом файле',
  ratings: 'Вердикты',
  verifiabilities: 'Проверяемость',
  number: 'Число',
  share: 'Доля',
  noVerdict: 'Без вердикта',
  ofThemFinal: (final) => `из них окончательных: ${final}`,
  chart: 'Утверждения по вердиктам',
  total: 'Всего',
  by: 'Автор',
  published: 'Опубликовано',
  imported: 'Импортировано',
  words: 'Слов',
  said: 'Кто сказал',
  saidOn: 'Когда',
  saidWhere: 'Где',
  kind: 'Вид утверждения',
  status: 'Состояние работы',
  reason: 'Причина',
  checkableOn: 'Можно проверить с',
  partOf: 'Часть утверждения',
  verdict: 'Вердикт',
  draft: 'Черновик',
  confidence: 'Уверенность',
  knownAsOf: 'По данным на',
  justification: 'Обоснование',
  evidence: 'Доказательства',
  noEvidence: 'С этим утверждением не связано ни одного доказательства.',
  quoteFrom: 'Источник',
  place: 'Место',
  note: 'Примечание',
  capture: 'Архивная копия',
  history: 'История вердиктов',
  why: 'Причина изменения',
  inArticle: 'В статье',
  noPlace: 'В напечатанном тексте этого утверждения больше нет.',
  lost: 'Утверждения, которых в этом тексте больше нет:',
  ambiguous: 'Утверждения, место которых в этом тексте неоднозначно:',
  unchanged: (name, day) => `не изменялась с момента добавления (${name}, ${day})`,
  changed: (name, day) => `ИЗМЕНЕНА после добавления (${name}, ${day})`,
  absent: (name, day) => `добавлена (${name}, ${day}); самих данных в этом файле проекта нет`,
  unnamed: 'имя не указано',
  accessed: 'дата обращения:',
  origin: 'Общее происхождение:',
  noReferences: 'Источники не использовались.',
  noClaims: 'Утверждения не отмечены.',
  noMethod: 'Команда не описала свой метод.',
  methodNote:
    'О каждом утверждении сказано три разных вещи: можно ли его вообще проверить, на каком этапе работа над ним и каков вердикт проверявших. Вердикт относится к точной формулировке, напечатанной здесь, и к указанной при нём дате.',
  legend: 'Шкала',
  coverage: (judged, all, share) =>
    `Разобрано предложений: ${judged} из ${all} (${share}\u00A0%).${judged < all ? ' Об остальных здесь ничего не утверждается.' : ''}`,
  noSentences: 'В этом тексте нет предложений для разбора.',
  unverifiable: 'Утверждения, которые нельзя проверить',
  undecided: 'Утверждения, проверяемость которых не решена',
  unchecked: 'Проверяемые утверждения без вердикта',
  nothingOpen: 'По каждому отмеченному утверждению принято решение.',
  noReason: 'причина не указана',
  projectId: 'Проект',
  head: 'Состояние проекта (хеш последнего действия)',
  emptyHead: 'действий пока нет',
  original: 'Исходный файл (SHA-256)',
  madeWith:
    'Составлено в Assay по файлу проекта. Одно и то же состояние проекта всегда даёт один и тот же отчёт, байт в байт. В этом файле нет программ, и он ничего не загружает извне.',
  back: 'Назад к тексту',
  onPage: 'страница',
  none: 'нет',
};

type Terms = {
  readonly verifiability: Readonly<Record<Verifiability, string>>;
  readonly reason: Readonly<Record<Reason, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly type: Readonly<Record<ClaimType, string>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly kind: Readonly<Record<ReferenceKind, string>>;
  readonly state: Readonly<Record<VerdictState, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
};

const enTerms: Terms = {
  verifiability: {
    verifiable: 'Verifiable',
    unverifiable: 'Unverifiable',
    'not-a-claim': 'Not a claim',
    undecided: 'Undecided',
  },
  reason: {
    opinion: 'opinion',
    prediction: 'prediction',
    'too-vague': 'too vague',
    'anonymous-source': 'anonymous or private source',
    'personal-experience': 'personal experience',
    'question-or-appeal': 'question or appeal',
    satire: 'satire',
  },
  status: { open: 'open', 'in-progress': 'in progress', 'in-review': 'in review', done: 'done' },
  type: {
    'event-or-property': 'event or property',
    numerical: 'numerical',
    causal: 'causal',
    quote: 'quotation',
    position: 'position statement',
  },
  stance: { supports: 'Supports', refutes: 'Refutes', qualifies: 'Qualifies', context: 'Context' },
  kind: {
    primary: 'primary source',
    secondary: 'secondary source',
    tertiary: 'tertiary source',
    unknown: '',
  },
  state: { draft: 'draft', final: 'final', corrected: 'corrected', void: 'void' },
  confidence: { low: 'low', medium: 'medium', high: 'high' },
};

const ruTerms: Terms = {
  verifiability: {
    verifiable: 'Проверяемо',
    unverifiable: 'Непроверяемо',
    'not-a-claim': 'Не утверждение',
    undecided: 'Не решено',
  },
  reason: {
    opinion: 'мнение',
    prediction: 'прогноз',
    'too-vague': 'слишком расплывчато',
    'anonymous-source': 'анонимный или закрытый источник',
    'personal-experience': 'личный опыт',
    'question-or-appeal': 'вопрос или призыв',
    satire: 'сатира',
  },
  status: { open: 'не начата', 'in-progress': 'в работе', 'in-review': 'на рецензии', done: 'завершена' },
  type: {
    'event-or-property': 'событие или свойство',
    numerical: 'числовое',
    causal: 'причинное',
    quote: 'цитата',
    position: 'позиция',
  },
  stance: { supports: 'Подтверждает', refutes: 'Опровергает', qualifies: 'Уточняет', context: 'Контекст' },
  kind: {
    primary: 'первичный источник',
    secondary: 'вторичный источник',
    tertiary: 'третичный источник',
    unknown: '',
  },
  state: { draft: 'черновик', final: 'окончательный', corrected: 'исправлен', void: 'отозван' },
  confidence: { low: 'низкая', medium: 'средняя', high: 'высокая' },
};

export const WORDS: Readonly<Record<ReportLanguage, Words>> = { en, ru };
export const TERMS: Readonly<Record<ReportLanguage, Terms>> = { en: enTerms, ru: ruTerms };

/** What the simpler formats cannot carry, told to whoever asks for one. */
export const LOSSES: Readonly<
  Record<ReportLanguage, { readonly markdown: readonly string[]; readonly csv: readonly string[] }>
> = {
  en: {
    markdown: [
      'The chart, the icons and colours of the ratings and the kinds of underline are left out; words say the same.',
      'Tables of an article become lines, its headings one level; underline, strike-through, sub- and superscript are left out.',
    ],
    csv: [
      'The articles’ text, the quotes, notes and archived copies of the evidence and the method are left out.',
      'Only the verdict that speaks for a claim is kept, and its justification as plain text.',
    ],
  },
  ru: {
    markdown: [
      'Диаграмма, значки и цвета оценок и виды подчёркивания опущены; то же сказано словами.',
      'Таблицы статьи становятся строками, заголовки — одного уровня; подчёркивание, зачёркивание, верхние и нижние индексы опущены.',
    ],
    csv: [
      'Текст статей, цитаты, примечания и архивные копии доказательств и метод опущены.',
      'Остаётся только вердикт, который представляет утверждение, и его обоснование простым текстом.',
    ],
  },
};
