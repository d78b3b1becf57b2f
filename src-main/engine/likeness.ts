import { estimatedShare, shareOf, shinglesOf, sketchOf } from '#domain/shingles.ts';
import type { ReadDb } from '#store/handle.ts';
import type { Project } from '#store/open.ts';
import { newestTexts } from '#store/texts.ts';
import { readOf, type Session } from './session.ts';

/** Below this share of common five-word runs two texts are not pointed out as one. */
export const ALIKE = 0.3;
/** What sketches may err by. */
const MARGIN = 0.15;

export type Likeness = { readonly id: string; readonly title: string; readonly share: number };
type Known = { readonly revision: string; readonly title: string; readonly sketch: Uint32Array };

/** The sketches of a project's articles, made once a session and kept up as articles come and change. */
const sketches = new WeakMap<Project, Map<string, Known>>();

function sketchesOf(session: Session): ReadonlyMap<string, Known> {
  const db = readOf(session);
  const known = sketches.get(session.project) ?? new Map<string, Known>();
  sketches.set(session.project, known);
  const now = newestTexts(db);
  for (const { article, revision, title, text } of now) {
    const sketch = known.get(article)?.revision === revision ? known.get(article)!.sketch : undefined;
    known.set(article, { revision, title, sketch: sketch ?? sketchOf(shinglesOf(text())) });
  }
  const present = new Set(now.map((one) => one.article));
  for (const id of known.keys()) if (!present.has(id)) known.delete(id);
  return known;
}

/** The articles of the project that a text has much in common with, most first. */
export function likenessesOf(session: Session, text: string): Likeness[] {
  const shingles = shinglesOf(text);
  const sketch = sketchOf(shingles);
  const db = readOf(session);
  return [...sketchesOf(session)]
    .filter(([, one]) => estimatedShare(sketch, one.sketch) >= ALIKE - MARGIN)
    .map(([id, one]) => ({
      id,
      title: one.title,
      share: rounded(shareOf(shingles, fullOf(db, one.revision))),
    }))
    .filter(({ share }) => share >= ALIKE)
    .toSorted((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .slice(0, 20);
}

export type Pair = { readonly a: string; readonly b: string; readonly share: number };

/** Every two articles of the project that are nearly the same, most alike first. */
export function pairsAlike(session: Session, least: number): Pair[] {
  const db = readOf(session);
  const all = [...sketchesOf(session)];
  // only what has at least one number of its sketch in common needs comparing
  const holders = new Map<number, number[]>();
  all.forEach(([, { sketch }], index) => {
    for (const one of sketch) holders.set(one, [...(holders.get(one) ?? []), index]);
  });
  const candidates = new Set<number>();
  for (const holding of holders.values())
    for (const [n, x] of holding.entries())
      for (const y of holding.slice(n + 1)) candidates.add(x * all.length + y);
  const full = new Map<string, Uint32Array>();
  const shinglesAt = (revision: string) => {
    const known = full.get(revision) ?? fullOf(db, revision);
    if (full.size < 200) full.set(revision, known);
    return known;
  };
  return [...candidates]
    .map((pair) => [all[Math.floor(pair / all.length)]!, all[pair % all.length]!] as const)
    .filter(([[, x], [, y]]) => estimatedShare(x.sketch, y.sketch) >= least - MARGIN)
    .map(([[a, x], [b, y]]) => ({
      a,
      b,
      share: rounded(shareOf(shinglesAt(x.revision), shinglesAt(y.revision))),
    }))
    .filter(({ share }) => share >= least)
    .toSorted((one, other) => other.share - one.share);
}

function fullOf(db: ReadDb, revision: string): Uint32Array {
  const row = db.one<{ text: string }>('select text from revision_text where revision = ?', revision);
  return shinglesOf(row?.text ?? '');
}

const rounded = (share: number) => Math.round(share * 1000) / 1000;
