import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { characterOf, codeName, HIDDEN, NAMED_CHARACTERS } from '#domain/hidden-characters.ts';
import { findHidden } from '#domain/find-hidden.ts';
import { findLookAlikes } from '#domain/look-alikes.ts';

const u = (...codes: number[]) => String.fromCodePoint(...codes);
const levels = (text: string) => findHidden(text).map(({ sign, level }) => `${sign} ${level}`);
const dangers = (text: string) => findHidden(text).filter((one) => one.level === 'danger');

describe('hidden characters', () => {
  test('at least sixty code points have a name, a sign and a place in a text', () => {
    expect(NAMED_CHARACTERS.length).toBeGreaterThanOrEqual(60);
    for (const code of [...NAMED_CHARACTERS, 0xfe00, 0xfe0f, 0xe0100, 0xe0061, 0x7, 0x85, 0x1d175]) {
      const character = u(code);
      const known = characterOf(code);
      expect(known?.name, codeName(code)).not.toBe('');
      expect(known?.sign.length, codeName(code)).toBeLessThanOrEqual(6);
      expect(HIDDEN.test(character), codeName(code)).toBe(true);
      const found = findHidden(`ab${character}cd`);
      expect(found).toEqual([expect.objectContaining({ start: 2, end: 2 + character.length, code })]);
    }
  });

  test('every character that the pattern takes has a name, and no other has', () => {
    const wrong: string[] = [];
    const check = (from: number, to: number) => {
      for (let code = from; code < to; code++) {
        if (HIDDEN.test(u(code)) !== (characterOf(code) !== undefined)) wrong.push(codeName(code));
      }
    };
    check(0, 0xd800);
    check(0xe000, 0x30000);
    check(0xe0000, 0xe0200);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['an override in Latin', `access${u(0x202e)}txt.exe${u(0x202c)}`, ['RLO danger', 'PDF danger']],
    ['an override in Hebrew', `שלום ${u(0x202e)}abc${u(0x202c)}`, ['RLO danger', 'PDF danger']],
    ['an isolate that nothing closes', `שלום ${u(0x2067)}abc`, ['RLI danger']],
    ['isolates around a name', `${u(0x2068)}שלום${u(0x2069)} wrote`, ['FSI usual', 'PDI usual']],
    ['a mark in Hebrew', `שלום${u(0x200f)}!`, ['RLM usual']],
    ['a mark in Latin', `abc${u(0x200f)}!`, ['RLM danger']],
    ['a zero width space in a word', `fal${u(0x200b)}se`, ['ZWSP danger']],
    ['a zero width space in Thai', `สวัส${u(0x200b)}ดี`, ['ZWSP usual']],
    ['a Persian non-joiner', `می${u(0x200c)}خواهم`, ['ZWNJ usual']],
    ['a non-joiner in Latin', `in${u(0x200c)}flation`, ['ZWNJ danger']],
    ['a family', `👨${u(0x200d)}👩${u(0x200d)}👧`, ['ZWJ usual', 'ZWJ usual']],
    ['a heart', `❤${u(0xfe0f)}`, ['VS16 usual']],
    ['a rainbow flag', `🏳${u(0xfe0f, 0x200d)}🌈`, ['VS16 usual', 'ZWJ usual']],
    ['a keycap', `1${u(0xfe0f, 0x20e3)}`, ['VS16 usual']],
    ['a selector after a letter', `a${u(0xfe01)}b`, ['VS2 danger']],
    ['a hidden message of selectors', `😀${u(0xe0148, 0xe0155)}`, ['VS89 danger', 'VS102 danger']],
    [
      'the flag of Scotland',
      `🏴${u(0xe0067, 0xe0062, 0xe0073, 0xe0063, 0xe0074, 0xe007f)}`,
      ['TAG g usual', 'TAG b usual', 'TAG s usual', 'TAG c usual', 'TAG t usual', 'ETAG usual'],
    ],
    ['a message of tags', `see${u(0xe0068, 0xe0069)}`, ['TAG h danger', 'TAG i danger']],
    ['a soft hyphen', `экспер${u(0xad)}тиза`, ['SHY faint']],
    ['a soft hyphen at an end', `end${u(0xad)} of`, ['SHY danger']],
    ['spaces', `5${u(0xa0)}km ${u(0x2009)}x`, ['NBSP faint', 'THSP faint']],
    ['a byte order mark inside', `a${u(0xfeff)}b`, ['BOM danger']],
    ['a Hangul filler', `x${u(0x3164)}y`, ['HF danger']],
    ['line by line', `שלום\nabc${u(0x200e)}`, ['LRM danger']],
  ])('%s', (_, text, expected) => {
    expect(levels(text)).toEqual(expected);
  });

  // the forms of CVE-2021-42574: comment, string and early return, with overrides and isolates in Latin text
  test.each([
    `/*${u(0x202e)} } ${u(0x2066)}if (isAdmin)${u(0x2069)} ${u(0x2066)} begin admins only */`,
    `accessLevel != "user${u(0x202e)} ${u(0x2066)}// Check if admin${u(0x2069)} ${u(0x2066)}"`,
    `'''Subtract funds ${u(0x2067)}''' ;return`,
    `"safe ${u(0x202b)}not${u(0x202c)} safe"`,
    `name${u(0x202d)}drow`,
  ])('a source that reads otherwise than it runs is flagged: %j', (text) => {
    expect(dangers(text).length).toBeGreaterThan(0);
  });

  const ORDINARY = [
    'ראש העיר אמר כי המים עלו בשני מטרים ביום שלישי.',
    `הדו״ח (PDF)${u(0x200f)} פורסם ב־4 בינואר 2022.`,
    `קראו את ${u(0x2067)}ההודעה${u(0x2069)} כאן.`,
    `${u(0x202b)}שלום, עולם!${u(0x202c)}`,
    'قالت الوزارة إن المياه ارتفعت مترين يوم الثلاثاء.',
    `أُصيب 225 شخصًا${u(0x200f)}!`,
    `گزارش‌ها می${u(0x200c)}گویند که آب بالا آمده${u(0x200c)}است.`,
    `خانه${u(0x200c)}های روستا را نمی${u(0x200c)}شناسیم.`,
    `यह क्${u(0x200d)}ष है और र्${u(0x200c)}य भी।`,
    `👩${u(0x200d)}🚒 and 👨🏽${u(0x200d)}⚕${u(0xfe0f)} came, ☎${u(0xfe0e)} rang, ❤${u(0xfe0f)}${u(0x200d)}🔥`,
    `👩🏻${u(0x200d)}❤${u(0xfe0f)}${u(0x200d)}💋${u(0x200d)}👨🏿 🏴${u(0xe0067, 0xe0062, 0xe0077, 0xe006c, 0xe0073, 0xe007f)}`,
    `#${u(0xfe0f, 0x20e3)} 葛${u(0xe0100)}城市 辻${u(0xfe00)}`,
    'Год назад IT-отдел «Zаконов» и X-лучи, COVID-тест, Wi-Fi; β-распад и π≈3.',
    'The µ-opioid, α-helix, Ω and naïve café of Łódź, İstanbul and Ñuñoa; Αθήνα, Москва.',
    'Пример.рф и кремль.рф — обычные адреса; example.com тоже.',
    'Қазақстан Республикасы, Україна, Беларусь: Інтернет і ЗМІ.',
  ];

  test.each(ORDINARY)('ordinary text is not flagged: %s', (text) => {
    expect(dangers(text)).toEqual([]);
    expect(findLookAlikes(text)).toEqual([]);
  });

  test('no text makes it throw, and what it finds lies in order inside the text', () => {
    const unit = fc.oneof(
      fc.constantFrom(...[...NAMED_CHARACTERS, 0xfe0f, 0xe0067].map((code) => u(code))),
      fc.constantFrom('a', 'а', 'ש', 'م', '👩', '🏴', '\uD800', '\n', '.', '@', 'com'),
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        let end = 0;
        for (const one of findHidden(text)) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(text.codePointAt(one.start)).toBe(one.code);
          end = one.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        for (const one of findLookAlikes(text)) expect(text.slice(one.start, one.end)).not.toBe('');
      }),
    );
  });
});

describe('look-alikes', () => {
  const found = (text: string) =>
    findLookAlikes(text).map(({ start, end, kind, letters, host }) => [
      kind,
      text.slice(start, end),
      letters,
      ...(host === undefined ? [] : [host]),
    ]);

  test.each([
    ['See pаypal.com/login now', [['address', 'pаypal.com', 'а', 'xn--pypal-4ve.com']]],
    ['https://аррӏе.com/', [['address', 'аррӏе.com', 'арӏе', 'xn--80ak6aa92e.com']]],
    ['mail me at x@gοogle.com', [['address', 'gοogle.com', 'ο', 'xn--gogle-rce.com']]],
    ['Mr. Вlаir said', [['word', 'Вlаir', 'Ва']]],
    [
      'Cотрудник СOVID',
      [
        ['word', 'Cотрудник', 'C'],
        ['word', 'СOVID', 'С'],
      ],
    ],
    ['a Τuesday', [['word', 'Τuesday', 'Τ']]],
    ['Москва and Moscow', []],
    ['пример.com is honest', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
