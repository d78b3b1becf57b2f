import { Upload } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { CallError } from '#contract/error.ts';
import type { Capture } from '#contract/nouns.ts';
import { upload } from '../data/upload.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import type { PageOffer } from '../library/import-articles.ts';
import { PageChooser } from '../library/page-chooser.tsx';
import { Button, cx } from '../ui/index.ts';
import css from './references.module.css';

const TYPES = [
  '.pdf',
  '.html',
  '.htm',
  '.mht',
  '.mhtml',
  '.webarchive',
  '.warc',
  '.gz',
  '.wacz',
  '.eml',
  '.docx',
  '.odt',
  '.rtf',
  '.epub',
  '.txt',
  '.md',
  '.png',
  '.jpg',
  '.jpeg',
  '.gif',
  '.webp',
];

/** The pages that a refused archive offers, or undefined for a failure of another kind. */
function pagesOf(failure: unknown): readonly PageOffer[] | undefined {
  if (!(failure instanceof CallError) || failure.code !== 'ambiguous') return undefined;
  return (failure.detail as { pages?: readonly PageOffer[] } | undefined)?.pages;
}

/** A place to drop files on, or choose them, which are kept as copies of a reference. */
export function AddCapture(props: {
  readonly referenceId: string;
  readonly onAdded?: (capture: Capture) => void;
}) {
  const say = useWords('references');
  const imports = useWords('imports');
  const keep = useCommand('capture');
  const [isOver, setIsOver] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string>();
  /** The archive of which a page must be chosen, with the files that come after it. */
  const [ask, setAsk] = useState<{ files: readonly File[]; pages: readonly PageOffer[] }>();

  const add = async (files: readonly File[], page?: PageOffer) => {
    if (files.length === 0 || isBusy) return;
    setIsBusy(true);
    setError(undefined);
    let at = 0;
    try {
      for (const file of files) {
        // One after another, so that the copies keep the order of the files.
        // oxlint-disable-next-line no-await-in-loop
        const uploaded = await upload(file, file.name);
        // oxlint-disable-next-line no-await-in-loop
        const { capture } = await keep.attempt({
          reference: props.referenceId,
          upload: { ...uploaded, ...(page && at === 0 ? { page: String(page.number) } : {}) },
        });
        props.onAdded?.(capture);
        at++;
      }
    } catch (failure) {
      const pages = pagesOf(failure);
      if (pages) setAsk({ files: files.slice(at), pages });
      else setError(sentenceOf(failure));
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
      {ask && (
        <PageChooser
          name={ask.files[0]!.name}
          pages={ask.pages}
          isSingle
          action={imports('choose.keep')}
          onClose={() => setAsk(undefined)}
          onChoose={([page]) => {
            setAsk(undefined);
            if (page) void add(ask.files, page);
          }}
        />
      )}
    </div>
  );
}
