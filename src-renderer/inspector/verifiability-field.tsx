import { useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Claim } from '#contract/nouns.ts';
import { REASONS, VERIFIABILITIES, type Verifiability } from '#domain/words.ts';
import { sentenceOf } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { cx, VerifiabilityShape } from '../ui/index.ts';
import { refuseDay } from './day.ts';
import type { EditClaim } from './edit-claim.ts';
import css from './inspector.module.css';
import { SavedSelect } from './saved-select.tsx';
import { SavedText } from './saved-text.tsx';

/** Whether a claim can be verified; where it cannot, why, and for a prediction from when on it can. */
export function VerifiabilityField({ claim, edit }: { readonly claim: Claim; readonly edit: EditClaim }) {
  const say = useWords('inspector');
  const word = useWords('words');
  const [error, setError] = useState<string>();
  const reasons = REASONS.map((id) => ({ id, label: word(`reason.${id}`) }));

  const choose = (value: Verifiability) => {
    setError(undefined);
    edit({ verifiability: value }).catch((failure: unknown) => setError(sentenceOf(failure)));
  };

  return (
    <>
      <RadioGroup
        className={cx(css['verifiability'])}
        value={claim.verifiability}
        onChange={(value) => choose(value as Verifiability)}
      >
        <Label className={cx(css['label'])}>{say('verifiability')}</Label>
        <div className={css['segments']}>
          {VERIFIABILITIES.map((value) => (
            <Radio key={value} value={value} className={cx(css['segment'])}>
              <VerifiabilityShape value={value} />
              <span>{word(`verifiability.${value}`)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {error && (
        <p className={css['error']} role="alert">
          {error}
        </p>
      )}
      {claim.verifiability === 'unverifiable' && (
        <div className={css['pair']}>
          <SavedSelect
            label={say('reason')}
            options={reasons}
            value={claim.reason}
            placeholder={say('noReason')}
            save={(reason) => edit({ reason })}
          />
          {claim.reason === 'prediction' && (
            <SavedText
              label={say('checkableOn')}
              value={claim.checkableOn}
              placeholder={word('datePattern')}
              refuse={(text) => refuseDay(text, say('dateForm'))}
              save={(checkableOn) => edit({ checkableOn })}
            />
          )}
        </div>
      )}
    </>
  );
}
