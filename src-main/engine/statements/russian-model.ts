import { phraseBook, type Phrases } from '#domain/phrase-book.ts';

/** What breaks the model of Web Annotation, as the middle of a sentence; names in Latin letters are those of the standard. */
const FAULTS: Phrases = [
  ['Its @context does not name {}.', '@context не называет {}.'],
  ['It is no object.', 'это не объект.'],
  ['It is nested too deeply.', 'слишком глубокая вложенность.'],
  [
    'Its type is none of Annotation, AnnotationPage and AnnotationCollection.',
    'тип — не Annotation, не AnnotationPage и не AnnotationCollection.',
  ],
  ['It has no target.', 'нет target.'],
  ['It has both a body and a bodyValue.', 'есть и body, и bodyValue.'],
  ['A motivation is no name.', 'motivation — не имя.'],
  ['Its selectors are nested too deeply.', 'селекторы вложены слишком глубоко.'],
  ['A selector is neither an IRI nor an object.', 'селектор — не IRI и не объект.'],
  ['A selector ends before it starts.', 'селектор кончается раньше, чем начинается.'],
  ['A RangeSelector has no {}.', 'у RangeSelector нет {}.'],
  ['Its states are nested too deeply.', 'состояния вложены слишком глубоко.'],
  ['A state is neither an IRI nor an object.', 'состояние — не IRI и не объект.'],
  ['A state has both a date and a span of dates.', 'у состояния есть и дата, и промежуток дат.'],
  ['A span of dates lacks its start or its end.', 'у промежутка дат нет начала или конца.'],
  ['A page has no list of items.', 'у страницы нет списка items.'],
  ['An item of a page is no annotation.', 'на странице есть не аннотация.'],
  [
    'The textDirection of its {} is none of ltr, rtl and auto.',
    'textDirection у {} — не ltr, не rtl и не auto.',
  ],
  ['Its {} page is neither an IRI nor an object.', 'страница {} — не IRI и не объект.'],
  ['Its {} is neither an IRI nor an object.', '{} — не IRI и не объект.'],
  ['Its {} “{}” is no IRI.', '{} «{}» — не IRI.'],
  ['Its {} is a set without items.', '{} — набор без items.'],
  ['Its {} names no source.', '{} не называет source.'],
  ['Its {} names more than one source.', '{} называет больше одного source.'],
  ['Its {} is missing.', 'нет {}.'],
  ['Its {} is not {~}.', '{} — не {~}.'],
];

const KINDS: Phrases = [
  ['an IRI', 'IRI'],
  ['a text', 'текст'],
  ['one text', 'один текст'],
  ['a whole number', 'целое число'],
  ['one whole number', 'одно целое число'],
  ['a date with time and zone', 'дата со временем и поясом'],
  ['one date with time and zone', 'одна дата со временем и поясом'],
];

/** Says what breaks the model in Russian. */
export const faultInRussian = phraseBook(FAULTS, { part: phraseBook(KINDS) });
