import { envelopeText, type Act } from '#domain/act.ts';
import { sha256 } from '#store/hash.ts';
import { broken } from './zip.ts';

/**
 * Acts as JSON lines: one line for the envelope, then, where they are given, one for the payload's exact text and one for
 * each part that stands apart. Hashes that follow from the rest are left out: they would not compress.
 */
type Line = {
  readonly device: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly person: string;
  /** Only where the line before it is not the act before it. */
  readonly previous?: string | null;
  /** Only where the payload is withheld. */
  readonly payload?: string;
  /** How many lines of content follow. */
  readonly lines: number;
};

/** @param before the act on the line before, if any */
export function linesOf(act: Act, before: Act | undefined): string {
  const line: Line = {
    device: act.device,
    sequence: act.sequence,
    stamp: act.stamp,
    person: act.person,
    ...(before !== undefined && follows(act.device, act.sequence, before) && before.hash === act.previous
      ? {}
      : { previous: act.previous }),
    ...(act.body === null ? { payload: act.payload } : {}),
    lines: act.body === null ? 0 : 1 + act.apart.length,
  };
  return [JSON.stringify(line), ...(act.body === null ? [] : [act.body, ...act.apart]), ''].join('\n');
}

function follows(device: string, sequence: number, before: Pick<Act, 'device' | 'sequence'>): boolean {
  return before.device === device && before.sequence === sequence - 1;
}

const HASH = /^[0-9a-f]{64}$/;

/** Reads a file of lines. Every hash is computed, none is believed; what does not fit together is refused. */
export function actsIn(text: string, project: string, before: Act | undefined): Act[] {
  const acts: Act[] = [];
  let last = before;
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    if (end < 0) throw broken('a line of it is cut off');
    const line = lineIn(text.slice(at, end));
    at = end + 1;
    const contents: string[] = [];
    for (let n = 0; n < line.lines; n += 1) {
      const stop = text.indexOf('\n', at);
      if (stop < 0) throw broken('a line of it is cut off');
      contents.push(text.slice(at, stop));
      at = stop + 1;
    }
    const [body = null, ...apart] = contents;
    if (line.previous === undefined && !(last && follows(line.device, line.sequence, last)))
      throw broken('its acts are out of order');
    const envelope = {
      project,
      device: line.device,
      sequence: line.sequence,
      previous: line.previous === undefined ? last!.hash : line.previous,
      stamp: line.stamp,
      person: line.person,
      payload: body === null ? line.payload! : sha256(body),
    };
    for (const part of apart)
      if (!body!.includes(sha256(part))) throw broken('a part of an act is not its own');
    last = { ...envelope, hash: sha256(envelopeText(envelope)), body, apart };
    acts.push(last);
  }
  return acts;
}

function lineIn(text: string): Line {
  let line: Partial<Line> | null = null;
  try {
    line = JSON.parse(text) as Partial<Line> | null;
  } catch {
    // told below
  }
  const sound =
    typeof line?.device === 'string' &&
    isName(line.device) &&
    typeof line.person === 'string' &&
    isName(line.person) &&
    typeof line.stamp === 'string' &&
    STAMP.test(line.stamp) &&
    line.stamp.endsWith(`-${line.device}`) &&
    Number.isSafeInteger(line.sequence) &&
    line.sequence! > 0 &&
    Number.isSafeInteger(line.lines) &&
    line.lines! >= 0 &&
    (line.lines === 0) === (typeof line.payload === 'string' && HASH.test(line.payload)) &&
    (line.previous === undefined || (line.previous === null) === (line.sequence === 1)) &&
    (typeof line.previous !== 'string' || HASH.test(line.previous));
  if (!sound) throw broken('a line of it cannot be read');
  return line as Line;
}

const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-f]{4}-.{1,64}$/;

/** What SQLite keeps as it is: well-formed, without NUL, of the length of an id. */
function isName(text: string): boolean {
  return text.length > 0 && text.length <= 64 && text.isWellFormed() && !text.includes('\0');
}
