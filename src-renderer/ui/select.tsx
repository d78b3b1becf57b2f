import { ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { cx } from './class-names.ts';
import css from './field.module.css';
import overlay from './overlay.module.css';

export type Option<T extends string> = {
  readonly id: T;
  readonly label: string;
  /** Drawn before the label: a badge, an icon. */
  readonly sign?: ReactNode;
};

type Choice<T extends string> = {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly Option<T>[];
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
};

function OptionList<T extends string>({ options }: { readonly options: readonly Option<T>[] }) {
  return (
    <ListBox className={cx(css['list'])} items={options}>
      {(option) => (
        <ListBoxItem id={option.id} textValue={option.label} className={cx(css['option'])}>
          {option.sign}
          {option.label}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** One of a short list. */
export function Select<T extends string>(
  props: Choice<T> & { readonly value: T | null; readonly onChange: (value: T) => void },
) {
  const { label, hideLabel, options, placeholder, value, onChange, isDisabled = false } = props;
  return (
    <AriaSelect
      className={cx(css['field'])}
      value={value}
      isDisabled={isDisabled}
      placeholder={placeholder ?? '–'}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={hideLabel ? 'unseen' : cx(css['label'])}>{label}</Label>
      <Button className={cx(css['trigger'])}>
        <SelectValue className={cx(css['value'])} />
        <ChevronsUpDown size={13} aria-hidden />
      </Button>
      <Popover className={cx(overlay['popover'], overlay['asWide'])} offset={3}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}
