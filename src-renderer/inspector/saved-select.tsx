import { useState } from 'react';
import { sentenceOf } from '../data/use-call.ts';
import { Select, type Option } from '../ui/index.ts';
import css from './inspector.module.css';

/** A choice that saves itself; an error stands under it. */
export function SavedSelect<T extends string>(props: {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T | null;
  readonly save: (value: T) => Promise<unknown>;
  readonly placeholder?: string;
}) {
  const [error, setError] = useState<string>();
  const choose = (value: T) => {
    if (value === props.value) return;
    setError(undefined);
    props.save(value).catch((failure: unknown) => setError(sentenceOf(failure)));
  };
  return (
    <div className={css['choice']}>
      <Select
        label={props.label}
        options={props.options}
        value={props.value}
        onChange={choose}
        {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      />
      {error && (
        <p className={css['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
