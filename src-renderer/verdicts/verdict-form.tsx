import { lazy, Suspense, useState } from 'react';
import type { Claim } from '#contract/nouns.ts';
import type { RichText } from '#domain/rich-text.ts';
import { CONFIDENCES, type Confidence } from '#domain/words.ts';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Dialog, Keys, Select, Switch, TextArea, TextField } from '../ui/index.ts';
import { dayOf, refuseDay } from '../inspector/day.ts';
import { useFormKeys } from '../app/form-keys.ts';
import { RatingChoice } from './rating-choice.tsx';
import richText from './rich-text.module.css';
import css from './verdict-form.module.css';
import { ShownText } from '../reading/shown-text.tsx';

const JustificationEditor = lazy(() => import('./justification-editor.tsx'));
const NONE = 'none';

/** Gives a verdict on a claim. */
export function VerdictForm({ claim, onClose }: { readonly claim: Claim; readonly onClose: () => void }) {
  const say = useWords('verdicts');
  const word = useWords('words');
  const dateForm = useWords('inspector')('dateForm');
  const scale = useQueryCall('listScales', {}).data?.scales[0];
  const rate = useCommand('rateClaim');
  const [rating, setRating] = useState<string | null>(null);
  const [justification, setJustification] = useState<RichText | null>(null);
  const [confidence, setConfidence] = useState<Confidence | typeof NONE>(NONE);
  const [knownAsOf, setKnownAsOf] = useState(() => dayOf(new Date()));
  const [final, setFinal] = useState(false);
  const [why, setWhy] = useState('');
  const [error, setError] = useState<string>();
  const corrects = final && claim.verdicts.some((verdict) => verdict.final);
  const dayError = refuseDay(knownAsOf, dateForm);

  const save = () => {
    if (rating === null) return setError(say('noRating'));
    if (dayError !== undefined || scale === undefined || rate.busy) return undefined;
    setError(undefined);
    return rate
      .attempt({
        claim: claim.id,
        scale: scale.id,
        rating,
        confidence: confidence === NONE ? null : confidence,
        knownAsOf,
        final,
        ...(justification === null ? {} : { justification }),
        ...(corrects && why.trim() !== '' ? { why: why.trim() } : {}),
      })
      .then(onClose)
      .catch((failure: unknown) => setError(sentenceOf(failure)));
  };

  useFormKeys({
    digit: (n) => {
      const chosen = scale?.ratings[n - 1];
      if (chosen) setRating(chosen.id);
    },
    save: () => void save(),
  });

  const foot = (
    <>
      <p className={css['problem']} role="alert">
        {error}
      </p>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button look="primary" isPending={rate.busy} onPress={() => void save()}>
        {say('save')}
        <Keys keys="$mod+Enter" />
      </Button>
    </>
  );

  return (
    <Dialog title={say('rateClaim')} size="wide" onClose={onClose} foot={foot}>
      <div className={css['form']}>
        <p className={css['wording']} dir="auto">
          <ShownText text={claim.wording} />
        </p>
        <RatingChoice
          label={`${say('rating')}. ${say('ratingHint')}`}
          ratings={scale?.ratings ?? []}
          value={rating}
          onChange={(chosen) => {
            setRating(chosen);
            setError(undefined);
          }}
        />
        <div>
          <span className={richText['label']} aria-hidden>
            {say('justification')}
          </span>
          <Suspense fallback={<div className={richText['waiting']}>{say('loadingEditor')}</div>}>
            <JustificationEditor label={say('justification')} onChange={setJustification} />
          </Suspense>
        </div>
        <div className={css['pair']}>
          <Select
            label={say('confidence')}
            options={[
              { id: NONE, label: say('confidenceNone') },
              ...CONFIDENCES.map((id) => ({ id, label: word(`confidence.${id}`) })),
            ]}
            value={confidence}
            onChange={setConfidence}
          />
          <TextField
            label={say('knownAsOf')}
            hint={say('knownAsOfHint')}
            value={knownAsOf}
            onChange={setKnownAsOf}
            error={dayError}
          />
        </div>
        <Switch isSelected={final} onChange={setFinal}>
          {say('final')}
        </Switch>
        {corrects && (
          <TextArea label={say('why')} hint={say('finalCorrects')} rows={2} value={why} onChange={setWhy} />
        )}
      </div>
    </Dialog>
  );
}
