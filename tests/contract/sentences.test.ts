import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { itemInRussian, sentenceInRussian as statementInRussian } from '#engine/statements/russian.ts';
import { partInRussian } from '#contract/russian/parts.ts';
import { SENTENCES, sentenceInRussian } from '#contract/russian/index.ts';
import { givenTo, sentencesIn } from '../support/sentences.ts';

/** Sources whose sentences no window shows, each with the reason. */
const NEVER_SHOWN: readonly RegExp[] = [
  // the command line speaks English; the sample and the reports’ own words come in the language of their text
  /src-main\/host\/cli\//,
  /src-main\/engine\/sample\//,
  /src-main\/reports\/(?:words|terms|dossier|standards)\//,
  // losses of a format stand in both languages where they are told
  /src-main\/reports\/(?:losses|print-words)\.ts/,
  // for whoever repairs the program: never for people
  /src-main\/reports\/(?:markup|odt\/xml|apart|pdf\/fonts)\.ts/,
  /src-main\/host\/electron\/(?:fuses|link)\.ts/,
  // what calls are for stands in the reference of the calls
  /src-main\/contract\/(?!client)/,
  // only another program can send a text of such a shape: the window’s editor knows the same rules
  /src-main\/domain\/document\.ts/,
  // printed at the start, before there is a window
  /src-main\/host\/browser\/(?:pages|serve)\.ts/,
  // the native menus and questions have both languages beside one another
  /src-main\/host\/electron\/text\.ts/,
  // lines of a report of an import, which are told in both languages where they are made
  /src-main\/engine\/statements\/(?:tally|russian|russian-model)\.ts/,
];

/** Sentences with a part that is said at another place, and what they can be. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  '7 left out with the words.': [
    '1 table cell was left out with the words.',
    '3 table cells were left out with the words.',
  ],
  'In 7 links and emphasis were kept only on the words that stayed.': [
    'In 1 changed block links and emphasis were kept only on the words that stayed.',
    'In 3 changed blocks links and emphasis were kept only on the words that stayed.',
  ],
  'This bundle holds acts in the name of 7 7, which is not the one you trust; compare it with 7 and trust it first.':
    [
      'This bundle holds acts in the name of Ada without a signature, which is not the one you trust; compare it with Ada and trust it first.',
      'This bundle holds acts in the name of Ada signed with the key 12 34, which is not the one you trust; compare it with Ada and trust it first.',
    ],
  'The package is signed by its maker7, with a key that nobody vouches for.': [
    'The package is signed by its maker, with a key that nobody vouches for.',
    'The package is signed by its maker on 2026-01-02, with a key that nobody vouches for.',
  ],
  'The package is signed in the name of 77, with a certificate that did not hold then.': [
    'The package is signed in the name of a.example, with a certificate that did not hold then.',
    'The package is signed in the name of a.example on 2026-01-02, with a certificate that did not hold then.',
  ],
  'The package is signed by 77; who issued the certificate cannot be checked without a network.7': [
    'The package is signed by a.example; who issued the certificate cannot be checked without a network.',
    'The package is signed by a.example on 2026-01-02; who issued the certificate cannot be checked without a network. A time stamp by T is attached and was not checked.',
  ],
  '7 is open in another window of Assay7; close it there first.': [
    '/home/a.assay is open in another window of Assay; close it there first.',
    '/home/a.assay is open in another window of Assay (process 5, since today); close it there first.',
  ],
  'The 7 was changed after it was written.': ['The act 5 of device 0a1b was changed after it was written.'],
  'The act before the 7 is missing.': ['The act before the act 5 of device 0a1b is missing.'],
  'What the 7 did was changed after it was written.': [
    'What the act 5 of device 0a1b did was changed after it was written.',
  ],
  'What the 7 did differs from the history of its cells.': [
    'What the act 5 of device 0a1b did differs from the history of its cells.',
  ],
  'The signature over the 7 is not valid.': ['The signature over the act 5 of device 0a1b is not valid.'],
  'The 7 is signed and has not arrived.': ['The act 5 of device 0a1b is signed and has not arrived.'],
  '7 7 is missing; another bundle will bring it.': [
    'Act 5 of device 0a1b is missing; another bundle will bring it.',
  ],
  '7 7 are missing; another bundle will bring them.': [
    'Acts 5 to 8 of device 0a1b are missing; another bundle will bring them.',
  ],
  '7 7.': ['The field “query” is empty.', 'The field “query” must be a text.', 'The input is missing.'],
};
/** Ways that the conditions of a sentence never take together. */
const IMPOSSIBLE = new Set([
  '7 7 is missing; another bundle will bring them.',
  '7 7 are missing; another bundle will bring it.',
]);

const said = sentencesIn('src-main/**/*.ts', NEVER_SHOWN).flatMap(({ file, text }) =>
  (COMPOSED[text] ?? (IMPOSSIBLE.has(text) ? [] : [text])).map((one) => ({
    file,
    text: file.endsWith('domain/web-annotation.ts') ? `It breaks the model: ${one}` : one,
  })),
);
const inRussian = (text: string) =>
  [sentenceInRussian(text), statementInRussian(text), partInRussian(text)].find((one) => one !== text);

test('every sentence that the engine can say to a person has its Russian', () => {
  expect(said.length).toBeGreaterThan(350);
  expect(said.filter(({ text }) => !/[а-я]/i.test(inRussian(text) ?? ''))).toEqual([]);
  const english = said.filter(({ text }) => /\b(?:the|is|was|of|and|has|it)\b/.test(inRussian(text) ?? ''));
  expect(english).toEqual([]);
});

test('every part of a sentence that is said elsewhere has its Russian', () => {
  const parts = [
    ...givenTo('ZipFault', 0, 'src-main/importers/zip*.ts'),
    ...givenTo('broken', 0, 'src-main/engine/**/*.ts'),
    ...givenTo('instead', 1, 'src-main/importers/document-kind.ts'),
    ...givenTo('instead', 2, 'src-main/importers/document-kind.ts'),
    ...givenTo('refuse', 0, 'src-main/importers/wacz-signature.ts'),
    ...givenTo('regex', 1, 'src-main/contract/*.ts'),
  ].filter(({ text }) => text !== 'holds a part 7');
  expect(parts.length).toBeGreaterThan(60);
  expect(parts.filter(({ text }) => !/[а-я]/i.test(partInRussian(text)))).toEqual([]);
  for (const { text } of givenTo('refuse', 0, 'src-main/importers/read-wacz.ts'))
    expect(sentenceInRussian(`“a.wacz” cannot be trusted: ${text}.`)).not.toMatch(/manifest|which/);
});

test('every sentence that has Russian is one that the engine can say', () => {
  const whole = new Set(said.map(({ text }) => text));
  const used = SENTENCES.filter(([english]) => {
    const pattern = new RegExp(
      `^${english
        .split(/\{~?\}/)
        .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('[^]*')}$`,
      'u',
    );
    return [...whole].some((text) => pattern.test(text));
  });
  const inPieces = /^(?:The field |The input |“\{\}” cannot be trusted: |The package is signed )/;
  const unused = SENTENCES.filter((one) => !used.includes(one) && !inPieces.test(one[0]));
  expect(unused.map(([english]) => english)).toEqual([]);
});

test('what a sentence names keeps its place, and an unknown sentence stays as it came', () => {
  expect(sentenceInRussian('“a.txt” has 210 MB of text; an article may have up to 100 MB.')).toBe(
    'В «a.txt» 210 МБ текста; в статье может быть не больше 100 МБ.',
  );
  expect(sentenceInRussian('12 pictures were left out.')).toBe('Пропущено изображений: 12.');
  expect(sentenceInRussian('Something else.')).toBe('Something else.');
  expect(sentenceInRussian('“b.doc” looks like a ZIP archive; Assay is busy')).toBe(
    'Похоже, «b.doc» — архив ZIP. Assay is busy',
  );
  expect(itemInRussian('row 5')).toBe('строка 5');
});

test('nouns and fields are said with the words of the window', () => {
  expect(sentenceInRussian('There is no claim 01ab in this project.')).toBe(
    'В проекте этого нет: утверждение 01ab.',
  );
  expect(sentenceInRussian('Several articles begin with 01; write more of the id.')).toBe(
    'С 01 начинается несколько: статья; напишите больше знаков.',
  );
  expect(sentenceInRussian('“99” does not fit the claimed on of a claim.')).toBe(
    'Значение «99» не подходит: утверждение, поле «когда сказано».',
  );
  expect(sentenceInRussian('The field “title” is empty.')).toBe('Поле «заглавие» пусто.');
  expect(sentenceInRussian('“title” is empty.')).toBe('Файл «title» пуст.');
  expect(sentenceInRussian('The field “given” must be one of a, b.')).toBe(
    'В поле «given» может быть одно из: a, b.',
  );
});

test('no part of the window shows the words of an error but in its own language', () => {
  const raw = globSync('src-renderer/**/*.{ts,tsx}').filter((file) =>
    /(?:\{|text: |title=\{)\s*[\w.]*\.message\b|\(\{ message \}\)/.test(readFileSync(file, 'utf8')),
  );
  expect(raw).toEqual([]);
});
