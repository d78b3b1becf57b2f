import { MapPin } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { Claim, Evidence, QuotePlace, Reference } from '#contract/nouns.ts';
import { STANCES, type Stance } from '#domain/words.ts';
import { LazyCaptureViewer } from '../captures/capture-dialog.tsx';
import type { Passage } from '../captures/page-of.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { useFormKeys } from '../app/form-keys.ts';
import { Button, Dialog, Keys, Select, TextArea, TextField } from '../ui/index.ts';
import { AddCapture } from './add-capture.tsx';
import { ReferenceChooser } from './reference-chooser.tsx';
import css from './references.module.css';
import { StanceChoice } from './stance-choice.tsx';
import { ShownText } from '../reading/shown-text.tsx';
import { useReferenceList } from './use-references.ts';

const NONE = 'none';

type Quoted = { readonly quote: string; readonly place: QuotePlace | null };

/** Links a reference to a claim as evidence, or changes such a link. */
export function LinkEvidenceDialog(props: {
  readonly claim: Claim;
  readonly evidence?: Evidence | undefined;
  readonly onClose: () => void;
}) {
  const { claim, evidence, onClose } = props;
  const say = useWords('references');
  const references = useReferenceList();
  const link = useCommand('linkEvidence');
  const edit = useCommand('editEvidence');
  const [picked, setPicked] = useState<Reference>();
  const [stance, setStance] = useState<Stance | null>(evidence?.stance ?? null);
  const [captureId, setCaptureId] = useState<string | null>(evidence?.capture ?? null);
  const [quoted, setQuoted] = useState<Quoted>({
    quote: evidence?.quote ?? '',
    place: evidence?.place ?? null,
  });
  const [locator, setLocator] = useState(evidence?.locator ?? '');
  const [note, setNote] = useState(evidence?.note ?? '');
  const [error, setError] = useState<string>();

  const wanted = evidence?.reference ?? picked?.id;
  // The list follows what is added meanwhile: a new copy, a new citation.
  const reference = references.find((one) => one.id === wanted) ?? picked;
  const captures = reference?.captures ?? [];

  const choose = (chosen: Reference | undefined) => {
    setPicked(chosen);
    setCaptureId(chosen?.captures[0]?.id ?? null);
    setQuoted((now) => ({ ...now, place: null }));
    setError(undefined);
  };
  const use = ({ quote, place }: Passage) => {
    setQuoted({ quote, place });
    const page = place.page;
    if (page !== undefined) setLocator((now) => now || say('link.pageLocator', { page }));
  };

  const save = async () => {
    if (!reference) return setError(say('link.noReference'));
    if (stance === null) return setError(say('link.noStance'));
    if (link.busy || edit.busy) return undefined;
    setError(undefined);
    const cells = {
      stance,
      capture: captureId,
      quote: quoted.quote,
      place: quoted.place,
      locator: locator.trim(),
      note: note.trim(),
    };
    try {
      if (evidence) await edit.attempt({ id: evidence.id, ...cells });
      else await link.attempt({ claim: claim.id, reference: reference.id, ...cells });
      return onClose();
    } catch (failure) {
      return setError(sentenceOf(failure));
    }
  };

  useFormKeys({
    digit: (n) => {
      const chosen = STANCES[n - 1];
      if (chosen) setStance(chosen);
    },
    save: () => void save(),
  });

  const placeHint =
    quoted.place === null
      ? say('link.quoteHint')
      : quoted.place.page === undefined
        ? say('link.placed')
        : say('link.placedPage', { page: quoted.place.page });

  return (
    <Dialog
      title={say(evidence ? 'link.editTitle' : 'link.title')}
      size="full"
      onClose={onClose}
      foot={
        <>
          <p className={css['problem']} role="alert">
            {error}
          </p>
          <Button onPress={onClose}>{say('link.cancel')}</Button>
          <Button look="primary" isDisabled={link.busy || edit.busy} onPress={() => void save()}>
            {say(evidence ? 'link.saveEdit' : 'link.save')}
            <Keys keys="$mod+Enter" />
          </Button>
        </>
      }
    >
      <div className={css['linking']}>
        <div className={css['linkForm']}>
          <p className={css['claimWording']} dir="auto">
            <ShownText text={claim.wording} />
          </p>
          {evidence ? (
            <div>
              <span className={css['label']}>{say('link.reference')}</span>
              <p>{reference?.citation ?? '…'}</p>
            </div>
          ) : (
            <ReferenceChooser chosen={reference} onChoose={choose} />
          )}
          <StanceChoice
            key={reference?.id ?? ''}
            value={stance}
            onChange={setStance}
            autoFocus={!evidence && reference !== undefined}
          />
          {captures.length > 0 && (
            <Select
              label={say('link.capture')}
              options={[
                { id: NONE, label: say('link.noCapture') },
                ...captures.map((capture) => ({ id: capture.id, label: capture.name })),
              ]}
              value={captureId ?? NONE}
              onChange={(id) => {
                setCaptureId(id === NONE ? null : id);
                setQuoted((now) => ({ ...now, place: null }));
              }}
            />
          )}
          <TextArea
            label={say('link.quote')}
            hint={placeHint}
            rows={3}
            value={quoted.quote}
            onChange={(quote) => setQuoted({ quote, place: null })}
          />
          <TextField
            label={say('link.locator')}
            placeholder={say('link.locatorHint')}
            value={locator}
            onChange={setLocator}
          />
          <TextArea label={say('link.note')} rows={2} value={note} onChange={setNote} />
        </div>
        <div className={css['linkCopy']}>
          {captureId !== null ? (
            <Suspense fallback={<p className={css['centred']}>{say('captureOpening')}</p>}>
              <LazyCaptureViewer key={captureId} captureId={captureId} place={quoted.place} onUse={use} />
            </Suspense>
          ) : (
            <div className={css['centred']}>
              <MapPin size={26} strokeWidth={1.4} aria-hidden />
              <p>{say(reference ? 'link.noCopyYet' : 'link.nothingToRead')}</p>
              {reference && (
                <AddCapture
                  key={reference.id}
                  referenceId={reference.id}
                  onAdded={(capture) => setCaptureId(capture.id)}
                />
              )}
            </div>
          )}
        </div>
      </div>
    </Dialog>
  );
}
