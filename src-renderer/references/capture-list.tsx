import { Download, FileText, Image, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Capture } from '#contract/nouns.ts';
import { CaptureDialog } from '../captures/capture-dialog.tsx';
import { useCommand } from '../data/use-call.ts';
import { formatBytes, formatDate } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { CopyButton } from '../inspector/copy-button.tsx';
import { Button, IconButton } from '../ui/index.ts';
import { AddCapture } from './add-capture.tsx';
import css from './references.module.css';

/** The archived copies of a reference, and a place to add more. */
export function CaptureList(props: { readonly referenceId: string; readonly captures: readonly Capture[] }) {
  const say = useWords('references');
  const [shown, setShown] = useState<string>();
  return (
    <>
      {props.captures.length === 0 && <p className={css['quiet']}>{say('noCaptures')}</p>}
      <ul className={css['cards']}>
        {props.captures.map((capture) => (
          <CaptureCard key={capture.id} capture={capture} onShow={() => setShown(capture.id)} />
        ))}
      </ul>
      <AddCapture referenceId={props.referenceId} />
      {shown !== undefined && <CaptureDialog captureId={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}

function CaptureCard({ capture, onShow }: { readonly capture: Capture; readonly onShow: () => void }) {
  const say = useWords('references');
  const word = useWords('words');
  const remove = useCommand('removeCapture');
  const Icon = capture.mediaType.startsWith('image/') ? Image : FileText;
  return (
    <li className={css['card']}>
      <div className={css['cardHead']}>
        <Icon size={15} aria-hidden />
        <b className={css['name']}>{capture.name}</b>
        <Button size="small" onPress={onShow}>
          {say('openCopy')}
        </Button>
        <a
          className={css['iconLink']}
          href={`/capture/${capture.id}`}
          download={capture.name}
          title={say('download')}
          aria-label={`${say('download')}: ${capture.name}`}
        >
          <Download size={15} aria-hidden />
        </a>
        <IconButton
          size="small"
          icon={Trash2}
          label={say('removeCopy')}
          onPress={() => void remove.run({ id: capture.id })}
        />
      </div>
      <p className={css['quiet']}>
        {capture.mediaType} · {formatBytes(capture.bytes)}
      </p>
      <p className={css['hash']}>
        <span className={css['quiet']}>{say('hash')}</span>
        <code title={capture.sha256}>{capture.sha256.slice(0, 12)}…</code>
        <CopyButton label={say('copyHash')} text={capture.sha256} />
      </p>
      <p className={css['quiet']}>
        {say('unchanged', {
          person: capture.capturedBy?.name ?? word('unknownPerson'),
          day: formatDate(capture.capturedAt),
        })}
      </p>
    </li>
  );
}
