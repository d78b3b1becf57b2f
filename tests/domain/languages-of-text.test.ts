import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageAt, languageOfSpan, languageRuns, scriptOfLanguage } from '#domain/languages-of-text.ts';
import { sentencesOf } from '#domain/sentences.ts';

/** Each run as its language and its words, without what stands around them. */
function told(text: string, article = ''): [string, string][] {
  return languageRuns(text, article).map(({ start, end, language }) => [
    language,
    text.slice(start, end).replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''),
  ]);
}

describe('the language of each stretch', () => {
  test.each<[string, string, [string, string][]]>([
    [
      'en',
      'He said: «Мы не знаем, что случилось» and left.',
      [
        ['en', 'He said'],
        ['ru', 'Мы не знаем, что случилось'],
        ['en', 'and left'],
      ],
    ],
    [
      'ru',
      'Он сказал: “We do not know what happened.” И ушёл.',
      [
        ['ru', 'Он сказал'],
        ['en', 'We do not know what happened'],
        ['ru', 'И ушёл'],
      ],
    ],
    [
      'ru',
      'Президент: «Бұл біздің еліміз үшін маңызды». Затем уехал.',
      [
        ['ru', 'Президент'],
        ['kk', 'Бұл біздің еліміз үшін маңызды'],
        ['ru', 'Затем уехал'],
      ],
    ],
    [
      'uk',
      'Він сказав: «Мы не знаем, что это было». Потім пішов.',
      [
        ['uk', 'Він сказав'],
        ['ru', 'Мы не знаем, что это было'],
        ['uk', 'Потім пішов'],
      ],
    ],
    [
      'kk',
      'Ол былай деді: «Мы ещё не решили, как это сделать». Кейін кетті.',
      [
        ['kk', 'Ол былай деді'],
        ['ru', 'Мы ещё не решили, как это сделать'],
        ['kk', 'Кейін кетті'],
      ],
    ],
    [
      'en',
      'The sign said “C’est la vie et le monde est grand”.',
      [
        ['en', 'The sign said'],
        ['fr', 'C’est la vie et le monde est grand'],
      ],
    ],
    // a name in another script tells no language
    [
      'en',
      'The town of Москва is large.',
      [
        ['en', 'The town of'],
        ['', 'Москва'],
        ['en', 'is large'],
      ],
    ],
    ['ru', 'Он живёт в Москве, а работает в Омске.', [['ru', 'Он живёт в Москве, а работает в Омске']]],
    // a lone foreign word in the same script is no proof
    ['en', 'She wrote “Die Zeit” on it.', [['en', 'She wrote “Die Zeit” on it']]],
    ['en', 'Um, um, um. Come, come!', [['en', 'Um, um, um. Come, come']]],
    ['', 'Доброго дня', [['', 'Доброго дня']]],
    [
      '',
      'Щорічно їх приймають у цій їдальні, і що з того.',
      [['uk', 'Щорічно їх приймають у цій їдальні, і що з того']],
    ],
    [
      'en',
      'He wrote שלום עולם.',
      [
        ['en', 'He wrote'],
        ['he', 'שלום עולם'],
      ],
    ],
    [
      'en',
      'He wrote 東京は大きい.',
      [
        ['en', 'He wrote'],
        ['ja', '東京は大きい'],
      ],
    ],
    ['', 'این است که از او می‌پرسند', [['fa', 'این است که از او می‌پرسند']]],
    ['', '12 345 — !', []],
  ])('%s: %s', (article, text, runs) => {
    expect(told(text, article)).toEqual(runs);
  });

  test('lies in order, holds every letter and never throws', () => {
    const unit = fc.constantFrom(
      'a',
      'Б',
      'ұ',
      'ї',
      'ש',
      '東',
      'は',
      '.',
      ' ',
      '\n',
      '«',
      '»',
      '“',
      '7',
      '🦊',
      '\u0301',
      '\uD800',
    );
    fc.assert(
      fc.property(fc.string({ unit }), fc.constantFrom('', 'en', 'ru', 'kk-KZ', 'xx'), (text, article) => {
        const runs = languageRuns(text, article);
        let end = 0;
        for (const run of runs) {
          expect(run.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, run.start)).not.toMatch(/[\p{Script=Latin}\p{Script=Cyrillic}]/u);
          expect(run.end).toBeGreaterThan(run.start);
          end = run.end;
        }
        expect(text.slice(end)).not.toMatch(/[\p{Script=Latin}\p{Script=Cyrillic}]/u);
        expect(end).toBeLessThanOrEqual(text.length);
        for (const run of runs) expect(languageAt(runs, run.start)).toBe(run.language);
      }),
    );
  });

  test('a sentence has the language of most of its letters', () => {
    const text = 'He said: «Мы не знаем, что случилось».';
    expect(languageOfSpan(languageRuns(text, 'en'), 0, text.length)).toBe('ru');
    expect(languageOfSpan([], 0, 5)).toBe('');
    expect(scriptOfLanguage('kk-KZ')).toBe('Cyrillic');
  });
});

test('each sentence is cut by the abbreviations of its own language', () => {
  const cut = (text: string, language?: string) => {
    const bounds = sentencesOf(text, language);
    return bounds.flatMap((at, i) => (i % 2 === 0 ? [text.slice(at, bounds[i + 1])] : []));
  };
  // Kazakh `мыс.` is “for example”, Russian `мыс` a cape
  expect(cut('Корабль обошёл этот мыс. Капитан был рад.')).toHaveLength(2);
  expect(cut('Бұл қалада ірі зауыттар бар, мыс. Қарағанды зауыты.')).toHaveLength(1);
  // Ukrainian `див.` is “see”, Russian `див` are marvels
  expect(cut('Мы видели немало див. Город был велик.')).toHaveLength(2);
  expect(cut('Про це вже йшлося (див. Додаток), і не раз. Далі інше.')).toHaveLength(2);
  const mixed = 'He quoted it: «Об этом писал проф. Иванов в г. Омске. Это было давно». Dr. Smith agreed.';
  expect(cut(mixed)).toEqual([
    'He quoted it: «Об этом писал проф. Иванов в г. Омске.',
    'Это было давно».',
    'Dr. Smith agreed.',
  ]);
});
