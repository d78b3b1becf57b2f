import type { StatementFormat, StatementOptions, Statements } from '#domain/statements.ts';
import { decode } from '../decode.ts';
import { isNoise, signatureOf } from '../file-kind.ts';
import { ImportError } from '../import-error.ts';
import { Collected, isObject, listOf, type Json } from './collect.ts';
import { looseJson } from './loose-json.ts';

type Source = { readonly bytes: Uint8Array; readonly name: string };

/**
 * Reads what a file of another program states about claims; its format is told from the content unless it is given.
 * @throws ImportError with one sentence when nothing in it can be read
 */
export async function readStatements(source: Source, options: StatementOptions): Promise<Statements> {
  if (isZip(source.bytes)) {
    refuseOther('qdpx', options.format, source.name);
    return (await import('./qdpx.ts')).readQdpx(source);
  }
  const signature = signatureOf(source.bytes);
  if (signature)
    throw new ImportError(
      'unsupported',
      `“${source.name}” looks like ${signature.name}; claims come as JSON, CSV, REFI-QDA or a page with ClaimReview.`,
    );
  const { text: decoded, encoding } = decode(source.bytes, true);
  if (!/^utf-(?:16|32)/.test(encoding) && isNoise(source.bytes))
    throw new ImportError('unreadable', `“${source.name}” is not a text: Assay cannot read what is in it.`);
  const text = decoded.replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new ImportError('unreadable', `“${source.name}” is empty.`);
  const start = text.trimStart();
  if (start.startsWith('<')) return readMarkup(source, start, options.format);
  if (options.format === 'csv') return table(source, text, encoding, options);
  if (/^[[{]/.test(start)) {
    const json = jsonOf(start, source.name);
    return readJson(json, options.format ?? formatOf(json), source.name);
  }
  if (options.format !== undefined && options.format !== 'hypothesis')
    throw new ImportError('unreadable', `“${source.name}” is no ${options.format} file.`);
  return table(source, text, encoding, options);
}

async function table(
  source: Source,
  text: string,
  encoding: string,
  options: StatementOptions,
): Promise<Statements> {
  return (await import('./csv.ts')).readCsv(text, { name: source.name, encoding, ...options });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

async function readMarkup(
  source: Source,
  text: string,
  wanted: StatementFormat | undefined,
): Promise<Statements> {
  if (text.slice(0, 4_000).includes('urn:QDA-XML:')) {
    refuseOther('qdpx', wanted, source.name);
    return (await import('./qdpx.ts')).readQde(source);
  }
  refuseOther('claimreview', wanted, source.name);
  const { readClaimReviewPage } = await import('./claimreview-page.ts');
  return readClaimReviewPage(text, source.name);
}

function refuseOther(is: StatementFormat, wanted: StatementFormat | undefined, name: string): void {
  if (wanted !== undefined && wanted !== is)
    throw new ImportError('unreadable', `“${name}” is not ${wanted}: it seems to be ${is}.`);
}

/** A JSON document, or one JSON value a line. */
function jsonOf(text: string, name: string): unknown {
  try {
    return looseJson(text);
  } catch (error) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.length > 1) {
      const values = lines.map((line) => {
        try {
          return JSON.parse(line) as unknown;
        } catch {
          return undefined;
        }
      });
      if (values.every((value) => value !== undefined)) return values;
    }
    const why = error instanceof Error ? error.message : String(error);
    throw new ImportError('unreadable', `“${name}” is no well-formed JSON (${why.slice(0, 200)}).`);
  }
}

async function readJson(
  json: unknown,
  format: StatementFormat | undefined,
  name: string,
): Promise<Statements> {
  if (Array.isArray(json) && json.length === 0) {
    const found = new Collected(format ?? 'averitec');
    found.note(name, 'It is an empty list.');
    return found.done();
  }
  switch (format) {
    case 'averitec':
      return (await import('./averitec.ts')).readAveritec(json);
    case 'claimreview':
      return (await import('./claimreview.ts')).readClaimReview(json);
    case 'webannotation':
      return (await import('./webannotation.ts')).readWebAnnotation(json);
    case 'hypothesis':
      return (await import('./hypothesis.ts')).readHypothesis(json);
    default:
      throw new ImportError(
        'unsupported',
        `“${name}” holds no claims that Assay knows: it reads ClaimReview, Web Annotation, AVeriTeC, REFI-QDA, Hypothesis and CSV.`,
      );
  }
}

/** Tells the format of a JSON document from the first things in it. */
function formatOf(json: unknown): StatementFormat | undefined {
  const first = listOf(json).filter(isObject).slice(0, 20);
  if (first.some(isHypothesis)) return 'hypothesis';
  if (first.some(isAnnotation)) return 'webannotation';
  if (first.some(isAveritec)) return 'averitec';
  if (first.some((item) => Array.isArray(item['@graph']) && item['@graph'].length === 0))
    return 'claimreview';
  const text = JSON.stringify(json).slice(0, 2_000_000);
  return /claim-?reviews?"|mediareview"|claimReview/i.test(text) ? 'claimreview' : undefined;
}

function isAnnotation(item: Json): boolean {
  const context = listOf(item['@context']).some(
    (one) => typeof one === 'string' && /ns\/(anno|oa)\b/.test(one),
  );
  const type = listOf(item['type'] ?? item['@type']).some(
    (one) => typeof one === 'string' && /(^|[:/#])Annotation(Collection|Page)?$/.test(one),
  );
  return context || type;
}

function isHypothesis(item: Json): boolean {
  if (Array.isArray(item['annotations']) || Array.isArray(item['rows']))
    return listOf(item['annotations'] ?? item['rows'])
      .filter(isObject)
      .some((one) => 'uri' in one || ('target' in one && 'user' in one));
  return 'uri' in item && 'target' in item && ('user' in item || 'permissions' in item || 'text' in item);
}

function isAveritec(item: Json): boolean {
  return (
    typeof item['claim'] === 'string' && ('questions' in item || 'label' in item || 'claim_types' in item)
  );
}
