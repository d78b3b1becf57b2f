import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { REASONS, type Reason } from '#domain/words.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Keys } from '../ui/kbd.tsx';
import { TextField } from '../ui/text-field.tsx';
import css from './reason-chooser.module.css';
import type { Place, Reader } from './reader.ts';
import { useKeys } from './use-keys.ts';

const DAY = /^\d{4}(-\d\d(-\d\d)?)?$/;

/**
 * Asks, at the place itself, why a claim cannot be verified: a digit, or Enter for "no reason yet". A prediction may
 * get the day from which it can be checked. Everything by keyboard; Escape marks nothing.
 */
export function ReasonChooser(props: {
  readonly reader: Reader;
  readonly place: Place;
  readonly onChoose: (reason: Reason | undefined, checkableOn?: string) => void;
  readonly onCancel: () => void;
}) {
  const { reader, place, onChoose, onCancel } = props;
  const say = useWords('editor');
  const word = useWords('words');
  const box = useRef<HTMLDivElement>(null);
  const [asksDay, setAsksDay] = useState(false);
  const [day, setDay] = useState('');
  const [wrong, setWrong] = useState(false);

  useLayoutEffect(() => {
    if (box.current) putBeside(box.current, reader, place);
  }, [reader, place, asksDay]);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>(asksDay ? 'input' : 'button')?.focus({ preventScroll: true });
  }, [asksDay]);

  useEffect(() => {
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget instanceof Node && !box.current?.contains(event.relatedTarget)) onCancel();
    };
    const element = box.current;
    element?.addEventListener('focusout', leave);
    return () => element?.removeEventListener('focusout', leave);
  }, [onCancel]);

  const choose = (reason: Reason) => {
    if (reason === 'prediction') setAsksDay(true);
    else onChoose(reason);
  };
  const choosePrediction = () => {
    if (day !== '' && !DAY.test(day)) setWrong(true);
    else onChoose('prediction', day === '' ? undefined : day);
  };
  const step = (by: 1 | -1) => {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons.at((at + by) % buttons.length)?.focus();
  };

  useKeys(box, (event) => {
    if (event.key === 'Escape') onCancel();
    else if (asksDay) {
      if (event.key !== 'Enter') return false;
      choosePrediction();
    } else if (/^(Digit|Numpad)[1-7]$/.test(event.code)) choose(REASONS[Number(event.code.at(-1)) - 1]!);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else return false;
    return true;
  });

  return (
    <div ref={box} role="dialog" tabIndex={-1} aria-label={say('whyUnverifiable')} className={css['chooser']}>
      {asksDay ? (
        <div className={css['day']}>
          <TextField
            label={say('checkableOn')}
            hint={say('dayHint')}
            value={day}
            onChange={(value) => {
              setDay(value.trim());
              setWrong(false);
            }}
            error={wrong ? say('dayWrong') : undefined}
          />
          <Button look="primary" onPress={choosePrediction}>
            {say('markPrediction')}
          </Button>
        </div>
      ) : (
        <>
          <p className={css['title']}>{say('whyUnverifiable')}</p>
          <button type="button" className={css['reason']} onClick={() => onChoose(undefined)}>
            <span>{say('noReasonYet')}</span>
            <Keys keys="Enter" />
          </button>
          {REASONS.map((reason, i) => (
            <button key={reason} type="button" className={css['reason']} onClick={() => choose(reason)}>
              <span>{word(`reason.${reason}`)}</span>
              <Keys keys={`Digit${i + 1}`} />
            </button>
          ))}
        </>
      )}
    </div>
  );
}

const GAP = 8;

/** Puts a box under the end of a place, or above it where there is no room below. */
function putBeside(box: HTMLElement, reader: Reader, place: Place): void {
  const frame = box.offsetParent?.getBoundingClientRect();
  if (!frame) return;
  const line = reader.boxAt(place.end);
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = line.bottom - frame.top + GAP;
  const above = reader.boxAt(place.start).top - frame.top - GAP - height;
  const top = below + height <= frame.height ? below : Math.max(GAP, above);
  const left = Math.max(GAP, Math.min(line.left - frame.left - width / 4, frame.width - width - 3 * GAP));
  box.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
}
