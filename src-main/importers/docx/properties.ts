import type { Mark } from '#domain/document.ts';
import { childOf, type XmlElement } from '../xml.ts';

export const valueOf = (element: XmlElement | undefined, name = 'w:val'): string | undefined =>
  element?.attributes.get(name);

/** A property such as `<w:b/>`: there means on, unless it says off; undefined where it is not there. */
export function switched(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  if (!element) return undefined;
  return !/^(?:0|false|off|none)$/i.test(valueOf(element) ?? '');
}

export function numberOf(element: XmlElement | undefined, name = 'w:val'): number | undefined {
  const value = Number.parseInt(valueOf(element, name) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

/** The looks that Assay keeps, each on, off, or left as it is. */
export type Look = {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly strike?: boolean | undefined;
  readonly subscript?: boolean | undefined;
  readonly superscript?: boolean | undefined;
  readonly code?: boolean | undefined;
  readonly hidden?: boolean | undefined;
};

export function lookOf(properties: XmlElement | undefined): Look {
  if (!properties) return {};
  const vertical = valueOf(childOf(properties, 'w:vertAlign'));
  const strike = switched(properties, 'w:strike');
  return {
    bold: switched(properties, 'w:b'),
    italic: switched(properties, 'w:i'),
    underline: switched(properties, 'w:u'),
    strike: strike === true || switched(properties, 'w:dstrike') === true ? true : strike,
    subscript: vertical === undefined ? undefined : vertical === 'subscript',
    superscript: vertical === undefined ? undefined : vertical === 'superscript',
    hidden: switched(properties, 'w:vanish'),
  };
}

/** What stands nearer to the text counts. */
export function layered(...looks: readonly Look[]): Look {
  const result: Record<string, boolean> = {};
  for (const look of looks)
    for (const [key, on] of Object.entries(look)) if (typeof on === 'boolean') result[key] = on;
  return result;
}

const LOOKS = ['bold', 'italic', 'underline', 'strike', 'subscript', 'superscript', 'code'] as const;

export function marksOf(look: Look): Mark[] {
  return LOOKS.filter((type) => look[type]).map((type) => ({ type }));
}
