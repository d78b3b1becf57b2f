import { ListChecks } from 'lucide-react';
import { useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react';
import { CommandButton } from '../app/command-button.tsx';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { formatCountry, formatNumber } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { ALL_CLAIM_TYPES, STATUSES, VERIFIABILITIES } from '#domain/words.ts';
import { ratingLabel } from '#domain/scale.ts';
import { Button, EmptyState, Select, TextField, type Option } from '../ui/index.ts';
import { arrangeClaims, NO_FACETS, NONE, rowsOf, type Facets, type Sorting } from './arrange-claims.ts';
import { ClaimsTable } from './claims-table.tsx';
import css from './claims-view.module.css';

const ANY = '*';

/** Every claim of the project: sorted, filtered, opened. */
export default function ClaimsView() {
  const say = useWords('app');
  const words = useWords('words');
  const language = useLanguage();
  const { data, error, refetch } = useQueryCall('listClaims', {});
  const articles = useQueryCall('listArticles', {}).data?.articles;
  const people = useQueryCall('getProject', {}).data?.people ?? [];
  const scales = useQueryCall('listScales', {}).data?.scales;
  const [facets, setFacets] = useState(NO_FACETS);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const asked = useDeferredValue(facets);

  const rows = useMemo(() => rowsOf(data?.claims ?? [], articles ?? []), [data, articles]);
  const ratings = useMemo(() => scales?.flatMap((scale) => scale.ratings) ?? [], [scales]);
  /** Those that some claim names: most projects need no choice among countries. */
  const countries = useMemo(
    () => [...new Set(data?.claims.flatMap(({ country }) => country || []))].toSorted(),
    [data],
  );
  const order = useMemo(() => new Map(ratings.map((rating, at) => [rating.id, at])), [ratings]);
  const shown = useMemo(() => arrangeClaims(rows, asked, sorting, order), [rows, asked, sorting, order]);

  if (error) {
    return (
      <EmptyState
        title={say('failed')}
        actions={<Button onPress={() => void refetch()}>{say('tryAgain')}</Button>}
      >
        {sentenceOf(error)}
      </EmptyState>
    );
  }
  if (!data) return <div className={css['empty']} aria-busy="true" />;
  if (data.total === 0) {
    return (
      <EmptyState
        icon={ListChecks}
        title={say('claims.none')}
        actions={<CommandButton command="go-article" />}
      >
        {say('claims.noneHint')}
      </EmptyState>
    );
  }

  const facet = (name: keyof Omit<Facets, 'text'>, label: string, options: readonly Option<string>[]) => (
    <Select
      label={label}
      hideLabel
      placeholder={label}
      value={facets[name]}
      options={[{ id: ANY, label: say('claims.any') }, ...options]}
      onChange={(value) => setFacets({ ...facets, [name]: value === ANY ? null : value })}
    />
  );

  return (
    <div className={css['view']}>
      <h2 className="unseen">{say('claims.title')}</h2>
      <div className={css['head']}>
        <div className={css['line']}>
          <div className={css['search']}>
            <TextField
              label={say('claims.search')}
              hideLabel
              placeholder={say('claims.search')}
              value={facets.text}
              onChange={(text) => setFacets({ ...facets, text })}
              onKeyDown={leaveFilter}
            />
          </div>
          <span className={css['count']} role="status">
            {shown.length === rows.length
              ? say('claims.count', { count: rows.length })
              : say('claims.some', { shown: formatNumber(shown.length), total: formatNumber(rows.length) })}
          </span>
        </div>
        <div className={css['facets']}>
          {facet(
            'verifiability',
            say('claims.verifiability'),
            VERIFIABILITIES.map((one) => ({ id: one, label: words(`verifiability.${one}`) })),
          )}
          {facet(
            'status',
            say('claims.status'),
            STATUSES.map((one) => ({ id: one, label: words(`status.${one}`) })),
          )}
          {facet('rating', say('claims.verdict'), [
            ...ratings.map((rating) => ({ id: rating.id, label: ratingLabel(rating, language) })),
            { id: NONE, label: words('unrated') },
          ])}
          {facet('type', say('claims.type'), [
            ...ALL_CLAIM_TYPES.map((one) => ({ id: one, label: words(`type.${one}`) })),
            { id: NONE, label: say('claims.noType') },
          ])}
          {facet('assignee', say('claims.assignee'), [
            ...people.map((person) => ({ id: person.id, label: person.name })),
            { id: NONE, label: say('claims.nobody') },
          ])}
          {facet(
            'article',
            say('claims.article'),
            (articles ?? []).map((article) => ({ id: article.id, label: article.title })),
          )}
          {countries.length > 0 &&
            facet('country', say('claims.country'), [
              ...countries.map((code) => ({ id: code, label: formatCountry(code) })),
              { id: NONE, label: say('claims.noCountry') },
            ])}
        </div>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title={say('claims.noMatch')}
          actions={<Button onPress={() => setFacets(NO_FACETS)}>{say('claims.clear')}</Button>}
        />
      ) : (
        <ClaimsTable rows={shown} sorting={sorting} onSort={setSorting} />
      )}
    </div>
  );
}

/** From the words to the claims that have them, where the arrow keys choose. */
function leaveFilter(event: KeyboardEvent): void {
  if (!['ArrowDown', 'Enter', 'Escape'].includes(event.key)) return;
  const grid = document.querySelector<HTMLElement>('#pane-middle [role="grid"]');
  grid?.focus();
}
