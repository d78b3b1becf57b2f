import { Plus } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Reference } from '#contract/nouns.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { Button, TextField } from '../ui/index.ts';
import { addressFrom } from './csl-form.ts';
import css from './references.module.css';
import { matching } from './search-references.ts';
import { useReferences } from './use-references.ts';

const MOST = 30;

/** Finds a reference by words, or adds the address that was pasted. */
export function ReferenceChooser(props: {
  readonly chosen: Reference | undefined;
  readonly onChoose: (reference: Reference | undefined) => void;
}) {
  const { chosen, onChoose } = props;
  const say = useWords('references');
  const { data } = useReferences();
  const add = useCommand('addReferences');
  const tell = useLanguage();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const wanted = useDeferredValue(text);
  const found = useMemo(() => matching(data?.references ?? [], wanted).slice(0, MOST), [data, wanted]);
  const address = addressFrom(text);
  const isKnown = (data?.references ?? []).some((one) => one.csl.URL === address);

  const addAddress = () => {
    if (address === undefined) return;
    setError(undefined);
    add
      .attempt({ url: address, tell })
      .then(({ references: [added] }) => onChoose(added))
      .catch((failure: unknown) => setError(sentenceOf(failure)));
  };

  if (chosen) {
    return (
      <div>
        <span className={css['label']}>{say('link.reference')}</span>
        <div className={css['chosenReference']}>
          <p>{chosen.citation}</p>
          <Button size="small" onPress={() => onChoose(undefined)}>
            {say('link.change')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={css['chooser']}>
      <TextField
        label={say('link.reference')}
        placeholder={say('link.find')}
        autoFocus
        value={text}
        onChange={setText}
        error={error}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') event.continuePropagation();
          else if (address !== undefined && !isKnown) addAddress();
          else if (found[0]) onChoose(found[0]);
        }}
      />
      <ul className={css['choices']} aria-label={say('list')}>
        {address !== undefined && !isKnown && (
          <li>
            <Button size="small" icon={Plus} isPending={add.busy} onPress={addAddress}>
              {say('link.addAddress')}
            </Button>
          </li>
        )}
        {found.map((reference) => (
          <li key={reference.id}>
            <button type="button" className={css['choiceButton']} onClick={() => onChoose(reference)}>
              {reference.citation}
            </button>
          </li>
        ))}
        {data && found.length === 0 && address === undefined && (
          <li className={css['quiet']}>{say('link.none')}</li>
        )}
      </ul>
    </div>
  );
}
