import { Check, ChevronsUpDown } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { SearchField } from 'react-aria-components/SearchField';
import { cx } from './class-names.ts';
import css from './field.module.css';
import overlay from './overlay.module.css';
import type { Option } from './select.tsx';

type Field = {
  readonly label: string;
  /** Said where nothing is chosen. */
  readonly placeholder: string;
};

/** A field that says what is chosen, and a list that is only made when it is opened. */
function Frame(
  props: Field & {
    /** '' where nothing is chosen. */
    readonly chosen: string;
    readonly isOpen: boolean;
    readonly onOpen: (isOpen: boolean) => void;
    readonly children: ReactNode;
  },
) {
  const label = useId();
  const value = useId();
  return (
    <div className={css['field']}>
      <span id={label} className={css['label']}>
        {props.label}
      </span>
      <DialogTrigger isOpen={props.isOpen} onOpenChange={props.onOpen}>
        <Button className={cx(css['trigger'])} aria-labelledby={`${value} ${label}`}>
          <span id={value} className={css['lines']} data-placeholder={props.chosen === '' || undefined}>
            {props.chosen || props.placeholder}
          </span>
          <ChevronsUpDown size={13} aria-hidden />
        </Button>
        <Popover className={cx(overlay['popover'], overlay['asWide'])} offset={3}>
          <Dialog className={cx(overlay['dialog'])} aria-label={props.label}>
            {props.children}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}

/**
 * Several of a short list, in the order in which they were chosen: the first one leads. They are given when the list
 * closes, so that one visit is one change.
 */
export function PickSeveral<T extends string>(
  props: Field & {
    readonly options: readonly Option<T>[];
    readonly values: readonly T[];
    readonly onChange: (values: T[]) => void;
    /** Said below the list. */
    readonly hint?: string;
  },
) {
  const { options, values } = props;
  const [draft, setDraft] = useState<readonly T[] | null>(null);
  const chosen = draft ?? values;
  const labelOf = (id: T) => options.find((option) => option.id === id)?.label ?? id;

  const open = (isOpen: boolean) => {
    setDraft(isOpen ? values : null);
    if (!isOpen && draft && draft.join(' ') !== values.join(' ')) props.onChange([...draft]);
  };
  const choose = (keys: 'all' | Iterable<unknown>) => {
    const wanted = new Set(keys === 'all' ? options.map(({ id }) => id) : keys);
    const kept = chosen.filter((id) => wanted.has(id));
    setDraft([...kept, ...options.flatMap(({ id }) => (wanted.has(id) && !kept.includes(id) ? id : []))]);
  };

  return (
    <Frame
      label={props.label}
      chosen={chosen.map(labelOf).join(', ')}
      placeholder={props.placeholder}
      isOpen={draft !== null}
      onOpen={open}
    >
      <ListBox
        className={cx(css['list'])}
        aria-label={props.label}
        items={options}
        dependencies={[chosen]}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={choose}
        // Escape closes the list; what is chosen stays so
        escapeKeyBehavior="none"
        autoFocus={chosen.length > 0 ? true : 'first'}
      >
        {({ id, label }) => {
          const place = chosen.indexOf(id) + 1;
          return (
            <ListBoxItem id={id} textValue={label} className={cx(css['option'], css['several'])}>
              <span className={css['box']} aria-hidden>
                {place > 0 && (chosen.length > 1 ? place : <Check size={12} strokeWidth={3} />)}
              </span>
              {label}
            </ListBoxItem>
          );
        }}
      </ListBox>
      {props.hint && <p className={css['foot']}>{props.hint}</p>}
    </Frame>
  );
}

type Long = Field & {
  /** '' where none is chosen. */
  readonly value: string;
  readonly nameOf: (id: string) => string;
  /** Asked only when the list is opened. */
  readonly options: () => readonly Option<string>[];
  readonly onChange: (value: string) => void;
  /** Names the field in which the person types. */
  readonly search: string;
  /** Said where no name fits what was typed. */
  readonly noMatch: string;
};

/** One of a long list, or none, found by typing a part of its name. */
export function PickOne(props: Long) {
  const { value } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <Frame
      label={props.label}
      chosen={value === '' ? '' : props.nameOf(value)}
      placeholder={props.placeholder}
      isOpen={isOpen}
      onOpen={setOpen}
    >
      <LongList
        {...props}
        onChange={(chosen) => {
          setOpen(false);
          if (chosen !== value) props.onChange(chosen);
        }}
      />
    </Frame>
  );
}

const NONE = 'none';

function LongList(props: Long) {
  const { label, placeholder, value, options, onChange, search, noMatch } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  const [items] = useState(() => [{ id: NONE, label: placeholder }, ...options()]);
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={search} autoFocus className={cx(css['find'])}>
        <Input className={cx(css['input'])} placeholder={search} />
      </SearchField>
      <ListBox
        className={cx(css['list'])}
        aria-label={label}
        items={items}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value === '' ? NONE : value]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onChange(key === NONE ? '' : String(key));
        }}
        renderEmptyState={() => <p className={css['foot']}>{noMatch}</p>}
      >
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className={cx(css['option'])}>
            {option.label}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
