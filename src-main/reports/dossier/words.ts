import type { ReportLanguage } from '#domain/report-options.ts';

/** What only a dossier says. `checker` goes into the file, for the program in it; `{…}` are filled in there. */
export type DossierWords = {
  readonly kicker: string;
  readonly unchecked: string;
  readonly seal: string;
  readonly sealNote: string;
  readonly files: string;
  readonly forms: string;
  readonly history: string;
  readonly historyNote: string;
  readonly time: string;
  readonly person: string;
  readonly deed: string;
  readonly hash: string;
  readonly original: string;
  readonly copy: string;
  readonly name: string;
  readonly kind: string;
  readonly size: string;
  readonly notHeld: string;
  readonly madeWith: string;
  readonly withoutFiles: string;
  readonly withoutActs: string;
  readonly absent: (files: number) => string;
  readonly checker: {
    readonly checking: string;
    readonly unchanged: string;
    readonly changed: string;
    readonly save: string;
    readonly parts: Readonly<
      Record<'seal' | 'shell' | 'report' | 'style' | 'acts' | 'file' | 'form', string>
    >;
  };
};

const en: DossierWords = {
  kicker: 'Fact-check dossier',
  unchecked:
    'Not checked. If these words stay, the browser runs no programs, or the checker in this file was changed.',
  seal: 'Seal',
  sealNote:
    'The check shows that nothing in this file was changed by itself. Whoever rewrites a whole file can also write it a new seal: compare it with the one that the team has published.',
  files: 'Files in this dossier',
  forms: 'The same for machines',
  history: 'History',
  historyNote:
    'Every act of the project, each chained by its hash to the one before it on the same device. The check computes all of these hashes anew.',
  time: 'Time',
  person: 'Person',
  deed: 'Call',
  hash: 'Hash',
  original: 'original of an article',
  copy: 'archived copy',
  name: 'Name',
  kind: 'What it is',
  size: 'Size',
  notHeld: 'Not in this file; only its hash.',
  madeWith:
    'Made with Assay from a project file. The same project state and options always give the same dossier, byte for byte. It loads nothing from elsewhere; its one program checks it, and can be read at its end.',
  withoutFiles: 'Originals and archived copies are not in the dossier, only their hashes.',
  withoutActs:
    'What each act of the history did in detail is withheld; its hash stands for it, and the chain can still be checked.',
  absent: (files) =>
    files === 1
      ? 'The bytes of 1 file are absent from the project or damaged, so they are not in the dossier.'
      : `The bytes of ${files} files are absent from the project or damaged, so they are not in the dossier.`,
  checker: {
    checking: 'Checking {n} of {all}…',
    unchanged:
      'Unchanged: all {all} parts and {acts} acts have the hashes that they had when this file was made.',
    changed: 'CHANGED since this file was made:',
    save: 'Save',
    parts: {
      seal: 'the list of hashes',
      shell: 'the frame of the page',
      report: 'the report',
      style: 'the style sheet',
      acts: 'the history',
      file: 'a file',
      form: 'a form for machines',
    },
  },
};

const ru: DossierWords = {
  kicker: 'Досье проверки фактов',
  unchecked:
    'Не проверено. Если эти слова остаются, браузер не выполняет программ или проверяющая программа в этом файле изменена.',
  seal: 'Печать',
  sealNote:
    'Проверка показывает, что ничто в этом файле не изменено само по себе. Кто переписывает файл целиком, может поставить на него и новую печать: сравните её с той, которую опубликовала команда.',
  files: 'Файлы в этом досье',
  forms: 'То же для машин',
  history: 'История',
  historyNote:
    'Все действия проекта; каждое связано хешем с предыдущим действием на том же устройстве. Проверка вычисляет все эти хеши заново.',
  time: 'Время',
  person: 'Кто',
  deed: 'Действие',
  hash: 'Хеш',
  original: 'исходный файл статьи',
  copy: 'архивная копия',
  name: 'Название',
  kind: 'Что это',
  size: 'Размер',
  notHeld: 'В этом файле только хеш, без самих данных.',
  madeWith:
    'Составлено в Assay по файлу проекта. Одно и то же состояние проекта и одни и те же настройки всегда дают одно и то же досье, байт в байт. Оно ничего не загружает извне; единственная программа в нём его проверяет, и её можно прочесть в конце файла.',
  withoutFiles: 'Исходных файлов и архивных копий в досье нет, только их хеши.',
  withoutActs:
    'Подробности каждого действия истории не раскрываются; вместо них стоит хеш, и цепочку всё равно можно проверить.',
  absent: (files) =>
    `Файлы, данных которых нет в проекте или которые повреждены, в досье не вошли: ${files}.`,
  checker: {
    checking: 'Проверяется {n} из {all}…',
    unchanged: 'Не изменено. Хеши те же, что при создании файла; проверено частей: {all}, действий: {acts}.',
    changed: 'ИЗМЕНЕНО после создания этого файла:',
    save: 'Сохранить',
    parts: {
      seal: 'список хешей',
      shell: 'каркас страницы',
      report: 'отчёт',
      style: 'таблица стилей',
      acts: 'история',
      file: 'файл',
      form: 'форма для машин',
    },
  },
};

const kk: DossierWords = {
  kicker: 'Деректерді тексеру жинағы',
  unchecked:
    'Тексерілмеген. Осы сөздер тұра берсе, браузер бағдарламаларды орындамайды немесе осы файлдағы тексеруші бағдарлама өзгертілген.',
  seal: 'Мөр',
  sealNote:
    'Тексеру осы файлда ештеңе жеке өзгертілмегенін көрсетеді. Файлды тұтас қайта жазған адам оған жаңа мөр де баса алады: мөрді топ жариялаған мөрмен салыстырыңыз.',
  files: 'Осы жинақтағы файлдар',
  forms: 'Дәл сол машиналар үшін',
  history: 'Тарихы',
  historyNote:
    'Жобадағы барлық әрекет; әрқайсысы сол құрылғыдағы алдыңғы әрекетпен хеш арқылы байланысқан. Тексеру осы хештердің бәрін қайта есептейді.',
  time: 'Уақыты',
  person: 'Кім',
  deed: 'Әрекет',
  hash: 'Хеш',
  original: 'мақаланың бастапқы файлы',
  copy: 'мұрағат көшірмесі',
  name: 'Атауы',
  kind: 'Бұл не',
  size: 'Көлемі',
  notHeld: 'Бұл файлда хеші ғана бар, деректің өзі жоқ.',
  madeWith:
    'Жоба файлынан Assay бағдарламасында жасалды. Жобаның бір күйі мен бірдей баптаулар әрқашан байтына дейін бірдей жинақ береді. Ол сырттан ештеңе жүктемейді; ішіндегі жалғыз бағдарлама оны тексереді, оны файлдың соңынан оқуға болады.',
  withoutFiles: 'Жинақта бастапқы файлдар мен мұрағат көшірмелері жоқ, тек олардың хештері бар.',
  withoutActs:
    'Тарихтағы әр әрекеттің егжей-тегжейі ашылмайды; оның орнында хеш тұр, тізбекті бәрібір тексеруге болады.',
  absent: (files) => `Дерегі жобада жоқ немесе бүлінген файлдар жинаққа кірмеді: ${files}.`,
  checker: {
    checking: '{all} бөліктің {n} тексерілуде…',
    unchanged: 'Өзгермеген. Хештер файл жасалған кездегідей; тексерілген бөліктер: {all}, әрекеттер: {acts}.',
    changed: 'Осы файл жасалғаннан кейін ӨЗГЕРГЕН:',
    save: 'Сақтау',
    parts: {
      seal: 'хештер тізімі',
      shell: 'беттің қаңқасы',
      report: 'есеп',
      style: 'стиль кестесі',
      acts: 'тарихы',
      file: 'файл',
      form: 'машиналарға арналған пішін',
    },
  },
};

const uk: DossierWords = {
  kicker: 'Досьє перевірки фактів',
  unchecked:
    'Не перевірено. Якщо ці слова залишаються, браузер не виконує програм або перевірну програму в цьому файлі змінено.',
  seal: 'Печатка',
  sealNote:
    'Перевірка показує, що нічого в цьому файлі не змінено окремо. Хто переписує файл цілком, може поставити на нього й нову печатку: порівняйте її з тією, яку оприлюднила команда.',
  files: 'Файли в цьому досьє',
  forms: 'Те саме для машин',
  history: 'Історія',
  historyNote:
    'Усі дії проєкту; кожна пов’язана гешем із попередньою дією на тому самому пристрої. Перевірка обчислює всі ці геші наново.',
  time: 'Час',
  person: 'Хто',
  deed: 'Дія',
  hash: 'Геш',
  original: 'початковий файл статті',
  copy: 'архівна копія',
  name: 'Назва',
  kind: 'Що це',
  size: 'Розмір',
  notHeld: 'У цьому файлі лише геш, без самих даних.',
  madeWith:
    'Складено в Assay за файлом проєкту. Той самий стан проєкту й ті самі налаштування завжди дають те саме досьє, байт у байт. Воно нічого не завантажує ззовні; єдина програма в ньому його перевіряє, і її можна прочитати в кінці файлу.',
  withoutFiles: 'Початкових файлів і архівних копій у досьє немає, лише їхні геші.',
  withoutActs:
    'Подробиці кожної дії історії не розкриваються; замість них стоїть геш, і ланцюжок усе одно можна перевірити.',
  absent: (files) => `Файли, даних яких немає в проєкті або які пошкоджено, до досьє не ввійшли: ${files}.`,
  checker: {
    checking: 'Перевіряється {n} з {all}…',
    unchanged: 'Не змінено. Геші ті самі, що під час створення файлу; перевірено частин: {all}, дій: {acts}.',
    changed: 'ЗМІНЕНО після створення цього файлу:',
    save: 'Зберегти',
    parts: {
      seal: 'список гешів',
      shell: 'каркас сторінки',
      report: 'звіт',
      style: 'таблиця стилів',
      acts: 'історія',
      file: 'файл',
      form: 'форма для машин',
    },
  },
};

export const DOSSIER_WORDS: Readonly<Record<ReportLanguage, DossierWords>> = { en, ru, kk, uk };
