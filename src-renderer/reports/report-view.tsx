import { useEffect, useRef } from 'react';
import { useStore } from '../data/store.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { CoverFields } from './cover-fields.tsx';
import { FormatBar } from './format-bar.tsx';
import { PartChoices } from './part-choices.tsx';
import { PresetList } from './preset-list.tsx';
import { ReportPreview } from './report-preview.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { StyleChoices } from './style-choices.tsx';
import { wanted } from './wanted.ts';
import css from './reports.module.css';

/** The report builder: what goes in on the left, how it looks on the right, the format and its losses above. */
export default function ReportView() {
  const say = useWords('reports');
  const language = useLanguage();
  const { hasLanguage } = useStore(wanted);
  useEffect(() => {
    if (!hasLanguage) wanted.set((now) => ({ ...now, options: { ...now.options, language } }));
  }, [language, hasLanguage]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={css['view']}>
      <form
        className={css['options']}
        aria-label={say('options')}
        onSubmit={(event) => event.preventDefault()}
      >
        <h2 ref={heading} data-pane-start tabIndex={-1}>
          {say('title')}
        </h2>
        <ScopeChoice />
        <StyleChoices />
        <PartChoices />
        <CoverFields />
        <PresetList />
      </form>
      <section className={css['result']} aria-label={say('preview')}>
        <FormatBar />
        <ReportPreview />
      </section>
    </div>
  );
}
