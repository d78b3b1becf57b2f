import { Download } from 'lucide-react';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import type { QuotePlace } from '#contract/nouns.ts';
import { findQuote } from '#domain/selector.ts';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Tabs, TextField } from '../ui/index.ts';
import { CaptureText } from './capture-text.tsx';
import css from './captures.module.css';
import { passageOf, type Line, type Passage } from './page-of.ts';

const PdfPages = lazy(() => import('./pdf-pages.tsx'));

const IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

type Viewer = {
  readonly captureId: string;
  /** A passage to go to. */
  readonly place?: QuotePlace | null;
  /** Offered on a selected passage. */
  readonly onUse?: (passage: Passage) => void;
};

/** Shows an archived copy inertly: its text, a PDF's pages drawn from bytes, or a picture. Never live HTML. */
export default function CaptureViewer({ captureId, place, onUse }: Viewer) {
  const say = useWords('references');
  const { data, error } = useQueryCall('readCapture', { id: captureId });
  const [view, setView] = useState<'text' | 'pages'>('text');
  if (error) {
    return (
      <p className={css['note']} role="alert">
        {sentenceOf(error)}
      </p>
    );
  }
  if (!data) return <p className={css['note']}>{say('captureOpening')}</p>;

  const address = `/capture/${captureId}`;
  const { capture, text } = data;
  const reading = <Reading name={capture.name} text={text} place={place ?? null} onUse={onUse} />;
  if (IMAGES.has(capture.mediaType)) {
    return (
      <Framed name={capture.name} address={address}>
        <div className={css['picture']}>
          <img src={address} alt={capture.name} />
        </div>
      </Framed>
    );
  }
  if (capture.mediaType === 'application/pdf') {
    const pages = (
      <Suspense fallback={<p className={css['note']}>{say('pdfOpening')}</p>}>
        <PdfPages address={address} page={place?.page} />
      </Suspense>
    );
    return (
      <Framed name={capture.name} address={address}>
        <Tabs
          label={capture.name}
          value={text === '' ? 'pages' : view}
          onChange={setView}
          tabs={[
            { id: 'text', label: say('viewText'), content: text === '' ? <NoText /> : reading },
            { id: 'pages', label: say('viewPages'), content: pages },
          ]}
        />
      </Framed>
    );
  }
  return (
    <Framed name={capture.name} address={address}>
      {text === '' ? <NoText /> : reading}
    </Framed>
  );
}

function NoText() {
  const say = useWords('references');
  return <p className={css['note']}>{say('noText')}</p>;
}

function Framed(props: { readonly name: string; readonly address: string; readonly children: ReactNode }) {
  const say = useWords('references');
  return (
    <div className={css['viewer']}>
      <div className={css['viewerHead']}>
        <b>{props.name}</b>
        <a href={props.address} download={props.name} className={css['download']}>
          <Download size={14} aria-hidden />
          {say('download')}
        </a>
      </div>
      <div className={css['viewerBody']}>{props.children}</div>
    </div>
  );
}

function Reading(props: {
  readonly name: string;
  readonly text: string;
  readonly place: QuotePlace | null;
  readonly onUse: ((passage: Passage) => void) | undefined;
}) {
  const { text, place, onUse } = props;
  const say = useWords('references');
  const [selected, setSelected] = useState<Line>();
  const [found, setFound] = useState<Line>();
  const passage = useMemo(() => selected && passageOf(text, selected.start, selected.end), [selected, text]);
  const use = () => {
    if (passage && onUse) onUse(passage);
  };
  return (
    <>
      <FindBar text={text} onFound={setFound} />
      <CaptureText
        name={props.name}
        text={text}
        highlight={place ?? undefined}
        found={found}
        selected={selected}
        onSelect={setSelected}
        onEnter={use}
      />
      {onUse && (
        <div className={css['useBar']}>
          <p className={css['chosen']} aria-live="polite">
            {passage ? say('chosenPassage', { quote: passage.quote }) : say('selectHint')}
          </p>
          <Button look="primary" isDisabled={!passage} onPress={use}>
            {say('useAsQuote')}
          </Button>
        </div>
      )}
    </>
  );
}

function FindBar({ text, onFound }: { readonly text: string; readonly onFound: (span: Line) => void }) {
  const say = useWords('references');
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(-1);
  const places = useMemo(
    () => (wanted.trim().length < 2 ? [] : findQuote(text, { quote: wanted.trim() })),
    [text, wanted],
  );
  const step = (by: number) => {
    if (places.length === 0) return;
    const next = (at + by + places.length) % places.length;
    setAt(next);
    const place = places[next];
    if (place) onFound({ start: place.start, end: place.end });
  };
  return (
    <div className={css['findBar']}>
      <TextField
        label={say('findInCopy')}
        hideLabel
        placeholder={say('findInCopy')}
        value={wanted}
        onChange={(next) => {
          setWanted(next);
          setAt(-1);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else event.continuePropagation();
        }}
      />
      <span className={css['found']} aria-live="polite">
        {wanted.trim().length < 2
          ? ''
          : at < 0
            ? say('foundPlaces', { count: places.length })
            : `${formatNumber(at + 1)} / ${formatNumber(places.length)}`}
      </span>
      <Button size="small" isDisabled={places.length === 0} onPress={() => step(1)}>
        {say('findNext')}
      </Button>
    </div>
  );
}
