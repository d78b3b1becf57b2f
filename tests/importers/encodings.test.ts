import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAs } from '#importers/code-pages.ts';
import { cleanText } from '#importers/clean-text.ts';
import { declaredEncoding } from '#importers/declared-encoding.ts';
import { decode } from '#importers/decode.ts';
import { readArticle } from '#importers/read-article.ts';
import { hasShared, sharedAt } from '../support/shared.ts';

const RUSSIAN =
  'Паводок начался ночью. По словам жителей, вода поднялась на два метра за час; «никто не предупредил», — говорят они.\n';

/** The bytes of a text in a one-byte encoding, found by trying every byte. */
function encode(text: string, encoding: string): Uint8Array {
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) bytes.set(decodeAs(encoding, Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (char) => bytes.get(char) ?? 63);
}

describe('encodings', () => {
  test.each(['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'])(
    'reads Russian in %s',
    (encoding) => {
      const bytes = encode(RUSSIAN, encoding);
      expect(decode(bytes, false).text).toBe(new TextDecoder(encoding).decode(bytes));
    },
  );

  test.each(['utf-16le', 'utf-16be'])('reads %s with and without a mark', (encoding) => {
    const marked = Buffer.from(`\uFEFF${RUSSIAN}`, 'utf16le');
    const bytes = encoding === 'utf-16le' ? marked : marked.swap16();
    expect(decode(bytes, false)).toMatchObject({ text: RUSSIAN, encoding });
    expect(decode(bytes.subarray(2), false)).toMatchObject({ text: RUSSIAN, encoding });
  });

  test.each(['kz-1048', 'ptcp154'])('reads Kazakh in %s, which browsers do not know', (encoding) => {
    const text =
      'Қаңтар айында бөгет бұзылды, деп хабарлады кеңес. Тоғыз адам із-түзсіз жоғалды, әлі күнге дейін.\n';
    const bytes = encode(text, encoding);
    expect(decode(bytes, false)).toMatchObject({ text, encoding });
    const page = encode(`<meta charset="${encoding.replace('ptcp', 'pt')}">${text}`, encoding);
    expect(decode(page, true)).toMatchObject({ encoding, warnings: [] });
  });

  test('English with one borrowed word is no Russian', () => {
    const text = 'The dam – so the council says – “broke”; café owners’ losses are €3 million.\n';
    expect(decode(encode(text, 'windows-1252'), false)).toMatchObject({ text, encoding: 'windows-1252' });
    const plain = 'The dam broke on Tuesday, and the café owners lost €3 million in it.\n';
    expect(decode(encode(plain, 'iso-8859-15'), false).text).toBe(plain);
  });

  test.each([
    ['windows-1251', 'The paper said «да» to it.\n'],
    ['windows-1251', 'Nr 5, г. Алматы: the dam.\n'],
    ['windows-1251', 'НОВОСТИ ГОРОДА\nПОГИБЛИ ДЕВЯТЬ ЧЕЛОВЕК\n'],
    ['x-mac-cyrillic', 'The dam is called «Правда» here.\n'],
    ['iso-8859-5', 'Reported by Иван Петров, 2021.\n'],
  ])('a few letters of %s tell it: %s', (encoding, text) => {
    expect(decode(encode(text, encoding), false).text).toBe(text);
  });

  test('what two letters may be as well is said', () => {
    const { text, warnings } = decode(encode('A naïve café.\n', 'windows-1252'), false);
    expect(text).toBe('A naïve café.\n');
    expect(warnings).toHaveLength(1);
  });

  test('UTF-16 without a mark may be Chinese or Korean, and may end with half a unit', () => {
    for (const text of [
      '水位上升了三个小时，才有人说。\n九人死亡。\n',
      '물이 세 시간 동안 올랐다. 아홉 명이 죽었다.\n',
    ])
      for (const encoding of ['utf-16le', 'utf-16be']) {
        const bytes = Buffer.from(text, 'utf16le');
        if (encoding === 'utf-16be') bytes.swap16();
        expect(decode(bytes, false)).toMatchObject({ text, encoding });
      }
    const odd = Buffer.concat([Buffer.from(RUSSIAN, 'utf16le'), Buffer.of(10)]);
    expect(decode(odd, false)).toMatchObject({ text: RUSSIAN, encoding: 'utf-16le' });
    // these bytes are Korean letters in UTF-16
    const koi = encode('вода поднялась', 'koi8-r');
    expect(decode(koi, false).encoding).toBe('koi8-r');
  });

  test('the encodings of old mail are read where a transport names them', () => {
    const bytes = Buffer.from('1 +- 1; +BBQEMA +IBwEMCAd, a.+2D3eAA--b a+b');
    expect(decode(bytes, false, 'utf-7').text).toBe('1 + 1; Да “а”, a.😀-b a+b');
    expect(decode(bytes, false).text).toBe(bytes.toString());
    const hz = Buffer.from('~{K.N;~} ~~ ~\n~{>EHK');
    expect(decode(hz, false, 'hz-gb-2312').text).toBe('水位 ~ 九人');
  });

  test('a file of two encodings is read line by line', () => {
    const bytes = Buffer.concat([Buffer.from(RUSSIAN), encode(RUSSIAN, 'windows-1251')]);
    const { text, warnings } = decode(bytes, false);
    expect(text).toBe(RUSSIAN + RUSSIAN);
    expect(warnings.join()).toContain('others were read as windows-1251');
  });

  test('control characters make no text a foreign one; halves of a pair become one character', () => {
    expect(decode(Buffer.from('The dam\u0007 broke\u001b[31m at night'), false)).toMatchObject({
      encoding: 'utf-8',
      warnings: [],
    });
    const paired = Buffer.concat([Buffer.from('The dam '), Buffer.from('eda0bdedb880', 'hex')]);
    expect(decode(paired, false)).toMatchObject({ text: 'The dam 😀', encoding: 'utf-8' });
    const half = cleanText(
      decode(Buffer.concat([Buffer.from('The dam '), Buffer.from('eda0bd', 'hex')]), false).text,
    );
    expect(half.text).toBe('The dam \uFFFD');
    expect(cleanText('Title\vThe dam').text).toBe('Title\nThe dam');
  });

  test('what a page declares counts, unless it is wrong', () => {
    const page = `<meta charset="windows-1251"><p>${RUSSIAN}`;
    expect(decode(encode(page, 'windows-1251'), true)).toEqual({
      text: page,
      encoding: 'windows-1251',
      warnings: [],
    });
    const wrong = decode(Buffer.from(page), true);
    expect(wrong).toMatchObject({ text: page, encoding: 'utf-8' });
    expect(wrong.warnings).toHaveLength(1);
  });

  test('a cut-off end is counted, not hidden', async () => {
    const bytes = Buffer.from(RUSSIAN.trim().replace('они.', 'они')).subarray(0, -1);
    const read = await readArticle({ bytes, name: 'cut.txt' });
    expect(read.encoding).toBe('utf-8');
    expect(read.warnings.join()).toContain('One character could not be read');
  });

  test('odd characters are normalised and reported with their number', () => {
    const { text, warnings } = cleanText('a\r\nb\rc\u2028d\0e\u0007f\uFEFFg\ud800h\u0085i');
    expect(text).toBe('a\nb\nc\ndefg\uFFFDh\ni');
    expect(warnings.join(' ')).toMatch(/3 unusual line ends.*2 invisible.*One byte-order.*One half/s);
  });

  test('no bytes make it throw, and the text is always well formed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, markup) => {
        const { text } = cleanText(decode(bytes, markup).text);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[\0\r]/);
      }),
      { numRuns: 150 },
    );
  });
});

describe.skipIf(!hasShared)('public encoding samples', () => {
  const folder = 'data/encodings';
  test('are read exactly, or with a warning', () => {
    const texts = JSON.parse(readFileSync(sharedAt(`${folder}/texts.json`), 'utf8')) as Record<
      string,
      string
    >;
    const rows = readFileSync(sharedAt(`${folder}/index.tsv`), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const silent: string[] = [];
    let exact = 0;
    for (const row of rows) {
      const [file, encoding, , key] = row.split('\t');
      const bytes = readFileSync(sharedAt(`${folder}/${file}`));
      const { text, warnings } = decode(bytes, false);
      const wanted = key ? texts[key] : known(encoding!, bytes);
      if (wanted === undefined || text === wanted) exact++;
      else if (warnings.length === 0) silent.push(`${file} (${encoding})`);
    }
    console.info(`encodings: ${rows.length} samples, ${exact} exact, ${silent.length} silently wrong`);
    expect(silent).toEqual([]);
    expect(exact).toBeGreaterThan(rows.length * 0.95);
  });

  function known(encoding: string, bytes: Uint8Array): string | undefined {
    try {
      return new TextDecoder(encoding).decode(bytes);
    } catch {
      return undefined;
    }
  }

  test('declarations are found as the HTML standard says', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const file of ['test-yahoo-jp.dat', 'tests2.dat'])
      for (const part of readFileSync(sharedAt(`${folder}/html/${file}`), 'latin1')
        .split(/(?:^|\n)#data\n/)
        .slice(1)) {
        const [data, answer] = part.split('\n#encoding\n');
        const wanted = answer!.trim().split('\n')[0]!.toLowerCase();
        const found = declaredEncoding(Buffer.from(data!, 'latin1')) || 'windows-1252';
        count++;
        if (found !== wanted) wrong.push(`${wanted}: ${found}: ${data!.slice(0, 80)}`);
      }
    console.info(`encoding declarations: ${count} samples`);
    expect(wrong).toEqual([]);
  });
});
