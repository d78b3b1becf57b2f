import { cells, type Intent } from '#domain/act.ts';
import { checkRichText, fromPlainText, type RichText } from '#domain/rich-text.ts';
import { DEFAULT_SCALE, ratingFrom, type Rating, type Scale } from '#domain/scale.ts';
import { CallError } from '#contract/kit.ts';
import type { verdicts } from '#contract/verdicts.ts';
import { getVerdict } from '#store/verdicts.ts';
import { listScales } from '#store/references.ts';
import { act, nowOf, readOf, whole, type Handlers, type Session } from './session.ts';

export const verdictHandlers: Handlers<keyof typeof verdicts> = {
  listScales: (session) => ({ scales: scalesOf(session) }),

  rateClaim: (session, asked) => {
    const claim = whole(session, 'claim', asked.claim);
    const scale = scaleOf(session, asked.scale);
    const rating = ratingFrom(asked.rating, scale);
    if (!rating) {
      const known = scale.ratings.map((one) => one.id).join(', ');
      throw new CallError('bad-input', `The scale has no rating “${asked.rating}”; choose one of ${known}.`);
    }
    const id = session.world.newId();
    const before = ownCurrent(session, claim);
    act(session, 'rateClaim', [
      ...cells('verdict', id, {
        present: 1,
        claim,
        scale: scale.id,
        rating: rating.id,
        justification: justificationOf(asked.justification),
        confidence: asked.confidence ?? null,
        known_as_of: asked.knownAsOf ?? '',
        person: session.me.id,
        at: nowOf(session),
        state: asked.final ? 'final' : 'draft',
        replaces: before ?? null,
      }),
      ...(asked.final ? correcting(session, claim, id, asked.why) : []),
    ]);
    return { verdict: getVerdict(readOf(session), id) };
  },

  finaliseVerdict: (session, asked) => {
    const id = whole(session, 'verdict', asked.id);
    const verdict = getVerdict(readOf(session), id);
    if (verdict.state === 'void')
      throw new CallError('refused', 'A void verdict cannot become final; give a new one.');
    act(session, 'finaliseVerdict', [
      ...cells('verdict', id, { state: 'final' }),
      ...correcting(session, verdict.claim, id, asked.why),
    ]);
    return { verdict: getVerdict(readOf(session), id) };
  },

  voidVerdict: (session, asked) => {
    const id = whole(session, 'verdict', asked.id);
    act(session, 'voidVerdict', cells('verdict', id, { state: 'void', why: asked.why }));
    return { verdict: getVerdict(readOf(session), id) };
  },
};

function scalesOf(session: Session): { id: string; name: string; ratings: Rating[] }[] {
  return listScales(readOf(session)).map((scale) => ({ ...scale, ratings: scale.ratings as Rating[] }));
}

function scaleOf(session: Session, id: string | undefined): Scale {
  const wanted = id === undefined ? DEFAULT_SCALE.id : whole(session, 'scale', id);
  return scalesOf(session).find((scale) => scale.id === wanted) ?? DEFAULT_SCALE;
}

function justificationOf(given: unknown): string | null {
  if (given === undefined) return null;
  let doc: RichText;
  try {
    doc = typeof given === 'string' ? fromPlainText(given) : checkRichText(given);
  } catch (error) {
    throw new CallError('bad-input', error instanceof Error ? error.message : String(error));
  }
  return JSON.stringify(doc);
}

function ownCurrent(session: Session, claim: string): string | undefined {
  return readOf(session).one<{ id: string }>(
    `select id from verdict where claim = ? and person = ? and present = 1 and state <> 'void' order by at desc, id desc limit 1`,
    claim,
    session.me.id,
  )?.id;
}

/** A claim has one final verdict: an earlier one stays in the history as corrected. */
function correcting(session: Session, claim: string, but: string, why: string | undefined): Intent[] {
  return readOf(session)
    .all<{ id: string }>(
      `select id from verdict where claim = ? and present = 1 and state = 'final' and id <> ?`,
      claim,
      but,
    )
    .flatMap(({ id }) => cells('verdict', id, { state: 'corrected', why }));
}
