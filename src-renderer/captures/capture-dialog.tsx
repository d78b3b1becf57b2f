import { lazy, Suspense } from 'react';
import type { QuotePlace } from '#contract/nouns.ts';
import { useWords } from '../i18n/index.ts';
import { Dialog } from '../ui/index.ts';
import css from './captures.module.css';

export const LazyCaptureViewer = lazy(() => import('./capture-viewer.tsx'));

/** An archived copy in a dialog, open at a quote's place. */
export function CaptureDialog(props: {
  readonly captureId: string;
  readonly place?: QuotePlace | null;
  readonly onClose: () => void;
}) {
  const say = useWords('references');
  return (
    <Dialog title={say('archivedCopy')} size="full" onClose={props.onClose}>
      <div className={css['inDialog']}>
        <Suspense fallback={<p className={css['note']}>{say('captureOpening')}</p>}>
          <LazyCaptureViewer captureId={props.captureId} place={props.place ?? null} />
        </Suspense>
      </div>
    </Dialog>
  );
}
