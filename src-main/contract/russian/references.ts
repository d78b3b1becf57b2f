import type { Phrases } from '#domain/phrase-book.ts';

/** What is said of references and of files with claims that cannot be read. */
export const REFERENCE_SENTENCES: Phrases = [
  ['This is not a description of a source.', 'Это не описание источника.'],
  [
    'This source has no title, no author and no address.',
    'У этого источника нет ни заглавия, ни автора, ни адреса.',
  ],
  [
    'This file is not JSON, so it holds no CSL-JSON references.',
    'Этот файл — не JSON, так что источников CSL-JSON в нём нет.',
  ],
  ['This CSL-JSON file holds no references.', 'В этом файле CSL-JSON нет источников.'],
  ['This BibTeX file is too large; please split it.', 'Этот файл BibTeX слишком велик; разделите его.'],
  ['This file holds no BibTeX entry.', 'В этом файле нет записей BibTeX.'],
  ['This RIS file is too large; please split it.', 'Этот файл RIS слишком велик; разделите его.'],
  [
    'This file holds no RIS record: no line begins with “TY  - ”.',
    'В этом файле нет записей RIS: ни одна строка не начинается с «TY  - ».',
  ],
  [
    'This entry is not well-formed; please check its braces, quotes and commas.',
    'Запись построена неверно; проверьте скобки, кавычки и запятые.',
  ],
  ['This entry is too long to be a reference.', 'Запись слишком длинна для источника.'],
  [
    'This entry has no end: one of its braces or quotes is not closed.',
    'У записи нет конца: не закрыта скобка или кавычка.',
  ],
  ['This entry holds no reference.', 'В записи нет источника.'],
  ['This record is too long to be a reference.', 'Запись слишком длинна для источника.'],
  ['This record holds no reference.', 'В записи нет источника.'],
  [
    'Assay cannot refer to an address that begins with “{}:”; please use a web address (http or https).',
    'Assay не ссылается на адреса, которые начинаются с «{}:»; нужен веб-адрес (http или https).',
  ],
  [
    'This is no web address; please write it like https://example.org/page.',
    'Это не веб-адрес; напишите его так: https://example.org/page.',
  ],
  [
    'This address holds a name or a password; please leave it out.',
    'В этом адресе есть имя или пароль; уберите их.',
  ],
  [
    '“{}” looks like {~}; an archived copy may be a PDF, a web page or archive, a message, a document (DOCX, ODT, RTF, EPUB), a text or a picture (PNG, JPEG, GIF, WebP).',
    'Похоже, «{}» — {~}; архивной копией может быть PDF, веб-страница или веб-архив, письмо, документ (DOCX, ODT, RTF, EPUB), текст или картинка (PNG, JPEG, GIF, WebP).',
  ],
  [
    '“{}” could not be read: what came out of it were no claims.',
    '«{}» не удалось прочитать: утверждений из него не получилось.',
  ],
  [
    '“{}” is a page without ClaimReview: there is no JSON-LD in it.',
    '«{}» — страница без ClaimReview: в ней нет JSON-LD.',
  ],
  ['A column cannot stand for “{}” (given for “{}”).', 'Столбец не может значить «{}» (указано для «{}»).'],
  ['There is no column “{}”; the table has {}.', 'Столбца «{}» нет; в таблице есть: {}.'],
  ['“{}” is no table that Assay can read ({}).', '«{}» — не таблица, которую может прочитать Assay ({}).'],
  ['“{}” is an archive without a REFI-QDA project in it.', '«{}» — архив, в котором нет проекта REFI-QDA.'],
  [
    '“{}” is a codebook alone: there are no texts and no selections in it.',
    '«{}» — только список кодов: текстов и выделений в нём нет.',
  ],
  ['“{}” is no REFI-QDA project.', '«{}» — не проект REFI-QDA.'],
  [
    '“{}” looks like {~}; claims come as JSON, CSV, REFI-QDA or a page with ClaimReview.',
    'Похоже, «{}» — {~}; утверждения бывают в JSON, CSV, REFI-QDA или на странице с ClaimReview.',
  ],
  ['“{}” is no {} file.', '«{}» — не файл {}.'],
  ['“{}” is not {}: it seems to be {}.', '«{}» — не {}: похоже, это {}.'],
  ['“{}” is no well-formed JSON ({}).', '«{}» — неправильный JSON ({}).'],
  [
    '“{}” holds no claims that Assay knows: it reads ClaimReview, Web Annotation, AVeriTeC, REFI-QDA, Hypothesis and CSV.',
    'В «{}» нет утверждений, знакомых Assay: он читает ClaimReview, Web Annotation, AVeriTeC, REFI-QDA, Hypothesis и CSV.',
  ],
];
