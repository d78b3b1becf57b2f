/**
 * A hybrid logical clock as a value: the time is passed in, and a new clock comes back.
 * A stamp reads `2026-11-23T20:44:40.123Z-0001-<device>`; as text it sorts by time, counter, device.
 */
export type Stamp = string;

export type Clock = { readonly ms: number; readonly counter: number };

export const START: Clock = { ms: 0, counter: 0 };

/** The clock after one more local act at `now` (milliseconds since 1970). Never goes back, whatever the wall says. */
export function tick(clock: Clock, now: number): Clock {
  if (now > clock.ms) return { ms: now, counter: 0 };
  return clock.counter < 0xffff
    ? { ms: clock.ms, counter: clock.counter + 1 }
    : { ms: clock.ms + 1, counter: 0 };
}

/** How far ahead of our own time a foreign stamp may still move our clock. */
export const MAX_DRIFT_MS = 5 * 60_000;

/** The clock after seeing a foreign stamp. One far in the future is accepted as data but does not move our clock. */
export function witness(clock: Clock, stamp: Stamp, now: number): Clock {
  const seen = clockOf(stamp);
  if (seen === undefined || seen.ms > now + MAX_DRIFT_MS) return clock;
  if (seen.ms > clock.ms || (seen.ms === clock.ms && seen.counter > clock.counter)) return seen;
  return clock;
}

export function stampOf(clock: Clock, device: string): Stamp {
  return `${new Date(clock.ms).toISOString()}-${clock.counter.toString(16).padStart(4, '0')}-${device}`;
}

const SHAPE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)-([0-9a-f]{4})-(.{1,64})$/;

export function clockOf(stamp: Stamp): Clock | undefined {
  const parts = SHAPE.exec(stamp);
  if (!parts) return undefined;
  const ms = Date.parse(parts[1]!);
  return Number.isNaN(ms) ? undefined : { ms, counter: Number.parseInt(parts[2]!, 16) };
}

/** ISO 8601 in UTC. */
export function timeOf(stamp: Stamp): string {
  return stamp.slice(0, 24);
}
