import { useEffect, useRef, useState, type Ref } from 'react';
import { isSave } from '../app/form-keys.ts';
import { sentenceOf } from '../data/use-call.ts';
import { TextArea, TextField } from '../ui/index.ts';

const accepts = (): undefined => undefined;

type Saved = {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** What is saved now. */
  readonly value: string;
  /** Saves the text; what it throws is shown under the field. */
  readonly save: (text: string) => Promise<unknown>;
  /** Why this text cannot be saved, or undefined. */
  readonly refuse?: (text: string) => string | undefined;
  readonly placeholder?: string;
  readonly hint?: string;
};

/** A draft that saves itself when the person leaves it; what cannot be saved stays there, with the reason. */
function useDraft({ value, save, refuse = accepts }: Saved) {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const keep = async (): Promise<void> => {
    if (draft === null) return;
    const text = draft.trim();
    const reason = text === value ? undefined : refuse(text);
    setError(reason);
    if (reason !== undefined) return;
    try {
      if (text !== value) await save(text);
      setDraft((now) => (now === draft ? null : now));
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };

  const last = useRef(() => {});
  useEffect(() => {
    last.current = () => {
      const text = draft?.trim();
      if (text !== undefined && text !== value && refuse(text) === undefined) void save(text).catch(accepts);
    };
  });
  // Another claim may be chosen while the caret is still in the field.
  useEffect(() => () => last.current(), []);

  return {
    text: draft ?? value,
    error,
    /** Escape takes the change back; where there is none, it leaves the field. */
    isChanged: draft !== null && draft !== value,
    setDraft,
    keep: () => void keep(),
    drop: () => {
      setDraft(null);
      setError(undefined);
    },
  };
}

export function SavedText(props: Saved & { readonly inputRef?: Ref<HTMLInputElement> }) {
  const { text, error, isChanged, setDraft, keep, drop } = useDraft(props);
  return (
    <TextField
      label={props.label}
      hideLabel={props.hideLabel ?? false}
      placeholder={props.placeholder ?? ''}
      hint={props.hint}
      error={error}
      value={text}
      onChange={setDraft}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape' && isChanged) drop();
        else event.continuePropagation();
      }}
      {...(props.inputRef ? { inputRef: props.inputRef } : {})}
    />
  );
}

export function SavedArea(
  props: Saved & { readonly rows?: number; readonly areaRef?: Ref<HTMLTextAreaElement> },
) {
  const { text, error, isChanged, setDraft, keep, drop } = useDraft(props);
  return (
    <TextArea
      label={props.label}
      hideLabel={props.hideLabel ?? false}
      placeholder={props.placeholder ?? ''}
      hint={props.hint}
      rows={props.rows ?? 2}
      error={error}
      value={text}
      onChange={setDraft}
      onBlur={keep}
      onKeyDown={(event) => {
        if (isSave(event)) keep();
        else if (event.key === 'Escape' && isChanged) drop();
        else event.continuePropagation();
      }}
      {...(props.areaRef ? { areaRef: props.areaRef } : {})}
    />
  );
}
