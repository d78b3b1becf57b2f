import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Output } from '#contract/index.ts';
import { closeDialog } from '../app/dialogs.ts';
import { usePlace } from '../app/place.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { download } from '../data/upload.ts';
import { hasReported } from '../help/has-reported.ts';
import { formatBytes } from '../i18n/format.ts';
import { useLanguage, useWords, type Language } from '../i18n/index.ts';
import { Button, Dialog, Select } from '../ui/index.ts';
import { cx } from '../ui/class-names.ts';
import css from './settings.module.css';

const FORMATS = ['html', 'md', 'csv'] as const;
type Format = (typeof FORMATS)[number];
const WHOLE = '*';
type Report = Output<'writeReport'>['report'];

/** Writes a verdict report and hands it over as a file. */
export function ReportDialog() {
  const say = useWords('settings');
  const app = useWords('app');
  const { article: open } = usePlace();
  const articles = useQueryCall('listArticles', {}).data?.articles ?? [];
  const writeReport = useCommand('writeReport');
  const [format, setFormat] = useState<Format>('html');
  const [scope, setScope] = useState(open ?? WHOLE);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [written, setWritten] = useState<Report | null>(null);
  const [isPreview, setPreview] = useState(false);

  const write = async (isForPreview: boolean) => {
    const answer = await writeReport.run({
      format,
      language,
      scope: scope === WHOLE ? {} : { articles: [scope] },
    });
    if (!answer) return;
    setWritten(answer.report);
    setPreview(isForPreview);
    hasReported.set(true);
    if (!isForPreview) download(`/file/${answer.report.token}`, answer.report.name);
  };
  const change = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value);
      setWritten(null);
      setPreview(false);
    };
  };

  return (
    <Dialog
      title={say('report.title')}
      size={isPreview ? 'full' : 'wide'}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{app('close')}</Button>
          {format === 'html' && (
            <Button isPending={writeReport.busy} onPress={() => void write(true)}>
              {say('report.preview')}
            </Button>
          )}
          <Button look="primary" isPending={writeReport.busy} onPress={() => void write(false)}>
            {say(writeReport.busy ? 'report.writing' : 'report.write')}
          </Button>
        </>
      }
    >
      {!isPreview && (
        <RadioGroup
          aria-label={say('report.format')}
          className={cx(css['formats'])}
          value={format}
          onChange={(value) => {
            const chosen = FORMATS.find((one) => one === value);
            if (chosen) change(setFormat)(chosen);
          }}
        >
          {FORMATS.map((one) => (
            <Radio key={one} value={one} className={cx(css['format'])}>
              <span>
                <strong>{say(`report.${one}`)}</strong>
                <span className={css['soft']}>{say(`report.${one}Hint`)}</span>
              </span>
            </Radio>
          ))}
        </RadioGroup>
      )}
      <div className={css['pair']}>
        <Select
          label={say('report.scope')}
          value={scope}
          options={[
            { id: WHOLE, label: say('report.whole') },
            ...articles.map((article) => ({ id: article.id, label: article.title })),
          ]}
          onChange={change(setScope)}
        />
        <Select
          label={say('report.language')}
          value={language}
          options={[
            { id: 'en', label: say('language.en') },
            { id: 'ru', label: say('language.ru') },
          ]}
          onChange={change(setLanguage)}
        />
      </div>
      {isPreview && written && (
        <iframe
          className={css['preview']}
          title={say('report.preview')}
          sandbox=""
          src={`/file/${written.token}?show=1`}
        />
      )}
      {written && (
        <div role="status">
          <p>
            {say('report.saved', { name: written.name, size: formatBytes(written.bytes) })}{' '}
            {say('report.claims', { count: written.claims })}
          </p>
          {written.losses.length > 0 && (
            <>
              <p className={css['soft']}>{say('report.losses')}</p>
              <ul className={css['soft']}>
                {written.losses.map((loss) => (
                  <li key={loss}>{loss}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
