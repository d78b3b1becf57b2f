import { useState } from 'react';
import { REDACTIONS, type Redaction } from '#domain/apart.ts';
import type { Input } from '#contract/index.ts';
import { closeDialog } from '../app/dialogs.ts';
import { place } from '../app/place.ts';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { download } from '../data/upload.ts';
import { formatBytes, formatList, formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Checkbox, Dialog, Select, TextField, toast } from '../ui/index.ts';
import css from './team.module.css';
import { Work } from './work.tsx';

const EVERYBODY = '*';
const JOB = 'pack-bundle';
type Lock = 'none' | 'people' | 'passphrase';

/** What a bundle is to hold, for whom, and what is held back; says what stays visible before anything is written. */
export function PackDialog() {
  const say = useWords('team');
  const project = useQueryCall('getProject', {}).data;
  const articles = useQueryCall('listArticles', {}).data?.articles ?? [];
  const keys = useQueryCall('listKeys', {}).data?.keys ?? [];
  const pack = useCommand('packBundle');
  const [mate, setMate] = useState<string>(EVERYBODY);
  const [scope, setScope] = useState<string>(EVERYBODY);
  const [redact, setRedact] = useState<readonly Redaction[]>([]);
  const [lock, setLock] = useState<Lock>('none');
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string>();

  const asked: Input<'previewPack'> = {
    ...(mate === EVERYBODY ? {} : { for: mate }),
    ...(scope === EVERYBODY ? {} : { articles: [scope] }),
    ...(redact.length === 0 ? {} : { redact: [...redact] }),
  };
  const preview = useQueryCall('previewPack', asked, { keepLast: true });
  const receivers = keys.filter((key) => key.canReceive && key.state === 'trusted');
  const mates = (project?.people ?? []).filter((person) => person.id !== project?.me.id);
  const open = articles.find((article) => article.id === place.get().article);

  const write = async () => {
    setError(undefined);
    try {
      const { bundle } = await pack.attempt({
        ...asked,
        job: JOB,
        ...(lock === 'people' ? { encryptTo: receivers.map((key) => key.person?.id ?? key.key) } : {}),
        ...(lock === 'passphrase' ? { passphrase } : {}),
      });
      download(`/file/${bundle.token}`, bundle.name);
      toast({ tone: 'good', text: say('pack.done', { name: bundle.name, size: formatBytes(bundle.bytes) }) });
      closeDialog();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };
  const isReady = lock === 'none' || (lock === 'people' ? receivers.length > 0 : passphrase.length > 0);
  const visible = preview.data?.visible;
  return (
    <Dialog
      title={say('pack.title')}
      size="wide"
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{say('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!isReady || preview.data?.acts === 0}
            isPending={pack.busy}
            onPress={() => void write()}
          >
            {say('pack.write')}
          </Button>
        </>
      }
    >
      <div className={css['fields']}>
        <Select
          label={say('pack.for')}
          value={mate}
          onChange={setMate}
          options={[
            { id: EVERYBODY, label: say('pack.forAll') },
            ...mates.map(({ id, name }) => ({ id, label: say('pack.forMate', { name }) })),
          ]}
        />
        <Select
          label={say('pack.scope')}
          value={scope}
          onChange={setScope}
          options={[
            { id: EVERYBODY, label: say('pack.whole') },
            ...(open ? [open] : []).concat(articles.filter((one) => one !== open)).map(({ id, title }) => ({
              id,
              label: title,
            })),
          ]}
        />
        <Select<Lock>
          label={say('pack.lock')}
          value={lock}
          onChange={setLock}
          options={[
            { id: 'none', label: say('pack.lock.none') },
            { id: 'people', label: say('pack.lock.people', { count: receivers.length }) },
            { id: 'passphrase', label: say('pack.lock.passphrase') },
          ]}
        />
        {lock === 'passphrase' && (
          <TextField
            label={say('passphrase')}
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            hint={say('pack.passphraseHint')}
          />
        )}
        {lock === 'people' && receivers.length === 0 && (
          <p className={css['warning']}>{say('pack.nobody')}</p>
        )}
      </div>
      <fieldset className={css['redactions']}>
        <legend>{say('pack.redact')}</legend>
        {REDACTIONS.map((kind) => (
          <Checkbox
            key={kind}
            isSelected={redact.includes(kind)}
            onChange={(on) =>
              setRedact((before) => (on ? [...before, kind] : before.filter((one) => one !== kind)))
            }
          >
            {say(`redact.${kind}`)}
          </Checkbox>
        ))}
      </fieldset>
      {preview.error && <p role="alert">{sentenceOf(preview.error)}</p>}
      {preview.data && visible && (
        <div role="status" className={css['preview']}>
          <p>
            {preview.data.acts === 0
              ? say('pack.nothing')
              : say('pack.holds', {
                  what: formatList([
                    say('merges.acts', { count: preview.data.acts }),
                    ...(preview.data.blobs > 0 ? [say('pack.files', { count: preview.data.blobs })] : []),
                  ]),
                  size: formatBytes(preview.data.bytes),
                })}
          </p>
          {visible.acts + visible.parts + visible.files > 0 && (
            <p className={css['warning']}>
              {say('pack.visible', {
                what: formatList([
                  ...(visible.acts > 0 ? [say('pack.visibleActs', { count: visible.acts })] : []),
                  ...(visible.parts > 0 ? [say('pack.visibleParts', { count: visible.parts })] : []),
                  ...(visible.files > 0 ? [say('pack.files', { count: visible.files })] : []),
                ]),
              })}{' '}
              {visible.people.length > 0 &&
                say('pack.visiblePeople', {
                  people: visible.people.join(', '),
                  from: visible.from ? formatTime(visible.from) : '',
                  to: visible.to ? formatTime(visible.to) : '',
                })}{' '}
              {visible.unsalted > 0 && say('pack.unsalted', { count: visible.unsalted })}
            </p>
          )}
        </div>
      )}
      {pack.busy && <Work job={JOB} label={say('pack.working')} />}
      {error && (
        <p className={css['warning']} role="alert">
          {error}
        </p>
      )}
    </Dialog>
  );
}
