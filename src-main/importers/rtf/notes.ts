import { ownMark } from '../own-mark.ts';
import { roman, type WrittenNote } from '../structured.ts';
import type { TextBuilder } from '../text-builder.ts';
import type { RtfSink } from './sink.ts';

type Known = { readonly key: string; endnote: boolean; counted: boolean };

/** The notes of an RTF file, with the marks that they have of their own or the numbers that they are counted by. */
export class RtfNotes {
  readonly written: WrittenNote[] = [];
  readonly #known = new Map<number, Known>();
  readonly #labels = new Set<string>();
  /** The last number of each kind of note. */
  readonly #numbers = { foot: 0, end: 0 };

  /** @param id the part of the text that the note writes to */
  begin(id: number): void {
    this.#known.set(id, { key: `note ${id}`, endnote: false, counted: false });
  }

  /** What a word inside a note says of it: that it stands at the end, or is counted. */
  tell(id: number, what: 'endnote' | 'counted'): void {
    const note = this.#known.get(id);
    if (note) note[what] = true;
  }

  /**
   * Takes a note that is through: only now it is known whether it is an endnote.
   * @param around the text that cites it; null where that is not shown
   * @returns how it is to be cited; null where the text has its mark already
   */
  end(id: number, sink: RtfSink, around: TextBuilder | null): { key: string; label: string } | null {
    const { key, endnote, counted } = this.#known.get(id)!;
    sink.finish();
    const document = sink.builder.finish();
    const { noted } = sink.builder;
    const own = counted ? null : ownMark(document);
    const mark = own?.mark.replaceAll(/[[\]()]/g, '') ?? '';
    if (own && around && !this.#labels.has(mark) && around.cites(own.mark, key)) {
      this.#labels.add(mark);
      this.written.push({ key, label: mark, document: own.document, noted });
      return null;
    }
    const number = ++this.#numbers[endnote ? 'end' : 'foot'];
    const label = endnote ? roman(number) : String(number);
    this.written.push({ key, label, document, noted });
    return { key, label };
  }
}
