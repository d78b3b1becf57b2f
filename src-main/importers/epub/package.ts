import { ImportError } from '../import-error.ts';
import { childOf, childrenOf, descendantsOf, readXml, textIn, type XmlElement } from '../xml.ts';
import { openZip, type Zip } from '../zip.ts';

const PREFIXES: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:opendocument:xmlns:container': '',
  'http://www.idpf.org/2007/opf': '',
  'http://openebook.org/namespaces/oeb-package/1.0/': '',
  'http://www.daisy.org/z3986/2005/ncx/': '',
  'http://www.w3.org/1999/xhtml': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://www.w3.org/2001/04/xmlenc#': 'enc',
  'http://www.idpf.org/2007/ops': 'epub',
};

/** Fonts that are only disguised are no reason to refuse a book. */
const DISGUISE = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/** One document in the reading order of a book. */
export type SpineItem = { readonly path: string; readonly isContents: boolean };
export type Chapter = { readonly title: string; readonly items: readonly number[] };

/** The parts of a book and their order. */
export class EpubPackage {
  readonly #zip: Zip;
  readonly #file: string;
  readonly #opf: XmlElement;
  readonly #folder: string;
  readonly spine: readonly SpineItem[];

  /** @throws ImportError where it is no book, or one that is protected */
  constructor(bytes: Uint8Array, file: string) {
    this.#zip = openZip(bytes, file);
    this.#file = file;
    const container = this.#part('META-INF/container.xml');
    const named = container && [...descendantsOf(container)].find((one) => one.name === 'rootfile');
    const path =
      named?.attributes.get('full-path') ?? this.#zip.names.find((name) => name.endsWith('.opf')) ?? '';
    const opf = this.#part(path);
    if (!opf)
      throw new ImportError('unreadable', `“${file}” is a damaged EPUB book: its list of parts is missing.`);
    this.#opf = opf;
    this.#folder = path.slice(0, path.lastIndexOf('/') + 1);
    this.spine = this.#spineOf();
    this.#refuseProtected();
  }

  get oddities(): readonly string[] {
    return this.#zip.oddities;
  }

  read(path: string): Uint8Array | undefined {
    return this.#zip.has(path) ? this.#zip.read(path) : undefined;
  }

  #part(path: string): XmlElement | undefined {
    return this.#zip.has(path)
      ? readXml(this.#zip.read(path), { file: this.#file, prefixes: PREFIXES, doctype: true })
      : undefined;
  }

  /** What the book says of itself under a name such as `title`. */
  said(name: string): string[] {
    return this.#sayings(name).map(wordsOf).filter(Boolean);
  }

  /** Who wrote the book, without those who translated or illustrated it; all who made it where nobody is said to have. */
  authors(): string[] {
    const roles = new Map(
      childrenOf(childOf(this.#opf, 'metadata'), 'meta')
        .filter(({ attributes }) => attributes.get('property') === 'role')
        .map((one) => [one.attributes.get('refines') ?? '', wordsOf(one)]),
    );
    const makers = this.#sayings('creator').map((one) => {
      const { attributes } = one;
      const role = attributes.get('opf:role') ?? attributes.get('role') ?? '';
      return { name: wordsOf(one), role: role || (roles.get(`#${attributes.get('id') ?? ''}`) ?? '') };
    });
    const authors = makers.filter(({ role }) => role === '' || role === 'aut');
    return (authors.length > 0 ? authors : makers).map(({ name }) => name).filter(Boolean);
  }

  #sayings(name: string): XmlElement[] {
    const metadata = childOf(this.#opf, 'metadata');
    return [metadata, childOf(metadata, 'dc-metadata')]
      .flatMap((place) => place?.children ?? [])
      .filter((one): one is XmlElement => typeof one !== 'string' && one.name.toLowerCase() === `dc:${name}`);
  }

  #items(): XmlElement[] {
    return childrenOf(childOf(this.#opf, 'manifest'), 'item');
  }

  #spineOf(): SpineItem[] {
    const items = new Map(this.#items().map((item) => [item.attributes.get('id') ?? '', item]));
    const seen = new Set<string>();
    const spine = childrenOf(childOf(this.#opf, 'spine'), 'itemref').map((reference) =>
      items.get(reference.attributes.get('idref') ?? ''),
    );
    // a book without an order of reading is read in the order of its parts
    const inOrder =
      spine.length > 0
        ? spine
        : this.#items().filter(({ attributes }) => /html/i.test(attributes.get('media-type') ?? ''));
    return inOrder.flatMap((item) => {
      const path = item ? pathFrom(this.#folder, item.attributes.get('href') ?? '') : '';
      if (!item || seen.has(path) || !this.#zip.has(path)) return [];
      seen.add(path);
      return [{ path, isContents: /(?:^|\s)nav(?:\s|$)/.test(item.attributes.get('properties') ?? '') }];
    });
  }

  /** How many parts of the order of reading are not in the file. */
  get missing(): number {
    const items = new Map(this.#items().map((item) => [item.attributes.get('id') ?? '', item]));
    return childrenOf(childOf(this.#opf, 'spine'), 'itemref').filter((reference) => {
      const href = items.get(reference.attributes.get('idref') ?? '')?.attributes.get('href');
      return href === undefined || !this.#zip.has(pathFrom(this.#folder, href));
    }).length;
  }

  #refuseProtected(): void {
    const encryption = this.#part('META-INF/encryption.xml');
    if (!encryption) return;
    const texts = new Set(this.spine.map(({ path }) => path));
    const locked = [...descendantsOf(encryption)].some((data) => {
      if (data.name !== 'enc:EncryptedData') return false;
      const inside = [...descendantsOf(data)];
      const method =
        inside.find((one) => one.name === 'enc:EncryptionMethod')?.attributes.get('Algorithm') ?? '';
      const target = inside.find((one) => one.name === 'enc:CipherReference')?.attributes.get('URI') ?? '';
      return !DISGUISE.has(method) && texts.has(pathFrom('', target));
    });
    if (locked)
      throw new ImportError(
        'unsupported',
        `“${this.#file}” is protected against copying (DRM); Assay cannot read it. Ask the publisher for a copy without protection.`,
      );
  }

  /** The book's own list of contents: titles by the path of the document that each leads to, in order. */
  contents(): Map<string, string> {
    const titles = new Map<string, string>();
    const add = (folder: string, href: string, title: string): void => {
      const path = pathFrom(folder, href.replace(/#.*$/s, ''));
      const plain = title.replaceAll(/\s+/g, ' ').trim();
      if (plain !== '' && !titles.has(path)) titles.set(path, plain.slice(0, 300).toWellFormed());
    };
    try {
      this.#fromNavigation(add);
      if (titles.size === 0) this.#fromNcx(add);
    } catch (error) {
      // a list of contents that cannot be read is no reason to refuse the book
      if (!(error instanceof ImportError)) throw error;
    }
    return titles;
  }

  #fromNavigation(add: (folder: string, href: string, title: string) => void): void {
    const item = this.#items().find(({ attributes }) =>
      /(?:^|\s)nav(?:\s|$)/.test(attributes.get('properties') ?? ''),
    );
    const path = item ? pathFrom(this.#folder, item.attributes.get('href') ?? '') : '';
    const root = this.#part(path);
    if (!root) return;
    const navigations = [...descendantsOf(root)].filter((one) => one.name === 'nav');
    const contents = navigations.find((one) => one.attributes.get('epub:type') === 'toc') ?? navigations[0];
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const link of contents ? descendantsOf(contents) : [])
      if (link.name === 'a') add(folder, link.attributes.get('href') ?? '', textIn(link));
  }

  #fromNcx(add: (folder: string, href: string, title: string) => void): void {
    const id = childOf(this.#opf, 'spine')?.attributes.get('toc');
    const item = this.#items().find(
      ({ attributes }) =>
        attributes.get('id') === id || attributes.get('media-type') === 'application/x-dtbncx+xml',
    );
    const path = item ? pathFrom(this.#folder, item.attributes.get('href') ?? '') : '';
    const root = this.#part(path);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const point of root ? descendantsOf(root) : [])
      if (point.name === 'navPoint')
        add(
          folder,
          childOf(point, 'content')?.attributes.get('src') ?? '',
          textIn(childOf(point, 'navLabel')),
        );
  }
}

function wordsOf(element: XmlElement): string {
  return textIn(element).replaceAll(/\s+/g, ' ').trim();
}

/** A path inside the book, from the folder of the part that names it. */
export function pathFrom(folder: string, href: string): string {
  let plain = href.trim();
  try {
    plain = decodeURIComponent(plain);
  } catch {
    // a name with a lone % stands for itself
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(plain)) return '';
  const path: string[] = [];
  for (const step of (plain.startsWith('/') ? plain : `${folder}${plain}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
