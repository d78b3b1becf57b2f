import { createHash } from 'node:crypto';
import type { Act } from '#domain/act.ts';
import { timeOf } from '#domain/stamp.ts';
import { reportStyle } from '../html.ts';
import { type ReportInput, includes } from '../input.ts';
import { escape } from '../markup.ts';
import { pageOf } from '../page.ts';
import type { ReportSources, ReportWriter } from '../writer.ts';
import { dossierBody, type Held, type Logged } from './body.ts';
import { CHECKER } from './checker.ts';
import { heldFiles } from './files.ts';
import { DOSSIER_STYLE } from './style.ts';
import { DOSSIER_WORDS } from './words.ts';

/**
 * A report with everything that it rests on, in one HTML file that checks itself. Nearly all of it stands in elements
 * whose text the browser gives back letter by letter (`script`, `style`, and `noscript`, which is text for a browser
 * that runs programs and a page for one that does not), so the checker sees every byte; the frame around them is
 * written exactly as a browser would write it, so that it can be compared too.
 */
export const dossier: ReportWriter = {
  losses: (input) => {
    const words = DOSSIER_WORDS[input.language];
    return [
      ...(includes(input, 'files') ? [] : [words.withoutFiles]),
      ...(includes(input, 'acts') ? [] : [words.withoutActs]),
    ];
  },
  write: writeDossier,
};

type Part = {
  readonly id: string;
  readonly kind: 'report' | 'style' | 'shell' | 'acts' | 'file' | 'form';
  readonly name: string;
  readonly sha256: string;
  /** In characters as they stand in the file. */
  readonly length: number;
};

/** A block of data as it stands in the file. */
type Block = { readonly id: string; readonly type: string; readonly content: string };

export async function writeDossier(input: ReportInput, sources: ReportSources): Promise<Uint8Array> {
  const words = DOSSIER_WORDS[input.language];
  const title = input.project.title || pageOf(input).words.report;
  const chains = sources.acts();
  const acts = chains.map((act) => (includes(input, 'acts') ? act : { ...act, body: null, apart: [] }));
  const forms = await formsOf(input, sources);
  const files = heldFiles(input, sources);
  const blocks: Block[] = [
    ...forms.map(({ id, content }) => ({ id, type: 'application/json', content })),
    { id: 'acts', type: 'application/json', content: jsonText(acts) },
    ...files.flatMap(({ id, base64 }) =>
      base64 === undefined ? [] : [{ id, type: 'text/plain', content: base64 }],
    ),
  ];
  const style = `${reportStyle(title)}${DOSSIER_STYLE}`;
  const held = files.map(({ id, name, sha256, bytes, base64, kind }): Held => ({
    id,
    name,
    kind: kind === 'original' ? words.original : words.copy,
    bytes,
    sha256,
    isHeld: base64 !== undefined,
  }));
  const body = dossierBody(input, held, forms, logOf(input, chains, sources.people()));
  const frame = shellOf(input, title, words, blocks);
  const parts: Part[] = [
    { id: 'source', kind: 'report', name: '', ...measured(body) },
    { id: 'style', kind: 'style', name: '', ...measured(style) },
    ...forms.map(({ id, name, content }) => ({ id, kind: 'form' as const, name, ...measured(content) })),
    { id: 'acts', kind: 'acts', name: '', ...measured(jsonText(acts)) },
    ...files.flatMap(({ id, name, sha256, base64 }) =>
      base64 === undefined ? [] : [{ id, kind: 'file' as const, name, sha256, length: base64.length }],
    ),
    { id: '', kind: 'shell', name: '', ...measured(frame({})) },
  ];
  const manifest = jsonText({
    format: 'assay-dossier-1',
    project: input.project.id,
    head: input.project.head,
    generatedFrom: input.generatedFrom,
    words: words.checker,
    parts,
  });
  const contents = Object.fromEntries(blocks.map(({ id, content }) => [id, content]));
  const whole = frame({
    ...contents,
    source: body,
    style,
    manifest,
    checker: CHECKER,
    seal: sha256(manifest),
  });
  // ends with the checker: an end of `body` and `html` would be bytes that no program can see
  return new TextEncoder().encode(`<!DOCTYPE html>${whole.slice(0, -'</body></html>'.length)}`);
}

/** The page around the parts, exactly as `outerHTML` gives it; what is not given stays empty. */
function shellOf(
  input: ReportInput,
  title: string,
  words: (typeof DOSSIER_WORDS)['en'],
  blocks: readonly Block[],
): (parts: Readonly<Record<string, string>>) => string {
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(CHECKER).digest('base64')}'`;
  const shown = serialised(title);
  return (parts) =>
    [
      `<html lang="${input.language}"><head><meta charset="utf-8">`,
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
      `<title>${shown}</title><style id="style">${parts['style'] ?? ''}</style></head><body>`,
      `<div id="check"><p id="result" role="status" data-state="unchecked">${serialised(words.unchecked)}</p><ul id="details"></ul>`,
      `<p class="small">${serialised(words.seal)}: <span class="hash" id="seal">${parts['seal'] ?? ''}</span></p></div>`,
      `<div id="report"></div><noscript id="source">${parts['source'] ?? ''}</noscript>`,
      ...blocks.map(({ id, type }) => `<script type="${type}" id="${id}">${parts[id] ?? ''}</script>`),
      `<script type="application/json" id="manifest">${parts['manifest'] ?? ''}</script>`,
      `<script>${parts['checker'] ?? ''}</script></body></html>`,
    ].join('');
}

/** Text of an element as a browser serialises it. */
function serialised(text: string): string {
  return escape(text)
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#13;', ' ')
    .replaceAll('\u00A0', '&nbsp;');
}

export type Form = { readonly id: string; readonly name: string; readonly content: string };

/** The report as JSON with all its nouns and ids, and the standard formats that this version writes. */
async function formsOf(input: ReportInput, sources: ReportSources): Promise<Form[]> {
  const forms: Form[] = [{ id: 'form-report', name: 'report.json', content: jsonText(input) }];
  for (const format of ['claimreview', 'webannotation', 'averitec'] as const) {
    const bytes = await sources.inFormat(format);
    if (bytes === undefined) continue;
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    forms.push({ id: `form-${format}`, name: `${format}.json`, content: jsonText(json) });
  }
  return forms;
}

/** JSON that can stand in a `script` element, on one line. */
function jsonText(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function measured(text: string): { sha256: string; length: number } {
  return { sha256: sha256(text), length: text.length };
}

function logOf(input: ReportInput, acts: readonly Act[], names: ReadonlyMap<string, string>): Logged[] {
  return acts.map((act) => ({
    time: timeOf(act.stamp),
    person: includes(input, 'people') ? (names.get(act.person) ?? '') : '',
    deed: deedOf(act),
    hash: act.hash,
  }));
}

function deedOf({ body }: Act): string {
  if (body === null) return '';
  const deed = (JSON.parse(body) as { deed?: unknown }).deed;
  return typeof deed === 'string' ? deed : '';
}
