import { CornerLeftUp, X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { Claim } from '#contract/nouns.ts';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Dialog, IconButton, TextField } from '../ui/index.ts';
import type { EditClaim } from './edit-claim.ts';
import css from './inspector.module.css';

type Family = {
  readonly claim: Claim;
  readonly parts: readonly { readonly id: string; readonly wording: string }[];
  readonly edit: EditClaim;
  readonly onSelectClaim: (id: string) => void;
};

/** The claim of which this one is a part, and the claims into which it was taken apart. */
export function FamilyField({ claim, parts, edit, onSelectClaim }: Family) {
  const say = useWords('inspector');
  const [choosing, setChoosing] = useState(false);
  const parent = useQueryCall(
    'getClaim',
    { id: claim.parent ?? '-' },
    { enabled: claim.parent !== null },
  ).data;

  return (
    <div className={css['family']}>
      <span className={css['label']}>{say('parent')}</span>
      {claim.parent === null ? (
        <Button look="plain" size="small" icon={CornerLeftUp} onPress={() => setChoosing(true)}>
          {say('chooseParent')}
        </Button>
      ) : (
        <div className={css['relative']}>
          <button
            type="button"
            className={css['wordingLink']}
            onClick={() => claim.parent !== null && onSelectClaim(claim.parent)}
          >
            {parent?.claim.wording ?? '…'}
          </button>
          <IconButton
            size="small"
            icon={X}
            label={say('clearParent')}
            onPress={() => void edit({ parent: null })}
          />
        </div>
      )}
      {parts.length > 0 && (
        <>
          <span className={css['label']}>{say('children')}</span>
          <ul className={css['relatives']}>
            {parts.map((part) => (
              <li key={part.id}>
                <button type="button" className={css['wordingLink']} onClick={() => onSelectClaim(part.id)}>
                  {part.wording}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {choosing && (
        <ParentDialog
          claim={claim}
          onClose={() => setChoosing(false)}
          onChoose={async (parentId) => {
            await edit({ parent: parentId });
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

function ParentDialog(props: {
  readonly claim: Claim;
  readonly onClose: () => void;
  readonly onChoose: (id: string) => Promise<void>;
}) {
  const say = useWords('inspector');
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const query = useDeferredValue(text.trim());
  const { data } = useQueryCall(
    'search',
    { query, in: 'claims', limit: 20 },
    { enabled: query !== '', keepLast: true },
  );
  const hits = query === '' ? [] : (data?.hits ?? []).filter((hit) => hit.id !== props.claim.id);

  return (
    <Dialog title={say('parent')} onClose={props.onClose}>
      <TextField label={say('findParent')} value={text} onChange={setText} autoFocus error={error} />
      <ul className={css['hits']}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <button
              type="button"
              className={css['wordingLink']}
              onClick={() =>
                void props.onChoose(hit.id).catch((failure: unknown) => setError(sentenceOf(failure)))
              }
            >
              {hit.title}
            </button>
          </li>
        ))}
        {query !== '' && data && hits.length === 0 && <li className={css['quiet']}>{say('parentNone')}</li>}
      </ul>
    </Dialog>
  );
}
