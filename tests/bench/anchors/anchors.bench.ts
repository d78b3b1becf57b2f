/**
 * How fast and how rightly 1,000 quotes follow a text of 100,000 words through edits whose truth is recorded, beside
 * approx-string-match used as the Hypothesis client uses it and beside 1,000 plain indexOf calls. The sides are taken
 * in turn in one run; every figure of time is a ratio of medians. Exit code 1 if one misses its target, if one quote
 * goes wrong, or if a deleted passage gets an anchor.
 * Usage: node tests/bench/anchors/anchors.bench.ts [rounds]
 */
import { readFileSync } from 'node:fs';
import approxSearch from 'approx-string-match';
import { findAgain } from '#domain/anchor/find-again.ts';
import { follow } from '#domain/anchor/follow.ts';
import { describe, type Selector } from '#domain/selector.ts';
import { edited, quotesOf, textOf, type Edited } from '../../support/edits.ts';
import { sharedPath } from '../../support/shared.ts';

const rounds = Number(process.argv[2] ?? 5);
const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

const novel = sharedPath('data/long-text/moby-dick.txt');
const text = novel ? firstWords(readFileSync(novel, 'utf8'), 100_000) : textOf(1, 100_000);
say(
  novel ? 'Text: the first 100,000 words of a novel.' : 'Text: 100,000 made-up words; the novel is absent.',
);

function firstWords(book: string, count: number): string {
  const clean = book
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  let at = 0;
  for (const { index } of clean.matchAll(/\S+/g)) if (at++ === count) return clean.slice(0, index);
  return clean;
}

type Found = { start: number; end: number } | undefined;

/** Exact first, else with up to half of the quote changed; then quote 50, prefix 20, suffix 20, position 2. */
function asHypothesis(after: string, { exact, prefix, suffix, start }: Selector): Found {
  let matches: { start: number; end: number; errors: number }[] = [];
  for (let at = after.indexOf(exact); at >= 0; at = after.indexOf(exact, at + 1))
    matches.push({ start: at, end: at + exact.length, errors: 0 });
  if (matches.length === 0) matches = approxSearch(after, exact, Math.min(256, exact.length / 2));
  const likeness = (words: string, wanted: string) => {
    if (wanted === '' || words === '') return 0;
    const [best] = approxSearch(words, wanted, wanted.length);
    return best ? 1 - best.errors / wanted.length : 0;
  };
  let best: Found;
  let most = -1;
  for (const match of matches) {
    const quote = 1 - match.errors / exact.length;
    const before =
      prefix === ''
        ? 1
        : likeness(after.slice(Math.max(0, match.start - prefix.length), match.start), prefix);
    const behind = suffix === '' ? 1 : likeness(after.slice(match.end, match.end + suffix.length), suffix);
    const near = 1 - Math.abs(match.start - start) / after.length;
    const score = (50 * quote + 20 * before + 20 * behind + 2 * near) / 92;
    if (score > most) [best, most] = [match, score];
  }
  return best;
}

type Score = { exact: number; place: number; wrong: number; onGone: number };

function scored(quotes: readonly Selector[], found: readonly Found[], after: Edited): Score {
  let [there, exact, place, wrong, onGone] = [0, 0, 0, 0, 0];
  quotes.forEach((quote, n) => {
    const truth = after.truth(quote);
    const at = found[n];
    if (!truth) {
      if (at) onGone += 1;
      return;
    }
    there += 1;
    if (!at) return;
    if (Math.min(at.end, truth.end) <= Math.max(at.start, truth.start)) wrong += 1;
    else place += 1;
    if (at.start === truth.start && at.end === truth.end) exact += 1;
  });
  return { exact: exact / there, place: place / there, wrong, onGone };
}

const placed = (anchors: ReturnType<typeof follow>): Found[] =>
  anchors.map(({ state, start, end }) =>
    state === 'exact' || state === 'moved' ? { start, end } : undefined,
  );

function timed<T>(into: number[], work: () => T): T {
  const began = performance.now();
  const done = work();
  into.push(performance.now() - began);
  return done;
}

const missed: string[] = [];
function hold(what: string, value: number, isHeld: boolean, target: string): void {
  say(`  ${what}: ${value.toFixed(3)} (target ${target})${isHeld ? '' : '  MISSED'}`);
  if (!isHeld) missed.push(what);
}

// the code is warm before anything counts, as it is after the first correction of a day
{
  const after = edited(text, 1, { rate: 0.03, moved: 20, deleted: 20, inserted: 20 }).text;
  const quotes = quotesOf(text, 2, 1_000, 20, 30).map(({ start, end }) => describe(text, start, end));
  for (let n = 0; n < 4; n += 1) {
    follow(text, after, quotes);
    findAgain(after, quotes);
  }
}

for (const rate of [0.01, 0.02, 0.05, 0.1]) {
  const after = edited(text, 42 + rate * 1000, { rate, moved: 20, deleted: 20, inserted: 20 });
  const quotes = quotesOf(text, 7, 1_000, 20, 30).map(({ start, end }) => describe(text, start, end));
  const times = {
    theirs: [] as number[],
    follow: [] as number[],
    alone: [] as number[],
    plain: [] as number[],
  };
  let theirs: Found[] = [];
  let ours: Found[] = [];
  let alone: Found[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    // the other side takes seconds, and its own spread is small: three rounds of it are enough
    if (round < 3) theirs = timed(times.theirs, () => quotes.map((quote) => asHypothesis(after.text, quote)));
    ours = placed(timed(times.follow, () => follow(text, after.text, quotes)));
    timed(times.plain, () => quotes.reduce((sum, quote) => sum + after.text.indexOf(quote.exact), 0));
    alone = placed(timed(times.alone, () => findAgain(after.text, quotes)));
    if (round === 0) for (const list of Object.values(times)) list.length = 0;
  }
  const at = {
    theirs: median(times.theirs),
    follow: median(times.follow),
    alone: median(times.alone),
    plain: median(times.plain),
  };
  const scores = [
    ['approx-string-match', scored(quotes, theirs, after)],
    ['with the old text', scored(quotes, ours, after)],
    ['selectors alone', scored(quotes, alone, after)],
  ] as const;
  say(`\n${rate * 100} % of the words edited, 20 paragraphs moved, 20 deleted, 20 inserted`);
  for (const [name, { exact, place, wrong, onGone }] of scores)
    say(
      `  ${name}: exact ${(exact * 100).toFixed(1)} %, right place ${(place * 100).toFixed(1)} %, ${wrong} wrong, ${onGone} on deleted passages`,
    );
  const [, [, own], [, bare]] = scores;
  hold('with the old text, wrong anchors', own.wrong + own.onGone, own.wrong + own.onGone === 0, '0');
  hold('selectors alone, wrong anchors', bare.wrong + bare.onGone, bare.wrong + bare.onGone === 0, '0');
  say(
    `  medians, ms: approx-string-match ${at.theirs.toFixed(0)}, with the old text ${at.follow.toFixed(1)}, selectors alone ${at.alone.toFixed(1)}, 1,000 indexOf ${at.plain.toFixed(1)}`,
  );
  hold(
    'with the old text, time over 1,000 indexOf',
    at.follow / at.plain,
    at.follow / at.plain <= 1.5,
    '<= 1.5',
  );
  if (rate !== 0.05) continue;
  hold('with the old text, exact bounds', own.exact, own.exact >= 0.98, '>= 0.98');
  hold('with the old text, right place', own.place, own.place === 1, '1');
  hold('selectors alone, exact bounds', bare.exact, bare.exact >= 0.97, '>= 0.97');
  hold(
    'with the old text, time over approx-string-match',
    at.follow / at.theirs,
    at.follow / at.theirs <= 0.01,
    '<= 0.01',
  );
  hold(
    'selectors alone, time over approx-string-match',
    at.alone / at.theirs,
    at.alone / at.theirs <= 0.025,
    '<= 0.025',
  );
}
process.exitCode = missed.length > 0 ? 1 : 0;
