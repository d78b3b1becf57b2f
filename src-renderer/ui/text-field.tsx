import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { cx } from './class-names.ts';
import css from './field.module.css';

type Words = {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string;
};

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & Words;

export function TextField(props: TextFieldProps & { readonly inputRef?: Ref<HTMLInputElement> }) {
  const { label, hideLabel, hint, error, placeholder, inputRef, ...rest } = props;
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={cx(css['field'])}>
      <Label className={hideLabel ? 'unseen' : cx(css['label'])}>{label}</Label>
      <Input ref={inputRef} dir="auto" className={cx(css['input'])} placeholder={placeholder ?? ''} />
      {hint && (
        <Text slot="description" className={cx(css['hint'])}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(css['error'])}>{error}</FieldError>
    </AriaTextField>
  );
}

export function TextArea(
  props: TextFieldProps & { readonly rows?: number; readonly areaRef?: Ref<HTMLTextAreaElement> },
) {
  const { label, hideLabel, hint, error, placeholder, rows = 3, areaRef, ...rest } = props;
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={cx(css['field'])}>
      <Label className={hideLabel ? 'unseen' : cx(css['label'])}>{label}</Label>
      <AriaTextArea
        ref={areaRef}
        rows={rows}
        // a field that grows with its content no longer knows its rows; padding and border are 8px
        style={{ minHeight: `max(var(--control), calc(${rows}lh + 8px))` }}
        dir="auto"
        className={cx(css['input'], css['area'])}
        placeholder={placeholder ?? ''}
      />
      {hint && (
        <Text slot="description" className={cx(css['hint'])}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(css['error'])}>{error}</FieldError>
    </AriaTextField>
  );
}
