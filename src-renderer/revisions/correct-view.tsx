import { PencilLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { usePlace } from '../app/place.ts';
import { Waiting } from '../app/waiting.tsx';
import { sentenceOf, useCaller } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { EmptyState } from '../ui/index.ts';
import { CorrectPane } from './correct-pane.tsx';
import type { Baseline } from './live-marks.ts';

/** Where a correction begins: what is taken once and then stays, whatever happens in the project meanwhile. */
export type Begun = {
  readonly title: string;
  readonly article: string;
  readonly language: string;
  readonly parent: string;
  readonly isNewest: boolean;
  readonly document: Output<'getArticle'>['document'];
  readonly baseline: Baseline;
  readonly kept: Output<'getCorrection'>['correction'];
};

/** *Correct the text*: the open article for writing, in a mode of its own. */
export default function CorrectView() {
  const say = useWords('revisions');
  const { article } = usePlace();
  if (article === null)
    return (
      <EmptyState icon={PencilLine} title={say('correct.noArticle')}>
        {say('correct.noArticleHint')}
      </EmptyState>
    );
  return <Begin key={article} id={article} />;
}

function Begin({ id }: { readonly id: string }) {
  const ask = useCaller();
  const [begun, setBegun] = useState<Begun | string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    begin(ask, id, stop.signal).then(
      (one) => {
        if (!stop.signal.aborted) setBegun(one);
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setBegun(sentenceOf(error));
      },
    );
    return () => stop.abort();
  }, [ask, id]);
  const say = useWords('app');
  if (begun === null) return <Waiting />;
  if (typeof begun === 'string') return <EmptyState title={say('failed')}>{begun}</EmptyState>;
  return <CorrectPane begun={begun} />;
}

async function begin(
  ask: ReturnType<typeof useCaller>,
  article: string,
  signal: AbortSignal,
): Promise<Begun> {
  const [newest, { correction }] = await Promise.all([
    ask('getArticle', { id: article }, signal),
    ask('getCorrection', { article }, signal),
  ]);
  const known = newest.revisions.some(({ id }) => id === correction?.parent);
  const kept = known ? correction : null;
  const parent = kept?.parent ?? newest.revision.id;
  const { before } = await ask('compareRevisions', { article, before: parent, after: parent }, signal);
  return {
    title: newest.article.title,
    article,
    language: newest.article.language,
    parent,
    isNewest: parent === newest.revision.id,
    document: (kept?.document as Begun['document'] | undefined) ?? newest.document,
    baseline: { text: before.text, marks: before.marks },
    kept,
  };
}
