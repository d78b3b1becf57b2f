import { phraseBook, type Phrases } from '#domain/phrase-book.ts';
import { team } from '../team.ts';
import { words } from '../words.ts';

/** What stands within a sentence and is said in Russian there: kinds of files, what is wrong with an archive or a bundle. */
const PARTS: Phrases = [
  ['a PDF file', 'файл PDF'],
  ['a PNG picture', 'картинка PNG'],
  ['a JPEG picture', 'картинка JPEG'],
  ['a GIF picture', 'картинка GIF'],
  ['a WebP picture', 'картинка WebP'],
  ['a TIFF picture', 'картинка TIFF'],
  ['an old Word, Excel or Outlook file', 'файл старого Word, Excel или Outlook'],
  ['an RTF file', 'файл RTF'],
  ['an RTF document', 'документ RTF'],
  ['a 7-Zip archive', 'архив 7-Zip'],
  ['a RAR archive', 'архив RAR'],
  ['a ZIP archive', 'архив ZIP'],
  ['a compressed file', 'сжатый файл'],
  ['a database', 'база данных'],
  ['a program', 'программа'],
  ['a video', 'видео'],
  ['a sound or video file', 'звук или видео'],
  ['a sound file', 'звуковой файл'],
  ['an OpenDocument file', 'файл OpenDocument'],
  ['an OpenDocument text', 'текст OpenDocument'],
  ['an OpenDocument file that is no text', 'файл OpenDocument, но не текст'],
  ['an EPUB book', 'книга EPUB'],
  ['a Word document', 'документ Word'],
  ['a Word document of the old kind (.doc)', 'документ Word старого вида (.doc)'],
  ['an Excel workbook', 'книга Excel'],
  ['an Excel workbook of the old kind (.xls)', 'книга Excel старого вида (.xls)'],
  ['a PowerPoint presentation', 'презентация PowerPoint'],
  ['a PowerPoint presentation of the old kind (.ppt)', 'презентация PowerPoint старого вида (.ppt)'],
  ['an old Office or Outlook file', 'старый файл Office или Outlook'],
  ['a web page', 'веб-страница'],
  ['plain text', 'простой текст'],
  [
    'copy the text that you want to check into a text document',
    'скопируйте нужный текст в текстовый документ',
  ],
  ['copy the text that you want to check into a Word document', 'скопируйте нужный текст в документ Word'],
  ['save it as a PDF and import that', 'сохраните его как PDF и импортируйте'],
  ['save it as DOCX and import that', 'сохраните его как DOCX и импортируйте'],
  ['save it in a newer format and import that', 'сохраните его в новом формате и импортируйте'],
  [
    'Assay reads no words in pictures: type the text out, or import the document that the picture was made from.',
    'Assay не читает слов на картинках: наберите текст или импортируйте документ, с которого сделана картинка.',
  ],
  [
    'Assay reads articles as text, Markdown, HTML, Word (DOCX), OpenDocument, RTF, EPUB, PDF, saved pages, web archives and mail.',
    'Assay читает статьи как текст, Markdown, HTML, Word (DOCX), OpenDocument, RTF, EPUB, PDF, сохранённые страницы, веб-архивы и письма.',
  ],
  ['pages', 'веб-страницы'],
  ['documents', 'документы'],
  ['call', 'запрос'],
  ['file', 'файл'],
  ['a text', 'текст'],
  ['a number', 'число'],
  ['a whole number', 'целое число'],
  ['true or false', 'да или нет'],
  ['a list', 'список'],
  ['an object', 'объект'],
  ['of the kind {}', 'значение вида {}'],
  [
    'write a country as two capital letters, such as KZ',
    'страну пишут двумя прописными латинскими буквами, например KZ',
  ],
  ['a key has 64 hexadecimal digits', 'в ключе 64 шестнадцатеричные цифры'],
  ['write a date as 2022, 2022-01 or 2022-01-05', 'дату пишут так: 2022, 2022-01 или 2022-01-05'],

  ['ends too early', 'обрывается раньше времени'],
  ['states an impossible size', 'называет невозможный размер'],
  ['states a longer comment than it has', 'называет примечание длиннее, чем есть'],
  ['has other data after its end', 'содержит посторонние данные после своего конца'],
  ['has other data before its beginning', 'содержит посторонние данные перед своим началом'],
  ['has hidden data between its parts', 'содержит скрытые данные между частями'],
  ['has hidden data after a part', 'содержит скрытые данные после одной из частей'],
  ['is one of several parts', '— один из нескольких томов'],
  ['is cut off, or is no ZIP archive', 'обрезан, или это не архив ZIP'],
  ['points to a wrong place for its ZIP64 end', 'указывает неверное место своего конца (ZIP64)'],
  ['points to a wrong place for one of its parts', 'указывает неверное место одной из частей'],
  ['has a gap before its end', 'содержит разрыв перед концом'],
  ['contradicts itself about its directory', 'противоречит себе в оглавлении'],
  ['contradicts itself about the size of a part', 'противоречит себе в размере одной из частей'],
  ['contradicts itself about one of its parts', 'противоречит себе в одной из частей'],
  ['has a damaged directory', 'имеет повреждённое оглавление'],
  ['has a directory of another size than it states', 'имеет оглавление не того размера, который называет'],
  ['has a damaged header', 'имеет повреждённый заголовок'],
  ['has a damaged part: its checksum is wrong', 'имеет повреждённую часть: её контрольная сумма неверна'],
  ['has a damaged part', 'имеет повреждённую часть'],
  ['says the same thing twice in one header', 'дважды говорит одно и то же в одном заголовке'],
  ['holds two parts of the same name', 'содержит две части с одним именем'],
  ['gives two names to one part', 'даёт одной части два имени'],
  ['holds a link or a device instead of a file', 'содержит ссылку или устройство вместо файла'],
  ['holds a folder with data of its own', 'содержит папку с собственными данными'],
  ['holds a part whose name cannot be read', 'содержит часть, имя которой нельзя прочитать'],
  ['holds a part that has no name', 'содержит часть без имени'],
  ['holds a part whose name is too long', 'содержит часть со слишком длинным именем'],
  ['holds a part whose name holds control characters', 'содержит часть с управляющими символами в имени'],
  ['holds a part whose name holds a backslash', 'содержит часть с обратной косой чертой в имени'],
  [
    'holds a part whose name ends with a dot or a space',
    'содержит часть, имя которой кончается точкой или пробелом',
  ],
  [
    'holds a part that wants to be written to a place of its own choice',
    'содержит часть, которая сама выбирает, куда записаться',
  ],
  [
    'holds a part that wants to be written outside its folder',
    'содержит часть, которая хочет записаться вне своей папки',
  ],
  ['holds a part that is named like a device', 'содержит часть, названную как устройство'],
  ['is encrypted', 'зашифрован'],
  ['is packed in a way that Assay does not know', 'сжат способом, которого Assay не знает'],
  ['has parts that overlap', 'содержит части, которые налегают друг на друга'],
  ['the digest of its manifest cannot be read', 'контрольную сумму его описи нельзя прочитать'],
  [
    'its manifest was changed after its digest was made',
    'его опись изменили после подсчёта её контрольной суммы',
  ],
  ['its signature is that of another manifest', 'его подпись относится к другой описи'],
  ['its signature is wrong', 'его подпись неверна'],
  ['the certificate of its signature cannot be read', 'сертификат его подписи нельзя прочитать'],
  [
    'its certificate belongs to another domain than the one it names',
    'его сертификат относится не к тому домену, который он называет',
  ],
  ['the key of its signature cannot be read', 'ключ его подписи нельзя прочитать'],

  ['its manifest cannot be read', 'его опись нельзя прочитать'],
  ['its manifest or its signature is missing', 'нет его описи или подписи'],
  ['its signature is not valid', 'его подпись недействительна'],
  ['a signature in it is not valid', 'одна из подписей в нём недействительна'],
  ['a line of it is cut off', 'одна из его строк обрезана'],
  ['a line of it cannot be read', 'одну из его строк нельзя прочитать'],
  ['its acts are out of order', 'его действия стоят не по порядку'],
  ['its acts are not those of its manifest', 'его действия — не те, что в описи'],
  ['its files are not those of its manifest', 'его файлы — не те, что в описи'],
  ['a part of an act is not its own', 'часть действия — не его собственная'],
  ['a chain of its acts does not hold together', 'цепочка его действий не сходится'],
  ['its encrypted content does not hold together', 'его зашифрованное содержимое не сходится'],
  ['its header is not that of an encrypted bundle', 'его заголовок — не от зашифрованного пакета'],
  ['it is cut off', 'он обрезан'],
  ['it is cut off or something was added to its end', 'он обрезан, или к концу что-то добавлено'],
  ['its directory does not fit its size', 'его оглавление не подходит к его размеру'],
  ['its directory is damaged', 'его оглавление повреждено'],
  ['it holds a file that does not belong into a bundle', 'в нём есть файл, которому в пакете не место'],
  ['it is compressed in an unknown way', 'он сжат неизвестным способом'],
  ['its files and its directory contradict each other', 'его файлы и оглавление противоречат друг другу'],
  [
    'it would unfold to far more than it holds',
    'распакованным он занял бы намного больше, чем может содержать',
  ],
  ['a file in it has another size than it says', 'размер одного из файлов — не тот, что указан'],
  ['a file in it cannot be unfolded', 'один из файлов нельзя распаковать'],
  ['a file in it is not the one it says', 'один из файлов — не тот, за который себя выдаёт'],
  ['a checksum in it is wrong', 'одна из контрольных сумм неверна'],
  ['a text in it is no text', 'один из текстов — не текст'],
];

/** Nouns of tables that the pages of a team never name. */
const OTHER_NOUNS: Readonly<Record<string, string>> = {
  revision: 'редакция',
  footnote: 'сноска',
  scale: 'шкала',
  device: 'устройство',
  tagging: 'метка утверждения',
  person_key: 'ключ',
  report_preset: 'вид отчёта',
  received: 'принятое',
};

const inParts = phraseBook(PARTS);
const called = new Map<string, string>([
  ...Object.entries(OTHER_NOUNS),
  ...Object.entries(team).flatMap(([key, text]): [string, string][] =>
    /^(?:noun|field)\./.test(key)
      ? [[key.replace(/^\w+\./, '').replaceAll('_', ' '), text.toLocaleLowerCase('ru')]]
      : [],
  ),
  ...Object.entries(words).flatMap(([key, text]): [string, string][] =>
    key.startsWith('verifiability.') ? [[key.slice(14), text.toLocaleLowerCase('ru')]] : [],
  ),
]);

/** A part of a sentence in Russian: a known phrase, the name of a table or a column, also in the plural or in quotes. */
export function partInRussian(text: string): string {
  const quoted = /^“(.*)”$/su.exec(text);
  if (quoted) return `«${called.get(quoted[1]!.replaceAll('_', ' ')) ?? quoted[1]!}»`;
  return called.get(text) ?? called.get(text.replace(/s$/, '')) ?? inParts(text);
}
