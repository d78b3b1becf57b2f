/** What Assay reads as an article, by the name's ending. Files chosen one by one may have any name. */
export const ARTICLE_ENDINGS = [
  'txt',
  'text',
  'md',
  'markdown',
  'mdown',
  'html',
  'htm',
  'xhtml',
  'mht',
  'mhtml',
  'webarchive',
  'warc',
  'warc.gz',
  'arc',
  'arc.gz',
  'wacz',
  'eml',
  'emlx',
  'mbox',
  'docx',
  'docm',
  'doc',
  'odt',
  'ott',
  'fodt',
  'rtf',
  'epub',
  'pdf',
] as const;

const READABLE = new RegExp(
  `\\.(?:${ARTICLE_ENDINGS.map((one) => one.replace('.', '\\.')).join('|')})$`,
  'i',
);

/**
 * What browsers and office programs add to a page's name for the folder of its pictures, frames and scripts when they
 * save it whole, in the languages in which they do.
 */
const SIDE =
  /(?:[_.-]files|-Dateien|_fichiers|_archivos|_arquivos|_ficheiros|_file|_bestanden|-filer|_filer|_pliki|_soubory|_elemei|_tiedostot|_dosyalar|_datoteke|_fajlovi|_fails|_failid|_bylos|_fitxers|_fitxategiak|[_-]файлы|_файлове)$/iu;

/** The files of a folder that are articles, and how many others there are. */
export type Sorted<T> = { readonly articles: readonly T[]; readonly others: number };

/**
 * Sorts the files of a folder with its folders: hidden files, unknown kinds, and what belongs to a saved page (in the
 * folder beside it that has its name) are no articles of their own.
 * @param pathOf the path with `/` or `\` between its parts
 */
export function articlesAmong<T>(files: readonly T[], pathOf: (file: T) => string): Sorted<T> {
  const paths = files.map((file) => pathOf(file).replaceAll('\\', '/'));
  const pages = new Set(
    paths.flatMap((path) =>
      /\.(?:x?html?|mht)$/i.test(path) ? [path.replace(/\.\w+$/, '').toLowerCase()] : [],
    ),
  );
  const articles = files.filter((_, index) => {
    const parts = paths[index]!.split('/');
    return (
      READABLE.test(paths[index]!) &&
      !parts.some((part) => /^\.[^./]/.test(part)) &&
      !parts.slice(0, -1).some((_part, depth) => isSide(parts.slice(0, depth + 1).join('/'), pages))
    );
  });
  return { articles, others: files.length - articles.length };
}

/** Whether a folder is that of a saved page beside it. */
function isSide(folder: string, pages: ReadonlySet<string>): boolean {
  return SIDE.test(folder) && pages.has(folder.replace(SIDE, '').toLowerCase());
}
