import type { Phrases } from '#domain/phrase-book.ts';

/**
 * What the reading of a file says, in Russian. Readers work in a process of their own and know no language of a window, so
 * each sentence stands here beside its translation; `{}` is what differs from file to file. A sentence that is not here is
 * shown as it came.
 */
export const IMPORT_SENTENCES: Phrases = [
  ['“{}” is empty: there is no text in it.', 'Файл «{}» пуст: в нём нет текста.'],
  ['“{}” is empty.', 'Файл «{}» пуст.'],
  [
    '“{}” is not a text: Assay cannot read what is in it.',
    '«{}» — не текст: Assay не может прочитать, что в нём.',
  ],
  [
    '“{}” could not be read: it is damaged or not what it seems.',
    '«{}» не удалось прочитать: файл повреждён или не то, чем кажется.',
  ],
  [
    '“{}” asks for a password; save a copy without one and import that.',
    '«{}» просит пароль; сохраните копию без пароля и импортируйте её.',
  ],
  [
    '“{}” is protected against copying (DRM); Assay cannot read it. Ask the publisher for a copy without protection.',
    '«{}» защищён от копирования (DRM); Assay не может его прочитать. Попросите у издателя копию без защиты.',
  ],
  [
    '“{}” is damaged: a part of it is no well-formed XML.',
    '«{}» повреждён: одна из его частей — неправильный XML.',
  ],
  ['“{}” is damaged: a part of it is missing.', '«{}» повреждён: одной из частей не хватает.'],
  [
    '“{}” is a damaged EPUB book: its list of parts is missing.',
    '«{}» — повреждённая книга EPUB: в ней нет списка частей.',
  ],
  ['“{}” is a damaged PDF file: it cannot be read.', '«{}» — повреждённый файл PDF: прочитать его нельзя.'],
  [
    '“{}” is a damaged web archive: no record in it can be read.',
    '«{}» — повреждённый веб-архив: ни одной записи прочитать нельзя.',
  ],
  ['“{}” is damaged: the page in it cannot be found again.', '«{}» повреждён: страницу в нём не найти.'],
  [
    '“{}” defines a document type of its own, which no document of its kind needs; it was not read.',
    '«{}» задаёт собственный тип документа, который таким документам не нужен; файл не прочитан.',
  ],
  [
    '“{}” nests its parts more than {} deep; it was not read.',
    'Части «{}» вложены глубже чем на {} уровней; файл не прочитан.',
  ],
  [
    '“{}” has {} MB of text; an article may have up to {} MB.',
    'В «{}» {} МБ текста; в статье может быть не больше {} МБ.',
  ],
  [
    '“{}” has more text than an article can have; import it by chapters.',
    'В «{}» больше текста, чем вмещает статья; импортируйте по главам.',
  ],
  [
    '“{}” has more text than an article can have; it was not read.',
    'В «{}» больше текста, чем вмещает статья; файл не прочитан.',
  ],
  [
    '“{}” holds more than {} files; Assay opens no archive of that size.',
    'В «{}» больше {} файлов; архивов такого размера Assay не открывает.',
  ],
  [
    '“{}” would unpack to more than {} times its size; Assay does not unpack it.',
    'Распакованный «{}» был бы больше в {} с лишним раз; Assay его не распаковывает.',
  ],
  [
    '“{}” would unpack to more than {} GB; Assay does not unpack it.',
    'Распакованный «{}» занял бы больше {} ГБ; Assay его не распаковывает.',
  ],
  [
    '“{}” holds no text that could be read: its pages may be pictures of a scanned paper.',
    'В «{}» нет текста, который можно прочитать: страницы, видимо, — снимки бумаги.',
  ],
  ['“{}” holds no text that could be read.', 'В «{}» нет текста, который можно прочитать.'],
  [
    '“{}” is a Safari web archive without a page in it; it may be cut off.',
    '«{}» — веб-архив Safari без страницы; возможно, он обрезан.',
  ],
  [
    '“{}” is a saved web page without a page in it; it may be cut off.',
    '«{}» — сохранённая страница, в которой нет страницы; возможно, она обрезана.',
  ],
  ['“{}” is a WACZ package without an archived page in it.', '«{}» — пакет WACZ без страницы.'],
  [
    '“{}” is a WACZ package without its manifest, datapackage.json.',
    '«{}» — пакет WACZ без описи datapackage.json.',
  ],
  [
    '“{}” is a message without text: there is nothing to read in it.',
    '«{}» — письмо без текста: читать в нём нечего.',
  ],
  [
    '“{}” is an encrypted message; save it decrypted to import it.',
    '«{}» — зашифрованное письмо; сохраните его расшифрованным.',
  ],
  [
    '“{}” was taken out of the project meanwhile; import it again.',
    '«{}» тем временем убрали из проекта; импортируйте снова.',
  ],
  [
    'The page in “{}” does not match its own checksum: it was damaged or changed after it was archived.',
    'Страница в «{}» не сходится с собственной контрольной суммой: её повредили или изменили после архивирования.',
  ],
  [
    'The same file is already in the project as “{}”; nothing was added.',
    'Тот же файл уже есть в проекте: «{}»; ничего не добавлено.',
  ],
  ['One script was left out.', 'Пропущен скрипт.'],
  ['{} scripts were left out.', 'Пропущено скриптов: {}.'],
  ['One style sheet was left out.', 'Пропущена таблица стилей.'],
  ['{} style sheets were left out.', 'Пропущено таблиц стилей: {}.'],
  ['One picture was left out.', 'Пропущено изображение.'],
  ['{} pictures were left out.', 'Пропущено изображений: {}.'],
  ['One drawing was left out.', 'Пропущен рисунок.'],
  ['{} drawings were left out.', 'Пропущено рисунков: {}.'],
  ['One formula was left out.', 'Пропущена формула.'],
  ['{} formulas were left out.', 'Пропущено формул: {}.'],
  ['One embedded page was left out.', 'Пропущена встроенная страница.'],
  ['{} embedded pages were left out.', 'Пропущено встроенных страниц: {}.'],
  ['One video or sound was left out.', 'Пропущено видео или звук.'],
  ['{} videos or sounds were left out.', 'Пропущено видео и звуков: {}.'],
  ['One form field was left out.', 'Пропущено поле формы.'],
  ['{} form fields were left out.', 'Пропущено полей формы: {}.'],
  ['One comment was left out.', 'Пропущен комментарий.'],
  ['{} comments were left out.', 'Пропущено комментариев: {}.'],
  ['The comments of the document were left out.', 'Комментарии документа пропущены.'],
  [
    'What stands at the top or foot of every page was left out.',
    'То, что стоит вверху и внизу каждой страницы, пропущено.',
  ],
  [
    'Menus and other parts of the page around the article were left out.',
    'Меню и другие части страницы вокруг статьи пропущены.',
  ],
  ['One byte-order mark inside the text was left out.', 'Пропущена метка порядка байтов внутри текста.'],
  ['One invisible control character was left out.', 'Пропущен невидимый управляющий символ.'],
  [
    'One character could not be read and stands as � in the text.',
    'Один символ не удалось прочитать; в тексте на его месте �.',
  ],
  ['One half character was replaced by �.', 'Половина символа заменена на �.'],
  ['One unusual line end was made an ordinary one.', 'Один необычный конец строки заменён обычным.'],
  [
    'One link that leads to no web page lost its address.',
    'Ссылка, которая не ведёт на веб-страницу, потеряла адрес.',
  ],
  [
    'No text could be read out of this PDF; it may be a scan.',
    'Из этого PDF не удалось прочитать текст; возможно, это скан.',
  ],
  ['Only the first {} pages were read.', 'Прочитаны только первые страницы: {}.'],
  ['Page {} could not be read.', 'Страницу {} не удалось прочитать.'],
  [
    'The file does not say how its letters are encoded. Assay read it as {}; please check that the letters look right.',
    'В файле не сказано, в какой он кодировке. Assay прочитал его как {}; проверьте, правильно ли выглядят буквы.',
  ],
  [
    'The file says that it is written in {}, but it is UTF-8; Assay read it as UTF-8.',
    'В файле сказано, что кодировка — {}, но это UTF-8; так он и прочитан.',
  ],
  [
    'The lines of this text were broken at about {} characters; they were joined to paragraphs.',
    'Строки текста были разорваны примерно на {} знаках; они соединены в абзацы.',
  ],
  [
    'The name of the file ends like another kind: by its content it is {~}, and was read as that.',
    'Имя файла кончается как у другого вида: по содержанию это {~}, так он и прочитан.',
  ],
  ['The archive is cut off: its last record is not whole.', 'Архив обрезан: его последняя запись не цела.'],
  [
    'The recorder cut this page off: only the beginning of it is in the archive.',
    'Страница записана не целиком: в архиве только её начало.',
  ],
  [
    '“{}” could not be read: what came out of it was not a text.',
    '«{}» не удалось прочитать: текста из него не получилось.',
  ],
  [
    '“{}” could not be read: it is damaged, or needs more memory than Assay gives to one file.',
    '«{}» не удалось прочитать: файл повреждён или требует больше памяти, чем Assay даёт одному файлу.',
  ],
  [
    '“{}” is larger than {} MB; Assay reads no file of that size.',
    '«{}» больше {} МБ; файлов такого размера Assay не читает.',
  ],
  ['{} has {} MB; Assay takes files up to {} MB.', 'В файле {} {} МБ; Assay берёт файлы до {} МБ.'],
  [
    '“{}” needs more than {} s to read; nothing was imported from it.',
    'Чтение «{}» занимает больше {} с; из файла ничего не импортировано.',
  ],
  [
    'The import was cancelled; what was imported before stays.',
    'Импорт отменён; импортированное раньше остаётся.',
  ],
  ['The file could not be read.', 'Файл не удалось прочитать.'],
  ['“{}” is {~}, which Assay does not read: {~}.', '«{}» — {~}; таких файлов Assay не читает: {~}.'],
  ['“{}” looks like {~}; {~}', 'Похоже, «{}» — {~}. {~}'],
  ['“{}” is an OpenDocument file that is no text.', '«{}» — файл OpenDocument, но не текст.'],
  [
    '“{}” is a damaged Word document: its text is missing.',
    '«{}» — повреждённый документ Word: в нём нет текста.',
  ],
  [
    '“{}” is a damaged OpenDocument text: its text is missing.',
    '«{}» — повреждённый текст OpenDocument: в нём нет текста.',
  ],
  [
    '“{}” asks for a password; save a copy without one and use that.',
    '«{}» просит пароль; сохраните копию без пароля и возьмите её.',
  ],
  [
    '“{}” nests its parts too deeply; it was not read.',
    'Части «{}» вложены слишком глубоко; файл не прочитан.',
  ],
  ['The same file is already in the project as “{}”.', 'Тот же файл уже есть в проекте: «{}».'],
  [
    '{} % of the text is also in “{}”: it may be another edition of the same article.',
    '{} % текста есть и в «{}»: возможно, это другое издание той же статьи.',
  ],
  ['{} unusual line ends were made ordinary ones.', 'Необычные концы строк заменены обычными: {}.'],
  ['{} invisible control characters were left out.', 'Пропущено невидимых управляющих символов: {}.'],
  ['{} byte-order marks inside the text were left out.', 'Пропущено меток порядка байтов внутри текста: {}.'],
  ['{} half characters were replaced by �.', 'Половины символов заменены на �: {}.'],
  [
    '{} characters could not be read and stand as � in the text.',
    'Символов, которые не удалось прочитать: {}; в тексте на их месте �.',
  ],
  [
    '{} links that lead to no web page lost their address.',
    'Ссылки, которые не ведут на веб-страницу, потеряли адрес: {}.',
  ],
  [
    'The document has one tracked change; the text is read as if it were accepted.',
    'В документе есть записанная правка; текст прочитан так, как если бы её приняли.',
  ],
  [
    'The document has {} tracked changes; the text is read as if all were accepted.',
    'В документе есть записанные правки ({}); текст прочитан так, как если бы их приняли.',
  ],
  ['One piece of hidden text was left out.', 'Пропущен кусок скрытого текста.'],
  ['{} pieces of hidden text were left out.', 'Пропущено кусков скрытого текста: {}.'],
  ['One formula is set as a line of text.', 'Формула записана строкой текста.'],
  ['{} formulas are set as lines of text.', 'Формулы записаны строками текста: {}.'],
  ['One document inside this one was left out.', 'Пропущен документ, вложенный в этот.'],
  ['{} documents inside this one were left out.', 'Пропущено документов, вложенных в этот: {}.'],
  [
    'The file ends too early; some of its text may be missing.',
    'Файл обрывается раньше времени; части текста может не хватать.',
  ],
  [
    'Page {} holds no text; it may be a picture or a scan.',
    'На странице {} нет текста; возможно, это картинка или скан.',
  ],
  [
    '{} of {} pages hold no text, first page {}; they may be pictures or scans.',
    'Страниц без текста: {} из {}, первая — {}; возможно, это картинки или сканы.',
  ],
  ['One attachment was not imported: {}.', 'Вложение не импортировано: {}.'],
  ['{} attachments were not imported: {}.', 'Не импортировано вложений: {} ({}).'],
  [
    'Some lines of the file are written in UTF-8, others were read as {}; please check that the letters look right.',
    'Часть строк файла — в UTF-8, остальные прочитаны как {}; проверьте, правильно ли выглядят буквы.',
  ],
  [
    'The page is kept in several parts, of which not all are in the archive: the end of it may be missing.',
    'Страница хранится по частям, и не все они есть в архиве: её конца может не хватать.',
  ],
  [
    'The archive ends in the middle of this page: only the beginning of it could be read, and not checked.',
    'Архив обрывается на этой странице: прочитано только её начало, и проверить его нельзя.',
  ],
  [
    'The document has one tracked change; the text is read as if it were accepted.',
    'В документе одна запись исправления; текст прочитан так, как если бы она была принята.',
  ],
  [
    'The document has {} tracked changes; the text is read as if all were accepted.',
    'Записанных исправлений в документе: {}; текст прочитан так, как если бы все были приняты.',
  ],
  ['One piece of hidden text was left out.', 'Пропущен скрытый фрагмент текста.'],
  ['{} pieces of hidden text were left out.', 'Пропущено скрытых фрагментов текста: {}.'],
  ['One formula is set as a line of text.', 'Формула передана строкой текста.'],
  ['{} formulas are set as lines of text.', 'Формул, переданных строками текста: {}.'],
  ['One part that the book names is not in the file.', 'Одной из частей, названных в книге, в файле нет.'],
  [
    '{} parts that the book names are not in the file.',
    'Частей, которые книга называет, но которых в файле нет: {}.',
  ],
  [
    'The file ends too early; some of its text may be missing.',
    'Файл обрывается раньше времени; части текста может не хватать.',
  ],
];
