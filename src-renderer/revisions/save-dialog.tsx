import { useEffect, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { ANCHOR_STATES } from '#domain/words.ts';
import { isText, useRemembered } from '../app/remembered.ts';
import { sentenceOf, useCaller, useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Badge, Button, Dialog, TextField, toast } from '../ui/index.ts';
import type { Begun } from './correct-view.tsx';
import css from './correct-pane.module.css';
import { countStates, sayCounts, type Counts } from './follow-counts.ts';

const TONES = { exact: 'good', moved: 'accent', ambiguous: 'warning', orphaned: 'danger' } as const;

/** Asks for the reason, and says before anything is saved where the marks will be. */
export function SaveDialog(props: {
  readonly begun: Begun;
  readonly document: Output<'getArticle'>['document'];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  const { begun, document, onClose, onSaved } = props;
  const say = useWords('revisions');
  const app = useWords('app');
  const ask = useCaller();
  const revise = useCommand('reviseArticle');
  const [reason, setReason] = useRemembered('revision-reason', '', isText);
  const [preview, setPreview] = useState<{ counts: Counts; changed: boolean } | null>(null);
  const [error, setError] = useState<string>();
  const { article, parent } = begun;
  useEffect(() => {
    const stop = new AbortController();
    ask('previewRevision', { id: article, parent, document }, stop.signal).then(
      ({ occurrences, changed }) => setPreview({ counts: countStates(occurrences), changed }),
      (failure: unknown) => {
        if (!stop.signal.aborted) setError(sentenceOf(failure));
      },
    );
    return () => stop.abort();
  }, [ask, article, parent, document]);

  const canSave = preview?.changed === true && !revise.busy;
  const save = () => {
    if (!canSave) return;
    revise.attempt({ id: article, parent, document, reason: reason.trim() }).then(
      ({ occurrences }) => {
        const counts = countStates(occurrences);
        const allExact = counts.exact === occurrences.length;
        toast({
          tone: counts.ambiguous + counts.orphaned > 0 ? 'plain' : 'good',
          text: say('save.done', { counts: allExact ? say('save.allExact') : sayCounts(say, counts) }),
        });
        onSaved();
      },
      (failure: unknown) => setError(sentenceOf(failure)),
    );
  };
  return (
    <Dialog
      title={say('save.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{app('cancel')}</Button>
          <Button look="primary" isDisabled={!canSave} onPress={save}>
            {say('save.do')}
          </Button>
        </>
      }
    >
      <form
        className={css['saving']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={say('save.reason')}
          hint={say('save.reasonHint')}
          autoFocus
          maxLength={2_000}
          value={reason}
          onChange={setReason}
          error={error}
        />
        <div className={css['where']} role="status">
          {preview === null ? (
            <p>{say('save.counting')}</p>
          ) : !preview.changed ? (
            <p>{say('save.nothing')}</p>
          ) : (
            <Where counts={preview.counts} />
          )}
        </div>
      </form>
    </Dialog>
  );
}

function Where({ counts }: { readonly counts: Counts }) {
  const say = useWords('revisions');
  const shown = ANCHOR_STATES.filter((state) => counts[state] > 0);
  if (shown.length === 0) return <p>{say('save.noMarks')}</p>;
  return (
    <>
      <p>{say('save.marks')}</p>
      <p className={css['states']}>
        {shown.map((state) => (
          <Badge key={state} tone={TONES[state]}>
            {say(`state.${state}`, { count: counts[state] })}
          </Badge>
        ))}
      </p>
    </>
  );
}
