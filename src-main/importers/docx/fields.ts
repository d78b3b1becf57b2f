import { safeLink } from '../html-tree.ts';

type Field = { instruction: string; shows: boolean; href: string };

/** Fields that stand in the text as marks: begin, instruction, separator, result, end. They may nest. */
export class Fields {
  readonly #open: Field[] = [];

  begin(): void {
    if (this.#open.length < 200) this.#open.push({ instruction: '', shows: false, href: '' });
  }

  /** A part of the instruction of the innermost field. */
  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.shows && field.instruction.length < 5_000) field.instruction += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (!field) return;
    field.shows = true;
    field.href = linkOf(field.instruction);
  }

  end(): void {
    this.#open.pop();
  }

  /** Whether what comes now is text; inside an instruction it is none. */
  get shows(): boolean {
    return this.#open.every((field) => field.shows);
  }

  get href(): string {
    return this.#open.findLast((field) => field.href !== '')?.href ?? '';
  }
}

/** The address that a HYPERLINK instruction names, or ''. */
export function linkOf(instruction: string): string {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))(.*)$/is.exec(instruction);
  if (!found) return '';
  const address = (found[1] ?? found[2] ?? '').trim();
  const anchor = /\\l\s+"([^"]*)"/i.exec(found[3] ?? '')?.[1];
  return safeLink(
    anchor === undefined || anchor === '' || address === '' ? address : `${address}#${anchor}`,
    '',
  );
}

/** Letters over words, as East Asian texts have them, in the field that Word writes for them; '' for another field. */
export function rubyOf(instruction: string): string {
  const found =
    /^\s*EQ\s[^]*?\\o(?:\\a[lrcd])?\s*\(\s*\\s\\up\s*\d+\s*\(([^()]{1,200})\)\s*[,;]\s*([^()]{1,200})\)/i.exec(
      instruction,
    );
  return found ? `${found[2]!.trim()}(${found[1]!.trim()})` : '';
}
