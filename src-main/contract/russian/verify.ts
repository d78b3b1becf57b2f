import type { Phrases } from '#domain/phrase-book.ts';

/** What the check of a whole project finds. */
export const VERIFY_SENTENCES: Phrases = [
  ['The file is damaged: {}.', 'Файл повреждён: {}.'],
  ['A {~} points to a {~} that is missing.', 'Ведёт к тому, чего нет: {~} → {~}.'],
  ['A {~} that the history knows is missing.', 'Нет того, что есть в истории: {~}.'],
  ['The {~} of a {~} is not what the history says.', 'Расходится с историей: {~2}, поле «{~1}».'],
  ['The bytes of the file {} are missing.', 'Нет содержимого файла {}.'],
  ['The file {} was changed after it was added.', 'Файл {} изменён после того, как был добавлен.'],
  ['The text of “{}” is not the one that was saved.', 'Текст «{}» — не тот, который был сохранён.'],
  ['The marked words “{}” are not at their place.', 'Отмеченных слов «{}» нет на их месте.'],
  [
    'The quote “{}” is not in the archived copy at its place.',
    'Цитаты «{}» нет на её месте в архивной копии.',
  ],
  [
    'The act {} of device {} was changed after it was written.',
    'Действие {} устройства {} изменено после того, как было записано.',
  ],
  [
    'The act before the act {} of device {} is missing.',
    'Нет действия, которое предшествует действию {} устройства {}.',
  ],
  [
    'What the act {} of device {} did was changed after it was written.',
    'Содержание действия {} устройства {} изменено после того, как было записано.',
  ],
  [
    'What the act {} of device {} did differs from the history of its cells.',
    'Содержание действия {} устройства {} расходится с историей его полей.',
  ],
  [
    '{} changes in the history of cells belong to no act.',
    'В истории полей есть изменения, которых не делало ни одно действие: {}.',
  ],
  [
    '{} acts or parts of acts were withheld; their commitments are here.',
    'Не переданы действия или их части: {}; их контрольные суммы здесь.',
  ],
  [
    '{} changes come from a newer Assay; they are kept and apply after an upgrade.',
    'Изменения из более новой версии Assay: {}; они сохранены и подействуют после обновления.',
  ],
  [
    'Act {} of device {} is missing; another bundle will bring it.',
    'Не хватает действия {} устройства {}; его принесёт другой пакет.',
  ],
  [
    'Acts {} to {} of device {} are missing; another bundle will bring them.',
    'Не хватает действий с {} по {} устройства {}; их принесёт другой пакет.',
  ],
  [
    'The signature over the act {} of device {} is not valid.',
    'Подпись действия {} устройства {} недействительна.',
  ],
  [
    'The act {} of device {} is signed and has not arrived.',
    'Действие {} устройства {} подписано, но ещё не пришло.',
  ],
  [
    'The key {} does not say itself that it belongs to this person.',
    'Ключ {} сам не подтверждает, что принадлежит этому человеку.',
  ],
  ['{} act of device {} are not signed.', 'Не подписано действий устройства {2}: {1}.'],
  ['{} acts of device {} are not signed.', 'Не подписано действий устройства {2}: {1}.'],
  [
    'Two acts carry the number {} of device {}: a copy of the file was continued on both sides. Both are kept.',
    'Номер {} на устройстве {} носят два действия: копию файла продолжали с двух сторон. Сохранены оба.',
  ],
];
