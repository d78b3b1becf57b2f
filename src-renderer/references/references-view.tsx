import { BookMarked, Plus } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Reference } from '#contract/nouns.ts';
import { keysOf, useCommands } from '../app/commands.ts';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { isOpen, type FootnotePlace } from '../inspector/footnote-list.tsx';
import { Button, EmptyState, Keys, Select, Tabs, TextField } from '../ui/index.ts';
import { AddReferencesDialog } from './add-references-dialog.tsx';
import { ProposalList } from './proposal-list.tsx';
import { ReferenceDetail } from './reference-detail.tsx';
import { ReferenceTable, type Sorting } from './reference-table.tsx';
import css from './references.module.css';
import { matching, originsOf, sorted } from './search-references.ts';
import { useReferences } from './use-references.ts';

/** More rows than anybody reads at once; the rest come when asked for. */
const FIRST_ROWS = 200;
const EVERY = '-';

export type ReferencesViewProps = {
  readonly onGoToClaim: (claim: string) => void;
  readonly onGoToPlace?: (article: string, place: FootnotePlace) => void;
  /** The reference to open first. */
  readonly referenceId?: string | null;
};

/** All references of the project, and what articles propose as references. */
export function ReferencesView(props: ReferencesViewProps) {
  const say = useWords('references');
  const { data, error } = useReferences();
  const footnotes = useQueryCall('listFootnotes', {}).data?.footnotes ?? [];
  const [tab, setTab] = useState<'list' | 'proposals'>('list');
  const [wanted, setChosen] = useState<string | null>(props.referenceId ?? null);
  // what was taken out of the project meanwhile is left
  const chosen = data?.references.some(({ id }) => id === wanted) ? wanted : null;
  const [isAdding, setIsAdding] = useState(false);
  useCommands({ 'add-reference': () => setIsAdding(true) });
  const open = footnotes.filter(isOpen).length;

  const list = error ? (
    <p className={css['centred']}>{sentenceOf(error)}</p>
  ) : !data ? (
    <p className={css['centred']}>{say('loading')}</p>
  ) : data.references.length === 0 ? (
    <EmptyState
      icon={BookMarked}
      title={say('emptyTitle')}
      actions={
        <Button look="primary" icon={Plus} onPress={() => setIsAdding(true)}>
          {say('add')}
        </Button>
      }
    >
      {say('empty')}
    </EmptyState>
  ) : (
    <ReferenceList references={data.references} chosen={chosen} onChoose={setChosen} />
  );

  return (
    <div className={css['view']}>
      <div className={css['main']}>
        <header className={css['viewHead']}>
          <h2>{say('title')}</h2>
          <Button icon={Plus} onPress={() => setIsAdding(true)}>
            {say('add')}
            <Keys keys={keysOf('add-reference') ?? ''} />
          </Button>
        </header>
        <Tabs
          label={say('views')}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'list', label: say('list'), content: list },
            {
              id: 'proposals',
              label: open === 0 ? say('proposals') : `${say('proposals')} · ${open}`,
              content: <ProposalList {...(props.onGoToPlace ? { onGoToPlace: props.onGoToPlace } : {})} />,
            },
          ]}
        />
      </div>
      {tab === 'list' && data && data.references.length > 0 && (
        <aside className={css['side']} aria-label={say('details')}>
          {chosen === null ? (
            <p className={css['centred']}>{say('chooseOne')}</p>
          ) : (
            <ReferenceDetail
              key={chosen}
              id={chosen}
              onClose={() => setChosen(null)}
              onGoToClaim={props.onGoToClaim}
            />
          )}
        </aside>
      )}
      {isAdding && (
        <AddReferencesDialog
          onClose={() => setIsAdding(false)}
          onAdded={([first]) => {
            if (first) setChosen(first.id);
          }}
        />
      )}
    </div>
  );
}

function ReferenceList(props: {
  readonly references: readonly Reference[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}) {
  const { references } = props;
  const say = useWords('references');
  const language = useLanguage();
  const [query, setQuery] = useState('');
  const [origin, setOrigin] = useState(EVERY);
  const [sorting, setSorting] = useState<Sorting>({ by: 'citation', isDown: false });
  const [isWhole, setIsWhole] = useState(false);
  const wanted = useDeferredValue(query);
  const origins = useMemo(() => {
    const groups = Map.groupBy(references, (reference) => reference.origin);
    groups.delete('');
    return [...groups].map(([id, group]) => ({
      id,
      label: say('originGroup', { origin: id, count: group.length }),
    }));
  }, [references, say]);
  const inOrigin = origins.some((one) => one.id === origin) ? origin : EVERY;
  const found = useMemo(() => {
    const group = inOrigin === EVERY ? references : references.filter((one) => one.origin === inOrigin);
    return sorted(matching(group, wanted), sorting.by, sorting.isDown, language);
  }, [references, inOrigin, wanted, sorting, language]);
  const rows = isWhole ? found : found.slice(0, FIRST_ROWS);

  return (
    <div className={css['listing']}>
      <div className={css['filters']}>
        <TextField
          label={say('search')}
          hideLabel
          placeholder={say('search')}
          type="search"
          value={query}
          onChange={setQuery}
        />
        {origins.length > 0 && (
          <Select
            label={say('filterOrigin')}
            hideLabel
            options={[{ id: EVERY, label: say('everyOrigin') }, ...origins]}
            value={inOrigin}
            onChange={setOrigin}
          />
        )}
        <span className={css['quiet']} aria-live="polite">
          {say('originsOf', {
            sources: say('sources', { count: found.length }),
            origins: say('origins', { count: originsOf(found) }),
          })}
        </span>
      </div>
      <div className={css['rows']}>
        {found.length === 0 ? (
          <p className={css['centred']}>{say('noneFound')}</p>
        ) : (
          <ReferenceTable
            references={rows}
            chosen={props.chosen}
            onChoose={props.onChoose}
            sorting={sorting}
            onSort={setSorting}
          />
        )}
        {rows.length < found.length && (
          <div className={css['row']}>
            <Button look="quiet" onPress={() => setIsWhole(true)}>
              {say('showAll', { count: found.length })}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
