import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countWords,
  nextWordEnd,
  nextWordStart,
  previousWordEnd,
  previousWordStart,
  sentencesOf,
} from '#domain/sentences.ts';

function cut(text: string, language?: string): string[] {
  const bounds = sentencesOf(text, language);
  return bounds.flatMap((at, i) => (i % 2 === 0 ? [text.slice(at, bounds[i + 1])] : []));
}

describe('sentences', () => {
  test.each([
    ['ru', ['А. С. Пушкин родился в 1799 г. в Москве.', 'См. рис. 3.', 'Стр. 5.', 'Далее по тексту.']],
    ['ru', ['В 2022 г. Казахстан вырос.', 'Это факт, т.е. правда.', 'Цена 5 млн.', 'Это много.']],
    ['ru', ['«Да!» — сказал он.', '«Нет?»', 'Он ушёл.']],
    ['kk', ['2022 ж. Алматыда 15 млн. теңге жұмсалды.', 'Бұл көп.']],
    ['uk', ['Т. Г. Шевченко народився 9 березня 1814 р. на Київщині.', 'Так.']],
    [
      'en',
      [
        'Dr. Smith met Mr. Jones in the U.S. Senate.',
        'He said no.',
        'It cost 2.5 million.',
        '"Stop!" he said.',
      ],
    ],
    ['en', ['See No. 7 on p. 5.', 'He lives in St. Petersburg.']],
    [
      'en',
      [
        'Bad.[1]',
        'The next.',
        'Second [2].',
        'Third.[3][4]',
        'Fourth. [5]',
        'Fifth [6] [7].',
        '“Sixth.” [8]',
      ],
    ],
    ['en', ['1. A list begins.', '2. It goes on.']],
  ])('%s: %j', (language, sentences) => {
    expect(cut(sentences.join(' '), language)).toEqual(sentences);
  });

  test('never cross a line, and lines without words give none', () => {
    expect(cut('one two\nthree\n\n***\n\uFFFC\n  four. ')).toEqual(['one two', 'three', 'four.']);
  });

  test('cover every letter, in order, whatever the text', () => {
    const any = fc.string({
      unit: fc.constantFrom('a', 'Б', '.', ' ', '\n', '!', '[', '1', ']', '"', '»', '🦊', '\u00a0'),
    });
    fc.assert(
      fc.property(any, (text) => {
        const bounds = sentencesOf(text);
        expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
        for (let i = 0; i < bounds.length; i += 2) {
          const sentence = text.slice(bounds[i], bounds[i + 1]);
          expect(sentence).not.toContain('\n');
          expect(sentence.trim()).toBe(sentence);
        }
        const kept = cut(text)
          .join('')
          .replaceAll(/[^\p{L}\p{N}]/gu, '');
        expect(kept).toBe(text.replaceAll(/[^\p{L}\p{N}]/gu, ''));
      }),
    );
  });
});

test('words are counted as people count them', () => {
  expect(countWords('Don’t count — dashes; https://a.example/b?c=d is one, 2,5 too.')).toBe(8);
});

describe('steps by word', () => {
  const text = 'Цена — 2,5 млн, don’t ask.';
  test('go to the ends and starts of words', () => {
    expect(nextWordEnd(text, 0)).toBe(4);
    expect(nextWordEnd(text, 4)).toBe(10);
    expect(nextWordStart(text, 0)).toBe(7);
    expect(previousWordStart(text, 7)).toBe(0);
    expect(previousWordEnd(text, 10)).toBe(4);
    expect(text.slice(nextWordStart(text, 11), nextWordEnd(text, 15))).toBe('don’t');
  });
  test('stay where there is no more word', () => {
    expect(nextWordEnd(text, text.length)).toBe(text.length);
    expect(previousWordStart(text, 0)).toBe(0);
  });
});
