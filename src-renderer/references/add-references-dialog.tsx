import { Upload } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { Input, Output } from '#contract/index.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { useFormKeys } from '../app/form-keys.ts';
import { Button, Dialog, Keys, Tabs, TextArea, TextField } from '../ui/index.ts';
import { CslFieldsForm, fieldsHold } from './csl-fields-form.tsx';
import { NO_FIELDS, withFields, type CslFields } from './csl-form.ts';
import { FORMATS, formatOf } from './reference-format.ts';
import css from './references.module.css';

type Way = 'address' | 'form' | 'file';
type Added = Output<'addReferences'>;

/** Adds references: by address alone, by form, or from BibTeX, RIS or CSL-JSON. */
export function AddReferencesDialog(props: {
  readonly onClose: () => void;
  readonly onAdded?: (references: Added['references']) => void;
}) {
  const say = useWords('references');
  const add = useCommand('addReferences');
  const tell = useLanguage();
  const [way, setWay] = useState<Way>('address');
  const [address, setAddress] = useState('');
  const [title, setTitle] = useState('');
  const [fields, setFields] = useState<CslFields>(NO_FIELDS);
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [added, setAdded] = useState<Added>();
  const format = formatOf(text);

  const asked = (): Input<'addReferences'> | undefined => {
    if (way === 'address') {
      const url = address.trim();
      return url === '' ? undefined : { url, ...(title.trim() === '' ? {} : { title: title.trim() }) };
    }
    if (way === 'form') {
      const isNamed = fields.title.trim() !== '' || fields.url.trim() !== '';
      return isNamed && fieldsHold(fields) ? { csl: withFields({ type: fields.type }, fields) } : undefined;
    }
    return format && { [format]: text };
  };

  const save = async () => {
    const input = asked();
    if (!input || add.busy || added) return;
    setError(undefined);
    try {
      const done = await add.attempt({ ...input, tell });
      props.onAdded?.(done.references);
      if (done.failed.length === 0 && way !== 'file') props.onClose();
      else setAdded(done);
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };

  useFormKeys({ save: () => void save() });
  const onEnter = (event: { readonly key: string; readonly continuePropagation: () => void }) => {
    if (event.key === 'Enter') void save();
    else event.continuePropagation();
  };

  const take = async (file: File | undefined) => {
    if (file) setText(await file.text());
  };

  const again = () => {
    setAdded(undefined);
    setText('');
  };

  if (added) return <AddedDialog added={added} onClose={props.onClose} onMore={again} />;
  return (
    <Dialog
      title={say('add.title')}
      size="wide"
      onClose={props.onClose}
      foot={
        <>
          <p className={css['problem']} role="alert">
            {error}
          </p>
          <Button onPress={props.onClose}>{say('add.cancel')}</Button>
          <Button look="primary" isDisabled={!asked() || add.busy} onPress={() => void save()}>
            {say('add.add')}
            <Keys keys="$mod+Enter" />
          </Button>
        </>
      }
    >
      <div className={css['ways']}>
        <Tabs
          label={say('add.ways')}
          value={way}
          onChange={setWay}
          tabs={[
            {
              id: 'address',
              label: say('add.address'),
              content: (
                <div className={css['form']}>
                  <TextField
                    label={say('add.url')}
                    hint={say('add.urlHint')}
                    autoFocus
                    placeholder="https://"
                    value={address}
                    onChange={setAddress}
                    onKeyDown={onEnter}
                  />
                  <TextField
                    label={say('add.urlTitle')}
                    value={title}
                    onChange={setTitle}
                    onKeyDown={onEnter}
                  />
                </div>
              ),
            },
            {
              id: 'form',
              label: say('add.form'),
              content: <CslFieldsForm fields={fields} onChange={setFields} isFirstFocused />,
            },
            {
              id: 'file',
              label: say('add.file'),
              content: (
                <div
                  className={css['form']}
                  onDragOver={(event: DragEvent) => event.preventDefault()}
                  onDrop={(event: DragEvent) => {
                    event.preventDefault();
                    void take(event.dataTransfer.files[0]);
                  }}
                >
                  <TextArea
                    label={say('add.paste')}
                    hint={say('add.pasteHint')}
                    rows={10}
                    value={text}
                    onChange={setText}
                  />
                  <div className={css['row']}>
                    <FileTrigger
                      acceptedFileTypes={['.bib', '.bibtex', '.ris', '.json', '.txt']}
                      onSelect={(files) => void take(files?.[0])}
                    >
                      <Button icon={Upload}>{say('add.choose')}</Button>
                    </FileTrigger>
                    <span className={css['quiet']} aria-live="polite">
                      {format
                        ? say('add.format', { format: FORMATS[format] })
                        : text.trim() === ''
                          ? ''
                          : say('add.unknown')}
                    </span>
                  </div>
                </div>
              ),
            },
          ]}
        />
      </div>
    </Dialog>
  );
}

function AddedDialog(props: {
  readonly added: Added;
  readonly onClose: () => void;
  readonly onMore: () => void;
}) {
  const say = useWords('references');
  const { references, failed } = props.added;
  return (
    <Dialog
      title={say('add.title')}
      size="wide"
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onMore}>{say('add.more')}</Button>
          <Button look="primary" autoFocus onPress={props.onClose}>
            {say('add.done')}
          </Button>
        </>
      }
    >
      <p role="status">
        <b>{say('add.added', { count: references.length })}</b>
      </p>
      <ul className={css['list']}>
        {references.map((reference) => (
          <li key={reference.id}>{reference.citation}</li>
        ))}
      </ul>
      {failed.length > 0 && (
        <>
          <p>
            <b>{say('add.failed', { count: failed.length })}</b>
          </p>
          <ul className={css['list']}>
            {failed.map((one) => (
              <li key={one.source + one.error.message}>
                <code>{one.source}</code>
                <p className={css['problem']}>{sentenceOf(one.error)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
