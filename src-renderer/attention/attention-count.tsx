import { TriangleAlert } from 'lucide-react';
import { runCommand } from '../app/commands.ts';
import { useWords } from '../i18n/index.ts';

/** In the status bar: how many marks wait for a person, and the way to them. */
export function AttentionCount({
  count,
  className,
}: {
  readonly count: number;
  readonly className?: string;
}) {
  const say = useWords('revisions');
  if (count === 0) return null;
  return (
    <button type="button" className={className} onClick={() => runCommand('go-attention')}>
      <TriangleAlert size={13} aria-hidden />
      {say('attention.status', { count })}
    </button>
  );
}
