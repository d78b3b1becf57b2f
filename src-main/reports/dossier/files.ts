import { type ReportInput, includes } from '../input.ts';
import type { ReportSources } from '../writer.ts';

/** A file that the report rests on; `base64` is undefined where only its hash goes into the dossier. */
export type HeldFile = {
  readonly id: string;
  readonly kind: 'original' | 'copy';
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly base64: string | undefined;
};

/** The originals and archived copies of a report, each once, in the order of the report. */
export function heldFiles(input: ReportInput, sources: ReportSources): HeldFile[] {
  const wanted = new Map<string, Pick<HeldFile, 'kind' | 'name' | 'bytes'>>();
  for (const article of input.articles) {
    if (article.original !== '')
      wanted.set(article.original, { kind: 'original', name: article.originalName, bytes: 0 });
  }
  for (const { captures } of input.references) {
    for (const { sha256, name, bytes } of captures) {
      if (sha256 !== '' && !wanted.has(sha256)) wanted.set(sha256, { kind: 'copy', name, bytes });
    }
  }
  return [...wanted].map(([sha256, file], n) => {
    const bytes = includes(input, 'files') ? sources.blob(sha256) : undefined;
    return {
      id: `file-${n + 1}`,
      kind: file.kind,
      // a name from outside is data: no path, nothing invisible
      name: safe(file.name) || `file-${n + 1}`,
      sha256,
      bytes: bytes?.length ?? file.bytes,
      base64: bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    };
  });
}

function safe(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return last
    .replaceAll(/[^\p{L}\p{N}\p{M} _().,-]/gu, '_')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(-120);
}
