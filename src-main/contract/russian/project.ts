import type { Phrases } from '#domain/phrase-book.ts';

/** What is said of a project's file, of the engine that keeps it, and of a call that does not fit. */
export const PROJECT_SENTENCES: Phrases = [
  [
    'Assay’s engine does not answer. If this stays, restart Assay.',
    'Assay не отвечает. Если это не пройдёт, перезапустите программу.',
  ],
  [
    'Assay’s engine answered {}. Try again, or restart Assay.',
    'Assay ответил: {}. Попробуйте ещё раз или перезапустите программу.',
  ],
  [
    'Assay’s engine stopped; it starts again. Please try once more.',
    'Движок Assay остановился и запускается снова. Попробуйте ещё раз.',
  ],
  [
    'Something went wrong inside Assay; nothing was changed.',
    'Внутри Assay что-то пошло не так; ничего не изменено.',
  ],
  ['Cancelled; nothing more was done.', 'Отменено; больше ничего не сделано.'],
  ['There is no call named {}.', 'Вызова «{}» нет.'],
  [
    'A call takes JSON (content-type: application/json).',
    'Вызов принимает JSON (content-type: application/json).',
  ],
  ['The call’s input is not JSON.', 'Данные вызова — не JSON.'],
  ['The input does not fit this call.', 'Данные не подходят к этому вызову.'],
  ['There is no such page.', 'Такой страницы нет.'],
  ['This address belongs to another program.', 'Этот адрес принадлежит другой программе.'],
  [
    'Pages of other sites may not ask Assay for anything.',
    'Страницам других сайтов нельзя обращаться к Assay.',
  ],
  [
    'Open Assay with the whole address that it printed when it started, token included.',
    'Откройте Assay по полному адресу, который он напечатал при запуске, вместе с ключом.',
  ],
  ['An upload needs a name.', 'Загружаемому файлу нужно имя.'],
  [
    'This {~} is larger than {} MB, which is the most Assay takes.',
    'Слишком много: {~} больше {} МБ, а это предел для Assay.',
  ],
  [
    'This report is no longer at hand; write it again.',
    'Этого отчёта больше нет под рукой; составьте его снова.',
  ],
  ['A project needs a file; name one.', 'Проекту нужен файл; назовите его.'],
  ['Name a project file.', 'Назовите файл проекта.'],
  ['{} exists already; choose another name.', '{} уже существует; выберите другое имя.'],
  ['The folder {} does not exist; create it first.', 'Папки {} нет; сначала создайте её.'],
  ['The folder {} does not exist.', 'Папки {} нет.'],
  [
    '{} lacks its project id; restore a backup.',
    'В файле {} нет идентификатора проекта; восстановите резервную копию.',
  ],
  [
    'The project cannot be kept safely here: {} is {} instead of {}.',
    'Здесь проект нельзя хранить надёжно: {} — {} вместо {}.',
  ],
  ['{} is a folder, not a project file.', '{} — папка, а не файл проекта.'],
  ['{} is not an ordinary file.', '{} — не обычный файл.'],
  ['{} is not an Assay project.', '{} — не проект Assay.'],
  ['{} does not exist.', 'Файла {} нет.'],
  [
    '{} was written by a newer Assay (format {}, this one knows {}); update Assay to open it.',
    'Файл {} записан более новой версией Assay (формат {}, эта знает {}); обновите Assay, чтобы открыть его.',
  ],
  [
    '{} is damaged and was left as it is; restore a backup.',
    'Файл {} повреждён и оставлен как есть; восстановите резервную копию.',
  ],
  ['{} or its folder cannot be written.', 'В файл {} или в его папку нельзя писать.'],
  ['The disk is full; {} was left as it was.', 'Диск заполнен; файл {} остался как был.'],
  ['{} can only be read; nothing was changed.', 'Файл {} можно только читать; ничего не изменено.'],
  [
    '{} is open on another computer ({}, {}, since {}); close it there, or delete {} if that computer no longer uses it.',
    'Файл {} открыт на другом компьютере ({}, {}, с {}); закройте его там или удалите {}, если тот компьютер им уже не пользуется.',
  ],
  [
    '{} is open in another window of Assay (process {}, since {}); close it there first.',
    'Файл {} открыт в другом окне Assay (процесс {}, с {}); сначала закройте его там.',
  ],
  [
    '{} is open in another window of Assay; close it there first.',
    'Файл {} открыт в другом окне Assay; сначала закройте его там.',
  ],
  [
    'The upgrade step {} broke {} links; nothing was changed.',
    'Шаг обновления {} разорвал связи ({}); ничего не изменено.',
  ],
  ['The copy came out damaged and was thrown away.', 'Копия вышла повреждённой и была выброшена.'],
  ['The file {} is not in this project.', 'Файла {} нет в этом проекте.'],
  [
    'The file {} in this project is damaged; restore a backup.',
    'Файл {} в этом проекте повреждён; восстановите резервную копию.',
  ],
  [
    'The text of this revision has not arrived in this project yet.',
    'Текст этой редакции ещё не дошёл до этого проекта.',
  ],
  [
    'What act {} of device {} did cannot be read.',
    'Нельзя прочитать, что сделало действие {} устройства {}.',
  ],
  ['There is nothing of yours to undo.', 'Отменять нечего: ваших действий нет.'],
  ['There is nothing to redo.', 'Возвращать нечего.'],
  [
    'Somebody has changed the same thing since; undoing would lose their change.',
    'С тех пор то же самое изменил кто-то другой; при отмене его правка пропала бы.',
  ],
  [
    'There is no claim, reference or piece of evidence {} in this project.',
    'В проекте нет ни утверждения, ни источника, ни доказательства {}.',
  ],
  ['There is no revision {} in this project.', 'В проекте нет редакции {}.'],
  ['There is no conflict {} in this project.', 'В проекте нет расхождения {}.'],
  ['There is no {} in this project; it knows {}.', 'В проекте никого не зовут {}; в нём есть: {}.'],
  ['There is no {~} {} in this project.', 'В проекте этого нет: {~} {}.'],
  [
    'Several conflicts begin with {}; write more of the id.',
    'С {} начинается несколько расхождений; напишите больше знаков.',
  ],
  [
    'Several merges begin with {}; write more of the id.',
    'С {} начинается несколько приёмов; напишите больше знаков.',
  ],
  [
    'Several {~} begin with {}; write more of the id.',
    'С {2} начинается несколько: {~1}; напишите больше знаков.',
  ],
];
