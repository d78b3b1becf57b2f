import { REPORT_FORMAT_NAMES } from '#domain/report-options.ts';
import { useStore } from '../data/store.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { download } from '../data/upload.ts';
import { hasReported } from '../help/has-reported.ts';
import { formatBytes } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { useFormKeys } from '../app/form-keys.ts';
import { Button, Keys, Select, toast } from '../ui/index.ts';
import { PublishingFields } from './publishing-fields.tsx';
import { useSettled } from './use-settled.ts';
import { askedOfFile, changeWanted, wanted } from './wanted.ts';
import css from './reports.module.css';

/** The format, what it cannot carry, told before anything is written, and the button that writes it. */
export function FormatBar() {
  const say = useWords('reports');
  const tell = useLanguage();
  const now = useStore(wanted);
  const asked = askedOfFile(now);
  const settled = useSettled(asked);
  const formats = useQueryCall('listReportFormats', {}).data?.formats ?? ['html'];
  const { data } = useQueryCall(
    'planReport',
    { ...(settled ?? { format: now.format }), tell },
    { enabled: settled !== undefined, keepLast: true },
  );
  const write = useCommand('writeReport');
  const save = async () => {
    if (!asked) return;
    const answer = await write.run({ ...asked, tell });
    if (!answer) return;
    const { token, name, bytes } = answer.report;
    hasReported.set(true);
    download(`/file/${token}`, name);
    toast({ tone: 'good', text: say('saved', { name, size: formatBytes(bytes) }) });
  };
  useFormKeys({
    save: () => {
      // what lies over the report has keys of its own
      if (!write.busy && document.querySelector('[role="dialog"]') === null) void save();
    },
  });
  const plan = data?.plan;
  return (
    <div className={css['bar']}>
      <div className={css['choice']}>
        <Select
          label={say('format')}
          value={now.format}
          options={REPORT_FORMAT_NAMES.filter((id) => formats.includes(id)).map((id) => ({
            id,
            label: say(`format.${id}`),
          }))}
          onChange={(format) => changeWanted({ format })}
        />
        <Button
          look="primary"
          isDisabled={asked === undefined}
          isPending={write.busy}
          onPress={() => void save()}
        >
          {say(write.busy ? 'saving' : 'save')}
          {!write.busy && <Keys keys="$mod+Enter" />}
        </Button>
      </div>
      <PublishingFields />
      {plan && (
        <div className={css['plan']} role="status">
          <p>
            {[
              say('claims', { count: plan.claims }),
              say('references', { count: plan.references }),
              ...(plan.files > 0 ? [say('files', { size: formatBytes(plan.files) })] : []),
            ].join(' · ')}
            {plan.losses.length === 0 && ` · ${say('noLosses')}`}
          </p>
          {plan.losses.length > 0 && (
            <>
              <p className={css['lossesTitle']}>{say('losses')}</p>
              <ul>
                {plan.losses.map((loss) => (
                  <li key={loss}>{loss}</li>
                ))}
              </ul>
            </>
          )}
          {now.format !== 'html' && <p className={css['soft']}>{say('previewNote')}</p>}
        </div>
      )}
    </div>
  );
}
