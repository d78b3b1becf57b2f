import { runCommand } from '../app/commands.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import css from './correct-pane.module.css';

/** Offers the correction again that was left unsaved. */
export function KeptOffer({ article }: { readonly article: string }) {
  const say = useWords('revisions');
  const { data, refetch } = useQueryCall('getCorrection', { article });
  const drop = useCommand('dropCorrection');
  if (!data?.correction) return null;
  return (
    <div className={css['offer']} role="status">
      <span>{say('kept.offer', { time: formatTime(data.correction.keptAt) })}</span>
      <Button size="small" look="quiet" onPress={() => void drop.run({ article }).then(() => refetch())}>
        {say('throw.do')}
      </Button>
      <Button size="small" onPress={() => runCommand('correct-text')}>
        {say('kept.continue')}
      </Button>
    </div>
  );
}
