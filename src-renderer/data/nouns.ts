import type { CallName } from '#contract/index.ts';
import type { SharedTable } from '#domain/tables.ts';

/** What notices name: the tables that acts change, and the person's own preferences. */
type Noun = SharedTable | 'preferences' | 'merge' | 'exchange_file';

const CLAIM_ROWS = [
  'claim',
  'occurrence',
  'revision',
  'evidence',
  'verdict',
  'question',
  'answer',
  'comment',
  'tag',
  'tagging',
  'person',
] as const satisfies readonly SharedTable[];

/** Which tables each query reads: when one of them changes, the query is asked again. */
const READS: Partial<Record<CallName, readonly Noun[] | 'all'>> = {
  getProject: 'all',
  getPreferences: ['preferences'],
  listActs: 'all',
  listConflicts: 'all',
  getIdentity: ['person_key', 'person'],
  listKeys: ['person_key', 'person'],
  listDevices: 'all',
  listMerges: ['merge'],
  listDuplicates: ['article', 'revision'],
  compareArticles: ['article', 'revision'],
  previewPack: 'all',
  getExchangeFolder: ['exchange_file'],
  search: ['article', 'revision', 'claim', 'question', 'answer', 'reference', 'capture'],
  listArticles: ['article', 'revision', 'occurrence'],
  getArticle: ['article', 'revision', 'footnote', 'comment', 'person'],
  listFootnotes: ['article', 'footnote', 'revision'],
  listMarks: ['occurrence', 'claim', 'verdict', 'revision'],
  getCorrection: ['article', 'revision'],
  listRevisions: ['revision', 'person'],
  compareRevisions: ['revision', 'occurrence', 'claim', 'verdict'],
  listAttention: ['revision', 'occurrence', 'claim', 'article'],
  listClaims: CLAIM_ROWS,
  getClaim: CLAIM_ROWS,
  listTags: ['tag', 'tagging'],
  listReferences: ['reference', 'capture', 'evidence'],
  getReference: ['reference', 'capture', 'evidence'],
  readCapture: ['capture'],
  listScales: ['scale'],
  listReportScales: ['scale'],
  listReportPresets: ['report_preset'],
  planReport: 'all',
  previewReport: 'all',
  listQuantities: ['article', 'revision', 'occurrence', 'claim'],
};

/** Whether a query must be asked again after these tables changed. */
export function readsAny(name: string, tables: readonly string[]): boolean {
  const reads = Object.hasOwn(READS, name) ? READS[name as CallName] : undefined;
  if (reads === undefined) return false;
  return reads === 'all' ? tables.length > 0 : reads.some((table) => tables.includes(table));
}
