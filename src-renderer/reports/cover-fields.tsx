import { ImagePlus, X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from '../data/store.ts';
import { useWords } from '../i18n/index.ts';
import { Button, IconButton, TextArea, TextField } from '../ui/index.ts';
import { chooseLogo, type LogoProblem } from './choose-logo.ts';
import { changeOptions, wanted } from './wanted.ts';
import css from './reports.module.css';

/** The team's name and picture, and what it wants to say first. */
export function CoverFields() {
  const say = useWords('reports');
  const { options } = useStore(wanted);
  const [problem, setProblem] = useState<LogoProblem | null>(null);
  const choose = () =>
    chooseLogo((chosen) => {
      const isPicture = 'logo' in chosen;
      setProblem(isPicture ? null : chosen.problem);
      if (isPicture) changeOptions({ logo: chosen.logo });
    });
  return (
    <div className={css['group']} role="group" aria-label={say('cover')}>
      <h3>{say('cover')}</h3>
      <TextField label={say('team')} value={options.team} onChange={(team) => changeOptions({ team })} />
      <TextArea
        label={say('note')}
        rows={3}
        value={options.note}
        onChange={(note) => changeOptions({ note })}
      />
      <div className={css['logo']}>
        {options.logo !== '' && <img src={options.logo} alt={say('logo')} />}
        <Button size="small" icon={ImagePlus} onPress={choose}>
          {say('chooseLogo')}
        </Button>
        {options.logo !== '' && (
          <IconButton
            size="small"
            icon={X}
            label={say('removeLogo')}
            onPress={() => changeOptions({ logo: '' })}
          />
        )}
      </div>
      <p className={problem ? css['bad'] : css['soft']} role={problem ? 'alert' : undefined}>
        {say(problem ?? 'logoHint')}
      </p>
    </div>
  );
}
