import { ALargeSmall } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Input, Output } from '#contract/index.ts';
import type { Preferences } from '#contract/project.ts';
import { keysOf, runCommand } from '../app/commands.ts';
import { wear } from '../app/theme.ts';
import { useStore } from '../data/store.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton, Keys, PopoverButton, Select, Slider, Switch } from '../ui/index.ts';
import { FOCUS_UNITS, HIDDEN_SHOWN, read, readingOptions } from './options.ts';
import css from './reading.module.css';

/** How articles are shown, within reach of the article: size, measure, focus, hidden characters, numbers and dates. */
export function ReadingOptionsButton() {
  const say = useWords('reading');
  return (
    <PopoverButton
      label={say('options')}
      placement="top end"
      trigger={<IconButton icon={ALargeSmall} label={say('options')} />}
    >
      <Options />
    </PopoverButton>
  );
}

function Options() {
  const say = useWords('reading');
  const settings = useWords('settings');
  const options = useStore(readingOptions);
  return (
    <div className={css['options']}>
      <SizeAndMeasure textSize={settings('textSize')} measure={settings('measure')} />
      <Switch isSelected={options.focus} onChange={() => runCommand('focus-mode')}>
        {say('focusMode')}
        <Keys keys={keysOf('focus-mode') ?? ''} />
      </Switch>
      <Select
        label={say('focusOn')}
        value={options.focusOn}
        options={FOCUS_UNITS.map((id) => ({ id, label: say(`focusOn.${id}`) }))}
        onChange={(focusOn) => read({ focusOn })}
      />
      <Select
        label={say('hiddenCharacters')}
        value={options.hidden}
        options={HIDDEN_SHOWN.map((id) => ({ id, label: say(`hidden.${id}`) }))}
        onChange={(hidden) => read({ hidden })}
      />
      <Switch isSelected={options.quantities} onChange={(quantities) => read({ quantities })}>
        {say('showQuantities')}
      </Switch>
      <Switch isSelected={options.outline} onChange={(outline) => read({ outline })}>
        {say('outline')}
        <Keys keys={keysOf('outline') ?? ''} />
      </Switch>
    </div>
  );
}

/** Shown while a slider moves, saved when it is let go. */
function SizeAndMeasure(props: { readonly textSize: string; readonly measure: string }) {
  const queries = useQueryClient();
  const preferences = useQueryCall('getPreferences', {}).data?.preferences;
  const setPreferences = useCommand('setPreferences');
  if (!preferences) return null;
  const show = (changes: Partial<Preferences>) => {
    const next = { ...preferences, ...changes };
    queries.setQueryData<Output<'getPreferences'>>(['getPreferences', {}], { preferences: next });
    void wear(next);
  };
  const prefer = (changes: Input<'setPreferences'>) => void setPreferences.run(changes);
  return (
    <>
      <Slider
        label={props.textSize}
        minValue={12}
        maxValue={32}
        value={preferences.textSize}
        formatOptions={{ style: 'decimal' }}
        onChange={(textSize) => show({ textSize })}
        onChangeEnd={(textSize) => prefer({ textSize })}
      />
      <Slider
        label={props.measure}
        minValue={40}
        maxValue={120}
        step={2}
        value={preferences.measure}
        onChange={(measure) => show({ measure })}
        onChangeEnd={(measure) => prefer({ measure })}
      />
    </>
  );
}
