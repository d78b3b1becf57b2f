const en = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  article: 'Article',
  claim: 'Claim',
  help: 'Help',
  new: 'New project…',
  open: 'Open project…',
  recent: 'Open recent',
  close: 'Close window',
  quit: 'Quit',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  fullScreen: 'Full screen',
  about: 'About Assay',
  project: 'Assay project',
  cancel: 'Cancel',
  exchangeFolder: 'Exchange folder',
  exchangeHere: 'Exchange here',
  whoMayRead: 'Who may read what Assay writes into this folder?',
  whoMayReadDetail:
    'Encrypted, only you and the people whose keys you trust can open it. Plain, everybody can who reaches the folder.',
  encrypted: 'Encrypt to the people I trust',
  plain: 'Plain',
  openOutside: 'Open this address outside Assay?',
  copyAddress: 'Copy address',
  openAddress: 'Open',
  stopped:
    'Assay’s engine stopped again and again, so it was not started once more. What you did is saved. Close this window and open the project again.',
};
export type Text = Readonly<typeof en>;

const ru: Text = {
  file: 'Файл',
  edit: 'Правка',
  view: 'Вид',
  go: 'Переход',
  article: 'Статья',
  claim: 'Утверждение',
  help: 'Справка',
  new: 'Новый проект…',
  open: 'Открыть проект…',
  recent: 'Недавние проекты',
  close: 'Закрыть окно',
  quit: 'Выйти',
  cut: 'Вырезать',
  copy: 'Копировать',
  paste: 'Вставить',
  selectAll: 'Выделить всё',
  fullScreen: 'Во весь экран',
  about: 'Об Assay',
  project: 'Проект Assay',
  cancel: 'Отмена',
  exchangeFolder: 'Папка обмена',
  exchangeHere: 'Обмениваться здесь',
  whoMayRead: 'Кто сможет читать то, что Assay записывает в эту папку?',
  whoMayReadDetail:
    'Зашифрованное откроете только вы и люди, чьим ключам вы доверяете. Незашифрованное — все, у кого есть доступ к папке.',
  encrypted: 'Зашифровать для тех, кому я доверяю',
  plain: 'Не шифровать',
  openOutside: 'Открыть этот адрес вне Assay?',
  copyAddress: 'Копировать адрес',
  openAddress: 'Открыть',
  stopped:
    'Движок Assay останавливался снова и снова, поэтому больше не запущен. Всё сделанное сохранено. Закройте это окно и откройте проект снова.',
};

/** @param locale of the system, BCP 47, for who has not chosen. */
export function textIn(language: string, locale: string): { language: 'en' | 'ru'; text: Text } {
  const chosen = language === 'system' ? locale : language;
  return /^ru\b/i.test(chosen) ? { language: 'ru', text: ru } : { language: 'en', text: en };
}

/** What the engine refuses, in the language of the menus; its book is read when there is something to refuse. */
export async function told(sentence: string, language: 'en' | 'ru'): Promise<string> {
  if (language === 'en') return sentence;
  const { sentenceInRussian } = await import('#contract/russian/index.ts');
  return sentenceInRussian(sentence);
}
