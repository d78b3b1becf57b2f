import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover as AriaPopover, type PopoverProps } from 'react-aria-components/Popover';
import { cx } from './class-names.ts';
import { Keys } from './kbd.tsx';
import css from './overlay.module.css';

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly keys?: string | undefined;
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
};

/** A button, given as `trigger`, that opens a menu of entries. */
export function MenuButton(props: {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}) {
  return (
    <MenuTrigger>
      {props.trigger}
      <AriaPopover className={cx(css['popover'])} offset={4}>
        <Menu className={cx(css['menu'])} aria-label={props.label} items={props.entries}>
          {({ icon: Icon, ...entry }) => (
            <MenuItem
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.isDisabled ?? false}
              className={cx(css['item'])}
              {...(entry.danger ? { 'data-danger': true } : {})}
              onAction={entry.run}
            >
              {Icon ? <Icon size={15} aria-hidden /> : <span />}
              <span>{entry.label}</span>
              {entry.keys && <Keys keys={entry.keys} />}
            </MenuItem>
          )}
        </Menu>
      </AriaPopover>
    </MenuTrigger>
  );
}

/** A button, given as `trigger`, that opens a small panel beside itself. */
export function PopoverButton(props: {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
  readonly placement?: NonNullable<PopoverProps['placement']>;
}) {
  return (
    <DialogTrigger>
      {props.trigger}
      <AriaPopover className={cx(css['popover'])} offset={4} placement={props.placement ?? 'bottom'}>
        <Dialog className={cx(css['dialog'], css['padded'])} aria-label={props.label}>
          {props.children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
