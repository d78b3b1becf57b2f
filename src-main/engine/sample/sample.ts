import { readFile } from 'node:fs/promises';
import type { Caller } from '#contract/index.ts';
import type { QuotePlace } from '#contract/nouns.ts';
import { findQuote } from '#domain/selector.ts';
import {
  ARTICLES,
  type ArticleKey,
  CLAIMS,
  type ClaimPlan,
  type EvidencePlan,
  type MarkPlan,
  PROJECT,
  type ReferenceKey,
  REVIEWERS,
  type ReviewerKey,
  type VerdictPlan,
} from './plan.ts';
import { QUESTIONS } from './questions.ts';
import { REFERENCES } from './references.ts';
import { TRIAGE } from './triage.ts';

export type SampleWorld = {
  /** The calls as one person makes them. */
  readonly as: (person: { readonly id: string; readonly name: string }) => Caller;
  /** Takes bytes in and gives the token under which a call can name them. */
  readonly receive: (
    bytes: Uint8Array,
    name: string,
  ) => { readonly token: string } | Promise<{ readonly token: string }>;
  /** Where `articles/` and `captures/` lie; beside this file unless said otherwise. Ends with a slash. */
  readonly folder?: URL;
};

/** The ids that the project gave to what the plan calls by key. */
type Written = {
  readonly articles: Map<ArticleKey, string>;
  readonly references: Map<ReferenceKey, string>;
  readonly captures: Map<ReferenceKey, { id: string; text: string; pages: readonly number[] }>;
  readonly claims: Map<string, string>;
};

/**
 * Fills an empty project with the sample, through the same calls that people's clicks make, in a fixed order.
 * @throws what the calls throw; and an Error where the plan and its files disagree.
 */
export async function writeSample(world: SampleWorld): Promise<void> {
  const written: Written = {
    articles: new Map(),
    references: new Map(),
    captures: new Map(),
    claims: new Map(),
  };
  const call = { aruzhan: world.as(REVIEWERS.aruzhan), tomas: world.as(REVIEWERS.tomas) };
  await call.aruzhan('describeProject', PROJECT);
  // a project knows people from their first act on, and claims are assigned to both
  await writeReferences(world, call.tomas, written);
  await writeArticles(world, call.aruzhan, written);
  for (const claim of CLAIMS) await writeClaim(call, claim, written);
  for (const { by, article, as, reason, checkableOn, quote } of TRIAGE) {
    await call[by]('mark', {
      article: known(written.articles, article),
      quote,
      as,
      ...(reason && { reason }),
      ...(checkableOn && { checkableOn }),
    });
  }
  await writeQuestions(call, written);
  await writeRemarks(call, written);
}

async function writeReferences(world: SampleWorld, call: Caller, written: Written): Promise<void> {
  for (const { key, kind, origin, capture, csl } of REFERENCES) {
    const added = await call('addReferences', { csl, kind });
    const reference = only(added.references, `the reference “${key}”`).id;
    written.references.set(key, reference);
    if (origin) await call('editReference', { id: reference, origin });
    if (!capture) continue;
    const kept = await call('capture', { reference, upload: await upload(world, capture) });
    const { id, hasText } = kept.capture;
    const read = hasText ? await call('readCapture', { id }) : { text: '', pages: [] };
    written.captures.set(key, { id, text: read.text, pages: read.pages });
  }
}

/** The references come first, so that accepted footnotes find the addresses they name already there. */
async function writeArticles(world: SampleWorld, call: Caller, written: Written): Promise<void> {
  for (const { key, file, footnotes, ...details } of ARTICLES) {
    const taken = await call('importArticles', { uploads: [await upload(world, `articles/${file}`)] });
    const article = only(taken.articles, `the article “${file}”`);
    written.articles.set(key, article.id);
    await call('describeArticle', { id: article.id, ...details });
    const ids = article.proposals.map((footnote) => footnote.id);
    if (footnotes === 'accepted' && ids.length > 0) await call('acceptFootnotes', { ids });
  }
}

async function writeClaim(
  call: Readonly<Record<ReviewerKey, Caller>>,
  plan: ClaimPlan,
  written: Written,
): Promise<void> {
  const { key, by, as, reason, checkableOn, marks, parent, assignee, tags } = plan;
  const [first, ...others] = marks;
  const look = { as, ...(reason && { reason }) };
  const made = await call[by]('mark', {
    ...span(first, written),
    ...look,
    ...(checkableOn && { checkableOn }),
  });
  const claim = made.claim.id;
  written.claims.set(key, claim);
  for (const other of others) await call[by]('mark', { ...span(other, written), ...look, claim });
  await call[by]('editClaim', {
    id: claim,
    ...present({
      wording: plan.wording,
      claimant: plan.claimant,
      claimedOn: plan.claimedOn,
      claimedWhere: plan.claimedWhere,
      type: plan.type,
      status: plan.status,
      priority: plan.priority,
    }),
    ...(plan.type && plan.alsoTypes && { types: [plan.type, ...plan.alsoTypes] }),
    ...(plan.strategies && { strategies: [...plan.strategies] }),
    ...(parent && { parent: known(written.claims, parent) }),
    ...(assignee && { assignee: REVIEWERS[assignee].id }),
    ...(tags && { tags: [...tags] }),
  });
  for (const evidence of plan.evidence ?? []) await linkEvidence(call[evidence.by], claim, evidence, written);
  for (const verdict of plan.verdicts ?? []) await rateClaim(call[verdict.by], claim, verdict);
  for (const comment of plan.comments ?? []) {
    await call[comment.by]('addComment', { subject: { kind: 'claim', id: claim }, text: comment.text });
  }
}

async function linkEvidence(
  call: Caller,
  claim: string,
  plan: EvidencePlan,
  written: Written,
): Promise<void> {
  const capture = written.captures.get(plan.reference);
  const found = capture?.text && plan.quote ? placeOf(plan.quote, capture) : { quote: plan.quote };
  await call('linkEvidence', {
    claim,
    reference: known(written.references, plan.reference),
    stance: plan.stance,
    ...(capture && { capture: capture.id }),
    ...present({ ...found, locator: plan.locator, note: plan.note }),
  });
}

async function rateClaim(call: Caller, claim: string, plan: VerdictPlan): Promise<void> {
  const { verdict } = await call('rateClaim', {
    claim,
    rating: plan.rating,
    justification: plan.text,
    confidence: plan.confidence,
    knownAsOf: plan.knownAsOf,
    ...present({ final: plan.final, why: plan.why }),
  });
  if (plan.void) await call('voidVerdict', { id: verdict.id, why: plan.void });
}

async function writeQuestions(call: Readonly<Record<ReviewerKey, Caller>>, written: Written): Promise<void> {
  for (const { claim, by, text, answers } of QUESTIONS) {
    const { question } = await call[by]('askQuestion', { claim: known(written.claims, claim), text });
    for (const { by: who, reference, ...answer } of answers) {
      await call[who]('answerQuestion', {
        question: question.id,
        ...answer,
        ...(reference && { reference: known(written.references, reference) }),
      });
    }
  }
}

/** Comments that hang on an article and on a reference instead of a claim. */
async function writeRemarks(call: Readonly<Record<ReviewerKey, Caller>>, written: Written): Promise<void> {
  await call.aruzhan('addComment', {
    subject: { kind: 'article', id: known(written.articles, 'opposition') },
    text: 'Judged as far as “A storm like any other”. The rest, and the four footnotes, are yours.',
  });
  await call.tomas('addComment', {
    subject: { kind: 'reference', id: known(written.references, 'kontinent') },
    text: 'Same origin as the ministry’s release: it counts once, however often it is quoted.',
  });
}

/** Where a quote stands in an archived copy; its line breaks and spaces may differ there, so it is given back as read. */
function placeOf(
  quote: string,
  { text, pages }: { readonly text: string; readonly pages: readonly number[] },
): { quote: string; place: QuotePlace } {
  const { start, end, prefix, suffix } = only(findQuote(text, { quote }), `the quote “${quote}”`);
  const page = pages.filter((first) => first <= start).length;
  return {
    quote: text.slice(start, end),
    place: { start, end, prefix, suffix, ...(page > 0 && { page }) },
  };
}

async function upload(world: SampleWorld, path: string): Promise<{ token: string; name: string }> {
  const folder = world.folder ?? new URL('./', import.meta.url);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const { token } = await world.receive(await readFile(new URL(path, folder)), name);
  return { token, name };
}

function span(mark: MarkPlan, written: Written) {
  const { article, ...words } = mark;
  return { article: known(written.articles, article), ...words };
}

function known<K>(ids: ReadonlyMap<K, string>, key: K): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The sample names “${String(key)}” before it is written.`);
  return id;
}

function only<T>(found: readonly T[], what: string): T {
  const [one, ...more] = found;
  if (one === undefined || more.length > 0) throw new Error(`The sample could not write ${what}.`);
  return one;
}

/** Leaves out what the plan leaves out: a call must not be told `undefined`. */
function present<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}
