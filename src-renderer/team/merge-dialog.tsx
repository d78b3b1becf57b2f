import { useEffect, useRef, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { closeDialog } from '../app/dialogs.ts';
import { goTo } from '../app/place.ts';
import { putBundle, type Uploaded } from '../data/upload.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Dialog, TextField, toast } from '../ui/index.ts';
import { MergeReport } from './merge-report.tsx';
import css from './team.module.css';
import { Work } from './work.tsx';

const JOB = 'merge-bundles';

/** Shows what bundles of team mates would change before anything is written, and then merges them. */
export function MergeDialog() {
  const say = useWords('team');
  const merge = useCommand('mergeBundles');
  const [bundles, setBundles] = useState<readonly Uploaded[]>([]);
  const [report, setReport] = useState<Output<'mergeBundles'>>();
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string>();
  const [isReading, setReading] = useState(false);
  const latest = useRef(0);
  const file = useRef<HTMLInputElement>(null);

  const asked = (given: readonly Uploaded[]) => ({
    bundles: [...given],
    job: JOB,
    ...(passphrase === '' ? {} : { passphrase }),
  });
  /** Only the answer to what was asked last is shown. */
  const preview = async (files: readonly File[], already: readonly Uploaded[]) => {
    const turn = ++latest.current;
    setError(undefined);
    setReading(true);
    try {
      const given =
        files.length > 0 ? await Promise.all(files.map((one) => putBundle(one, one.name))) : already;
      if (turn !== latest.current) return;
      setBundles(given);
      const found = await merge.attempt({ ...asked(given), dryRun: true });
      if (turn === latest.current) setReport(found);
    } catch (failure) {
      if (turn === latest.current) setError(sentenceOf(failure));
    } finally {
      if (turn === latest.current) setReading(false);
    }
  };
  useEffect(() => file.current?.click(), []);

  const write = async () => {
    setError(undefined);
    try {
      const done = await merge.attempt(asked(bundles));
      toast({ tone: 'good', text: say('merge.done', { count: done.acts.new }) });
      closeDialog();
      if (done.conflicts.length > 0) goTo('conflicts');
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };
  const isUnderPassphrase = report?.refused.some(({ error: { message } }) => /passphrase/i.test(message));
  return (
    <Dialog
      title={say('merge.title')}
      size="wide"
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{say('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!report || report.acts.new + report.files.new === 0}
            isPending={merge.busy && !isReading}
            onPress={() => void write()}
          >
            {say('merge.write')}
          </Button>
        </>
      }
    >
      <input
        ref={file}
        className="unseen"
        type="file"
        multiple
        accept=".assaypack"
        aria-label={say('merge.choose')}
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void preview(files, []);
        }}
      />
      <div className={css['row']}>
        <Button onPress={() => file.current?.click()}>{say('merge.choose')}</Button>
        <span className={css['soft']}>
          {bundles.length === 0 ? say('merge.hint') : bundles.map(({ name }) => name).join(', ')}
        </span>
      </div>
      {isUnderPassphrase && (
        <form
          className={css['row']}
          onSubmit={(event) => {
            event.preventDefault();
            void preview([], bundles);
          }}
        >
          <TextField label={say('passphrase')} type="password" value={passphrase} onChange={setPassphrase} />
          <Button type="submit">{say('merge.again')}</Button>
        </form>
      )}
      {merge.busy && <Work job={JOB} label={say('merge.working')} />}
      {error && (
        <p className={css['warning']} role="alert">
          {error}
        </p>
      )}
      {report && <MergeReport report={report} />}
    </Dialog>
  );
}
