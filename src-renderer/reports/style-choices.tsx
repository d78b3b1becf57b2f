import { CITATION_STYLES, REPORT_LANGUAGES, REPORT_ORDERS } from '#domain/report-options.ts';
import { useStore } from '../data/store.ts';
import { useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Select } from '../ui/index.ts';
import { changeOptions, wanted } from './wanted.ts';
import css from './reports.module.css';

const OWN = '*';

/** Language, citations, order and scale. */
export function StyleChoices() {
  const say = useWords('reports');
  const { options } = useStore(wanted);
  const scales = useQueryCall('listReportScales', {}).data?.scales ?? [];
  return (
    <div className={css['group']}>
      <Select
        label={say('language')}
        value={options.language}
        options={REPORT_LANGUAGES.map((id) => ({ id, label: say(`language.${id}`) }))}
        onChange={(language) => changeOptions({ language })}
      />
      <Select
        label={say('style')}
        value={options.style}
        options={CITATION_STYLES.map((id) => ({ id, label: say(`style.${id}`) }))}
        onChange={(style) => changeOptions({ style })}
      />
      <Select
        label={say('order')}
        value={options.order}
        options={REPORT_ORDERS.map((id) => ({ id, label: say(`order.${id}`) }))}
        onChange={(order) => changeOptions({ order })}
      />
      <Select
        label={say('scale')}
        value={options.scale === '' ? OWN : options.scale}
        options={[
          { id: OWN, label: say('scale.own') },
          ...scales.map(({ id, name }) => ({ id, label: name || id })),
        ]}
        onChange={(scale) => changeOptions({ scale: scale === OWN ? '' : scale })}
      />
    </div>
  );
}
