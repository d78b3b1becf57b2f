import type { ImportReport } from '#contract/exchange-formats.ts';
import type { ReportLanguage } from '#domain/report-options.ts';
import type { StatedRow, StatedTable } from '#domain/statements.ts';
import { itemInRussian, RUSSIAN_FIELDS, RUSSIAN_PARTS, sentenceInRussian } from './russian.ts';

type Outcome = 'new' | 'changed' | 'same';
type Counted =
  | 'articles'
  | 'claims'
  | 'occurrences'
  | 'references'
  | 'evidence'
  | 'verdicts'
  | 'questions'
  | 'answers'
  | 'comments'
  | 'people';
type Line = ImportReport['report'][number];

const NAMES: Readonly<Record<StatedTable | 'article' | 'occurrence', Counted>> = {
  article: 'articles',
  occurrence: 'occurrences',
  person: 'people',
  claim: 'claims',
  reference: 'references',
  evidence: 'evidence',
  verdict: 'verdicts',
  question: 'questions',
  answer: 'answers',
  comment: 'comments',
};

type Told = { label: string; outcome: Outcome; own: string[]; parts: Map<string, number> };

/** Counts what an import does, and says it claim by claim. */
export class Tally {
  private readonly counts = new Map<Counted, Record<Outcome, number>>();
  private readonly claims = new Map<string, Told>();
  private readonly lines: Line[] = [];
  private readonly dropped = new Set<string>();
  private skippedLines = 0;
  private readonly isRussian: boolean;

  /** @param tell the language of the report's lines: Russian, or else English */
  constructor(tell: ReportLanguage = 'en') {
    this.isRussian = tell === 'ru';
  }

  count(table: keyof typeof NAMES, outcome: Outcome): void {
    if (table === 'claim') return;
    const name = NAMES[table];
    const sofar = this.counts.get(name) ?? { new: 0, changed: 0, same: 0 };
    sofar[outcome]++;
    this.counts.set(name, sofar);
  }

  row(row: StatedRow, label: string, outcome: Outcome, columns: readonly string[] = []): void {
    this.count(row.table, outcome);
    if (row.table === 'claim') {
      this.claim(row.id, label, outcome);
      this.claims.get(row.id)!.own.push(...columns);
    } else if (row.claim !== '') this.part(row.claim, row.table, outcome);
  }

  claim(id: string, label: string, outcome: Outcome): void {
    const told = this.claims.get(id);
    if (told) {
      told.label = label;
      if (told.outcome === 'same') told.outcome = outcome;
    } else this.claims.set(id, { label, outcome, own: [], parts: new Map() });
  }

  /** Something that hangs on a claim is new or changed: so is the claim. */
  part(claim: string, table: keyof typeof NAMES | 'tag', outcome: Outcome): void {
    if (outcome === 'same') return;
    this.claim(claim, this.claims.get(claim)?.label ?? claim, 'same');
    const told = this.claims.get(claim)!;
    if (told.outcome === 'same') told.outcome = 'changed';
    const what = `${outcome} ${table}`;
    told.parts.set(what, (told.parts.get(what) ?? 0) + 1);
  }

  drop(claim: string): void {
    this.claims.delete(claim);
    this.dropped.add(claim);
  }

  isDropped(claim: string): boolean {
    return this.dropped.has(claim);
  }

  outcomeOf(claim: string): Outcome | undefined {
    return this.claims.get(claim)?.outcome;
  }

  skip(item: string, message: string): void {
    this.skippedLines++;
    this.line('skipped', item, message);
  }

  note(item: string, message: string): void {
    this.line('noted', item, message);
  }

  private line(outcome: 'skipped' | 'noted', item: string, message: string): void {
    this.lines.push(
      this.isRussian
        ? { item: itemInRussian(item), outcome, message: sentenceInRussian(message) }
        : { item, outcome, message },
    );
  }

  said(): Omit<ImportReport, 'format' | 'written' | 'columns'> {
    const none = () => ({ new: 0, changed: 0, same: 0 });
    const of = (name: Counted) => this.counts.get(name) ?? none();
    const claims = none();
    for (const { outcome } of this.claims.values()) claims[outcome]++;
    return {
      articles: of('articles'),
      claims,
      occurrences: of('occurrences'),
      references: of('references'),
      evidence: of('evidence'),
      verdicts: of('verdicts'),
      questions: of('questions'),
      answers: of('answers'),
      comments: of('comments'),
      people: of('people'),
      skipped: this.skippedLines,
      report: [...[...this.claims.values()].map((told) => lineOf(told, this.isRussian)), ...this.lines],
    };
  }
}

function lineOf(told: Told, isRussian: boolean): Line {
  const item = told.label.replaceAll(/\s+/g, ' ').trim();
  return {
    item: item.length > 160 ? `${item.slice(0, 159)}…` : item,
    outcome: told.outcome,
    message: isRussian ? russianSentence(told) : englishSentence(told),
  };
}

function englishSentence({ outcome, own, parts }: Told): string {
  if (outcome === 'same') return 'Nothing new.';
  const pieces = [
    ...own.map((column) => column.replaceAll('_', ' ')),
    ...[...parts].map(([what, n]) => (n === 1 ? `1 ${what}` : `${n} ${plural(what)}`)),
  ];
  return pieces.length === 0 ? 'A new claim.' : `${pieces.join(', ')}.`;
}

function russianSentence({ outcome, own, parts }: Told): string {
  if (outcome === 'same') return 'Ничего нового.';
  const pieces = [
    ...own.map((column) => RUSSIAN_FIELDS[column] ?? column),
    ...[...parts].map(([what, n]) => {
      const [state, name = ''] = what.split(' ');
      return `${state === 'new' ? 'новые' : 'изменённые'} ${RUSSIAN_PARTS[name] ?? name}: ${n}`;
    }),
  ];
  return pieces.length === 0 ? 'Новое утверждение.' : `${pieces.join(', ')}.`;
}

function plural(what: string): string {
  return what.endsWith('evidence') ? `${what} links` : `${what}s`;
}
