import type { ReactNode } from 'react';

/** Text with its matching parts marked; `matches` holds starts and ends in turn. */
export function Highlighted({
  text,
  matches,
}: {
  readonly text: string;
  readonly matches: readonly number[];
}) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (let n = 0; n + 1 < matches.length; n += 2) {
    const start = Math.max(at, matches[n] ?? 0);
    const end = Math.min(text.length, matches[n + 1] ?? 0);
    if (end <= start) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
