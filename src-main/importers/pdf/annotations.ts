import { safeLink } from '../html-tree.ts';
import { MOST_PAGES, type Pdf, type PdfPage } from './open-pdf.ts';

/** Lengths are points, counted from the lower left corner of the page. */
export type Link = { readonly href: string; readonly rect: readonly number[] };
export type Filled = { readonly text: string; readonly rect: readonly number[]; readonly size: number };
/** Where a page's links lie, and what was typed onto the page: into fields of a form, or as a remark in the open. */
export type Annotations = { readonly links: readonly Link[]; readonly filled: readonly Filled[] };
export type AnnotationsOf = (page: PdfPage) => Promise<Annotations>;

type Annotation = {
  pageIndex?: unknown;
  annotationType?: unknown;
  annotationFlags?: unknown;
  quadPoints?: unknown;
  subtype?: string;
  url?: unknown;
  rect?: unknown;
  fieldType?: unknown;
  fieldValue?: unknown;
  hidden?: unknown;
  contentsObj?: { str?: unknown };
  defaultAppearanceData?: { fontSize?: unknown };
};

/** pdf.js's numbers of the kinds that are asked for. */
const LINK = 2;
const FREE_TEXT = 3;
const WIDGET = 20;
/** The flags of an annotation that no program shows: invisible, and not for the screen. */
const UNSEEN = 1 | 32;
const MOST_A_PAGE = 5_000;
const NOTHING: Annotations = { links: [], filled: [] };

/**
 * Looks up the annotations of a whole file at once. Asked page by page, pdf.js interprets the text of each page that has
 * a link a second time, only to tell which words the link covers.
 */
export async function annotationsOf(pdf: Pdf): Promise<AnnotationsOf> {
  const ofPage: AnnotationsOf = async (page) => {
    try {
      return sorted((await page.getAnnotations()) as Annotation[]);
    } catch {
      // a damaged annotation is no reason to lose the page
      return NOTHING;
    }
  };
  if (pdf.numPages > MOST_PAGES) return ofPage;
  let all: Annotation[];
  try {
    const kinds = new Set([LINK, FREE_TEXT, WIDGET]);
    all = ((await pdf.getAnnotationsByType(kinds, new Set())) as Annotation[] | null) ?? [];
  } catch {
    // one damaged page fails them all, so each is asked by itself
    return ofPage;
  }
  const pages = Map.groupBy(all, ({ pageIndex }) => pageIndex);
  return async (page) => {
    const own = pages.get(page.pageNumber - 1) ?? [];
    // only the page itself finds the values of fields that have lost their form
    if (own.some(({ annotationType }) => annotationType === WIDGET)) return ofPage(page);
    return sorted(own.filter(isShown));
  };
}

const isShown = ({ annotationFlags, quadPoints }: Annotation): boolean =>
  quadPoints !== null && (typeof annotationFlags !== 'number' || (annotationFlags & UNSEEN) === 0);

function sorted(annotations: readonly Annotation[]): Annotations {
  const links: Link[] = [];
  const filled: Filled[] = [];
  for (const one of annotations.slice(0, MOST_A_PAGE)) {
    const rect = Array.isArray(one.rect) && one.rect.length === 4 ? (one.rect as number[]) : null;
    if (!rect || one.hidden === true) continue;
    const href = one.subtype === 'Link' && typeof one.url === 'string' ? safeLink(one.url, '') : '';
    if (href !== '') links.push({ href, rect });
    const text = typedText(one);
    const size = one.defaultAppearanceData?.fontSize;
    const height = rect[3]! - rect[1]!;
    if (text !== '')
      filled.push({
        text,
        rect,
        size: typeof size === 'number' && size > 0 ? size : Math.min(10, Math.max(1, height)),
      });
  }
  return { links, filled };
}

function typedText({ subtype, fieldType, fieldValue, contentsObj }: Annotation): string {
  const isText = subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch');
  const value = isText ? (Array.isArray(fieldValue) ? (fieldValue as unknown[])[0] : fieldValue) : undefined;
  const shown: unknown = subtype === 'FreeText' ? contentsObj?.str : value;
  return typeof shown === 'string' ? shown.slice(0, 50_000).toWellFormed() : '';
}
