import type { ReportLanguage } from '#domain/report-options.ts';

/** What a format can lose of some things: of one, of several, and in Russian, where the number stands behind. */
const COUNTED = {
  notVerifiable: [
    'claim is not verifiable and left out',
    'claims are not verifiable and left out',
    'Непроверяемые утверждения, не вошли',
  ],
  noLabel: [
    'claim has no final verdict on a scale that maps to AVeriTeC and is left out',
    'claims have no final verdict on a scale that maps to AVeriTeC and are left out',
    'Утверждения без окончательного вердикта по шкале, которой соответствуют метки AVeriTeC, не вошли',
  ],
  noQuestion: [
    'piece of evidence answers no question and is left out',
    'pieces of evidence answer no question and are left out',
    'Доказательства, не отвечающие ни на один вопрос, не вошли',
  ],
  noType: ['claim has no type', 'claims have no type', 'Утверждения без типа'],
  shortDate: [
    'date is known by its year or month only: its first day is written',
    'dates are known by their year or month only: their first day is written',
    'Даты, известные лишь до года или месяца: записан первый день',
  ],
  noDate: ['claim has no date', 'claims have no date', 'Утверждения без даты'],
  places: ['place in an article', 'places in articles', 'Места в статьях'],
  notFinal: [
    'verdict besides the final one',
    'verdicts besides the final ones',
    'Вердикты, кроме окончательных',
  ],
  comments: ['comment', 'comments', 'Комментарии'],
  tags: ['tag', 'tags', 'Метки'],
  placesInWords: [
    'place of a claim in words',
    'places of claims in words',
    'Места утверждений, указанные словами',
  ],
  parents: ['link to a larger claim', 'links to larger claims', 'Связи с более общими утверждениями'],
  noVerdict: [
    'claim has no verdict and is left out',
    'claims have no verdict and are left out',
    'Утверждения без вердикта, не вошли',
  ],
  noPage: [
    'review has no page of its own yet: give the address of the published page',
    'reviews have no page of their own yet: give the address of the published page',
    'Проверки без собственной страницы: укажите адрес опубликованной страницы',
  ],
  noNumber: [
    'rating has no number on its scale and is given in words only',
    'ratings have no number on their scale and are given in words only',
    'Оценки, у которых на шкале нет числа, даны только словами',
  ],
  addressless: [
    'place is in an article without an address and is left out',
    'places are in articles without an address and are left out',
    'Места в статьях без адреса, не вошли',
  ],
  onlyArticle: [
    'place is given by its article only',
    'places are given by their article only',
    'Места, от которых осталась только статья',
  ],
  notRuling: [
    'verdict besides the one that speaks for its claim',
    'verdicts besides those that speak for their claims',
    'Вердикты, кроме представляющих утверждение',
  ],
  questions: ['question with its answers', 'questions with their answers', 'Вопросы с ответами'],
  formatting: [
    'justification loses its formatting',
    'justifications lose their formatting',
    'Обоснования, теряющие оформление',
  ],
  verifiability: [
    'claim is not marked as verifiable, which this format cannot say',
    'claims are not marked as verifiable, which this format cannot say',
    'Утверждения, не отмеченные как проверяемые (этот формат не умеет этого сказать)',
  ],
  types: [
    'claim loses its types and strategies',
    'claims lose their types and strategies',
    'Утверждения, теряющие типы и способы проверки',
  ],
  lostLeftOut: [
    'place is lost on its text and left out',
    'places are lost on their texts and left out',
    'Места, потерянные в тексте, не вошли',
  ],
  lostWords: [
    'place is lost on its text and has only its words',
    'places are lost on their texts and have only their words',
    'Места, потерянные в тексте: остались только слова',
  ],
  sureness: [
    'place loses how sure it is',
    'places lose how sure they are',
    'Места, теряющие степень уверенности',
  ],
  articleLooks: [
    'article loses its headings, lists and links',
    'articles lose their headings, lists and links',
    'Статьи, теряющие заголовки, списки и ссылки',
  ],
  locators: ['locator of evidence', 'locators of evidence', 'Указания места в источнике'],
  assignments: ['assignment', 'assignments', 'Назначения исполнителей'],
  articleComments: ['comment on an article', 'comments on articles', 'Комментарии к статьям'],
  unusedReferences: [
    'reference that no evidence uses',
    'references that no evidence uses',
    'Источники, на которые не опирается ни одно доказательство',
  ],
  copiesByQuote: [
    'archived copy: only the text that evidence quotes',
    'archived copies: only the texts that evidence quotes',
    'Архивные копии: только цитируемые тексты',
  ],
  copiesByHash: [
    'archived copy: only its hash and date',
    'archived copies: only their hashes and dates',
    'Архивные копии: только хеши и даты',
  ],
  textless: [
    'claim stands on no text: its annotation points to itself',
    'claims stand on no text: their annotations point to themselves',
    'Утверждения вне текста: их аннотации указывают на самих себя',
  ],
  noTexts: [
    'article: its text is not in the file',
    'articles: their texts are not in the file',
    'Статьи, текста которых нет в файле',
  ],
  bareReferences: [
    'reference of an answer is named without its details',
    'references of answers are named without their details',
    'Источники ответов, названные без подробностей',
  ],
  commentsLeft: [
    'comment is left out, since nobody asked for comments',
    'comments are left out, since nobody asked for comments',
    'Комментарии, которых никто не запросил, не вошли',
  ],
} as const satisfies Record<string, readonly [one: string, many: string, russian: string]>;

/** What a format never has. */
const NEVER = {
  restAveritec: [
    'Not in this format: assignments, priorities, archived copies, the history of changes.',
    'В этом формате нет назначений, приоритетов, архивных копий, истории изменений.',
  ],
  restClaimReview: [
    'Not in this format: confidence, assignments, priorities, archived copies, the history of changes.',
    'В этом формате нет уверенности, назначений, приоритетов, архивных копий, истории изменений.',
  ],
  restQdpx: [
    'Not in this format: the kind and origin group of references, the method, the history of changes.',
    'В этом формате нет вида и общего происхождения источников, метода, истории изменений.',
  ],
  restWebAnnotation: [
    'Not in this format: scales, the method, the history of changes.',
    'В этом формате нет шкал, метода, истории изменений.',
  ],
} as const satisfies Record<string, readonly [english: string, russian: string]>;

/** Gathers what a format leaves out, and says it with numbers; what is not there is no loss. */
export class Losses {
  private readonly lines: string[] = [];
  private readonly isRussian: boolean;

  constructor(language: ReportLanguage) {
    this.isRussian = language === 'ru';
  }

  add(loss: keyof typeof COUNTED, n: number): void {
    if (n === 0) return;
    const [one, many, russian] = COUNTED[loss];
    this.lines.push(this.isRussian ? `${russian}: ${n}.` : `${n} ${n === 1 ? one : many}.`);
  }

  say(loss: keyof typeof NEVER): void {
    this.lines.push(NEVER[loss][this.isRussian ? 1 : 0]);
  }

  get all(): readonly string[] {
    return this.lines;
  }
}
