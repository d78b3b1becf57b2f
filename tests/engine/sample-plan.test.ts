import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseHTML } from 'linkedom';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { CLAIM_TYPES, PRIORITIES, REASONS, STANCES, STATUSES, VERIFIABILITIES } from '#domain/words.ts';
import { ARTICLES, CLAIMS, type MarkPlan, REVIEWERS } from '#engine/sample/plan.ts';
import { REFERENCES } from '#engine/sample/references.ts';
import { TRIAGE } from '#engine/sample/triage.ts';

const folder = resolve(import.meta.dirname, '../../src-main/engine/sample');

/** Close enough to what an importer reads: the words in their order, without markup. */
async function plainText(path: string): Promise<string> {
  const bytes = readFileSync(resolve(folder, path));
  if (path.endsWith('.html')) {
    const { document } = parseHTML(bytes.toString('utf8'));
    const body: { textContent: string | null } = document.body;
    return (body.textContent ?? '').replace(/\s+/g, ' ');
  }
  if (path.endsWith('.md')) return bytes.toString('utf8').replace(/[*#]/g, '');
  if (!path.endsWith('.pdf')) return bytes.toString('utf8');
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, n) => {
    const { items } = await (await pdf.getPage(n + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  });
  return (await Promise.all(pages)).join('\n');
}

const times = (text: string, words: string) => text.split(words).length - 1;

const marks: readonly MarkPlan[] = [
  ...CLAIMS.flatMap((claim) => claim.marks),
  ...TRIAGE.map(({ article, quote }) => ({ article, quote })),
];
const evidence = CLAIMS.flatMap((claim) => claim.evidence ?? []);
const verdicts = CLAIMS.flatMap((claim) => claim.verdicts ?? []);

describe('the plan of the sample', () => {
  it('marks only words that stand in the article, and in one place', async () => {
    for (const { key, file } of ARTICLES) {
      const text = await plainText(`articles/${file}`);
      const misplaced = marks.filter(
        ({ article, quote, prefix = '', suffix = '' }) =>
          article === key && times(text, prefix + quote + suffix) !== 1,
      );
      expect(misplaced).toEqual([]);
    }
  });

  it('quotes only what the archived copies say, once', async () => {
    for (const { key, capture } of REFERENCES) {
      const text = capture && !capture.endsWith('.png') ? await plainText(capture) : '';
      const misquoted = evidence.filter(
        ({ reference, quote }) => reference === key && quote && times(text, quote) !== 1,
      );
      expect(misquoted).toEqual([]);
    }
  });

  it('shows every word of the vocabularies', () => {
    const all = [...CLAIMS, ...TRIAGE];
    expect(new Set(all.map((claim) => claim.as))).toEqual(new Set(VERIFIABILITIES));
    expect(new Set(all.flatMap((claim) => claim.reason ?? []))).toEqual(new Set(REASONS));
    expect(new Set(CLAIMS.flatMap((claim) => claim.type ?? []))).toEqual(new Set(CLAIM_TYPES));
    expect(new Set(CLAIMS.flatMap((claim) => claim.status ?? []))).toEqual(new Set(STATUSES));
    expect(new Set(CLAIMS.map((claim) => claim.priority ?? 'normal'))).toEqual(new Set(PRIORITIES));
    expect(new Set(evidence.map(({ stance }) => stance))).toEqual(new Set(STANCES));
    expect(new Set(verdicts.map(({ rating }) => rating)).size).toBe(7);
  });

  it('gives a reason to every unverifiable claim and to no other', () => {
    const wrong = [...CLAIMS, ...TRIAGE].filter(
      (claim) => (claim.reason !== undefined) !== (claim.as === 'unverifiable'),
    );
    expect(wrong).toEqual([]);
  });

  it('names each claim once, and a parent only after the parent itself', () => {
    const keys = CLAIMS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const early = CLAIMS.filter(({ parent }, n) => parent && !keys.slice(0, n).includes(parent));
    expect(early).toEqual([]);
  });

  it('is the work of two people who also disagree, correct and withdraw', () => {
    expect(new Set(verdicts.map(({ by }) => by))).toEqual(new Set(Object.keys(REVIEWERS)));
    expect(verdicts.some((verdict) => verdict.void)).toBe(true);
    expect(verdicts.some((verdict) => verdict.why)).toBe(true);
    const undecided = CLAIMS.filter(
      ({ verdicts: given = [] }) =>
        !given.some(({ final }) => final) && new Set(given.map(({ rating }) => rating)).size > 1,
    );
    expect(undecided.length).toBeGreaterThan(0);
    expect(CLAIMS.some(({ marks: places }) => new Set(places.map(({ article }) => article)).size >= 3)).toBe(
      true,
    );
  });

  it('groups the outlets that repeat one press release', () => {
    const origins = REFERENCES.map(({ origin }) => origin).filter((origin) => origin?.includes('58'));
    expect(origins).toHaveLength(4);
  });

  it('stays small', () => {
    expect(statSync(resolve(folder, 'captures/gauge-kemekala-bridge.png')).size).toBeLessThan(30_000);
    expect(statSync(resolve(folder, 'captures/audit-note-7-2025.pdf')).size).toBeLessThan(60_000);
    const words = ARTICLES.map(
      ({ file }) => readFileSync(resolve(folder, 'articles', file), 'utf8').split(/\s+/).length,
    );
    expect(Math.min(...words)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...words)).toBeLessThanOrEqual(600);
  });
});
