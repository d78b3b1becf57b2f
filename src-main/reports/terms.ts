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

/** The domain's words as people read them. */
export type Terms = {
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
