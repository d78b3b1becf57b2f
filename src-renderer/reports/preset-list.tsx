import { X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from '../data/store.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Button, IconButton, TextField, toast } from '../ui/index.ts';
import { changeOptions, wanted } from './wanted.ts';
import css from './reports.module.css';

/** Options that the team keeps in the project under a name. */
export function PresetList() {
  const say = useWords('reports');
  const { options } = useStore(wanted);
  const presets = useQueryCall('listReportPresets', {}).data?.presets ?? [];
  const project = useQueryCall('getProject', {}).data?.project;
  const save = useCommand('saveReportPreset');
  const remove = useCommand('removeReportPreset');
  const [name, setName] = useState('');
  const keep = () => {
    const called = name.trim();
    if (called === '') return;
    void save.run({ name: called, options }).then((answer) => {
      if (!answer) return;
      setName('');
      toast({ tone: 'good', text: say('kept', { name: called }) });
    });
  };
  if (project?.readOnly && presets.length === 0) return null;
  return (
    <div className={css['group']} role="group" aria-label={say('presets')}>
      <h3>{say('presets')}</h3>
      {presets.length > 0 && (
        <ul className={css['presets']}>
          {presets.map((preset) => (
            <li key={preset.id}>
              <Button
                size="small"
                look="quiet"
                aria-label={say('usePreset', { name: preset.name })}
                onPress={() => changeOptions(preset.options)}
              >
                <span className={css['cut']}>{preset.name}</span>
              </Button>
              {!project?.readOnly && (
                <IconButton
                  size="small"
                  icon={X}
                  label={say('removePreset', { name: preset.name })}
                  onPress={() => void remove.run({ id: preset.id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!project?.readOnly && (
        <div className={css['keep']}>
          <TextField
            label={say('presetName')}
            hideLabel
            placeholder={say('presetName')}
            value={name}
            onChange={setName}
          />
          <Button isDisabled={name.trim() === ''} isPending={save.busy} onPress={keep}>
            {say('keep')}
          </Button>
        </div>
      )}
      <p className={css['soft']}>{say('presetsHint')}</p>
    </div>
  );
}
