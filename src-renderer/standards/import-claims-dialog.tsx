import { useRef, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { closeDialog } from '../app/dialogs.ts';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { upload } from '../data/upload.ts';
import { formatNumber } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { Button, Dialog, Select, toast } from '../ui/index.ts';
import { cx } from '../ui/class-names.ts';
import { ColumnMap } from './column-map.tsx';
import css from './import-claims.module.css';
import { ReportLines } from './report-lines.tsx';

type Report = Output<'importClaims'>;
type Chosen = {
  readonly file: File;
  readonly report: Report;
  readonly columns: Readonly<Record<string, string>>;
};

const NOUNS = [
  'articles',
  'claims',
  'occurrences',
  'verdicts',
  'evidence',
  'questions',
  'answers',
  'comments',
  'references',
  'people',
] as const;
const ANY = '*';

/** Shows what a file of another program would change before anything is written, and then writes it as one act. */
export function ImportClaimsDialog() {
  const say = useWords('standards');
  const tell = useLanguage();
  const articles = useQueryCall('listArticles', {}).data?.articles ?? [];
  const { attempt, busy } = useCommand('importClaims');
  const [chosen, setChosen] = useState<Chosen>();
  const [article, setArticle] = useState(ANY);
  const [error, setError] = useState<string>();
  const [reading, setReading] = useState('');
  const latest = useRef(0);

  /** Only the answer to what was asked last is shown. */
  const preview = async (file: File, columns: Readonly<Record<string, string>>, on: string) => {
    const asked = ++latest.current;
    setError(undefined);
    setReading(file.name);
    try {
      const report = await attempt({
        upload: await upload(file, file.name),
        dryRun: true,
        tell,
        ...(Object.keys(columns).length > 0 ? { columns } : {}),
        ...(on === ANY ? {} : { article: on }),
      });
      if (asked === latest.current) setChosen({ file, report, columns });
    } catch (failure) {
      if (asked === latest.current) setError(sentenceOf(failure));
    } finally {
      if (asked === latest.current) setReading('');
    }
  };

  const choose = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,.jsonld,.html,.htm,.csv,.tsv,.txt,.qdpx,.qde,application/json,text/csv,text/html';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) void preview(file, {}, article);
    });
    input.click();
  };

  const write = async () => {
    if (!chosen || busy) return;
    setError(undefined);
    try {
      const { file, columns } = chosen;
      await attempt({
        upload: await upload(file, file.name),
        ...(Object.keys(columns).length > 0 ? { columns } : {}),
        ...(article === ANY ? {} : { article }),
      });
      toast({ tone: 'good', text: say('done') });
      closeDialog();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };

  const report = chosen?.report;
  const changes = report
    ? NOUNS.some((noun) => report[noun].new + report[noun].changed > 0) || report.format === 'qdpx'
    : false;
  return (
    <Dialog
      title={say('title')}
      size="wide"
      onClose={closeDialog}
      foot={
        <>
          <p className={css['problem']} role="alert">
            {error}
          </p>
          <Button onPress={closeDialog}>{say('close')}</Button>
          {chosen && <Button onPress={choose}>{say('another')}</Button>}
          {chosen && (
            <Button
              look="primary"
              isDisabled={!changes || busy || reading !== ''}
              onPress={() => void write()}
            >
              {say('import')}
            </Button>
          )}
        </>
      }
    >
      {!chosen && (
        <div className={css['start']}>
          <p className={css['soft']}>{say('intro')}</p>
          <Button look="primary" isDisabled={reading !== ''} onPress={choose}>
            {say('choose')}
          </Button>
        </div>
      )}
      <p className={cx(css['soft'], css['status'])} role="status">
        {reading !== '' && say('reading', { name: reading })}
        {reading === '' &&
          chosen &&
          say('format', { name: chosen.file.name, format: say(`format.${chosen.report.format}`) })}
      </p>
      {chosen && report && (
        <>
          {report.columns && (
            <ColumnMap
              columns={report.columns}
              onChange={(columns) => void preview(chosen.file, columns, article)}
            />
          )}
          {articles.length > 0 && ['webannotation', 'hypothesis', 'csv'].includes(report.format) && (
            <Select
              label={say('article')}
              value={article}
              options={[
                { id: ANY, label: say('anyArticle') },
                ...articles.map(({ id, title }) => ({ id, label: title })),
              ]}
              onChange={(id) => {
                setArticle(id);
                void preview(chosen.file, chosen.columns, id);
              }}
            />
          )}
          <table className={css['counts']}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="unseen">{say('report')}</span>
                </th>
                {(['new', 'changed', 'same'] as const).map((outcome) => (
                  <th key={outcome} scope="col">
                    {say(`outcome.${outcome}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {NOUNS.filter((noun) => report[noun].new + report[noun].changed + report[noun].same > 0).map(
                (noun) => (
                  <tr key={noun}>
                    <th scope="row">{say(`noun.${noun}`)}</th>
                    {(['new', 'changed', 'same'] as const).map((outcome) => (
                      <td key={outcome} data-none={report[noun][outcome] === 0}>
                        {formatNumber(report[noun][outcome])}
                      </td>
                    ))}
                  </tr>
                ),
              )}
            </tbody>
          </table>
          {!changes && <p>{say('nothing')}</p>}
          <ReportLines lines={report.report} />
        </>
      )}
    </Dialog>
  );
}
