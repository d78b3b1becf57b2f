import type { ArticleDocument, Node } from '#domain/document.ts';
import { fromPlainText } from '#domain/rich-text.ts';
import { USUAL_PARTS } from '#domain/report-options.ts';
import { DEFAULT_SCALE } from '#domain/scale.ts';
import type { ReportArticle, ReportClaim, ReportInput, ReportMark, ReportVerdict } from '#reports/input.ts';

const text = (words: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): Node =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words };
const p = (...content: Node[]): Node => ({ type: 'paragraph', content });

const ENGLISH: Node[] = [
  { type: 'heading', attrs: { level: 1 }, content: [text('Mayor hails swift rescue in Orlen')] },
  p(
    text('The spillway of the Orlen dam gave way at '),
    text('six in the morning', { type: 'bold' }),
    text(
      ' on 3 May, and more than four thousand people left their homes before noon. The gates had been closed for want of maintenance, officials said.',
    ),
  ),
  { type: 'blockquote', content: [p(text('Nobody in this valley will ever forget that morning.'))] },
  {
    type: 'bulletList',
    content: [
      { type: 'listItem', content: [p(text('The repair will cost 12 million crowns.'))] },
      { type: 'listItem', content: [p(text('The reservoir will be full again by 2031.'))] },
    ],
  },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', content: [p(text('Day'))] },
          { type: 'tableHeader', content: [p(text('Level, m'))] },
        ],
      },
      {
        type: 'tableRow',
        content: [
          { type: 'tableCell', content: [p(text('2 May'))] },
          { type: 'tableCell', content: [p(text('41.8'))] },
        ],
      },
    ],
  },
  p(
    text('Read the '),
    text('agency’s bulletin', { type: 'link', attrs: { href: 'https://example.org/b' } }),
    text('.'),
  ),
];
const RUSSIAN: Node[] = [
  p(text('В Орлене прорвало плотину. По словам очевидцев, сирену включили только через час.')),
  { type: 'horizontalRule' },
  p(
    text('Эвакуировали около девятисот человек.'),
    { type: 'hardBreak' },
    text('Власти цифру не подтвердили.'),
  ),
];

/** The canonical text, written here a second time so that a test can compare. */
export function canonicalText(document: ArticleDocument): string {
  const lines: string[] = [];
  const walk = (node: Node) => {
    if (['paragraph', 'heading', 'codeBlock'].includes(node.type)) {
      lines.push(
        (node.content ?? []).map((one) => one.text ?? (one.type === 'hardBreak' ? '\n' : '\uFFFC')).join(''),
      );
    } else if (node.type === 'horizontalRule') lines.push('\uFFFC');
    else for (const child of node.content ?? []) walk(child);
  };
  walk(document);
  return lines.join('\n');
}

function article(
  id: string,
  about: Partial<ReportArticle>,
  content: Node[],
  quotes: [number, string][],
): ReportArticle {
  const document: ArticleDocument = { type: 'doc', content };
  const flat = canonicalText(document);
  const marks = quotes.map(([claim, quote], n): ReportMark => {
    const start = flat.indexOf(quote);
    if (start < 0) throw new Error(`The sample has no “${quote}”.`);
    return { id: `${id}-o${n}`, claim, start, end: start + quote.length, state: 'exact', page: null };
  });
  return {
    id,
    title: '',
    author: '',
    publisher: '',
    address: '',
    published: '',
    language: 'en',
    original: id.repeat(64).slice(0, 64),
    originalName: `${id}.html`,
    importedAt: '2024-05-20T08:00:00.000Z',
    importedBy: 'Ada Holm',
    words: flat.split(/\s+/).length,
    sentences: 8,
    judgedSentences: 6,
    revision: `${id}-r`,
    textSha256: id.repeat(64).slice(0, 64),
    corrections: 0,
    document,
    text: flat,
    marks,
    ...about,
  };
}

let verdicts = 0;
const verdict = (rating: string, about: Partial<ReportVerdict> = {}): ReportVerdict => ({
  id: `v${++verdicts}`,
  mappedFrom: null,
  scale: DEFAULT_SCALE.id,
  rating,
  person: 'Ada Holm',
  at: '2024-06-01T10:30:00.000Z',
  confidence: 'high',
  knownAsOf: '2024-05-30',
  justification: fromPlainText(
    'The agency’s own log puts the failure at 05:48, twelve minutes earlier.\n\nBoth sources were read in full.',
  ),
  state: 'final',
  current: true,
  why: '',
  ...about,
});

const claim = (number: number, wording: string, about: Partial<ReportClaim> = {}): ReportClaim => ({
  number,
  id: `c${number}`,
  wording,
  claimant: '',
  claimedOn: '',
  claimedWhere: '',
  country: '',
  types: [],
  strategies: [],
  verifiability: 'verifiable',
  reason: null,
  checkableOn: '',
  status: 'open',
  priority: 'normal',
  tags: [],
  parent: null,
  parts: [],
  elsewhere: [],
  questions: [],
  comments: [],
  hasConflicts: false,
  evidence: [],
  verdicts: [],
  ...about,
});

const capture = {
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  name: 'inspection-report.html',
  mediaType: 'text/html',
  bytes: 48_213,
  capturedAt: '2024-05-21T09:12:00.000Z',
  capturedBy: 'Tomas Lind',
  state: 'unchanged',
} as const;

/** A small invented project that uses everything a report can print. */
export const SAMPLE: ReportInput = {
  language: 'en',
  include: USUAL_PARTS,
  order: 'place',
  style: 'apa',
  scale: '',
  team: {
    name: 'Orlen Valley Fact Desk',
    logo: null,
    note: 'Written for the town council.\nSecond edition.',
  },
  differing: [
    {
      claim: 1,
      said: [
        { article: 1, text: '05:48' },
        { article: 2, text: '06:00' },
      ],
    },
  ],
  leftOut: { articles: 1, claims: 2, unverifiable: 0, notClaims: 3 },
  project: {
    id: '0190f0aa-0000-7000-8000-000000000001',
    title: 'The Orlen dam: what is known',
    method:
      'We took every sentence that states a fact about the event and looked for the earliest document behind it.\nTwo people read each verdict before it became final.',
    head: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
  },
  generatedFrom: '2024-06-03T17:45:12.345Z',
  scales: [DEFAULT_SCALE],
  articles: [
    article(
      'a',
      {
        title: 'Mayor hails swift rescue in Orlen',
        author: 'Staff writer',
        publisher: 'Orlen Valley Agency',
        address: 'https://example.org/news/rescue',
        published: '2024-05-04',
      },
      ENGLISH,
      [
        [1, 'The spillway of the Orlen dam gave way at six in the morning on 3 May'],
        [
          2,
          'at six in the morning on 3 May, and more than four thousand people left their homes before noon.',
        ],
        [3, 'more than four thousand people'],
        [4, 'The gates had been closed for want of maintenance, officials said.'],
        [5, 'Nobody in this valley will ever forget that morning.'],
        [6, 'The repair will cost 12 million crowns.\nThe reservoir will be full again by 2031.'],
        [7, 'The reservoir will be full again by 2031.'],
      ],
    ),
    article(
      'b',
      {
        title: 'Плотина в Орлене: хроника',
        language: 'ru',
        published: '2024-05',
        sentences: 4,
        judgedSentences: 4,
      },
      RUSSIAN,
      [
        [8, 'По словам очевидцев, сирену включили только через час.'],
        [3, 'Эвакуировали около девятисот человек.'],
        [9, 'Власти цифру не подтвердили.'],
      ],
    ),
  ],
  claims: [
    claim(1, 'The spillway of the Orlen dam failed at 06:00 on 3 May 2024.', {
      claimant: 'Jonas Weir, mayor of Orlen',
      claimedOn: '2024-05-04',
      claimedWhere: 'Press conference, Orlen town hall',
      types: ['event-or-property'],
      country: 'KZ',
      strategies: ['written-evidence', 'consultation'],
      status: 'done',
      evidence: [
        {
          id: 'e1',
          quoteFound: true,
          linkedBy: 'Tomas Lind',
          linkedAt: '2024-05-21T09:20:00.000Z',
          stance: 'refutes',
          quote: 'At 05:48 the left spillway gate was displaced and the alarm level was reached.',
          locator: 'p. 14, table 2',
          note: 'The log is kept automatically; its clock was checked a month before.',
          reference: 1,
          capture,
        },
        {
          id: 'e2',
          quoteFound: null,
          linkedBy: 'Ada Holm',
          linkedAt: '2024-05-22T09:20:00.000Z',
          stance: 'context',
          quote: '',
          locator: '',
          note: 'Sunrise was at 05:21.',
          reference: 2,
          capture: null,
        },
      ],
      verdicts: [
        verdict('half-true', {
          person: 'Tomas Lind',
          at: '2024-05-28T08:00:00.000Z',
          state: 'draft',
          confidence: 'medium',
        }),
        verdict('true', {
          at: '2024-05-29T08:00:00.000Z',
          state: 'corrected',
          current: false,
          why: 'The log arrived later.',
        }),
        verdict('mostly-false'),
      ],
    }),
    claim(2, 'More than four thousand people left their homes before noon on 3 May 2024.', {
      types: ['numerical'],
      verdicts: [verdict('false')],
    }),
    claim(3, 'The number of people evacuated from Orlen was above four thousand.', {
      parent: 2,
      types: ['numerical'],
      status: 'in-review',
      verdicts: [
        verdict('unproven', { state: 'draft', person: 'Tomas Lind', confidence: null, knownAsOf: '2024-05' }),
      ],
      evidence: [
        {
          id: 'e3',
          quoteFound: null,
          linkedBy: 'Tomas Lind',
          linkedAt: '2024-05-23T09:20:00.000Z',
          stance: 'qualifies',
          quote: 'По спискам пунктов приёма — 912 человек.\nСписки неполны.',
          locator: 'стр. 3',
          note: '',
          reference: 2,
          capture: null,
        },
      ],
    }),
    claim(4, 'The gates of the dam had been closed because maintenance was lacking.', {
      types: ['causal', 'speculative'],
    }),
    claim(5, 'Nobody in the valley will ever forget that morning.', {
      verifiability: 'unverifiable',
      reason: 'opinion',
    }),
    claim(6, 'The repair will cost 12 million crowns.', { verdicts: [verdict('misleading')] }),
    claim(7, 'The reservoir will be full again by 2031.', {
      verifiability: 'unverifiable',
      reason: 'prediction',
      checkableOn: '2031-01-01',
    }),
    claim(8, 'Сирену в Орлене включили через час после прорыва.', {
      claimant: 'Очевидцы',
      verifiability: 'undecided',
    }),
    claim(9, 'Власти не подтвердили число эвакуированных.', {
      verifiability: 'verifiable',
      verdicts: [verdict('true')],
    }),
  ],
  references: [
    {
      number: 1,
      id: 'r1',
      citation:
        'Water Resources Inspectorate. (2024). Report on the failure of the left spillway gate. https://example.org/report.html',
      address: 'https://example.org/report.html',
      accessed: '2024-05-21',
      kind: 'primary',
      origin: '',
      captures: [capture],
    },
    {
      number: 2,
      id: 'r2',
      citation: 'Гидрологический бюллетень. (2024, 5 мая). Орленский метеорологический центр.',
      address: '',
      accessed: '',
      kind: 'secondary',
      origin: 'the centre’s press release',
      captures: [],
    },
  ],
};
