import { stretchesOf } from '#domain/anchor/stretches.ts';
import type { Asked, Output } from '#contract/index.ts';
import { textOf } from '#store/articles.ts';
import { marksOn } from '#store/marks-on.ts';
import { revisionOf } from './revision-of.ts';
import { readOf, whole, type Session } from './session.ts';
import { CallError } from '#contract/kit.ts';

export function compareRevisions(
  session: Session,
  asked: Asked<'compareRevisions'>,
): Output<'compareRevisions'> {
  const article = whole(session, 'article', asked.article);
  const [before, after] = [asked.before, asked.after].map((given) => {
    const revision = revisionOf(session, whole(session, 'revision', given));
    if (revision.article !== article)
      throw new CallError('not-found', `The revision ${given} belongs to another article.`);
    const db = readOf(session);
    return { revision, text: textOf(db, revision.id).text, marks: marksOn(db, article, revision.id) };
  });
  return { before: before!, after: after!, stretches: stretchesOf(before!.text, after!.text) };
}
