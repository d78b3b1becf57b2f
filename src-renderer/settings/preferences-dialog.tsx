import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Input, Output } from '#contract/index.ts';
import type { Preferences } from '#contract/project.ts';
import { closeDialog } from '../app/dialogs.ts';
import { wear } from '../app/theme.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Dialog, Select, Slider, Switch, TextArea, TextField } from '../ui/index.ts';
import { THEME_ORDER } from './themes.ts';
import css from './settings.module.css';

const LANGUAGES: readonly Preferences['language'][] = ['system', 'en', 'ru'];

/** How the person likes Assay, live; and what the project is called. */
export function PreferencesDialog() {
  const say = useWords('settings');
  const queries = useQueryClient();
  const preferences = useQueryCall('getPreferences', {}).data?.preferences;
  const project = useQueryCall('getProject', {}).data;
  const setPreferences = useCommand('setPreferences');
  if (!preferences || !project) return null;

  /** Shown while a slider moves, saved when it is let go. */
  const show = (changes: Partial<Preferences>) => {
    const next = { ...preferences, ...changes };
    queries.setQueryData<Output<'getPreferences'>>(['getPreferences', {}], { preferences: next });
    void wear(next);
  };
  const prefer = (changes: Input<'setPreferences'>) => void setPreferences.run(changes);

  return (
    <Dialog title={say('title')} size="wide" onClose={closeDialog}>
      <section className={css['group']}>
        <h3>{say('you')}</h3>
        <SavedText
          label={say('name')}
          hint={say('nameHint')}
          saved={preferences.name || project.me.name}
          onSave={(name) => {
            if (name !== '') prefer({ name });
          }}
        />
      </section>
      <section className={css['group']}>
        <h3>{say('look')}</h3>
        <div className={css['pair']}>
          <Select
            label={say('theme')}
            value={preferences.theme}
            options={THEME_ORDER.map((id) => ({ id, label: say(`theme.${id}`) }))}
            onChange={(theme) => {
              show({ theme });
              prefer({ theme });
            }}
          />
          <Select
            label={say('language')}
            value={preferences.language}
            options={LANGUAGES.map((id) => ({ id, label: say(`language.${id}`) }))}
            onChange={(language) => {
              show({ language });
              prefer({ language });
            }}
          />
          <Slider
            label={say('textSize')}
            minValue={12}
            maxValue={32}
            value={preferences.textSize}
            formatOptions={{ style: 'decimal' }}
            onChange={(textSize) => show({ textSize })}
            onChangeEnd={(textSize) => prefer({ textSize })}
          />
          <Slider
            label={say('measure')}
            minValue={40}
            maxValue={120}
            step={2}
            value={preferences.measure}
            onChange={(measure) => show({ measure })}
            onChangeEnd={(measure) => prefer({ measure })}
          />
        </div>
        <p className={css['sample']}>{say('sample')}</p>
        <Switch
          isSelected={preferences.gettingStarted}
          onChange={(gettingStarted) => {
            show({ gettingStarted });
            prefer({ gettingStarted });
          }}
        >
          {say('startPanel')}
        </Switch>
      </section>
      <ProjectSection title={project.project.title} method={project.project.method} />
    </Dialog>
  );
}

function ProjectSection({ title, method }: { readonly title: string; readonly method: string }) {
  const say = useWords('settings');
  const describeProject = useCommand('describeProject');
  return (
    <section className={css['group']}>
      <h3>{say('project')}</h3>
      <SavedText
        label={say('projectTitle')}
        saved={title}
        onSave={(next) => {
          if (next !== '') void describeProject.run({ title: next });
        }}
      />
      <SavedText
        label={say('method')}
        hint={say('methodHint')}
        saved={method}
        isLong
        onSave={(next) => void describeProject.run({ method: next })}
      />
    </section>
  );
}

/** A text that is saved when it is left or, on one line, with Enter. */
function SavedText(props: {
  readonly label: string;
  readonly hint?: string;
  readonly saved: string;
  readonly isLong?: boolean;
  readonly onSave: (text: string) => void;
}) {
  const [text, setText] = useState(props.saved);
  const save = () => {
    if (text.trim() !== props.saved) props.onSave(text.trim());
  };
  const Field = props.isLong ? TextArea : TextField;
  return (
    <Field
      label={props.label}
      hint={props.hint}
      value={text}
      onChange={setText}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !props.isLong) save();
      }}
    />
  );
}
