import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { ACCENT, INK, LINE, MONO, SANS, SERIF, SHADE, SOFT, localeOf } from '../office-look.ts';

/** Twips in a millimetre. */
export const MM = 56.693;
/** Width of the text: A4 without its margins. */
export const TEXT_WIDTH = Math.round(147 * MM);
/** How far the numbers of claims stand out into the margin. */
const HANG = Math.round(12 * MM);
/** How wide the names of facts are. */
export const NAMES = Math.round(38 * MM);

const sans = { ascii: SANS, hAnsi: SANS, cs: SANS, eastAsia: SANS };
const serif = { ascii: SERIF, hAnsi: SERIF, cs: SANS, eastAsia: SANS };
const mono = { ascii: MONO, hAnsi: MONO, cs: MONO, eastAsia: MONO };

/** Every look that a report needs, as styles that people can change in one place. */
export function stylesFor(language: string): IStylesOptions {
  const heading = (size: number, before: number, after: number, more = {}) => ({
    run: { font: serif, size, bold: true, color: INK },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before, after, line: 264, lineRule: LineRuleType.AUTO },
      ...more,
    },
  });
  return {
    default: {
      document: {
        run: {
          font: serif,
          size: 21,
          color: INK,
          language: { value: localeOf(language), eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 130, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: serif, size: 50, bold: true, color: INK },
        paragraph: {
          keepNext: true,
          spacing: { before: 60, after: 160, line: 250, lineRule: LineRuleType.AUTO },
        },
      },
      heading1: heading(33, 620, 220, {
        border: { top: { style: BorderStyle.SINGLE, size: 10, color: INK, space: 10 } },
      }),
      heading2: heading(25, 360, 120),
      heading3: heading(23, 260, 110),
      heading4: heading(22, 240, 100),
      heading5: heading(21, 220, 100),
      heading6: {
        ...heading(21, 220, 100),
        run: { font: serif, size: 21, bold: true, italics: true, color: INK },
      },
      hyperlink: { run: { color: ACCENT, underline: {} } },
      listParagraph: { paragraph: { spacing: { after: 90 } } },
      caption: {
        run: { font: sans, size: 17, color: SOFT, italics: false, bold: false },
        paragraph: { spacing: { before: 60, after: 220 } },
      },
    },
    paragraphStyles: PARAGRAPH_STYLES,
    characterStyles: [
      {
        id: 'ClaimNumber',
        name: 'Claim Number',
        run: { font: sans, size: 15, bold: true, color: ACCENT, superScript: true },
      },
      { id: 'Hash', name: 'Hash', run: { font: mono, size: 15, color: SOFT, noProof: true } },
      { id: 'Code', name: 'Code', run: { font: mono, size: 18, noProof: true } },
      { id: 'Soft', name: 'Soft', run: { color: SOFT } },
    ],
  };
}

const quote = (id: string, name: string, colour: string): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { color: INK, italics: false },
  paragraph: {
    indent: { left: 200 },
    border: { left: { style: BorderStyle.SINGLE, size: 16, color: colour, space: 8 } },
    spacing: { before: 60, after: 110 },
  },
});

/** What the heading of a claim has beside the style of its level: its number stands out, and a line is above it. */
export const CLAIM_HEADING: IParagraphOptions = {
  indent: { left: 0, hanging: HANG },
  spacing: { before: 420, after: 110, line: 264, lineRule: LineRuleType.AUTO },
  border: { top: { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 10 } },
};

const PARAGRAPH_STYLES: IParagraphStyleOptions[] = [
  {
    id: 'Kicker',
    name: 'Kicker',
    basedOn: 'Normal',
    run: { font: sans, size: 17, color: SOFT, allCaps: true, characterSpacing: 12 },
    paragraph: { keepNext: true, spacing: { before: 500, after: 60 } },
  },
  {
    id: 'Team',
    name: 'Team',
    basedOn: 'Normal',
    run: { font: sans, size: 20, bold: true },
    paragraph: { spacing: { after: 80 } },
  },
  {
    id: 'Label',
    name: 'Label',
    basedOn: 'Normal',
    run: { font: sans, size: 17, bold: true, color: SOFT },
    paragraph: { keepNext: true, spacing: { before: 220, after: 70 } },
  },
  {
    id: 'Small',
    name: 'Small',
    basedOn: 'Normal',
    run: { font: sans, size: 17, color: SOFT },
    paragraph: { spacing: { after: 90, line: 264, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'Stance',
    name: 'Stance',
    basedOn: 'Normal',
    run: { font: sans, size: 18, bold: true },
    paragraph: { keepNext: true, spacing: { before: 150, after: 70 } },
  },
  {
    id: 'Verdict',
    name: 'Verdict',
    basedOn: 'Normal',
    run: { font: sans, size: 18, color: SOFT },
    paragraph: { keepNext: true, spacing: { before: 60, after: 140 } },
  },
  {
    id: 'Facts',
    name: 'Facts',
    basedOn: 'Normal',
    run: { font: sans, size: 17 },
    paragraph: {
      indent: { left: NAMES, hanging: NAMES },
      spacing: { after: 30, line: 259, lineRule: LineRuleType.AUTO },
      leftTabStop: NAMES,
    },
  },
  {
    id: 'FactsEnd',
    name: 'Facts End',
    basedOn: 'Facts',
    paragraph: { spacing: { after: 160, line: 259, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'Contents1',
    name: 'Contents 1',
    basedOn: 'Normal',
    run: { font: sans, size: 18 },
    paragraph: { spacing: { before: 60, after: 40 } },
  },
  {
    id: 'Contents2',
    name: 'Contents 2',
    basedOn: 'Normal',
    run: { font: sans, size: 18 },
    paragraph: { indent: { left: 280 }, spacing: { after: 40 } },
  },
  {
    id: 'Reference',
    name: 'Reference',
    basedOn: 'Normal',
    paragraph: { indent: { left: 480, hanging: 480 }, spacing: { before: 140, after: 50 }, leftTabStop: 480 },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    run: { font: sans, size: 18 },
    paragraph: { spacing: { before: 30, after: 30, line: 259, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'TableNumber',
    name: 'Table Number',
    basedOn: 'TableText',
    paragraph: { alignment: AlignmentType.RIGHT },
  },
  {
    id: 'Preformatted',
    name: 'Preformatted',
    basedOn: 'Normal',
    run: { font: mono, size: 18 },
    paragraph: {
      shading: { type: 'clear', fill: SHADE, color: 'auto' },
      spacing: { line: 259, lineRule: LineRuleType.AUTO },
    },
  },
  { id: 'PageMark', name: 'Page Mark', basedOn: 'Normal', run: { font: sans, size: 15, color: SOFT } },
  quote('Quote', 'Quote', LINE),
  quote('IntenseQuote', 'Intense Quote', ACCENT),
];
