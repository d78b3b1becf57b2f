import { useWords } from '../i18n/index.ts';

/** What people call a table: its noun. */
export function useNoun(): (table: string) => string {
  const say = useWords('team');
  return (table) => {
    const key = `noun.${table}`;
    const known = say(key as 'noun.other');
    return known === key ? say('noun.other') : known;
  };
}

/** What people call a cell of a table. */
export function useFieldName(): (table: string, column: string) => string {
  const say = useWords('team');
  const noun = useNoun();
  return (table, column) => {
    const key = `field.${column}`;
    const known = say(key as 'field.wording');
    return `${noun(table)}: ${known === key ? column.replaceAll('_', ' ') : known}`;
  };
}
