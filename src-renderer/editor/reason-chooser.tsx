import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { REASONS, type Reason } from '#domain/words.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Keys } from '../ui/kbd.tsx';
import { TextField } from '../ui/text-field.tsx';
import css from './reason-chooser.module.css';

const DAY = /^\d{4}(-\d\d(-\d\d)?)?$/;

/**
 * Asks why a claim cannot be verified: a digit, or Enter for "no reason yet". A prediction may get the day from which
 * it can be checked. Everything by keyboard; Escape marks nothing.
 */
export function ReasonChooser(props: {
  readonly left: number;
  readonly top: number;
  readonly onChoose: (reason: Reason | undefined, checkableOn?: string) => void;
  readonly onCancel: () => void;
}) {
  const say = useWords('editor');
  const word = useWords('words');
  const box = useRef<HTMLDivElement>(null);
  const [asksDay, setAsksDay] = useState(false);
  const [day, setDay] = useState('');
  const [wrong, setWrong] = useState(false);

  useEffect(() => {
    box.current?.querySelector<HTMLElement>(asksDay ? 'input' : 'button')?.focus();
  }, [asksDay]);

  const choose = (reason: Reason) => {
    if (reason === 'prediction') setAsksDay(true);
    else props.onChoose(reason);
  };
  const choosePrediction = () => {
    if (day !== '' && !DAY.test(day)) setWrong(true);
    else props.onChoose('prediction', day === '' ? undefined : day);
  };

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onCancel();
    else if (event.key === 'Enter' && asksDay) choosePrediction();
    else if (!asksDay && /^(Digit|Numpad)[1-7]$/.test(event.code)) {
      choose(REASONS[Number(event.code.at(-1)) - 1]!);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const step = (by: 1 | -1) => {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons.at((at + by) % buttons.length)?.focus();
  };

  return (
    <div
      ref={box}
      role="dialog"
      tabIndex={-1}
      aria-label={say('whyUnverifiable')}
      className={css['chooser']}
      style={{ left: props.left, top: props.top }}
      onKeyDownCapture={press}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) props.onCancel();
      }}
    >
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
          <button type="button" className={css['reason']} onClick={() => props.onChoose(undefined)}>
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
