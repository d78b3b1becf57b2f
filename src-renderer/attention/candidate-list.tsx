import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { Needed } from '#contract/revisions.ts';
import { formatShare } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { cx } from '../ui/index.ts';
import css from './attention-view.module.css';

type Candidate = Needed['candidates'][number];

/** The places that may be meant, in their surroundings: an arrow key chooses, Enter or a click attaches. */
export function CandidateList(props: {
  readonly candidates: readonly Candidate[];
  readonly onChoose: (candidate: Candidate) => void;
}) {
  const say = useWords('revisions');
  return (
    <ListBox
      aria-label={say('attention.candidates')}
      className={cx(css['candidates'])}
      selectionMode="none"
      autoFocus={false}
      onAction={(key) => {
        const chosen = props.candidates.find((one) => keyOf(one) === key);
        if (chosen) props.onChoose(chosen);
      }}
    >
      {props.candidates.map((one) => (
        <ListBoxItem key={keyOf(one)} id={keyOf(one)} textValue={one.exact} className={cx(css['candidate'])}>
          <span>
            …{one.before}
            <mark>{one.exact}</mark>
            {one.after}…
          </span>
          <span className={css['likeness']}>
            {say('attention.likeness', { share: formatShare(one.confidence) })}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

function keyOf({ start, end }: Candidate): string {
  return `${start}-${end}`;
}
