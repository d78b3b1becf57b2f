import { keysOf } from '../app/commands.ts';
import { formatNumber, formatShare } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { ReadingOptionsButton } from '../reading/reading-options.tsx';
import { Button } from '../ui/button.tsx';
import { Keys } from '../ui/kbd.tsx';
import { Meter } from '../ui/meter.tsx';
import css from './article-pane.module.css';
import type { Coverage } from './triage.ts';

/** How much of the article has been judged, and the way to what has not. */
export function TriageBar(props: {
  readonly coverage: Coverage;
  readonly words: number;
  readonly onNext: () => void;
}) {
  const say = useWords('editor');
  const { done, total } = props.coverage;
  const share = total === 0 ? 1 : done / total;
  const numbers = { done: formatNumber(done), count: total, total: formatNumber(total) };
  return (
    <div className={css['triage']}>
      <div className={css['coverage']}>
        <Meter bare label={say('coverage')} share={share} text={formatShare(share)} />
      </div>
      <span className={css['figures']}>
        {say('judged', numbers)} · {say('words', { count: props.words, words: formatNumber(props.words) })}
      </span>
      <ReadingOptionsButton />
      <Button size="small" onPress={props.onNext} isDisabled={done === total} preventFocusOnPress>
        {say('nextUnjudged')}
        <Keys keys={keysOf('next-unjudged') ?? ''} />
      </Button>
    </div>
  );
}
