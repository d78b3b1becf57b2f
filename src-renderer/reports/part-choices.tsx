import { REPORT_PARTS } from '#domain/report-options.ts';
import { useStore } from '../data/store.ts';
import { useWords } from '../i18n/index.ts';
import { Checkbox } from '../ui/index.ts';
import { togglePart, wanted } from './wanted.ts';
import css from './reports.module.css';

/** What the report holds beside its claims and their verdicts. */
export function PartChoices() {
  const say = useWords('reports');
  const { options } = useStore(wanted);
  return (
    <fieldset className={css['list']}>
      <legend>{say('parts')}</legend>
      {REPORT_PARTS.map((part) => (
        <Checkbox
          key={part}
          isSelected={options.include.includes(part)}
          onChange={(isWanted) => togglePart(part, isWanted)}
        >
          {say(`part.${part}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
