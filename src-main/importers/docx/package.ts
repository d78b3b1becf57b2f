import { ImportError } from '../import-error.ts';
import { childrenOf, readXml, type XmlElement } from '../xml.ts';
import { openZip, type Zip } from '../zip.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const STRICT = 'http://purl.oclc.org/ooxml';

/** Each namespace in its usual and its strict form. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  [`${STRICT}/wordprocessingml/main`]: 'w',
  [`${OFFICE}/relationships`]: 'r',
  [`${STRICT}/officeDocument/relationships`]: 'r',
  [`${OFFICE}/math`]: 'm',
  [`${STRICT}/officeDocument/math`]: 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

export type Relation = {
  /** The last word of its type: `hyperlink`, `footnotes`. */
  readonly type: string;
  /** A part's path; for what lies outside, its address, which is never opened. */
  readonly target: string;
  readonly outside: boolean;
};

/** The parts of a Word file. */
export class DocxPackage {
  readonly #zip: Zip;
  readonly #file: string;
  readonly #relations = new Map<string, ReadonlyMap<string, Relation>>();
  readonly main: string;

  /** @throws ImportError where it is no Word file */
  constructor(bytes: Uint8Array, file: string) {
    this.#zip = openZip(bytes, file);
    this.#file = file;
    const office = [...this.relationsOf('').values()].find(
      ({ type, outside }) => type === 'officeDocument' && !outside,
    );
    this.main = office?.target ?? 'word/document.xml';
    if (!this.#zip.has(this.main))
      throw new ImportError('unreadable', `“${file}” is a damaged Word document: its text is missing.`);
  }

  get oddities(): readonly string[] {
    return this.#zip.oddities;
  }

  /** A part as a tree; undefined where there is none. */
  part(path: string): XmlElement | undefined {
    if (!this.#zip.has(path)) return undefined;
    return readXml(this.#zip.read(path), { file: this.#file, prefixes: PREFIXES });
  }

  /** The part that a part names by type, such as its footnotes. */
  related(from: string, type: string): { path: string; root: XmlElement } | undefined {
    for (const relation of this.relationsOf(from).values()) {
      if (relation.type !== type || relation.outside) continue;
      const root = this.part(relation.target);
      if (root) return { path: relation.target, root };
    }
    return undefined;
  }

  relationsOf(part: string): ReadonlyMap<string, Relation> {
    const known = this.#relations.get(part);
    if (known) return known;
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    const root = this.part(`${folder}_rels/${part.slice(slash)}.rels`);
    const relations = new Map(
      childrenOf(root, 'rel:Relationship').map(({ attributes }) => {
        const target = attributes.get('Target') ?? '';
        const outside = attributes.get('TargetMode') === 'External';
        const type = (attributes.get('Type') ?? '').replace(/^.*\//, '');
        return [
          attributes.get('Id') ?? '',
          { type, outside, target: outside ? target : resolved(folder, target) },
        ] as const;
      }),
    );
    this.#relations.set(part, relations);
    return relations;
  }
}

/** A path inside the file; one that leads out of it stays a name that no part has. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
