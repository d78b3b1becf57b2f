import type { Verifiability } from '#domain/words.ts';
import type { Badge, Language, Run, Style } from '../outline/blocks.ts';
import { ACCENT, KIND_COLOURS, MONO, SANS, SHAPE_SIGNS, SOFT, localeOf, placeName } from '../office-look.ts';
import { type Attributes, type Child, type Xml, element } from './xml.ts';

const BOLD: Attributes = {
  'fo:font-weight': 'bold',
  'style:font-weight-asian': 'bold',
  'style:font-weight-complex': 'bold',
};

const STYLES: Readonly<Record<Style, Attributes>> = {
  bold: BOLD,
  italic: { 'fo:font-style': 'italic', 'style:font-style-complex': 'italic' },
  underline: { 'style:text-underline-style': 'solid', 'style:text-underline-width': 'auto' },
  strike: { 'style:text-line-through-style': 'solid', 'style:text-line-through-type': 'single' },
  code: { 'style:font-name': MONO, 'fo:font-size': '9pt' },
  sub: { 'style:text-position': 'sub 65%' },
  sup: { 'style:text-position': 'super 65%' },
  soft: { 'fo:color': `#${SOFT}` },
  hash: { 'style:font-name': MONO, 'fo:font-size': '7.5pt', 'fo:color': `#${SOFT}` },
};

const LINES: Readonly<Record<Verifiability, string>> = {
  verifiable: 'solid',
  unverifiable: 'dotted',
  undecided: 'dash',
  'not-a-claim': 'dotted',
};

/** Looks that some texts have beside their named style; each stands once in `content.xml`. */
export class Looks {
  readonly #names = new Map<string, string>();
  readonly #made: Xml[] = [];

  /** The name of a look of characters. */
  text(look: Attributes): string | undefined {
    if (Object.values(look).every((value) => value === undefined)) return undefined;
    return this.#name('T', look, (name) =>
      element(
        'style:style',
        { 'style:name': name, 'style:family': 'text' },
        element('style:text-properties', look),
      ),
    );
  }

  /** The name of a look of paragraphs that is like another but for something. */
  paragraph(parent: string, look: Attributes): string {
    return this.#name('P', { parent, ...look }, (name) =>
      element(
        'style:style',
        { 'style:name': name, 'style:family': 'paragraph', 'style:parent-style-name': parent },
        element('style:paragraph-properties', look),
      ),
    );
  }

  /** Any other: `make` gets the name. */
  other(prefix: string, key: Attributes, make: (name: string) => Xml): string {
    return this.#name(prefix, key, make);
  }

  get styles(): readonly Xml[] {
    return this.#made;
  }

  #name(prefix: string, look: Attributes, make: (name: string) => Xml): string {
    const key = `${prefix} ${JSON.stringify(look)}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `${prefix}${this.#names.size + 1}`;
    this.#names.set(key, name);
    this.#made.push(make(name));
    return name;
  }
}

export function content(looks: Looks, runs: readonly Run[], about?: Language): Child[] {
  return runs.map((run) => [
    ...(run.ids ?? []).map((id) => element('text:bookmark', { 'text:name': placeName(id) })),
    linked(run, span(looks, run, about)),
  ]);
}

function linked(run: Run, inside: Child): Child {
  const to = run.link ?? (run.to === undefined ? undefined : `#${placeName(run.to)}`);
  return to === undefined ? inside : element('text:a', { 'xlink:type': 'simple', 'xlink:href': to }, inside);
}

function span(looks: Looks, run: Run, about: Language | undefined): Child {
  if (run.icon) {
    const name = looks.text({ 'fo:color': run.icon.colour });
    return element('text:span', { 'text:style-name': name }, `${SHAPE_SIGNS[run.icon.shape]}\u2002`);
  }
  const kind = run.claims?.at(-1);
  const isLink = run.link !== undefined || run.to !== undefined;
  const [tongue, country] = about?.language === undefined ? [] : localeOf(about.language).split('-');
  const name = looks.text({
    ...Object.assign({}, ...(run.styles ?? []).map((style) => STYLES[style])),
    ...(isLink ? { 'fo:color': `#${ACCENT}` } : {}),
    ...(run.spoken === undefined
      ? {}
      : { ...BOLD, 'style:font-name': SANS, 'style:text-underline-style': 'none' }),
    ...(run.tone === undefined ? {} : { 'fo:color': run.tone.colour }),
    ...(kind === undefined
      ? {}
      : {
          'style:text-underline-style': LINES[kind],
          'style:text-underline-width': 'auto',
          'style:text-underline-color': `#${KIND_COLOURS[kind]}`,
        }),
    'fo:language': tongue,
    'fo:country': tongue === undefined ? undefined : (country ?? 'none'),
  });
  const inside = characters(run.text);
  return name === undefined ? inside : element('text:span', { 'text:style-name': name }, inside);
}

/** OpenDocument joins blanks and knows no line ends: each has an element of its own. */
export function characters(text: string): Child[] {
  return text
    .split(/(\n|\t| {2,}|^ | $)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\n') return element('text:line-break');
      if (part === '\t') return element('text:tab');
      return /^ +$/.test(part) ? element('text:s', { 'text:c': part.length }) : part;
    });
}

/** A badge is a text on its colour; a draft has the colour as its frame. */
export function badgeContent(looks: Looks, badge: Badge): Child[] {
  const look: Attributes = badge.draft
    ? { 'fo:color': badge.colour, 'fo:border': `0.75pt solid ${badge.colour}`, 'fo:padding': '0.3mm' }
    : { 'fo:color': '#ffffff', 'fo:background-color': badge.colour };
  const text = `\u00A0${SHAPE_SIGNS[badge.shape]}\u2002${badge.label}\u00A0`;
  return [element('text:span', { 'text:style-name': looks.text({ ...look, ...BOLD }) }, text), '\u2002'];
}
