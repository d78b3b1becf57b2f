import { askForPage, noSuchPage, withAddress } from './choose-page.ts';
import { contentOf, readHttp } from './http-message.ts';
import { ImportError } from './import-error.ts';
import { fieldOf, readParameters } from './mime-header.ts';
import { NO_FACTS, type PageOffer, type Unpacked } from './unpacked.ts';
import { contentsOf, faultOf, recordAt, type Contents, type Found, type WarcFile } from './warc-pages.ts';
import type { WarcRecord } from './warc-records.ts';
import { joinSegments } from './warc-segments.ts';

/** What else an archive says about its pages; a plain WARC file says nothing. */
export type Guide = {
  /** The page that the archive names as its main one. */
  readonly main?: { readonly url: string; readonly time: string };
  readonly pages: readonly { readonly url: string; readonly time: string; readonly title: string }[];
};

/**
 * The page chosen from a WARC or ARC file.
 * @param wanted its address, or its number in the list; '' for the only one, or the one that the archive names
 * @throws ImportError `ambiguous` with the list of pages where none is chosen and there are several
 */
export function readWarc(bytes: Uint8Array, name: string, wanted: string): Unpacked {
  return choosePage([{ name, bytes }], name, wanted, { pages: [] }, 'warc');
}

/** Chooses among all pages of some WARC files and unpacks the chosen one. */
export function choosePage(
  files: readonly WarcFile[],
  name: string,
  wanted: string,
  guide: Guide,
  format: 'warc' | 'wacz',
): Unpacked {
  const contents = contentsOf(files);
  if (contents.records === 0)
    throw new ImportError('unreadable', `“${name}” is a damaged web archive: no record in it can be read.`);
  const listed = listOf(contents, guide);
  if (listed.length === 0 && wanted === '')
    throw new ImportError(
      'unreadable',
      `“${name}” is a web archive without a page: none of its ${contents.records} records holds a web page, a text or a document.`,
    );
  const { found, warnings } = choose(contents, listed, name, wanted, guide);
  const record = recordAt(files, found.original);
  if (!record)
    throw new ImportError('unreadable', `“${name}” is damaged: the page in it cannot be found again.`);
  const { record: whole, missing } = joinSegments(files, record);
  const parts = missing
    ? [
        'The page is kept in several parts, of which not all are in the archive: the end of it may be missing.',
      ]
    : [];
  // the first part is checked by itself, and the whole where all of it is there
  const own = faultOf(record);
  const fault = record.isCut ? '' : own === 'block' ? own : missing ? '' : faultOf(whole);
  return unpackedFrom(whole, fault, found, name, format, [
    ...warnings,
    ...parts,
    ...remarksOn(contents, record),
  ]);
}

/** What a person can choose from: the pages the archive lists, or all pages, or where there are none all documents. */
function listOf({ found, named }: Contents, guide: Guide): Found[] {
  const pages = withoutRepeats(found.filter((one) => one.isPage));
  const named_ = guide.pages.length > 0 ? guide.pages : named.map((one) => ({ ...one, title: '' }));
  const listed = named_.flatMap((page) => {
    const one = nearest(withAddress(found, page.url), page.time);
    return one ? [{ ...one, title: page.title || one.title }] : [];
  });
  if (listed.length > 0) return withoutRepeats(listed);
  return pages.length > 0 ? pages : withoutRepeats(found.filter((one) => !one.isPage));
}

/** The same bytes under the same address are one choice. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter((one) => {
    const key = `${one.url} ${one.original}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function choose(
  { found, moves }: Contents,
  listed: readonly Found[],
  name: string,
  wanted: string,
  guide: Guide,
): { found: Found; warnings: string[] } {
  const what = listed.some((one) => one.isPage) ? 'pages' : 'documents';
  const offers = listed.map(offerOf);
  if (wanted !== '') {
    const byNumber = /^\d{1,6}$/.test(wanted) ? listed[Number(wanted) - 1] : undefined;
    if (byNumber) return { found: byNumber, warnings: [] };
    const same = copiesOf(wanted, listed, found, moves);
    if (same.length === 0) throw noSuchPage(name, wanted, what, offers);
    return { found: same[0]!, warnings: copies(same) };
  }
  const main = guide.main && nearest(withAddress(found, guide.main.url), guide.main.time);
  if (main) return { found: main, warnings: [] };
  const first = listed[0]!;
  const same = listed.filter((one) => one.url === first.url);
  if (same.length === listed.length) return { found: first, warnings: copies(same) };
  throw askForPage(name, what, offers);
}

/** The copies of an address, following where it has moved to. */
function copiesOf(
  wanted: string,
  listed: readonly Found[],
  found: readonly Found[],
  moves: ReadonlyMap<string, string>,
): Found[] {
  let address = wanted;
  for (let hop = 0; hop < 10; hop++) {
    for (const among of [listed, found]) {
      const same = withAddress(among, address);
      if (same.length > 0) return withoutRepeats(same);
    }
    const from = withAddress(
      [...moves.keys()].map((url) => ({ url })),
      address,
    )[0];
    const next = from && moves.get(from.url);
    if (next === undefined) return [];
    address = next;
  }
  return [];
}

function copies(same: readonly Found[]): string[] {
  const others = same
    .slice(1)
    .map((one) => one.time.slice(0, 10))
    .filter((day) => day !== '');
  return same.length < 2
    ? []
    : [
        `The archive holds this page ${same.length} times; the first copy was read${others.length > 0 ? `, not that of ${others.slice(0, 5).join(', ')}` : ''}.`,
      ];
}

function nearest(among: readonly Found[], time: string): Found | undefined {
  const wanted = Date.parse(time);
  if (Number.isNaN(wanted)) return among[0];
  const distance = (one: Found) => Math.abs((Date.parse(one.time) || 0) - wanted);
  return among.toSorted((a, b) => distance(a) - distance(b))[0];
}

export function offerOf({ url, title, time }: Found, index: number): PageOffer {
  return { number: index + 1, url, title, time };
}

function unpackedFrom(
  record: WarcRecord,
  fault: ReturnType<typeof faultOf>,
  found: Found,
  name: string,
  format: 'warc' | 'wacz',
  warnings: readonly string[],
): Unpacked {
  const http = record.type === 'resource' ? null : readHttp(record.block);
  const noted = [...warnings];
  if (fault === 'block')
    throw new ImportError(
      'unreadable',
      `The page in “${name}” does not match its own checksum: it was damaged or changed after it was archived.`,
    );
  if (fault === 'payload') {
    const block = fieldOf(record.header, 'warc-block-digest');
    if (block === '')
      throw new ImportError(
        'unreadable',
        `The page in “${name}” does not match its own checksum: it was damaged or changed after it was archived.`,
      );
    noted.push('The checksum of this record is right, but the one given for the page alone is not.');
  }
  if (record.isCut)
    noted.push(
      'The archive ends in the middle of this page: only the beginning of it could be read, and not checked.',
    );
  if (record.relength)
    noted.push(
      `The archive gives a wrong length for this page (${record.relength.said} instead of ${record.relength.is} bytes); it was read by what follows it.`,
    );
  if (fieldOf(record.header, 'warc-truncated') !== '')
    noted.push('The recorder cut this page off: only the beginning of it is in the archive.');
  const stated = http?.mediaType ?? readParameters(fieldOf(record.header, 'content-type')).value;
  return {
    format,
    bytes: http ? contentOf(http) : record.block,
    mediaType: found.mediaType || stated,
    charset:
      http?.charset ?? readParameters(fieldOf(record.header, 'content-type')).parameters.get('charset') ?? '',
    encoding: '',
    whole: false,
    facts: {
      ...NO_FACTS,
      title: found.title,
      address: /^https?:\/\//i.test(found.url) ? found.url.replaceAll(/\s/g, '%20') : '',
      captured: found.time,
    },
    warnings: noted,
  };
}

function remarksOn({ wrong, cut, skipped }: Contents, chosen: WarcRecord): string[] {
  const others = wrong - (faultOf(chosen) === '' || chosen.isCut ? 0 : 1);
  const remarks: string[] = [];
  if (others > 0)
    remarks.push(
      others === 1
        ? 'One other record of the archive does not match its checksum.'
        : `${others} other records of the archive do not match their checksums.`,
    );
  if (cut > 0 && !chosen.isCut) remarks.push('The archive is cut off: its last record is not whole.');
  if (skipped > 0)
    remarks.push(
      skipped === 1
        ? 'One damaged place of the archive was passed over.'
        : `${skipped} damaged places of the archive were passed over.`,
    );
  return remarks;
}
