import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { ReportInput } from '../input.ts';
import type { Outline } from '../outline/blocks.ts';
import { outlineOf } from '../outline/outline.ts';
import { ACCENT, placeName } from '../office-look.ts';
import { Body } from './body.ts';
import { settled } from './settle.ts';
import { MM, TEXT_WIDTH, stylesFor } from './styles.ts';

/** The whole report as a Word document. Same input, same bytes. */
export async function writeDocx(input: ReportInput): Promise<Uint8Array> {
  const outline = outlineOf(input);
  const body = new Body();
  const children = [...head(outline, body), ...contents(outline), ...body.blocks(outline.blocks)];
  const document = new Document({
    title: outline.title,
    subject: outline.kicker,
    creator: outline.team,
    lastModifiedBy: outline.team,
    description: outline.asOf,
    styles: stylesFor(outline.language),
    numbering: { config: body.numberings },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
            margin: {
              left: Math.round(36 * MM),
              right: Math.round(27 * MM),
              top: Math.round(27 * MM),
              bottom: Math.round(25 * MM),
            },
          },
        },
        headers: { default: header(outline), first: new Header({ children: [] }) },
        footers: { default: footer(outline), first: footer(outline) },
        children,
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toBuffer(document)), outline);
}

function head(outline: Outline, body: Body): FileChild[] {
  const { logo } = outline;
  const height = 57;
  return [
    ...(logo
      ? [
          new Paragraph({
            spacing: { after: 200 },
            children: [
              new ImageRun({
                type: logo.mediaType === 'image/jpeg' ? 'jpg' : 'png',
                data: logo.bytes,
                transformation: {
                  width: Math.round(Math.min(400, (height * logo.width) / logo.height)),
                  height,
                },
                altText: { name: logo.alternative, title: logo.alternative, description: logo.alternative },
              }),
            ],
          }),
        ]
      : []),
    new Paragraph({ style: 'Kicker', children: [new TextRun(outline.kicker)] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(outline.title)] }),
    ...(outline.checkedBy === ''
      ? []
      : [new Paragraph({ style: 'Team', children: [new TextRun(outline.checkedBy)] })]),
    new Paragraph({ style: 'Small', children: [new TextRun(outline.asOf)] }),
    ...body.blocks(outline.cover),
  ];
}

function contents({ contents: { title, entries } }: Outline): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
    ...entries.map(
      ({ text, to, depth }) =>
        new Paragraph({
          style: `Contents${depth}`,
          children: [
            new InternalHyperlink({
              anchor: placeName(to),
              children: [new TextRun({ text, color: ACCENT })],
            }),
          ],
        }),
    ),
  ];
}

function header({ title }: Outline): Header {
  return new Header({ children: [new Paragraph({ style: 'PageMark', children: [new TextRun(title)] })] });
}

function footer({ kicker }: Outline): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageMark',
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ children: [kicker, new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
