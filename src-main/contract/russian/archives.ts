import type { Phrases } from '#domain/phrase-book.ts';

/** What is said of archives, signed packages, books and their pages. */
export const ARCHIVE_SENTENCES: Phrases = [
  [
    '“{}” holds {} {~}; choose one of them by its number or address: {}.',
    'В «{}» несколько страниц ({2}, {~3}); выберите одну по номеру или адресу: {4}.',
  ],
  ['“{}” holds no page “{}”; there is only one, {}.', 'В «{}» нет страницы «{}»; там только одна: {}.'],
  [
    '“{}” holds no page “{}”; there are {} {~}: {}.',
    'В «{}» нет страницы «{}»; там есть другие ({3}, {~4}): {5}.',
  ],
  ['“{}” cannot be trusted: the archive {~}.', 'Файлу «{}» нельзя доверять: архив {~}.'],
  [
    '“{}” cannot be trusted: its manifest gives no checksum that can be checked.',
    'Файлу «{}» нельзя доверять: в его описи нет контрольной суммы, которую можно проверить.',
  ],
  [
    '“{}” cannot be trusted: its manifest names a file twice.',
    'Файлу «{}» нельзя доверять: его опись называет один файл дважды.',
  ],
  [
    '“{}” cannot be trusted: its manifest names the file {}, which is not in it.',
    'Файлу «{}» нельзя доверять: его опись называет файл {}, которого в нём нет.',
  ],
  [
    '“{}” cannot be trusted: the file {} has {} bytes, its manifest says {}.',
    'Файлу «{}» нельзя доверять: в файле {} байтов {}, а по описи — {}.',
  ],
  [
    '“{}” cannot be trusted: the file {} does not match the checksum in its manifest.',
    'Файлу «{}» нельзя доверять: файл {} не сходится с контрольной суммой в описи.',
  ],
  [
    '“{}” cannot be trusted: it holds the file {}, which its manifest does not name.',
    'Файлу «{}» нельзя доверять: в нём есть файл {}, которого нет в описи.',
  ],
  ['“{}” cannot be trusted: {~}.', 'Файлу «{}» нельзя доверять: {~}.'],
  ['The manifest of “{}” cannot be read.', 'Опись в «{}» нельзя прочитать.'],
  [
    'The list of pages in “{}” is damaged: line {} cannot be read.',
    'Список страниц в «{}» повреждён: строку {} нельзя прочитать.',
  ],
  [
    'The package is not signed: its checksums are right, but nobody vouches for them.',
    'Пакет не подписан: контрольные суммы верны, но никто за них не ручается.',
  ],
  ['The package announces a signature but holds none.', 'Пакет объявляет подпись, но её в нём нет.'],
  [
    'The package announces a signature without a key, so that it cannot be checked.',
    'Пакет объявляет подпись без ключа, так что проверить её нельзя.',
  ],
  [
    'The package is signed in the name of {} on {}, with a certificate that did not hold then.',
    'Пакет подписан от имени {} {}, но сертификат тогда не действовал.',
  ],
  [
    'The package is signed in the name of {}, with a certificate that did not hold then.',
    'Пакет подписан от имени {}, но сертификат тогда не действовал.',
  ],
  [
    'The package is signed by its maker on {}, with a key that nobody vouches for.',
    'Пакет подписан {} тем, кто его создал; за ключ никто не ручается.',
  ],
  [
    'The package is signed by its maker, with a key that nobody vouches for.',
    'Пакет подписан тем, кто его создал; за ключ никто не ручается.',
  ],
  [
    'The package is signed by {} on {}; who issued the certificate cannot be checked without a network. A time stamp by {} is attached and was not checked.',
    'Пакет подписан: {}, {}; кто выдал сертификат, без сети не проверить. Приложена отметка времени ({}); она не проверена.',
  ],
  [
    'The package is signed by {} on {}; who issued the certificate cannot be checked without a network.',
    'Пакет подписан: {}, {}; кто выдал сертификат, без сети не проверить.',
  ],
  [
    'The package is signed by {}; who issued the certificate cannot be checked without a network. A time stamp by {} is attached and was not checked.',
    'Пакет подписан: {}; кто выдал сертификат, без сети не проверить. Приложена отметка времени ({}); она не проверена.',
  ],
  [
    'The package is signed by {}; who issued the certificate cannot be checked without a network.',
    'Пакет подписан: {}; кто выдал сертификат, без сети не проверить.',
  ],
  [
    'The archive inside this file {~}; what it holds was checked and read.',
    'Архив внутри этого файла {~}; содержимое проверено и прочитано.',
  ],
  [
    '“{}” is a web archive without a page: none of its {} records holds a web page, a text or a document.',
    '«{}» — веб-архив без страницы: ни в одной из записей ({}) нет веб-страницы, текста или документа.',
  ],
  [
    'The archive holds this page {} times; the first copy was read, not that of {}.',
    'Копий этой страницы в архиве: {}; прочитана первая, а не эта: {}.',
  ],
  [
    'The archive holds this page {} times; the first copy was read.',
    'Копий этой страницы в архиве: {}; прочитана первая.',
  ],
  [
    'The checksum of this record is right, but the one given for the page alone is not.',
    'Контрольная сумма записи верна, а сумма одной страницы — нет.',
  ],
  [
    'The archive ends in the middle of this page: only the beginning of it could be read, and not checked.',
    'Архив обрывается посреди этой страницы: прочитано только её начало, и проверить его нельзя.',
  ],
  [
    'The archive gives a wrong length for this page ({} instead of {} bytes); it was read by what follows it.',
    'Архив неверно называет длину страницы ({} вместо {} байтов); граница найдена по тому, что за ней.',
  ],
  [
    'One other record of the archive does not match its checksum.',
    'Ещё одна запись архива не сходится со своей контрольной суммой.',
  ],
  [
    '{} other records of the archive do not match their checksums.',
    'Другие записи архива не сходятся со своими контрольными суммами: {}.',
  ],
  ['One damaged place of the archive was passed over.', 'Пропущено повреждённое место архива.'],
  ['{} damaged places of the archive were passed over.', 'Пропущено повреждённых мест архива: {}.'],
  ['“{}” has no chapter {}; it has one chapter.', 'В «{}» нет главы {}; глава там одна.'],
  ['“{}” has no chapter {}; it has {} chapters.', 'В «{}» нет главы {}; всего глав: {}.'],
  ['Only {} of the book’s {} chapters were imported.', 'Импортированы не все главы книги: {} из {}.'],
  ['One part that the book names is not in the file.', 'Одной части, которую называет книга, в файле нет.'],
  ['{} parts that the book names are not in the file.', 'Частей, которые называет книга, в файле нет: {}.'],
  [
    '“{}” is no EPUB book: only these have chapters to choose from.',
    '«{}» — не книга EPUB: главы можно выбирать только в ней.',
  ],
  ['One attachment was not imported: {}.', 'Вложение не импортировано: {}.'],
  ['{} attachments were not imported: {}.', 'Вложения не импортированы ({}): {}.'],
];
