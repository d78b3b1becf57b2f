import { useState } from 'react';
import type { Claim, Verdict } from '#contract/nouns.ts';
import type { Node } from '#domain/document.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { formatDay, formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Badge, Button, Dialog, RatingBadge, TextArea } from '../ui/index.ts';
import { RichTextView } from '../verdicts/rich-text-view.tsx';
import css from './inspector.module.css';
import { isSave } from '../app/form-keys.ts';

const TONES = { draft: 'plain', final: 'good', corrected: 'warning', void: 'danger' } as const;

type Asking = { readonly kind: 'finalise' | 'void'; readonly verdict: Verdict };

/** The final verdict, what each reviewer holds now, and everything before it. */
export function VerdictList({ claim }: { readonly claim: Claim }) {
  const say = useWords('inspector');
  const finalise = useCommand('finaliseVerdict');
  const [asking, setAsking] = useState<Asking>();
  const final = claim.verdicts.find((verdict) => verdict.final);
  const current = claim.verdicts.filter((verdict) => verdict.current && verdict !== final);
  const earlier = claim.verdicts.filter((verdict) => verdict !== final && !current.includes(verdict));

  const ask = (kind: Asking['kind'], verdict: Verdict) => {
    // Without an earlier final verdict there is nothing to explain.
    if (kind === 'finalise' && !final) void finalise.run({ id: verdict.id });
    else setAsking({ kind, verdict });
  };
  const card = (verdict: Verdict) => <VerdictCard key={verdict.id} verdict={verdict} onAsk={ask} />;

  return (
    <>
      {claim.verdicts.length === 0 && <p className={css['quiet']}>{say('noVerdicts')}</p>}
      {final && (
        <ul className={css['items']} aria-label={say('finalVerdict')}>
          {card(final)}
        </ul>
      )}
      {current.length > 0 && (
        <ul className={css['items']} aria-label={say('currentVerdicts')}>
          {current.map(card)}
        </ul>
      )}
      {earlier.length > 0 && (
        <details className={css['earlier']}>
          <summary>{say('earlierVerdicts', { count: earlier.length })}</summary>
          <ul className={css['items']}>{earlier.map(card)}</ul>
        </details>
      )}
      {asking && <ReasonDialog asking={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function VerdictCard(props: {
  readonly verdict: Verdict;
  readonly onAsk: (kind: Asking['kind'], verdict: Verdict) => void;
}) {
  const { verdict, onAsk } = props;
  const say = useWords('inspector');
  const word = useWords('words');
  const isVoid = verdict.state === 'void';
  const about = [
    verdict.confidence && say('confidenceIs', { word: word(`confidence.${verdict.confidence}`) }),
    verdict.knownAsOf && say('knownAsOf', { day: formatDay(verdict.knownAsOf) }),
  ].filter(Boolean);
  return (
    <li className={css['item']} {...(isVoid ? { 'data-undone': true } : {})}>
      <div className={css['itemHead']}>
        <RatingBadge rating={verdict.rating} draft={verdict.state === 'draft'} />
        <span className={css['gap']} />
        <Badge tone={TONES[verdict.state]}>{word(`verdictState.${verdict.state}`)}</Badge>
      </div>
      {verdict.justification && <RichTextView doc={verdict.justification as Node} />}
      {about.length > 0 && <p className={css['quiet']}>{about.join(' · ')}</p>}
      {verdict.why !== '' && <p className={css['quiet']}>{say('why', { why: verdict.why })}</p>}
      <div className={css['itemFoot']}>
        <span>
          {verdict.person?.name ?? word('unknownPerson')} ·{' '}
          <time dateTime={verdict.at}>{formatTime(verdict.at)}</time>
        </span>
      </div>
      {!isVoid && (
        <div className={css['itemFoot']}>
          {!verdict.final && (
            <Button size="small" onPress={() => onAsk('finalise', verdict)}>
              {say('finalise')}
            </Button>
          )}
          <Button size="small" look="quiet" onPress={() => onAsk('void', verdict)}>
            {say('void')}
          </Button>
        </div>
      )}
    </li>
  );
}

function ReasonDialog({ asking, onClose }: { readonly asking: Asking; readonly onClose: () => void }) {
  const say = useWords('inspector');
  const finalise = useCommand('finaliseVerdict');
  const voided = useCommand('voidVerdict');
  const [why, setWhy] = useState('');
  const [error, setError] = useState<string>();
  const isVoid = asking.kind === 'void';
  const isReady = !isVoid || why.trim() !== '';

  const save = async () => {
    if (!isReady) return;
    const id = asking.verdict.id;
    const reason = why.trim();
    try {
      if (isVoid) await voided.attempt({ id, why: reason });
      else await finalise.attempt({ id, ...(reason === '' ? {} : { why: reason }) });
      onClose();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };

  return (
    <Dialog
      title={say(isVoid ? 'voidVerdict' : 'finaliseVerdict')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button look={isVoid ? 'danger' : 'primary'} isDisabled={!isReady} onPress={() => void save()}>
            {say(isVoid ? 'void' : 'finalise')}
          </Button>
        </>
      }
    >
      <TextArea
        label={say(isVoid ? 'voidWhy' : 'finaliseWhy')}
        hint={say(isVoid ? 'voidHelp' : 'finaliseHelp')}
        value={why}
        onChange={setWhy}
        error={error}
        autoFocus
        onKeyDown={(event) => {
          if (isSave(event)) void save();
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}
