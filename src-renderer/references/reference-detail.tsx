import { Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { Evidence, Reference } from '#contract/nouns.ts';
import { REFERENCE_KINDS } from '#domain/words.ts';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { SavedSelect } from '../inspector/saved-select.tsx';
import { SavedText } from '../inspector/saved-text.tsx';
import { Section } from '../inspector/section.tsx';
import { Button, IconButton, toast } from '../ui/index.ts';
import { CaptureList } from './capture-list.tsx';
import { CslFieldsForm, fieldsHold } from './csl-fields-form.tsx';
import { fieldsOf, withFields, type CslFields } from './csl-form.ts';
import css from './references.module.css';
import { StanceIcon } from './stance-icon.tsx';
import { ShownText } from '../reading/shown-text.tsx';

/** One reference: what it is, its archived copies, and the claims it speaks to. */
export function ReferenceDetail(props: {
  readonly id: string;
  readonly onClose: () => void;
  readonly onGoToClaim: (claim: string) => void;
}) {
  const say = useWords('references');
  const { data, error } = useQueryCall(
    'getReference',
    { id: props.id, tell: useLanguage() },
    { keepLast: true },
  );
  const remove = useCommand('removeReference');
  if (error) return <p className={css['centred']}>{sentenceOf(error)}</p>;
  if (!data) return <p className={css['centred']}>{say('loading')}</p>;
  const { reference, evidence } = data;
  return (
    <div className={css['detail']}>
      <header className={css['detailHead']}>
        <h2>
          <ShownText text={reference.citation} />
        </h2>
        <IconButton
          size="small"
          icon={Trash2}
          label={say(evidence.length > 0 ? 'removeUsed' : 'remove')}
          onPress={() =>
            void remove.run({ id: reference.id }).then((done) => {
              if (done) props.onClose();
            })
          }
        />
        <IconButton size="small" icon={X} label={say('close')} onPress={props.onClose} />
      </header>
      <Section name="reference-captures" title={say('archived')} count={reference.captures.length}>
        <CaptureList referenceId={reference.id} captures={reference.captures} />
      </Section>
      <Section name="reference-evidence" title={say('usedBy')} count={evidence.length}>
        {evidence.length === 0 && <p className={css['quiet']}>{say('unused')}</p>}
        <ul className={css['cards']}>
          {evidence.map((one) => (
            <Use key={one.id} evidence={one} onGo={() => props.onGoToClaim(one.claim)} />
          ))}
        </ul>
      </Section>
      <Section name="reference-details" title={say('details')}>
        <Standing reference={reference} />
        <CslEditor key={reference.id} reference={reference} />
      </Section>
    </div>
  );
}

function Use({ evidence, onGo }: { readonly evidence: Evidence; readonly onGo: () => void }) {
  const say = useWords('references');
  const word = useWords('words');
  const { data } = useQueryCall('getClaim', { id: evidence.claim });
  return (
    <li className={css['card']}>
      <p className={css['stanceLine']}>
        <StanceIcon stance={evidence.stance} />
        {word(`stance.${evidence.stance}`)}
        {evidence.locator !== '' && <span className={css['quiet']}>{evidence.locator}</span>}
      </p>
      <button type="button" className={css['claimLink']} title={say('goClaim')} onClick={onGo}>
        {data?.claim.wording ?? '…'}
      </button>
      {evidence.quote !== '' && (
        <blockquote className={css['quote']} dir="auto">
          <ShownText text={evidence.quote} />
        </blockquote>
      )}
    </li>
  );
}

/** How near the source is to the event, and with which others it shares its origin. */
function Standing({ reference }: { readonly reference: Reference }) {
  const say = useWords('references');
  const word = useWords('words');
  const { attempt } = useCommand('editReference');
  const { id } = reference;
  return (
    <div className={css['pair']}>
      <SavedSelect
        label={say('kind')}
        options={REFERENCE_KINDS.map((kind) => ({ id: kind, label: word(`kind.${kind}`) }))}
        value={reference.kind}
        save={(kind) => attempt({ id, kind })}
      />
      <SavedText
        key={id}
        label={say('origin')}
        value={reference.origin}
        save={(origin) => attempt({ id, origin })}
      />
      <p className={css['quiet']}>{say('kindHint')}</p>
      <p className={css['quiet']}>{say('originHint')}</p>
    </div>
  );
}

function CslEditor({ reference }: { readonly reference: Reference }) {
  const say = useWords('references');
  const { attempt, busy } = useCommand('editReference');
  const [draft, setDraft] = useState<CslFields>();
  const [error, setError] = useState<string>();
  const fields = draft ?? fieldsOf(reference.csl);
  const isNamed = fields.title.trim() !== '' || fields.url.trim() !== '';

  const save = () => {
    setError(undefined);
    attempt({ id: reference.id, csl: withFields(reference.csl, fields) })
      .then(() => {
        setDraft(undefined);
        toast({ tone: 'good', text: say('saved') });
      })
      .catch((failure: unknown) => setError(sentenceOf(failure)));
  };

  return (
    <>
      <CslFieldsForm fields={fields} onChange={setDraft} />
      <div className={css['row']}>
        <p className={css['problem']} role="alert">
          {error ?? (isNamed ? '' : say('form.titleOrAddress'))}
        </p>
        <Button isDisabled={!draft} look="quiet" onPress={() => setDraft(undefined)}>
          {say('revert')}
        </Button>
        <Button look="primary" isDisabled={!draft || busy || !isNamed || !fieldsHold(fields)} onPress={save}>
          {say('save')}
        </Button>
      </div>
    </>
  );
}
