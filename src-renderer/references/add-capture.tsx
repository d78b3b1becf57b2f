import { Upload } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { Capture } from '#contract/nouns.ts';
import { upload } from '../data/upload.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Button, cx } from '../ui/index.ts';
import css from './references.module.css';

const TYPES = ['.pdf', '.html', '.htm', '.txt', '.md', '.png', '.jpg', '.jpeg', '.gif', '.webp'];

/** A place to drop files on, or choose them, which are kept as copies of a reference. */
export function AddCapture(props: {
  readonly referenceId: string;
  readonly onAdded?: (capture: Capture) => void;
}) {
  const say = useWords('references');
  const keep = useCommand('capture');
  const [isOver, setIsOver] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string>();

  const add = async (files: readonly File[]) => {
    if (files.length === 0 || isBusy) return;
    setIsBusy(true);
    setError(undefined);
    try {
      for (const file of files) {
        // One after another, so that the copies keep the order of the files.
        // oxlint-disable-next-line no-await-in-loop
        const uploaded = await upload(file, file.name);
        // oxlint-disable-next-line no-await-in-loop
        const { capture } = await keep.attempt({ reference: props.referenceId, upload: uploaded });
        props.onAdded?.(capture);
      }
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setIsBusy(false);
  };

  return (
    <div
      className={cx(css['drop'], isOver && css['over'])}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setIsOver(false);
        void add([...event.dataTransfer.files]);
      }}
    >
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={TYPES}
        onSelect={(files) => void add(files ? [...files] : [])}
      >
        <Button size="small" icon={Upload} isDisabled={isBusy}>
          {say('addCopy')}
        </Button>
      </FileTrigger>
      <span className={error ? css['problem'] : css['quiet']} aria-live="polite">
        {error ?? say(isBusy ? 'adding' : 'dropCopy')}
      </span>
    </div>
  );
}
