import { FileText, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Claim, Evidence, Reference } from '#contract/nouns.ts';
import { STANCES } from '#domain/words.ts';
import { CaptureDialog } from '../captures/capture-dialog.tsx';
import { useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton } from '../ui/index.ts';
import { StanceIcon } from '../references/stance-icon.tsx';
import css from './inspector.module.css';
import { useReferenceList } from '../references/use-references.ts';

type List = {
  readonly claim: Claim;
  readonly onEdit: (evidence: Evidence) => void;
  readonly onOpenReference: ((id: string) => void) | undefined;
};

/** The evidence for and against a claim, by stance. */
export function EvidenceList({ claim, onEdit, onOpenReference }: List) {
  const say = useWords('inspector');
  const word = useWords('words');
  const references = useReferenceList();
  const [shown, setShown] = useState<Evidence>();

  if (claim.evidence.length === 0) return <p className={css['quiet']}>{say('noEvidence')}</p>;
  return (
    <>
      {STANCES.map((stance) => {
        const group = claim.evidence.filter((one) => one.stance === stance);
        if (group.length === 0) return null;
        return (
          <div key={stance} role="group" aria-label={word(`stance.${stance}`)}>
            <p className={css['stance']} data-stance={stance}>
              <StanceIcon stance={stance} />
              {word(`stance.${stance}`)}
              <span className={css['count']}>{group.length}</span>
            </p>
            <ul className={css['items']}>
              {group.map((evidence) => (
                <EvidenceCard
                  key={evidence.id}
                  evidence={evidence}
                  reference={references.find((one) => one.id === evidence.reference)}
                  onShow={() => setShown(evidence)}
                  onEdit={() => onEdit(evidence)}
                  onOpenReference={onOpenReference}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {shown?.capture && (
        <CaptureDialog captureId={shown.capture} place={shown.place} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}

function EvidenceCard(props: {
  readonly evidence: Evidence;
  readonly reference: Reference | undefined;
  readonly onShow: () => void;
  readonly onEdit: () => void;
  readonly onOpenReference: ((id: string) => void) | undefined;
}) {
  const { evidence, reference, onOpenReference } = props;
  const say = useWords('inspector');
  const remove = useCommand('removeEvidence');
  const isPlaced = evidence.capture !== null && evidence.place !== null;
  return (
    <li className={css['item']} data-stance={evidence.stance}>
      {evidence.quote !== '' &&
        (isPlaced ? (
          <button type="button" className={css['quote']} title={say('openQuote')} onClick={props.onShow}>
            {evidence.quote}
          </button>
        ) : (
          <blockquote className={css['quote']} title={say('unplaced')}>
            {evidence.quote}
          </blockquote>
        ))}
      {evidence.note !== '' && <p className={css['prose']}>{evidence.note}</p>}
      <p className={css['citation']}>
        {onOpenReference ? (
          <button
            type="button"
            className={css['wordingLink']}
            title={say('goReference')}
            onClick={() => onOpenReference(evidence.reference)}
          >
            {reference?.citation ?? '…'}
          </button>
        ) : (
          (reference?.citation ?? '…')
        )}
      </p>
      <div className={css['itemFoot']}>
        <span>{evidence.locator}</span>
        <span className={css['gap']} />
        {evidence.capture !== null && (
          <IconButton size="small" icon={FileText} label={say('openCapture')} onPress={props.onShow} />
        )}
        <IconButton size="small" icon={Pencil} label={say('editEvidence')} onPress={props.onEdit} />
        <IconButton
          size="small"
          icon={Trash2}
          label={say('removeEvidence')}
          onPress={() => void remove.run({ id: evidence.id })}
        />
      </div>
    </li>
  );
}
