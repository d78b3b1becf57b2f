import { phraseBook, type Phrases } from '#domain/phrase-book.ts';
import { faultInRussian } from './russian-model.ts';

/**
 * What an import says, in Russian. Readers work in a process of their own and know no language of a window; their
 * sentences are few, so each stands here beside its translation. What is in braces is somebody's words.
 */
const SENTENCES: Phrases = [
  ['It answers an annotation that is not in this file.', 'Отвечает на аннотацию, которой нет в этом файле.'],
  ['It marks no words and says nothing.', 'Не отмечает слов и ничего не говорит.'],
  ['It is no object.', 'Это не объект.'],
  ['It has no words of a claim.', 'Нет слов утверждения.'],
  ['It has no words; it was left out.', 'Слов нет; пропущено.'],
  ['It has no claim.', 'Утверждения нет.'],
  ['It names no claim.', 'Не названо утверждение.'],
  ['It does not name its claim.', 'Не названо своё утверждение.'],
  ['It does not name its claim and rating.', 'Не названы утверждение и оценка.'],
  ['It does not name its claim and source.', 'Не названы утверждение и источник.'],
  ['It does not name its claim and question.', 'Не названы утверждение и вопрос.'],
  ['Its type “{}” is not known; it is kept as it is.', 'Тип «{}» неизвестен; сохранён как есть.'],
  ['Its strategy “{}” is not known; it is kept as it is.', 'Способ «{}» неизвестен; сохранён как есть.'],
  [
    'The answer type “{}” is not known; it is kept as it is.',
    'Тип ответа «{}» неизвестен; сохранён как есть.',
  ],
  [
    'Its date “{}” could not be read; it is kept as it is.',
    'Дату «{}» не удалось прочитать; сохранена как есть.',
  ],
  ['Its date “{}” could not be read; it was left out.', 'Дату «{}» не удалось прочитать; пропущена.'],
  ['Its {} “{}” is not known; it was left out.', 'Значение «{2}» ({1}) неизвестно; пропущено.'],
  [
    'Its label “{}” is none of AVeriTeC’s four; no verdict was taken.',
    'Метка «{}» — не из четырёх меток AVeriTeC; вердикт не взят.',
  ],
  ['It is no well-formed JSON.', 'Это не правильный JSON.'],
  ['It is an empty list.', 'Это пустой список.'],
  [
    'There is no annotation in it: its pages stand elsewhere, or it has none.',
    'Аннотаций в нём нет: его страницы лежат в другом месте или их нет вовсе.',
  ],
  ['There is no ClaimReview or MediaReview in it.', 'В нём нет ни ClaimReview, ни MediaReview.'],
  ['Its type is written “{}”; it was read as {}.', 'Тип записан как «{}»; прочитан как {}.'],
  [
    'It could not be read: its parts are not what they should be.',
    'Не удалось прочитать: части не такие, какими должны быть.',
  ],
  ['It has no rating in words; no verdict was taken.', 'Оценки словами нет; вердикт не взят.'],
  [
    'Its verdict “{}” was taken as “{}”; please look at it.',
    'Вердикт «{}» прочитан как «{}»; проверьте, пожалуйста.',
  ],
  [
    'Its verdict “{}” is no rating; it is kept in its own words.',
    'Вердикт «{}» — не оценка; сохранён своими словами.',
  ],
  [
    'No column stands for the claim; say which one does.',
    'Ни один столбец не назван утверждением; укажите какой.',
  ],
  [
    'A table does not say which annotation a reply belongs to.',
    'Таблица не говорит, к какой аннотации относится ответ.',
  ],
  ['It was hidden by moderators.', 'Скрыто модераторами.'],
  [
    'The evidence that it links is not in the file.',
    'Доказательства, на которое указывает связь, в файле нет.',
  ],
  [
    'Its text is not in the file; its selections are kept as they are.',
    'Текста в файле нет; выделения сохранены как есть.',
  ],
  [
    'Its text ({}) is missing from the archive; its selections are kept as they are.',
    'Текста ({}) нет в архиве; выделения сохранены как есть.',
  ],
  [
    'Its place lies outside its text; it is kept as it is.',
    'Место — за пределами текста; сохранено как есть.',
  ],
  ['It is of a kind that this version does not know.', 'Эта версия не знает такого вида.'],
  ['It breaks the model: {~}', 'Нарушает модель Web Annotation: {~}'],
  [
    'It was removed from this project and is not brought back; undo the removal first.',
    'Удалено из этого проекта и не возвращается; сначала отмените удаление.',
  ],
  [
    'Its text differs from the one in this project, which stays.',
    'Текст отличается от того, что в этом проекте; остаётся текст проекта.',
  ],
  ['It is about a text that is not in this project.', 'Относится к тексту, которого нет в этом проекте.'],
  [
    'Its words were not found in the article; the claim has no place there.',
    'Слов нет в статье; места в ней у утверждения нет.',
  ],
  [
    'The text it stands in ({}) is not in this project; the claim has no place.',
    'Текста ({}) нет в этом проекте; места у утверждения нет.',
  ],
  [
    'Its selections count {~}, and a line end as {~}; they were read so.',
    'Выделения считают {~}, конец строки — {~}; так и прочитано.',
  ],
  ['Its selections count {~}; they were read so.', 'Выделения считают {~}; так и прочитано.'],
];

const COUNTED: ReadonlyMap<string, string> = new Map([
  ['code points', 'символы Юникода'],
  ['UTF-16 units', 'единицы UTF-16'],
  ['one', 'один знак'],
  ['two', 'два знака'],
]);

const ITEMS: Phrases = [
  ['row {}', 'строка {}'],
  ['annotation {}', 'аннотация {}'],
  ['item of type {}', 'элемент типа {}'],
  ['item {}', 'элемент {}'],
  ['question {}', 'вопрос {}'],
  ['script {}', 'скрипт {}'],
  ['the whole file', 'весь файл'],
  ['the whole table', 'вся таблица'],
  ['a review', 'проверка'],
  ['an annotation', 'аннотация'],
];

/** Names of a claim's fields, and of what hangs on it, as a report of an import counts them. */
export const RUSSIAN_FIELDS: Readonly<Record<string, string>> = {
  wording: 'формулировка',
  claimant: 'кто сказал',
  claimed_on: 'дата высказывания',
  claimed_where: 'место высказывания',
  type: 'тип',
  types: 'типы',
  strategies: 'способы проверки',
  verifiability: 'проверяемость',
  reason: 'причина',
  checkable_on: 'когда можно проверить',
  status: 'состояние работы',
  assignee: 'исполнитель',
  priority: 'приоритет',
  parent: 'более общее утверждение',
  made_at: 'когда отмечено',
  made_by: 'кем отмечено',
  country: 'страна',
  reported_by: 'кто передал',
  address: 'адрес',
  cached_address: 'адрес копии',
  check_address: 'адрес проверки',
  present: 'наличие',
};

export const RUSSIAN_PARTS: Readonly<Record<string, string>> = {
  article: 'статьи',
  occurrence: 'места',
  person: 'люди',
  claim: 'утверждения',
  reference: 'источники',
  evidence: 'доказательства',
  verdict: 'вердикты',
  question: 'вопросы',
  answer: 'ответы',
  comment: 'комментарии',
  tag: 'метки',
};

/** A sentence of a report in Russian; one that is not known stays as it is. */
export const sentenceInRussian = phraseBook(SENTENCES, {
  part: (text) => COUNTED.get(text) ?? faultInRussian(text),
});
/** What a line is about: names of rows and items in Russian, people's words as they are, which may begin with such a word. */
export const itemInRussian = phraseBook(ITEMS, { named: '(\\d+|[A-Z]\\w*|)' });
