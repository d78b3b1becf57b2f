import type { Conflict } from '#contract/nouns.ts';
import { useQueryCall } from '../data/use-call.ts';
import { formatCountry } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';

type Value = Conflict['values'][number]['value'];

/** Cells that hold several words of one vocabulary. */
const LISTS: Readonly<Record<string, string>> = { types: 'type', strategies: 'strategy' };

/** A cell's value in the words that people know it by. */
export function useShownValue(): (column: string, value: Value) => string {
  const say = useWords('team');
  const word = useWords('words');
  const people = useQueryCall('getProject', {}).data?.people ?? [];
  return (column, value) => {
    if (value === null || value === '') return say('value.none');
    const text = String(value);
    if (column === 'present') return say(value === 1 ? 'value.there' : 'value.removed');
    if (['assignee', 'person'].includes(column)) {
      return people.find((person) => person.id === text)?.name ?? text;
    }
    if (column === 'country') return formatCountry(text);
    const named = (list: string, one: string) => {
      const key = `${list}.${one}`;
      const known = word(key as 'unrated');
      return known === key ? one : known;
    };
    const list = LISTS[column];
    if (list !== undefined)
      return (
        listIn(text)
          .map((one) => named(list, one))
          .join(', ') || say('value.none')
      );
    const known = named(column, text);
    if (known !== text) return known;
    return text.startsWith('{') ? wordsIn(text) : text;
  };
}

function listIn(json: string): string[] {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.map(String) : [json];
  } catch {
    return [json];
  }
}

/** The words of a rich text that stands in a cell as JSON. */
function wordsIn(json: string): string {
  try {
    const parts: string[] = [];
    const walk = (node: { text?: unknown; content?: unknown }): void => {
      if (typeof node.text === 'string') parts.push(node.text);
      if (Array.isArray(node.content)) {
        for (const child of node.content) walk(child as typeof node);
        parts.push('\n');
      }
    };
    walk(JSON.parse(json) as { text?: unknown; content?: unknown });
    return parts.join('').trim() || json;
  } catch {
    return json;
  }
}
