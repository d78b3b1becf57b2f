import type { Claim, Conflict } from '#contract/nouns.ts';
import { useCommand } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { useShownValue } from '../team/use-shown-value.ts';
import { Button } from '../ui/index.ts';
import css from './inspector.module.css';

const FIELDS = [
  'wording',
  'claimant',
  'claimed_on',
  'claimed_where',
  'type',
  'types',
  'strategies',
  'country',
  'reported_by',
  'address',
  'cached_address',
  'check_address',
  'verifiability',
  'reason',
  'checkable_on',
  'status',
  'assignee',
  'priority',
  'parent',
  'quote',
  'stance',
  'note',
  'locator',
] as const;
type Field = (typeof FIELDS)[number];

const fieldOf = (conflict: Conflict): Field | 'other' =>
  FIELDS.find((field) => field === conflict.column) ?? 'other';

/** Cells that two people changed without having seen each other: both values, until somebody chooses. */
export function ConflictList({ claim }: { readonly claim: Claim }) {
  return claim.conflicts.map((conflict) => (
    <ConflictCard key={`${conflict.table}/${conflict.row}/${conflict.column}`} conflict={conflict} />
  ));
}

function ConflictCard({ conflict }: { readonly conflict: Conflict }) {
  const say = useWords('inspector');
  const word = useWords('words');
  const resolve = useCommand('settleConflict');
  const shown = useShownValue();
  const field = say(`field.${fieldOf(conflict)}`);
  return (
    <div className={css['conflict']} role="group" aria-label={say('conflict.title', { field })}>
      <p>
        <b>{say('conflict.title', { field })}</b>
      </p>
      <ul className={css['items']}>
        {conflict.values.map((one, take) => (
          <li key={one.stamp} className={css['alternative']}>
            <p className={css['prose']}>{shown(conflict.column, one.value)}</p>
            <div className={css['itemFoot']}>
              <span>
                {one.person?.name ?? word('unknownPerson')} ·{' '}
                <time dateTime={one.at}>{formatTime(one.at)}</time>
                {take === 0 && ` · ${say('conflict.here')}`}
              </span>
              <span className={css['gap']} />
              <Button
                size="small"
                isPending={resolve.busy}
                onPress={() => void resolve.run({ id: conflict.id, take })}
              >
                {say('conflict.choose')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
