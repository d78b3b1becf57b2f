import type { ReportCapture } from '#reports/input.ts';
import { readBlob, readText } from '#store/blobs.ts';
import { getCapture } from '#store/references.ts';
import { readOf, type Session } from './session.ts';

/** How the kept bytes stand, and the texts of archived copies, each read once. */
export type FileStates = {
  readonly stateOf: (sha256: string) => ReportCapture['state'];
  /** The text that was read out of an archived copy, if there is one and it is whole. */
  readonly textOf: (capture: string) => string | undefined;
};

const previewed = new WeakMap<Session, Map<string, ReportCapture['state']>>();

/**
 * @param isPreview remembers, from one look to the next, what was found: bytes behind a hash do not change under an
 * open project, and the report that is written at last checks them all once more.
 */
export function fileStates(session: Session, isPreview: boolean): FileStates {
  const states =
    (isPreview ? previewed.get(session) : undefined) ?? new Map<string, ReportCapture['state']>();
  if (isPreview) previewed.set(session, states);
  const texts = new Map<string, string | undefined>();
  return {
    stateOf: (sha256) => {
      const known = states.get(sha256);
      if (known !== undefined) return known;
      const state = read(session, sha256);
      if (state !== 'absent') states.set(sha256, state);
      return state;
    },
    textOf: (capture) => {
      if (!texts.has(capture)) texts.set(capture, textOf(session, capture));
      return texts.get(capture);
    },
  };
}

function read(session: Session, sha256: string): ReportCapture['state'] {
  try {
    readBlob(readOf(session), sha256);
    return 'unchanged';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'not-found' ? 'absent' : 'changed';
  }
}

function textOf(session: Session, capture: string): string | undefined {
  const db = readOf(session);
  const { text } = getCapture(db, capture);
  try {
    return text === null ? undefined : readText(db, text);
  } catch {
    return undefined;
  }
}
