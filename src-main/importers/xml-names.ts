/** Which prefixes mean which namespace at one place of a file: what the element declares, then what stands around it. */
export class Scope {
  readonly #outer: Scope | null;
  readonly #declared: ReadonlyMap<string, string>;
  readonly #nameOf: NameOf;
  /** Names that were asked for before, as they stand in the file. */
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();

  constructor(outer: Scope | null, declared: ReadonlyMap<string, string>, nameOf: NameOf) {
    this.#outer = outer;
    this.#declared = declared;
    this.#nameOf = nameOf;
  }

  /** What an element or attribute is called by the caller; undefined where its prefix was not declared. */
  name(raw: string, isAttribute: boolean): string | undefined {
    const known = isAttribute ? this.#attributes : this.#elements;
    let name = known.get(raw);
    if (name !== undefined) return name;
    const uri = this.uri(raw, isAttribute);
    if (uri === undefined) return undefined;
    name = this.#nameOf(uri, raw.slice(raw.indexOf(':') + 1));
    known.set(raw, name);
    return name;
  }

  /** An attribute without prefix is in no namespace, whatever stands around it. */
  uri(raw: string, isAttribute: boolean): string | undefined {
    const colon = raw.indexOf(':');
    if (colon < 0 && isAttribute) return '';
    const prefix = colon < 0 ? '' : raw.slice(0, colon);
    if (prefix === 'xml') return XML;
    // oxlint-disable-next-line typescript/no-this-alias -- a walk outwards
    for (let scope: Scope | null = this; scope; scope = scope.#outer) {
      const uri = scope.#declared.get(prefix);
      if (uri !== undefined) return uri;
    }
    return prefix === '' ? '' : undefined;
  }
}

export type NameOf = (uri: string, local: string) => string;

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Whether a declaration is one that XML's namespaces allow. */
export function mayDeclare(prefix: string, uri: string): boolean {
  if (prefix === 'xmlns' || uri === XMLNS) return false;
  if ((prefix === 'xml') !== (uri === XML)) return false;
  return prefix === '' || uri !== '';
}

/** Names in the caller's prefixes, each made once. */
export function shortener(prefixes: Readonly<Record<string, string>>): NameOf {
  const known = new Map<string, Map<string, string>>();
  return (uri, local) => {
    let names = known.get(uri);
    if (!names) known.set(uri, (names = new Map()));
    let name = names.get(local);
    if (name === undefined) {
      const prefix = uri === '' ? '' : Object.hasOwn(prefixes, uri) ? prefixes[uri]! : `{${uri}}`;
      name = prefix === '' || prefix.startsWith('{') ? `${prefix}${local}` : `${prefix}:${local}`;
      names.set(local, name);
    }
    return name;
  };
}
