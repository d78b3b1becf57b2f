import { useMemo } from 'react';
import { findHidden } from '#domain/find-hidden.ts';
import { codeName } from '#domain/hidden-characters.ts';
import { findLookAlikes } from '#domain/look-alikes.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Section } from '../inspector/section.tsx';
import css from './reading.module.css';

const MOST = 40;

/** How many characters of the article hide, and where those are that can deceive. */
export function HiddenSection(props: {
  readonly text: string;
  readonly onGo: (place: { readonly start: number; readonly end: number }) => void;
}) {
  const { text, onGo } = props;
  const say = useWords('reading');
  const hidden = useMemo(() => findHidden(text), [text]);
  const lookAlikes = useMemo(() => findLookAlikes(text), [text]);
  const dangers = hidden.filter((one) => one.level === 'danger');
  const count = (level: string) => formatNumber(hidden.filter((one) => one.level === level).length);
  const bad = dangers.length + lookAlikes.length;
  return (
    <Section name="invisible" title={say('invisible')} count={bad} startsFolded={bad === 0}>
      {hidden.length > 0 && (
        <p className={css['levels']}>
          {say('invisibleCounts', { danger: count('danger'), usual: count('usual'), faint: count('faint') })}
        </p>
      )}
      {bad === 0 && <p className={css['levels']}>{say('invisibleNone')}</p>}
      <ul className={css['quantities']}>
        {dangers.slice(0, MOST).map((one) => (
          <li key={one.start}>
            <button type="button" onClick={() => onGo(one)}>
              {one.name}, {codeName(one.code)}
              <small dir="auto">{around(text, one)}</small>
            </button>
          </li>
        ))}
        {lookAlikes.slice(0, MOST).map((one) => (
          <li key={`word ${one.start}`}>
            <button type="button" onClick={() => onGo(one)}>
              {say('mixedLetters', {
                letters: Array.from(one.letters).join(' '),
                scripts: one.scripts.join(' + '),
              })}
              {one.host !== undefined && ` ${say('realHost', { host: one.host })}`}
              <small dir="auto">{text.slice(one.start, one.end)}</small>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Some words around, with the characters that hide left out. */
function around(text: string, { start, end }: { start: number; end: number }): string {
  const before =
    text
      .slice(Math.max(0, start - 24), start)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(end, end + 24).split('\n')[0] ?? '';
  return `${before.replaceAll(/\p{Cf}/gu, '')}·${after.replaceAll(/\p{Cf}/gu, '')}`;
}
