import { useEffect, useRef, useState } from 'react';
import { AnnotationMode, getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
// The bundler gives the worker's own address, which the linter cannot know.
// oxlint-disable-next-line import/default
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useWords } from '../i18n/index.ts';
import css from './captures.module.css';

GlobalWorkerOptions.workerSrc = worker;

const WIDEST = 900;

/** The pages of a PDF, drawn from its bytes: no forms, no annotations, no scripts. */
export default function PdfPages(props: { readonly address: string; readonly page: number | undefined }) {
  const { address } = props;
  const say = useWords('references');
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    let opening: ReturnType<typeof getDocument> | undefined;
    const open = async () => {
      const response = await fetch(address, { signal: stop.signal });
      const data = new Uint8Array(await response.arrayBuffer());
      if (stop.signal.aborted) return;
      opening = getDocument({
        data,
        enableXfa: false,
        // the page's policy allows no WebAssembly
        useWasm: false,
        useSystemFonts: true,
        stopAtErrors: false,
      });
      setPdf(await opening.promise);
    };
    open().catch(() => {
      if (!stop.signal.aborted) setFailed(true);
    });
    return () => {
      stop.abort();
      void opening?.destroy();
    };
  }, [address]);

  if (failed) return <p className={css['note']}>{say('pdfUnreadable')}</p>;
  if (!pdf) return <p className={css['note']}>{say('pdfOpening')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css['pages']} role="region" aria-label={say('viewPages')} tabIndex={0}>
      {Array.from({ length: pdf.numPages }, (_, n) => (
        <PdfPage key={n + 1} pdf={pdf} number={n + 1} isWanted={props.page === n + 1} />
      ))}
    </div>
  );
}

function PdfPage(props: {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly isWanted: boolean;
}) {
  const { pdf, number, isWanted } = props;
  const say = useWords('references');
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(isWanted);

  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting)) setNear(true);
      },
      { rootMargin: '600px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    if (isWanted) holder.current?.scrollIntoView({ block: 'start' });
  }, [isWanted]);

  useEffect(() => {
    if (!near) return undefined;
    let isGone = false;
    let drawing: { cancel: () => void } | undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      const sheet = canvas.current;
      const width = Math.min(WIDEST, holder.current?.clientWidth ?? WIDEST);
      if (isGone || !sheet) return;
      const plain = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (width / plain.width) * devicePixelRatio });
      sheet.width = viewport.width;
      sheet.height = viewport.height;
      const task = page.render({ canvas: sheet, viewport, annotationMode: AnnotationMode.DISABLE });
      drawing = task;
      await task.promise;
    };
    // A page that cannot be drawn stays blank; its text is in the other tab.
    draw().catch(() => undefined);
    return () => {
      isGone = true;
      drawing?.cancel();
    };
  }, [near, number, pdf]);

  return (
    <div ref={holder} className={css['sheet']}>
      <canvas ref={canvas} role="img" aria-label={say('page', { number })} />
    </div>
  );
}
