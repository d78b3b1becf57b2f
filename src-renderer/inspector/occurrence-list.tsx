import { Trash2 } from 'lucide-react';
import type { Claim, Occurrence } from '#contract/nouns.ts';
import { goTo } from '../app/place.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { formatShare } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Badge, Button, IconButton } from '../ui/index.ts';
import css from './inspector.module.css';
import { ShownText } from '../reading/shown-text.tsx';

const TONES = { exact: 'good', moved: 'accent', ambiguous: 'warning', orphaned: 'danger' } as const;

/** Where the claim stands: article, words with their surroundings, and how sure the place is. */
export function OccurrenceList(props: {
  readonly claim: Claim;
  readonly onGo: (occurrence: Occurrence) => void;
  readonly onClaimRemoved: () => void;
}) {
  const say = useWords('inspector');
  const word = useWords('words');
  const revisions = useWords('revisions');
  const articles = useQueryCall('listArticles', {}).data?.articles ?? [];
  const remove = useCommand('removeOccurrence');
  const titleOf = (id: string) => articles.find((article) => article.id === id)?.title ?? '';

  if (props.claim.occurrences.length === 0) return <p className={css['quiet']}>{say('noOccurrences')}</p>;
  return (
    <ul className={css['items']}>
      {props.claim.occurrences.map((occurrence) => (
        <li key={occurrence.id} className={css['item']}>
          <button
            type="button"
            className={css['passage']}
            title={say('goThere')}
            onClick={() => props.onGo(occurrence)}
          >
            <span className={css['source']}>
              {titleOf(occurrence.article)}
              {occurrence.page !== null && occurrence.state !== 'orphaned' && (
                <> · {say('page', { page: occurrence.page })}</>
              )}
            </span>
            <span className={css['context']}>
              {occurrence.prefix && <>…{occurrence.prefix}</>}
              <mark dir="auto">
                <ShownText text={occurrence.exact} />
              </mark>
              {occurrence.suffix && <>{occurrence.suffix}…</>}
            </span>
          </button>
          <div className={css['itemFoot']}>
            <Badge tone={TONES[occurrence.state]}>{word(`anchor.${occurrence.state}`)}</Badge>
            {occurrence.state !== 'orphaned' && (
              <span>{say('sure', { share: formatShare(occurrence.confidence) })}</span>
            )}
            {(occurrence.state === 'ambiguous' || occurrence.state === 'orphaned') && (
              <Button size="small" onPress={() => goTo('attention')}>
                {revisions('attention.find')}
              </Button>
            )}
            <span className={css['gap']} />
            <IconButton
              size="small"
              icon={Trash2}
              label={say('removeOccurrence')}
              onPress={() =>
                void remove.run({ id: occurrence.id }).then((done) => {
                  if (done?.claimRemoved) props.onClaimRemoved();
                })
              }
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
