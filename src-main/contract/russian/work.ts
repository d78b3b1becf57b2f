import type { Phrases } from '#domain/phrase-book.ts';

/** What is said when a deed of the daily work cannot be done: articles, claims, evidence, verdicts, reports. */
export const WORK_SENTENCES: Phrases = [
  ['“{}” has no such revision.', 'У статьи «{}» нет такой редакции.'],
  ['This article has no such revision.', 'У этой статьи нет такой редакции.'],
  ['This article has no text.', 'У этой статьи нет текста.'],
  ['The revision {} belongs to another article.', 'Редакция {} относится к другой статье.'],
  ['The new text is empty; nothing was changed.', 'Новый текст пуст; ничего не изменено.'],
  [
    'Give the new text in one way: as a document, a text or a file.',
    'Дайте новый текст одним способом: документом, текстом или файлом.',
  ],
  ['The bytes of {} did not arrive; send them again.', 'Содержимое «{}» не дошло; отправьте его снова.'],
  ['The bytes of {} did not arrive; add it again.', 'Содержимое «{}» не дошло; добавьте файл снова.'],
  ['The bytes of {} did not arrive; import it again.', 'Содержимое «{}» не дошло; импортируйте файл снова.'],
  ['The bytes of {} did not arrive; choose it again.', 'Содержимое «{}» не дошло; выберите файл снова.'],
  [
    '{} is larger than 32 MB, the most that an article may have.',
    'Файл «{}» больше 32 МБ, а это предел для статьи.',
  ],
  [
    'The text is the same as that of the newest revision; nothing was changed.',
    'Текст тот же, что и в последней редакции; ничего не изменено.',
  ],
  [
    'The article has this text already; nothing was changed.',
    'У статьи уже такой текст; ничего не изменено.',
  ],
  [
    'The structure could not be kept with these changes; every block became a plain paragraph.',
    'С этими правками строение текста не сохранить; все его части стали обычными абзацами.',
  ],
  ['{} table cell was left out with the words.', 'Вместе со словами убрана ячейка таблицы.'],
  ['{} table cells were left out with the words.', 'Вместе со словами убраны ячейки таблицы: {}.'],
  [
    'In {} changed block links and emphasis were kept only on the words that stayed.',
    'В изменённом абзаце ссылки и выделение остались только на прежних словах.',
  ],
  [
    'In {} changed blocks links and emphasis were kept only on the words that stayed.',
    'Ссылки и выделение остались только на прежних словах; изменённых абзацев: {}.',
  ],
  ['This is one article; name two to compare them.', 'Это одна статья; для сравнения нужны две.'],
  ['This is one article; name two.', 'Это одна статья; нужны две.'],
  [
    '“{}” has marks of its own; as a revision it would lose them. Remove them first, or keep both articles.',
    'В «{}» есть свои отметки; став редакцией, она бы их потеряла. Сначала уберите их или оставьте обе статьи.',
  ],
  ['Name the span by a quote, or by its start and end.', 'Укажите место цитатой или его началом и концом.'],
  ['The article does not contain “{}” in that context.', 'В статье нет слов «{}» в таком окружении.'],
  ['The article does not contain “{}”.', 'В статье нет слов «{}».'],
  [
    'The article contains “{}” {} times; add --prefix or --suffix to say which: {}',
    'Слова «{}» встречаются в статье несколько раз ({}); добавьте соседние слова, чтобы сказать, какое место: {}',
  ],
  ['There are no words between these places.', 'Между этими местами нет слов.'],
  [
    'Only an unverifiable claim has a reason; this one is {~}.',
    'Причина бывает только у непроверяемого утверждения; это — {~}.',
  ],
  ['A claim cannot be a part of itself.', 'Утверждение не может быть частью самого себя.'],
  ['There is no reference in this.', 'Источника здесь нет.'],
  [
    'This reference is evidence for a claim; remove that evidence first.',
    'На этот источник опирается утверждение; сначала уберите доказательство.',
  ],
  [
    'This reference is evidence for {} claims; remove that evidence first.',
    'На этот источник опираются утверждения ({}); сначала уберите доказательства.',
  ],
  [
    'An answer rests on this reference; change that first.',
    'На этот источник опирается ответ; сначала измените ответ.',
  ],
  [
    '{} answers rest on this reference; change that first.',
    'На этот источник опираются ответы ({}); сначала измените их.',
  ],
  [
    'Evidence quotes this archived copy; remove that evidence first.',
    'Доказательство цитирует эту архивную копию; сначала уберите его.',
  ],
  [
    'Give a reference in exactly one way: CSL-JSON, BibTeX, RIS, or an address.',
    'Дайте источник ровно одним способом: CSL-JSON, BibTeX, RIS или адресом.',
  ],
  [
    'The quote is not at this place in the archived copy; select the passage again.',
    'Цитаты нет на этом месте в архивной копии; выделите место снова.',
  ],
  [
    'An answer needs words; choose “cannot be answered” where there is none.',
    'Ответу нужны слова; если ответа нет, выберите «ответить нельзя».',
  ],
  [
    'Only a yes or no has an explanation; put the words into the answer.',
    'Пояснение бывает только у «да» и «нет»; впишите слова в сам ответ.',
  ],
  ['The scale has no rating “{}”; choose one of {}.', 'На этой шкале нет оценки «{}»; выберите одну из: {}.'],
  [
    'A void verdict cannot become final; give a new one.',
    'Отозванный вердикт не станет окончательным; вынесите новый.',
  ],
  ['This text is not in a form that Assay can read.', 'Assay не может прочитать текст в таком виде.'],
  ['A justification cannot hold “{}” at this place.', 'В этом месте обоснования не может быть «{}».'],
  ['The lists of this text are nested too deeply.', 'Списки в этом тексте вложены слишком глубоко.'],
  ['A list or a text cannot be empty.', 'Список или текст не могут быть пустыми.'],
  ['A list item has to begin with a paragraph.', 'Пункт списка должен начинаться с абзаца.'],
  [
    'A justification can be {} characters long at most; please shorten it.',
    'Обоснование может быть не длиннее {} знаков; сократите его.',
  ],
  [
    'A justification can be bold, italic and linked, nothing else.',
    'В обосновании бывают полужирный, курсив и ссылки, больше ничего.',
  ],
  [
    'A link has to begin with http://, https:// or mailto:.',
    'Ссылка должна начинаться с http://, https:// или mailto:.',
  ],
  ['A link has no safe address.', 'У ссылки нет безопасного адреса.'],
  ['There is no scale {}; choose one of {}.', 'Шкалы {} нет; выберите одну из: {}.'],
  [
    'The logo is not a PNG or JPEG picture that Assay can read.',
    'Логотип — не картинка PNG или JPEG, которую может прочитать Assay.',
  ],
  ['The logo has more than 4,096 pixels a side.', 'Сторона логотипа больше 4096 пикселей.'],
  [
    'This version cannot write {} yet; it writes {}.',
    'Эта версия ещё не умеет записывать {}; она записывает {}.',
  ],
  [
    'Assay cannot write PDF on this kind of computer ({}, {}); write the report as HTML and print it from a browser.',
    'На таком компьютере ({}, {}) Assay не записывает PDF; сохраните отчёт как HTML и напечатайте из браузера.',
  ],
  [
    'The PDF could not be set; write the report as HTML and print it from a browser.',
    'PDF сверстать не удалось; сохраните отчёт как HTML и напечатайте из браузера.',
  ],
  ['The field {~} is empty.', 'Поле {~} пусто.'],
  ['The field {~} is missing.', 'Не заполнено поле {~}.'],
  [
    'The field {~} is too short: it needs at least {} characters.',
    'В поле {~} слишком мало знаков: нужно не меньше {}.',
  ],
  [
    'The field {~} is too short: it needs at least {} items.',
    'В списке {~} слишком мало: нужно не меньше {}.',
  ],
  ['The field {~} is too small: the least is {}.', 'Число в поле {~} слишком мало: наименьшее — {}.'],
  [
    'The field {~} is too long: it may have {} characters.',
    'В поле {~} слишком много знаков: можно не больше {}.',
  ],
  ['The field {~} is too long: it may have {} items.', 'В списке {~} слишком много: можно не больше {}.'],
  ['The field {~} is too large: the most is {}.', 'Число в поле {~} слишком велико: наибольшее — {}.'],
  ['The field {~} must be one of {}.', 'В поле {~} может быть одно из: {}.'],
  ['The field {~} must be {~}.', 'В поле {~} должно быть: {~}.'],
  ['The field {~} has what this call does not know: {}.', 'В поле {~} есть лишнее: {}.'],
  ['The field {~} does not fit: {~}.', 'Поле {~} заполнено не так: {~}.'],
  ['The input is missing.', 'Данных нет.'],
  ['The input must be {~}.', 'Данные должны быть другими: {~}.'],
  ['The input has what this call does not know: {}.', 'В данных есть лишнее: {}.'],
  ['The input does not fit: {~}.', 'Данные не подходят: {~}.'],
];
