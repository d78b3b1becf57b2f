import { createHash } from 'node:crypto';
import type { ArticleDocument } from '#domain/document.ts';
import type { Asked, Output } from '#contract/index.ts';
import { nowOf, whole, type Session } from './session.ts';

type Kept = NonNullable<Output<'getCorrection'>['correction']>;

/** A correction that is not saved yet is nobody's business: it stays in this machine's own folder. */
const nameOf = (session: Session, article: string): string =>
  `correction-${createHash('sha256').update(`${session.project.id} ${article}`).digest('hex').slice(0, 32)}`;

export function keepCorrection(session: Session, asked: Asked<'keepCorrection'>): { keptAt: string } {
  const article = whole(session, 'article', asked.article);
  const parent = whole(session, 'revision', asked.parent);
  const keptAt = nowOf(session);
  const kept: Kept = { parent, document: asked.document, reason: asked.reason, keptAt };
  session.home.remember(nameOf(session, article), kept);
  return { keptAt };
}

export function getCorrection(session: Session, asked: Asked<'getCorrection'>): Output<'getCorrection'> {
  const article = whole(session, 'article', asked.article);
  const kept = session.home.recall(nameOf(session, article));
  return { correction: isKept(kept) ? kept : null };
}

export function dropCorrection(session: Session, asked: Asked<'dropCorrection'>): Output<'dropCorrection'> {
  const name = nameOf(session, whole(session, 'article', asked.article));
  const dropped = isKept(session.home.recall(name));
  if (dropped) session.home.forget(name);
  return { dropped };
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { parent, document, reason, keptAt } = value as Partial<Kept>;
  return (
    typeof parent === 'string' &&
    (document as ArticleDocument | undefined)?.type === 'doc' &&
    typeof reason === 'string' &&
    typeof keptAt === 'string'
  );
}
