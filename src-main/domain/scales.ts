import { DEFAULT_SCALE, type Rating, type Scale } from './scale.ts';
import { MEDIA_SCALE, OWN_WORDS, OWN_WORDS_SCALE } from './reviews.ts';
import { AVERITEC_SCALE } from './scale-mapping.ts';
import type { AveritecLabel } from './words.ts';

/** The core classes that every published rating falls into, with the look and AVeriTeC label of each. */
const CORE = {
  true: ['#0a3f80', 'Supported'],
  'mostly-true': ['#1f76b8', 'Supported'],
  'half-true': ['#8a7200', 'Conflicting Evidence/Cherrypicking'],
  'mostly-false': ['#913b00', 'Refuted'],
  false: ['#5e0b12', 'Refuted'],
  misleading: ['#aa4a90', 'Conflicting Evidence/Cherrypicking'],
  unproven: ['#56616d', 'Not Enough Evidence'],
} as const satisfies Record<string, readonly [string, AveritecLabel]>;

export type CoreRating = keyof typeof CORE;

type Line = readonly [id: string, en: string, ru: string, core: CoreRating, value: number | null];

/** Lines stand from worst to best; those without a number come after them. */
function scaleOf(id: string, name: string, lines: readonly Line[]): Scale {
  const rated = lines.filter(([, , , , value]) => value !== null).length;
  let beyond = rated;
  return {
    id,
    name,
    ratings: lines.map(([own, en, ru, core, value]): Rating => {
      const [colour, averitec] = CORE[core];
      return { id: own, label: { en, ru }, colour, order: value ?? ++beyond, value, averitec };
    }),
  };
}

/** Ratings as newsrooms and data sets write them, for checks that come from there. */
export const BUILT_IN_SCALES: readonly Scale[] = [
  DEFAULT_SCALE,
  AVERITEC_SCALE,
  scaleOf('politifact', 'PolitiFact', [
    ['pants-on-fire', 'Pants on Fire', 'Наглая ложь', 'false', 1],
    ['false', 'False', 'Неправда', 'false', 2],
    ['mostly-false', 'Mostly False', 'В основном неправда', 'mostly-false', 3],
    ['half-true', 'Half True', 'Полуправда', 'half-true', 4],
    ['mostly-true', 'Mostly True', 'В основном правда', 'mostly-true', 5],
    ['true', 'True', 'Правда', 'true', 6],
    ['full-flop', 'Full Flop', 'Полная смена позиции', 'misleading', null],
    ['half-flip', 'Half Flip', 'Частичная смена позиции', 'misleading', null],
    ['no-flip', 'No Flip', 'Позиция не менялась', 'true', null],
  ]),
  scaleOf('snopes', 'Snopes', [
    ['false', 'False', 'Неправда', 'false', 1],
    ['mostly-false', 'Mostly False', 'В основном неправда', 'mostly-false', 2],
    ['mixture', 'Mixture', 'Смесь правды и неправды', 'half-true', 3],
    ['mostly-true', 'Mostly True', 'В основном правда', 'mostly-true', 4],
    ['true', 'True', 'Правда', 'true', 5],
    ['unproven', 'Unproven', 'Не доказано', 'unproven', null],
    ['unfounded', 'Unfounded', 'Безосновательно', 'unproven', null],
    ['outdated', 'Outdated', 'Устарело', 'misleading', null],
    ['miscaptioned', 'Miscaptioned', 'Неверная подпись', 'misleading', null],
    ['correct-attribution', 'Correct Attribution', 'Авторство верно', 'true', null],
    ['misattributed', 'Misattributed', 'Авторство неверно', 'false', null],
    ['scam', 'Scam', 'Мошенничество', 'false', null],
    ['legend', 'Legend', 'Легенда', 'unproven', null],
    ['labeled-satire', 'Labeled Satire', 'Сатира', 'false', null],
  ]),
  scaleOf('washington-post', 'Washington Post Fact Checker', [
    ['four-pinocchios', 'Four Pinocchios', 'Четыре Пиноккио', 'false', 1],
    ['three-pinocchios', 'Three Pinocchios', 'Три Пиноккио', 'mostly-false', 2],
    ['two-pinocchios', 'Two Pinocchios', 'Два Пиноккио', 'half-true', 3],
    ['one-pinocchio', 'One Pinocchio', 'Один Пиноккио', 'mostly-true', 4],
    ['geppetto-checkmark', 'Geppetto Checkmark', 'Галочка Джеппетто', 'true', 5],
    ['bottomless-pinocchio', 'Bottomless Pinocchio', 'Бездонный Пиноккио', 'false', null],
    ['verdict-pending', 'Verdict Pending', 'Вердикт впереди', 'unproven', null],
  ]),
  scaleOf('afp', 'AFP Fact Check', [
    ['false', 'False', 'Неправда', 'false', null],
    ['altered-image', 'Altered image', 'Изменённое изображение', 'false', null],
    ['hoax', 'Hoax', 'Розыгрыш', 'false', null],
    ['misleading', 'Misleading', 'Вводит в заблуждение', 'misleading', null],
    ['missing-context', 'Missing context', 'Нет контекста', 'misleading', null],
    ['satire', 'Satire', 'Сатира', 'false', null],
    ['true', 'True', 'Правда', 'true', null],
  ]),
  scaleOf('full-fact', 'Full Fact', [
    ['incorrect', 'Incorrect', 'Неверно', 'false', null],
    ['correct', 'Correct', 'Верно', 'true', null],
    ['needs-context', 'Needs context', 'Нужен контекст', 'misleading', null],
    ['no-evidence', 'No evidence', 'Нет доказательств', 'unproven', null],
  ]),
  scaleOf('aap', 'AAP FactCheck', [
    ['false', 'False', 'Неправда', 'false', 1],
    ['mostly-false', 'Mostly False', 'В основном неправда', 'mostly-false', 2],
    ['mixture', 'Mixture', 'Смесь правды и неправды', 'half-true', 3],
    ['mostly-true', 'Mostly True', 'В основном правда', 'mostly-true', 4],
    ['true', 'True', 'Правда', 'true', 5],
    ['misleading', 'Misleading', 'Вводит в заблуждение', 'misleading', null],
    ['missing-context', 'Missing Context', 'Нет контекста', 'misleading', null],
    ['unproven', 'Unproven', 'Не доказано', 'unproven', null],
  ]),
  scaleOf('logically', 'Logically Facts', [
    ['false', 'False', 'Неправда', 'false', null],
    ['partly-true', 'Partly True', 'Отчасти правда', 'half-true', null],
    ['misleading', 'Misleading', 'Вводит в заблуждение', 'misleading', null],
    ['true', 'True', 'Правда', 'true', null],
    ['unverifiable', 'Unverifiable', 'Нельзя проверить', 'unproven', null],
  ]),
  scaleOf(MEDIA_SCALE, 'Media authenticity (MediaReview)', [
    ['original', 'Original', 'Подлинник', 'true', null],
    ['missing-context', 'Missing context', 'Нет контекста', 'misleading', null],
    ['edited-or-cropped', 'Edited or cropped', 'Смонтировано или обрезано', 'misleading', null],
    ['transformed', 'Transformed', 'Переделано', 'false', null],
    ['staged', 'Staged', 'Постановка', 'false', null],
    ['satire-or-parody', 'Satire or parody', 'Сатира или пародия', 'false', null],
  ]),
  scaleOf(OWN_WORDS_SCALE, 'As published', [
    [OWN_WORDS, 'Other, in its own words', 'Иное, своими словами', 'unproven', null],
  ]),
];

/** A scale that Assay knows without a project, by its id. */
export function builtInScale(id: string): Scale | undefined {
  return BUILT_IN_SCALES.find((scale) => scale.id === id);
}
