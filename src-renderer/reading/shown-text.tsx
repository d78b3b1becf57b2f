import { useMemo, type ReactNode } from 'react';
import { findHidden } from '#domain/find-hidden.ts';
import { codeName } from '#domain/hidden-characters.ts';
import { findLookAlikes } from '#domain/look-alikes.ts';
import './hidden-marks.css';

/**
 * A title, quote, name or address as it is, kept from reordering what stands around it, with a sign at each character
 * that can deceive and the real host beside a look-alike one. What is copied is what was there.
 */
export function ShownText({ text }: { readonly text: string }): ReactNode {
  const marks = useMemo(() => marksOf(text), [text]);
  if (marks.length === 0) return <bdi>{text}</bdi>;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, attributes } of marks) {
    parts.push(text.slice(at, start));
    parts.push(
      <span key={start} {...attributes}>
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return <bdi>{parts}</bdi>;
}

function marksOf(text: string) {
  const dangers = findHidden(text)
    .filter((one) => one.level === 'danger')
    .map(({ start, end, sign, name, code }) => ({
      start,
      end,
      attributes: {
        className: 'hidden-mark hidden-sign hidden-danger',
        'data-sign': sign,
        title: `${name}, ${codeName(code)}`,
      },
    }));
  const hosts = findLookAlikes(text).map(({ start, end, host, letters }) => ({
    start,
    end,
    attributes: {
      className: host === undefined ? 'look-alike' : 'look-alike look-alike-host',
      title: Array.from(letters).join(' '),
      ...(host === undefined ? {} : { 'data-host': host }),
    },
  }));
  let last = 0;
  return [...dangers, ...hosts]
    .toSorted((a, b) => a.start - b.start)
    .filter((one) => {
      const isFree = one.start >= last;
      if (isFree) last = one.end;
      return isFree;
    });
}
