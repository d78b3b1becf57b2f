import MarkdownIt from 'markdown-it';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPlainText } from '#domain/rich-text.ts';
import { line, prose, richText } from '#reports/markdown-text.ts';
import { markdown, writeMarkdown } from '#reports/markdown.ts';
import { withWords } from './hostile.ts';
import { SAMPLE } from './sample-input.ts';

const reader = new MarkdownIt('commonmark', { html: true });

type Token = ReturnType<typeof reader.parse>[number];
const inlineOf = (tokens: readonly Token[]) => tokens.flatMap((token) => [token, ...(token.children ?? [])]);
const wordsOf = (tokens: readonly Token[]) =>
  inlineOf(tokens)
    .filter(
      ({ type }) =>
        type === 'text' || type === 'text_special' || type === 'softbreak' || type === 'hardbreak',
    )
    .map(({ type, content }) => (type.endsWith('break') ? ' ' : content))
    .join('');

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...Array.from('*_`<>[]()#-+=~|\\!&;:.1 \n\tab"\'')), maxLength: 30 }),
);

describe('a person’s text as Markdown', () => {
  it('is one paragraph of plain words', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const tokens = reader.parse(line(text), {});
        const plain = text
          .toWellFormed()
          .replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
          .replace(/[^\P{Cc}]/gu, '\uFFFD')
          .replace(/^ | $/g, '');
        expect(wordsOf(tokens)).toBe(plain);
        for (const { type } of inlineOf(tokens))
          expect(type).toMatch(/^(paragraph_|inline|text|text_special)/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('stays paragraphs when it has several lines', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const made of [prose(text), richText(fromPlainText(text))]) {
          for (const { type } of inlineOf(reader.parse(made, {}))) {
            expect(type).toMatch(/^(paragraph_|inline|text|text_special|hardbreak|softbreak)/);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the Markdown report', () => {
  it('reads as CommonMark with every claim and says what it leaves out', () => {
    const text = writeMarkdown(SAMPLE);
    const tokens = reader.parse(text, {});
    const words = wordsOf(tokens);
    for (const { wording } of SAMPLE.claims) expect(words).toContain(wording);
    expect(words).toContain('unchanged since added by Tomas Lind on 21\u00A0May 2024');
    expect(tokens.filter(({ type, tag }) => type === 'heading_open' && tag === 'h3')).toHaveLength(
      // and the verdicts at a glance
      SAMPLE.claims.length + SAMPLE.articles.length + 1,
    );
    expect(markdown.losses(SAMPLE).length).toBeGreaterThan(0);
    expect(writeMarkdown({ ...SAMPLE, language: 'ru' })).toContain('### Утверждение 9');
  });

  it('turns no text of a person into HTML, pictures, code, headings or foreign links', () => {
    const headings = (text: string) =>
      reader.parse(text, {}).filter(({ type }) => type === 'heading_open').length;
    const expected = headings(writeMarkdown(withWords(SAMPLE, () => 'x')));
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 3, maxLength: 9 }), (texts) => {
        let n = 0;
        const text = writeMarkdown(withWords(SAMPLE, () => `x${texts[n++ % texts.length]!}`));
        const tokens = inlineOf(reader.parse(text, {}));
        expect(tokens.filter(({ type }) => /html|image|code|fence/.test(type))).toEqual([]);
        expect(tokens.filter(({ type }) => type === 'heading_open')).toHaveLength(expected);
        for (const token of tokens.filter(({ type }) => type === 'link_open')) {
          expect(token.attrGet('href')).toMatch(/^#claim-\d+$/);
        }
      }),
      { numRuns: 100 },
    );
  });
});
