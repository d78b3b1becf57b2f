import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Rating } from '#contract/nouns.ts';
import { cx, Keys, RatingBadge } from '../ui/index.ts';
import { useFocusChosen } from '../ui/use-focus-chosen.ts';
import css from './verdict-form.module.css';

/** The ratings of a scale, each by its icon, colour, word and digit; the first has the focus as they are shown. */
export function RatingChoice(props: {
  readonly label: string;
  readonly ratings: readonly Rating[];
  readonly value: string | null;
  readonly onChange: (rating: string) => void;
}) {
  const group = useFocusChosen(props.value);
  return (
    <RadioGroup ref={group} className={cx(css['ratings'])} value={props.value} onChange={props.onChange}>
      <Label className={cx(css['label'])}>{props.label}</Label>
      <div className={css['grid']}>
        {props.ratings.map((rating, n) => (
          <Radio key={rating.id} value={rating.id} autoFocus={n === 0} className={cx(css['rating'])}>
            <RatingBadge rating={rating.id} />
            {n < 9 && (
              <span aria-hidden>
                <Keys keys={`Digit${n + 1}`} />
              </span>
            )}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
