import { useState } from 'react';
import type { Output } from '#contract/index.ts';
import type { KnownKey } from '#contract/exchange.ts';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Badge, Button, TextArea, toast } from '../ui/index.ts';
import css from './team.module.css';

const TONES = { own: 'plain', trusted: 'good', unknown: 'warning', revoked: 'danger' } as const;

/** The keys of the others, what is thought of them here, and a way to trust a new one after comparing. */
export function MateKeys() {
  const say = useWords('team');
  const keys = useQueryCall('listKeys', {}).data?.keys.filter((key) => key.state !== 'own') ?? [];
  return (
    <section className={css['section']} aria-labelledby="team-keys">
      <h3 id="team-keys">{say('keys.title')}</h3>
      {keys.length === 0 ? (
        <p className={css['soft']}>{say('keys.none')}</p>
      ) : (
        <ul className={css['rows']}>
          {keys.map((key) => (
            <KeyRow key={key.key} known={key} />
          ))}
        </ul>
      )}
      <AddCard />
    </section>
  );
}

function KeyRow({ known }: { readonly known: KnownKey }) {
  const say = useWords('team');
  const trust = useCommand('trustKey');
  const revoke = useCommand('revokeKey');
  const forget = useCommand('forgetKey');
  const name = known.person?.name || known.trustedAs || say('somebody');
  const { key } = known;
  return (
    <li>
      <span className={css['who']}>
        <b>{name}</b> <code>{known.fingerprint}</code>
        {known.contested && <span className={css['warning']}>{say('keys.contested')}</span>}
      </span>
      <Badge tone={TONES[known.state]}>{say(`keys.state.${known.state}`)}</Badge>
      <span className={css['deeds']}>
        {known.state === 'unknown' && (
          <Button
            size="small"
            isPending={trust.busy}
            aria-label={say('keys.trustOf', { name })}
            onPress={() => void trust.run({ key })}
          >
            {say('keys.trust')}
          </Button>
        )}
        {known.state === 'revoked' ? (
          <Button size="small" isPending={forget.busy} onPress={() => void forget.run({ key })}>
            {say('keys.forget')}
          </Button>
        ) : (
          <Button
            size="small"
            look="quiet"
            isPending={revoke.busy}
            aria-label={say('keys.revokeOf', { name })}
            onPress={() => void revoke.run({ key })}
          >
            {say('keys.revoke')}
          </Button>
        )}
      </span>
    </li>
  );
}

/** Reads a card and shows its fingerprint: only who has compared it trusts. */
function AddCard() {
  const say = useWords('team');
  const read = useCommand('readCard');
  const trust = useCommand('trustKey');
  const [text, setText] = useState('');
  const [card, setCard] = useState<Output<'readCard'>['card']>();
  const [error, setError] = useState<string>();

  const attempt = async (work: () => Promise<unknown>) => {
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };
  const change = (value: string) => {
    setText(value);
    setCard(undefined);
    setError(undefined);
  };
  return (
    <div className={css['form']}>
      <TextArea
        label={say('card.label')}
        hint={say('card.hint')}
        rows={2}
        value={text}
        error={error}
        onChange={change}
      />
      {card && (
        <p className={css['fingerprint']} role="status">
          <span className={css['label']}>{card.name}</span>
          <code>{card.fingerprint}</code>
          <span>{say('card.compare', { name: card.name })}</span>
        </p>
      )}
      <div className={css['row']}>
        {card ? (
          <Button
            size="small"
            look="primary"
            isPending={trust.busy}
            onPress={() =>
              void attempt(async () => {
                await trust.attempt({ card: text });
                toast({ tone: 'good', text: say('card.trusted', { name: card.name }) });
                change('');
              })
            }
          >
            {say('card.trust')}
          </Button>
        ) : (
          <Button
            size="small"
            isDisabled={text.trim() === ''}
            isPending={read.busy}
            onPress={() => void attempt(async () => setCard((await read.attempt({ card: text })).card))}
          >
            {say('card.read')}
          </Button>
        )}
      </div>
    </div>
  );
}
