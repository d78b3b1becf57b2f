import type { Spot } from './annotation.ts';
import { isObject, listOf, textOf } from './collect.ts';

/** Quote and position among selectors, however they are nested: several say the same place, a refinement says it closer. */
export function spotIn(selectors: readonly unknown[]): Omit<Spot, 'source'> {
  const found = {
    exact: '',
    prefix: '',
    suffix: '',
    start: null as number | null,
    end: null as number | null,
  };
  const walk = (selector: unknown, depth: number): void => {
    if (!isObject(selector) || depth > 20) return;
    const types = listOf(selector['type'] ?? selector['@type']).map((type) =>
      textOf(type).replace(/^oa:/, ''),
    );
    if (types.includes('Choice')) for (const item of listOf(selector['items'])) walk(item, depth + 1);
    if (types.includes('TextQuoteSelector') && typeof selector['exact'] === 'string') {
      found.exact = selector['exact'];
      found.prefix = typeof selector['prefix'] === 'string' ? selector['prefix'] : '';
      found.suffix = typeof selector['suffix'] === 'string' ? selector['suffix'] : '';
    }
    const { start, end } = selector;
    if (types.includes('TextPositionSelector') && isOffset(start) && isOffset(end))
      Object.assign(found, { start, end });
    const range = [selector['startSelector'], selector['endSelector']].map((one) =>
      isObject(one) ? one : {},
    );
    // a range between two positions is a position
    if (types.includes('RangeSelector') && isOffset(range[0]!['start']) && isOffset(range[1]!['start']))
      Object.assign(found, { start: range[0]!['start'], end: range[1]!['start'] });
    for (const inner of listOf(selector['refinedBy'])) walk(inner, depth + 1);
  };
  for (const selector of selectors) walk(selector, 0);
  return found;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
