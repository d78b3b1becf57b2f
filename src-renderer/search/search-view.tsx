import { Search } from 'lucide-react';
import { useDeferredValue, useRef, type KeyboardEvent } from 'react';
import { runCommand, useCommands } from '../app/commands.ts';
import { createStore, useStore } from '../data/store.ts';
import { sentenceOf, useCaller, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { EmptyState, TextField } from '../ui/index.ts';
import { Highlighted } from './highlighted.tsx';
import { openHit } from './open-hit.ts';
import css from './search-view.module.css';

/** What was last searched for, kept while the person looks at what was found. */
const sought = createStore('');

const GROUPS = [
  { kind: 'article', words: 'search.articles' },
  { kind: 'claim', words: 'search.claims' },
  { kind: 'reference', words: 'search.references' },
] as const;

/** Full-text search over the whole project. */
export default function SearchView() {
  const say = useWords('app');
  const call = useCaller();
  const field = useRef<HTMLInputElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const text = useStore(sought);
  const query = useDeferredValue(text.trim());
  const { data, error } = useQueryCall(
    'search',
    { query, limit: 200 },
    { enabled: query !== '', keepLast: true },
  );
  useCommands({ search: () => field.current?.select() });
  const hits = query === '' ? [] : (data?.hits ?? []);

  /** Gives the focus to the next hit or the one before it; before the first one comes the field. */
  const step = (by: 1 | -1): boolean => {
    const found = [...(view.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
    const at = found.findIndex((hit) => hit === document.activeElement) + by;
    const to = at < 0 ? field.current : found[at];
    to?.focus();
    return to != null;
  };
  const walk = (event: KeyboardEvent) => {
    const isHit = event.target instanceof HTMLElement && event.target.dataset['hit'] !== undefined;
    if (!isHit) return;
    if (event.key === 'Escape') field.current?.select();
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // The arrow keys go from hit to hit, as Tab does.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={css['view']} ref={view} onKeyDown={walk}>
      <div className={css['inner']}>
        <search>
          <TextField
            label={say('search.label')}
            hint={say('search.hint')}
            type="search"
            autoFocus
            inputRef={field}
            value={text}
            onChange={(value) => sought.set(value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                if (text === '') runCommand('go-article');
                else sought.set('');
              } else if (event.key !== 'ArrowDown' || !step(1)) event.continuePropagation();
            }}
          />
        </search>
        <p className="unseen" role="status">
          {query !== '' && data && say('search.hits', { count: hits.length })}
        </p>
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {query === '' && <EmptyState icon={Search} title={say('search.start')} />}
        {query !== '' && data && hits.length === 0 && (
          <EmptyState icon={Search} title={say('search.none', { query })}>
            {say('search.noneHint')}
          </EmptyState>
        )}
        {GROUPS.map(({ kind, words }) => {
          const found = hits.filter((hit) => hit.kind === kind);
          if (found.length === 0) return null;
          return (
            <section key={kind}>
              <div className={css['head']}>
                <h2>{say(words)}</h2>
                <span className={css['soft']}>{say('search.hits', { count: found.length })}</span>
              </div>
              <ul>
                {found.map((hit) => (
                  <li key={`${hit.id}-${hit.start}`}>
                    <button
                      type="button"
                      data-hit
                      className={css['hit']}
                      onClick={() => void openHit(hit, call)}
                    >
                      {hit.kind !== 'claim' && <span className={css['title']}>{hit.title}</span>}
                      <span className={css['snippet']}>
                        {hit.start !== null && hit.start > 0 && '… '}
                        <Highlighted text={hit.snippet} matches={hit.matches} />
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
