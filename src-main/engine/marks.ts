import { cells, type Intent } from '#domain/act.ts';
import type { Reason, Verifiability } from '#domain/words.ts';
import { getOccurrence } from '#store/occurrences.ts';
import { newestText } from './articles.ts';
import { claimOf, reasonOf } from './claims.ts';
import { act, nowOf, readOf, whole, type Handlers, type Session } from './session.ts';
import { selectorOf, spanOf, trimmed, type Span } from './spans.ts';

export const markHandlers: Handlers<'mark' | 'markSentences' | 'moveOccurrence' | 'removeOccurrence'> = {
  mark: (session, asked) => {
    const article = whole(session, 'article', asked.article);
    const { revision, text } = newestText(session, article);
    const span = spanOf(text, asked);
    const existing = asked.claim === undefined ? undefined : whole(session, 'claim', asked.claim);
    const claim = existing ?? session.world.newId();
    const occurrence = session.world.newId();
    act(session, 'mark', [
      ...(existing === undefined ? claimCells(session, claim, text.slice(span.start, span.end), asked) : []),
      ...occurrenceCells(session, { id: occurrence, claim, article, revision }, text, span),
    ]);
    return { claim: claimOf(session, claim), occurrence: getOccurrence(readOf(session), occurrence) };
  },

  markSentences: (session, asked) => {
    const article = whole(session, 'article', asked.article);
    const { revision, text } = newestText(session, article);
    const made = asked.spans.map((given) => {
      const span = trimmed(text, given);
      const claim = session.world.newId();
      const id = session.world.newId();
      const changes = [
        ...claimCells(session, claim, text.slice(span.start, span.end), asked),
        ...occurrenceCells(session, { id, claim, article, revision }, text, span),
      ];
      return { claim, id, changes };
    });
    act(
      session,
      'markSentences',
      made.flatMap((one) => one.changes),
    );
    return {
      claims: made.map((one) => one.claim),
      occurrences: made.map((one) => getOccurrence(readOf(session), one.id)),
    };
  },

  moveOccurrence: (session, asked) => {
    const id = whole(session, 'occurrence', asked.id);
    const { article } = getOccurrence(readOf(session), id);
    const { revision, text } = newestText(session, article);
    const span = trimmed(text, asked);
    act(
      session,
      'moveOccurrence',
      cells('occurrence', id, { ...selectorOf(text, span), revision, state: 'exact', confidence: 1 }),
    );
    return { occurrence: getOccurrence(readOf(session), id) };
  },

  removeOccurrence: (session, asked) => {
    const id = whole(session, 'occurrence', asked.id);
    const claim = claimOf(session, getOccurrence(readOf(session), id).claim);
    const hangs = claim.evidence.length + claim.verdicts.length + claim.comments.length;
    const claimRemoved = claim.occurrences.length === 1 && hangs === 0;
    act(session, 'removeOccurrence', [
      ...cells('occurrence', id, { present: 0 }),
      ...(claimRemoved ? cells('claim', claim.id, { present: 0 }) : []),
    ]);
    return { claimRemoved };
  },
};

type Judged = { as: Verifiability; reason?: Reason | undefined; checkableOn?: string | undefined };

function claimCells(session: Session, id: string, wording: string, judged: Judged): Intent[] {
  return cells('claim', id, {
    present: 1,
    wording: wording.replaceAll(/\s+/g, ' '),
    verifiability: judged.as,
    reason: reasonOf(judged.as, judged.reason ?? null, judged.reason !== undefined),
    checkable_on: judged.checkableOn ?? '',
    status: judged.as === 'not-a-claim' ? 'done' : 'open',
    priority: 'normal',
    made_at: nowOf(session),
    made_by: session.me.id,
  });
}

function occurrenceCells(
  session: Session,
  about: { id: string; claim: string; article: string; revision: string },
  text: string,
  span: Span,
): Intent[] {
  const { id, ...where } = about;
  return cells('occurrence', id, {
    present: 1,
    ...where,
    ...selectorOf(text, span),
    state: 'exact',
    confidence: 1,
    made_at: nowOf(session),
    made_by: session.me.id,
  });
}
