import {
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  type IRunOptions,
  InternalHyperlink,
  type ParagraphChild,
  ShadingType,
  Tab,
  TextRun,
  UnderlineType,
} from 'docx';
import type { Verifiability } from '#domain/words.ts';
import type { Badge, Language, Run, Style } from '../outline/blocks.ts';
import { ACCENT, KIND_COLOURS, SHAPE_SIGNS, localeOf, placeName } from '../office-look.ts';

const STYLES: Readonly<Record<Style, IRunOptions>> = {
  bold: { bold: true },
  italic: { italics: true },
  underline: { underline: { type: UnderlineType.SINGLE } },
  strike: { strike: true },
  code: { style: 'Code' },
  sub: { subScript: true },
  sup: { superScript: true },
  soft: { style: 'Soft' },
  hash: { style: 'Hash' },
};

const LINES: Readonly<Record<Verifiability, (typeof UnderlineType)[keyof typeof UnderlineType]>> = {
  verifiable: UnderlineType.SINGLE,
  unverifiable: UnderlineType.DOTTED,
  undecided: UnderlineType.DASH,
  'not-a-claim': UnderlineType.DOTTED,
};

/** Runs as the children of a paragraph. */
export function children(
  runs: readonly Run[],
  about: Language | undefined,
  more: IRunOptions = {},
): ParagraphChild[] {
  return runs.flatMap((run) => {
    const inside = marked(run, textRuns(run, about, more));
    return (run.ids ?? []).reduce<ParagraphChild[]>(
      (made, id) => [new Bookmark({ id: placeName(id), children: [] }), ...made],
      inside,
    );
  });
}

function marked(run: Run, inside: TextRun[]): ParagraphChild[] {
  if (run.link !== undefined) return [new ExternalHyperlink({ link: run.link, children: inside })];
  if (run.to !== undefined) return [new InternalHyperlink({ anchor: placeName(run.to), children: inside })];
  return inside;
}

function textRuns(run: Run, about: Language | undefined, more: IRunOptions): TextRun[] {
  if (run.icon) {
    const sign = SHAPE_SIGNS[run.icon.shape];
    return [new TextRun({ ...more, text: `${sign}\u2002`, color: run.icon.colour.slice(1) })];
  }
  const linked = run.spoken === undefined && (run.link !== undefined || run.to !== undefined);
  const kind = run.claims?.at(-1);
  const look: IRunOptions = {
    ...more,
    ...Object.assign({}, ...(run.styles ?? []).map((style) => STYLES[style])),
    ...(linked ? { color: ACCENT } : {}),
    ...(run.spoken === undefined ? {} : { style: 'ClaimNumber' }),
    ...(run.tone === undefined ? {} : { color: run.tone.colour.slice(1) }),
    ...(kind === undefined ? {} : { underline: { type: LINES[kind], color: KIND_COLOURS[kind] } }),
    ...(about?.language === undefined ? {} : { language: { value: localeOf(about.language) } }),
    ...(about?.rightToLeft === true ? { rightToLeft: true } : {}),
  };
  return run.text.split('\n').map((line, n) => {
    const content = line === '\t' ? { children: [new Tab()] } : { text: line };
    return new TextRun({ ...look, ...content, ...(n > 0 ? { break: 1 } : {}) });
  });
}

/** A badge is a run on its colour; a draft has the colour as its frame. */
export function badgeRuns(badge: Badge): TextRun[] {
  const colour = badge.colour.slice(1);
  const text = `\u00A0${SHAPE_SIGNS[badge.shape]}\u2002${badge.label}\u00A0`;
  const look: IRunOptions = badge.draft
    ? { color: colour, border: { style: BorderStyle.SINGLE, size: 8, color: colour, space: 1 } }
    : { color: 'ffffff', shading: { type: ShadingType.CLEAR, fill: colour, color: 'auto' } };
  return [new TextRun({ ...look, text, bold: true }), new TextRun({ text: '\u2002' })];
}
