import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { ToggleButton as AriaToggleButton } from 'react-aria-components/ToggleButton';
import type { ToggleButtonProps as AriaToggleButtonProps } from 'react-aria-components/ToggleButton';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import css from './button.module.css';
import { cx } from './class-names.ts';
import { Keys } from './kbd.tsx';

type Look = {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly size?: 'usual' | 'small';
  readonly icon?: LucideIcon;
};

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> &
  Look & { readonly children?: ReactNode; readonly ref?: Ref<HTMLButtonElement> };

export function Button({ look = 'plain', size = 'usual', icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={cx(css['button'], css[look], size === 'small' && css['small'])}>
      {Icon && <Icon size={15} aria-hidden />}
      {children}
    </AriaButton>
  );
}

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  readonly label: string;
  readonly icon: LucideIcon;
  /** A key of `contract/commands.ts`, shown in the tooltip. */
  readonly keys?: string | undefined;
  readonly look?: 'plain' | 'quiet' | 'danger';
  readonly size?: 'usual' | 'small';
  readonly chosen?: boolean;
};

/** A button that is an icon; its name and key come up as a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, keys, look = 'quiet', size = 'usual', chosen = false, ...rest } = props;
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={cx(
          css['button'],
          css[look],
          css['icon'],
          size === 'small' && css['small'],
          chosen && css['chosen'],
        )}
      >
        <Icon size={16} aria-hidden />
      </AriaButton>
      <Tooltip className={cx(css['tooltip'])} offset={6}>
        {label}
        {keys && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}

export type ToggleButtonProps = Omit<AriaToggleButtonProps, 'className' | 'style' | 'children'> &
  Look & { readonly children?: ReactNode };

export function ToggleButton(props: ToggleButtonProps) {
  const { look = 'quiet', size = 'usual', icon: Icon, children, ...rest } = props;
  return (
    <AriaToggleButton {...rest} className={cx(css['button'], css[look], size === 'small' && css['small'])}>
      {Icon && <Icon size={15} aria-hidden />}
      {children}
    </AriaToggleButton>
  );
}
