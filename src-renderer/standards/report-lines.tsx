import { useState } from 'react';
import type { ImportReport } from '#contract/exchange-formats.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import css from './import-claims.module.css';

/** More lines than anybody reads at once. */
const MOST = 200;

/** What an import would do, one line a thing; what stays the same is folded away. */
export function ReportLines({ lines }: { readonly lines: ImportReport['report'] }) {
  const say = useWords('standards');
  const [all, setAll] = useState(false);
  const same = lines.filter(({ outcome }) => outcome === 'same').length;
  const shown = all ? lines : lines.filter(({ outcome }) => outcome !== 'same');
  return (
    <section className={css['report']} aria-label={say('report')}>
      <h3>{say('report')}</h3>
      <ul>
        {shown.slice(0, MOST).map(({ item, outcome, message }, n) => (
          <li key={`${n} ${item}`} data-outcome={outcome}>
            <span className={css['outcome']}>{say(`outcome.${outcome}`)}</span>
            <span>
              <span className={css['item']}>{item}</span>
              <span className={css['soft']}>{message}</span>
            </span>
          </li>
        ))}
      </ul>
      {shown.length > MOST && <p className={css['soft']}>{say('more', { count: shown.length - MOST })}</p>}
      {same > 0 && !all && (
        <div>
          <Button size="small" onPress={() => setAll(true)}>
            {say('showSame', { count: same })}
          </Button>
        </div>
      )}
    </section>
  );
}
