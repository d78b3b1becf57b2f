import { Check, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import type { CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import type { NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components/NumberField';
import { Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import type { SliderProps as AriaSliderProps } from 'react-aria-components/Slider';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import { cx } from './class-names.ts';
import css from './field.module.css';

type Bare<P> = Omit<P, 'className' | 'style' | 'children'>;

export function Checkbox({ children, ...rest }: Bare<AriaCheckboxProps> & { readonly children?: ReactNode }) {
  return (
    <AriaCheckbox {...rest} className={cx(css['choice'])}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={css['box']} aria-hidden>
            {isIndeterminate ? <Minus size={12} /> : isSelected ? <Check size={12} strokeWidth={3} /> : null}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

export function Switch({ children, ...rest }: Bare<AriaSwitchProps> & { readonly children: ReactNode }) {
  return (
    <AriaSwitch {...rest} className={cx(css['choice'])}>
      <span className={css['track']} aria-hidden />
      {children}
    </AriaSwitch>
  );
}

export function NumberField({ label, ...rest }: Bare<AriaNumberFieldProps> & { readonly label: string }) {
  return (
    <AriaNumberField {...rest} className={cx(css['field'])}>
      <Label className={cx(css['label'])}>{label}</Label>
      <Group className={cx(css['group'])}>
        <Input className={cx(css['input'])} />
        <Button slot="decrement" className={cx(css['step'])}>
          <Minus size={13} aria-hidden />
        </Button>
        <Button slot="increment" className={cx(css['step'])}>
          <Plus size={13} aria-hidden />
        </Button>
      </Group>
    </AriaNumberField>
  );
}

export function Slider(props: Bare<AriaSliderProps<number>> & { readonly label: string }) {
  const { label, ...rest } = props;
  return (
    <AriaSlider {...rest} className={cx(css['slider'])}>
      <Label className={cx(css['label'])}>{label}</Label>
      <SliderOutput className={cx(css['hint'])} />
      <SliderTrack className={cx(css['rail'])}>
        <SliderThumb className={cx(css['thumb'])} />
      </SliderTrack>
    </AriaSlider>
  );
}
