import type { Phrases } from '#domain/phrase-book.ts';

/** What is said when work cannot be exchanged: bundles, keys, the exchange folder, conflicts. */
export const TEAM_SENTENCES: Phrases = [
  ['This file is no bundle of Assay.', 'Этот файл — не пакет Assay.'],
  [
    'This bundle was damaged or changed on the way: {~}; nothing was taken from it.',
    'Пакет в пути повредили или изменили: {~}; из него ничего не взято.',
  ],
  [
    'This bundle was written by a newer Assay; update Assay to merge it.',
    'Пакет записан более новой версией Assay; обновите её, чтобы его принять.',
  ],
  [
    'This bundle is encrypted, and neither your key nor a given passphrase opens it.',
    'Пакет зашифрован, и ни ваш ключ, ни парольная фраза его не открывают.',
  ],
  [
    'This bundle’s passphrase would take 2^{} rounds to try; Assay takes at most 2^{}.',
    'Проверка парольной фразы этого пакета потребовала бы 2^{} шагов; Assay делает не больше 2^{}.',
  ],
  [
    'A bundle holds at most 4 GB and 60,000 files; pack articles one by one.',
    'В пакет входит не больше 4 ГБ и 60 000 файлов; собирайте статьи по одной.',
  ],
  ['A bundle holds at most 4 GB.', 'В пакет входит не больше 4 ГБ.'],
  ['A bundle needs a name.', 'Пакету нужно имя.'],
  ['Name a bundle to begin with.', 'Назовите пакет, с которого начать.'],
  [
    'This bundle was opened or encrypted anew on the way, for others than its author meant; it was not taken.',
    'Пакет в пути вскрыли или перешифровали не для тех, кому он назначен; он не принят.',
  ],
  [
    'This bundle belongs to another project, “{}”; nothing was taken from it.',
    'Пакет относится к другому проекту, «{}»; из него ничего не взято.',
  ],
  [
    'This bundle is signed with the key {}, which you have revoked; nothing was taken from it.',
    'Пакет подписан ключом {}, который вы отозвали; из него ничего не взято.',
  ],
  [
    'This bundle holds acts in the name of {} without a signature, which is not the one you trust; compare it with {} and trust it first.',
    'В пакете есть неподписанные действия от имени {}, а вы доверяете ключу этого человека; сверьте подпись ({2}) и сначала доверьтесь ей.',
  ],
  [
    'This bundle holds acts in the name of {} signed with the key {}, which is not the one you trust; compare it with {} and trust it first.',
    'В пакете действия от имени {} подписаны ключом {}, а вы доверяете другому; сверьте отпечаток ({3}) и сначала доверьтесь ключу.',
  ],
  [
    'This bundle holds act {} in the name of {}, which {}’s device has not signed; nothing was taken from it.',
    'В пакете есть действие {} от имени {}, которое устройство этого человека не подписало; из пакета ничего не взято.',
  ],
  [
    'A bundle is encrypted either to people or with a passphrase, not both.',
    'Пакет шифруют или для людей, или парольной фразой, но не тем и другим вместе.',
  ],
  [
    'Several people here are called {}; give the id instead.',
    'Здесь несколько человек с именем {}; выберите по ключу.',
  ],
  [
    '{} has no key here yet; merge a bundle of theirs or trust their card.',
    'Ключа пока нет ({}); примите пакет этого человека или доверьтесь его карточке.',
  ],
  ['{} is no longer at hand; choose it again.', 'Файла {} больше нет под рукой; выберите его снова.'],
  ['Give either a card or a key.', 'Дайте или карточку, или ключ.'],
  ['This is your own key.', 'Это ваш собственный ключ.'],
  [
    'This is your own key; ask the others to revoke it.',
    'Это ваш собственный ключ; попросите коллег отозвать его.',
  ],
  ['This is no key that a person can own.', 'Такого ключа ни у кого быть не может.'],
  [
    'This project does not know the key; trust it by its card.',
    'Этот проект не знает такого ключа; доверьтесь ему по карточке.',
  ],
  ['This is no card of Assay; one begins with {}.', 'Это не карточка Assay; карточка начинается с {}.'],
  [
    'This card was damaged or changed on the way; ask for it again.',
    'Карточку в пути повредили или изменили; попросите её снова.',
  ],
  [
    'The key {} does not say itself that it belongs to this person.',
    'Ключ {} сам не подтверждает, что принадлежит этому человеку.',
  ],
  [
    'Your key is kept by the system’s key store, which only the Assay window can reach.',
    'Ваш ключ лежит в хранилище ключей системы, а туда может обратиться только окно Assay.',
  ],
  [
    'Your key is under a passphrase; give it (ASSAY_PASSPHRASE, or unlock the key).',
    'Ваш ключ закрыт парольной фразой; откройте его на странице «Команда».',
  ],
  ['This passphrase does not open your key.', 'Эта парольная фраза не открывает ваш ключ.'],
  [
    'Your key file asks for more work than Assay ever writes; restore a backup of it.',
    'Файл вашего ключа требует больше работы, чем задаёт Assay; восстановите его резервную копию.',
  ],
  [
    'Your key file {} is damaged; restore a backup of it, or move it away to make a new key.',
    'Файл вашего ключа {} повреждён; восстановите его резервную копию или уберите его, чтобы создать новый ключ.',
  ],
  [
    'The system’s key store did not give your key; unlock it and try again.',
    'Хранилище ключей системы не отдало ваш ключ; откройте его и попробуйте снова.',
  ],
  ['There is no merge {} in this file.', 'Приёма {} в этом файле нет.'],
  ['This merge is taken back already.', 'Этот приём уже отменён.'],
  [
    'Somebody has changed the same things since this merge; undoing it would lose their changes.',
    'После этого приёма то же самое изменил кто-то другой; при отмене его правки пропали бы.',
  ],
  [
    'Take one of the values, write another one, or keep both.',
    'Возьмите одно из значений, напишите другое или оставьте оба.',
  ],
  ['This conflict has the values 0 to {}.', 'В этом расхождении значения с 0 по {}.'],
  ['This value does not fit the {~} of a {~}.', 'Такое значение не подходит: {~2}, поле «{~1}».'],
  ['“{}” does not fit the {~} of a {~}.', 'Значение «{1}» не подходит: {~3}, поле «{~2}».'],
  [
    'Only one {~} can stand; take one of the values.',
    'Здесь возможно только одно значение ({~}); возьмите одно из них.',
  ],
  [
    'This project’s id cannot stand in a file’s name; it cannot be exchanged.',
    'Идентификатор этого проекта не годится для имени файла; обменивать его нельзя.',
  ],
  [
    'The exchange folder {} no longer holds this project’s files; is its drive or share connected? If it was emptied on purpose, choose it again.',
    'В папке обмена {} больше нет файлов этого проекта; подключён ли её диск? Если её очистили намеренно, выберите её снова.',
  ],
  [
    'The exchange folder {} is not there; is its drive or share connected?',
    'Папки обмена {} нет на месте; подключён ли её диск?',
  ],
  [
    'The exchange folder {} cannot be read by this account; give it the right to read there, or choose another folder.',
    'Этой учётной записи нельзя читать папку обмена {}; дайте ей это право или выберите другую папку.',
  ],
  [
    'The exchange folder {} cannot be read ({}); is its drive or share connected?',
    'Папку обмена {} не прочитать ({}); подключён ли её диск?',
  ],
  [
    'Your work could not be written to the exchange folder {}, which this account may only read; give it the right to write there, or choose another folder.',
    'Ваша работа не записана в папку обмена {}: этой учётной записи можно только читать её; дайте право записи или выберите другую папку.',
  ],
  [
    'Your work could not be written to the exchange folder {}, because the disk is full; make room, and it is written at the next look.',
    'Ваша работа не записана в папку обмена {}: диск заполнен; освободите место, и она запишется при следующем просмотре.',
  ],
  [
    'Your work could not be written to the exchange folder {} ({}); is its drive or share connected?',
    'Ваша работа не записана в папку обмена {} ({}); подключён ли её диск?',
  ],
  [
    '{} is a link or a file where Assay keeps a folder; remove it, or choose another exchange folder.',
    '{} — ссылка или файл там, где у Assay папка; уберите это или выберите другую папку обмена.',
  ],
  [
    'This project has no exchange folder; choose one first.',
    'У проекта нет папки обмена; сначала выберите её.',
  ],
  [
    '{} can only be read; it cannot be exchanged from here.',
    'Файл {} можно только читать; обмениваться им отсюда нельзя.',
  ],
  ['{} is not a folder; create it first.', '{} — не папка; сначала создайте её.'],
  [
    'The project file lies in this folder; a carrier would damage it. Move the project elsewhere, or choose another folder.',
    'В этой папке лежит файл проекта; программа обмена повредила бы его. Переместите проект или выберите другую папку.',
  ],
  [
    'Assay keeps your keys and backups in this folder; they must not be carried to others. Choose another folder.',
    'В этой папке Assay хранит ваши ключи и резервные копии; им нельзя попадать к другим. Выберите другую папку.',
  ],
];
