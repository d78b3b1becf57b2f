import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { STANCES, type Stance } from '#domain/words.ts';
import { useWords } from '../i18n/index.ts';
import { cx, Keys } from '../ui/index.ts';
import { useFocusChosen } from '../ui/use-focus-chosen.ts';
import css from './references.module.css';
import { StanceIcon } from './stance-icon.tsx';

/** What a piece of evidence does to the claim; digits 1 to 4 choose where no text is typed. */
export function StanceChoice(props: {
  readonly value: Stance | null;
  readonly onChange: (stance: Stance) => void;
  /** Whether this is the next thing to do when it appears. */
  readonly autoFocus?: boolean;
}) {
  const say = useWords('references');
  const word = useWords('words');
  const group = useFocusChosen(props.value);
  return (
    <RadioGroup
      ref={group}
      className={cx(css['stances'])}
      value={props.value}
      onChange={(value) => props.onChange(value as Stance)}
    >
      <Label className={cx(css['label'])}>{say('link.stance')}</Label>
      <div className={css['stanceGrid']}>
        {STANCES.map((stance, n) => (
          <Radio
            key={stance}
            value={stance}
            className={cx(css['stance'])}
            autoFocus={props.autoFocus === true && stance === (props.value ?? STANCES[0])}
          >
            <StanceIcon stance={stance} />
            <span>{word(`stance.${stance}`)}</span>
            <span className={css['digit']} aria-hidden>
              <Keys keys={`Digit${n + 1}`} />
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
