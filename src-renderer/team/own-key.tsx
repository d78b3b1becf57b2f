import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#contract/index.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Button, TextField, toast } from '../ui/index.ts';
import css from './team.module.css';

/** One's own key: the fingerprint to compare, the card to hand over, the passphrase. */
export function OwnKey({ identity }: { readonly identity: Output<'getIdentity'>['identity'] }) {
  const say = useWords('team');
  const protect = useCommand('protectKey');
  const unlock = useCommand('unlockKey');
  const [given, setGiven] = useState<string>();
  const [error, setError] = useState<string>();
  const hasPassphrase = identity.protection === 'passphrase';

  const submit = async () => {
    if (given === undefined || given === '') return;
    setError(undefined);
    try {
      if (identity.locked) await unlock.attempt({ passphrase: given });
      else if (hasPassphrase) await protect.attempt({ passphrase: null, current: given });
      else await protect.attempt({ passphrase: given });
      setGiven(undefined);
      toast({ tone: 'good', text: say(identity.locked ? 'key.unlocked' : 'key.saved') });
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };

  const label = identity.locked ? 'key.unlock' : hasPassphrase ? 'key.takeAway' : 'key.protect';
  return (
    <section className={css['section']} aria-labelledby="team-own-key">
      <h3 id="team-own-key">{say('key.own')}</h3>
      <p>{say('key.explain')}</p>
      <p className={css['fingerprint']}>
        <span className={css['label']}>{identity.name}</span>
        <code>{identity.fingerprint}</code>
      </p>
      <div className={css['row']}>
        <Button
          size="small"
          icon={Copy}
          onPress={() =>
            void navigator.clipboard
              .writeText(identity.card)
              .then(() => toast({ tone: 'plain', text: say('key.copied') }))
              .catch((failure: unknown) => toast({ tone: 'danger', text: sentenceOf(failure) }))
          }
        >
          {say('key.copyCard')}
        </Button>
        <span className={css['soft']}>{say(`key.protection.${identity.protection}`)}</span>
        {given === undefined ? (
          <Button size="small" onPress={() => setGiven('')}>
            {say(label)}
          </Button>
        ) : (
          <form
            className={css['row']}
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <TextField
              label={say('passphrase')}
              hideLabel
              type="password"
              placeholder={say('passphrase')}
              value={given}
              error={error}
              onChange={setGiven}
              autoFocus
            />
            <Button size="small" type="submit" look="primary" isPending={protect.busy || unlock.busy}>
              {say(label)}
            </Button>
            <Button size="small" look="quiet" onPress={() => setGiven(undefined)}>
              {say('cancel')}
            </Button>
          </form>
        )}
      </div>
    </section>
  );
}
