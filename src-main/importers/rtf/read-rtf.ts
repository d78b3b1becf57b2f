import type { Mark } from '#domain/document.ts';
import { linkOf, rubyOf } from '../docx/fields.ts';
import { ImportError } from '../import-error.ts';
import { marker, sensibleAuthor, sensibleTitle, withNotes, type ReadDocument } from '../structured.ts';
import { control, firstSettings } from './controls.ts';
import { RtfNotes } from './notes.ts';
import { remarksOn, type Counts } from './remarks.ts';
import { RtfSink, type RtfStyle } from './sink.ts';
import {
  CHARACTERS,
  firstState,
  INFO,
  KNOWN,
  PLAIN_LOOK,
  PLAIN_PARAGRAPH,
  SILENT,
  SWITCHES,
  SYMBOLS,
  type RtfState,
} from './state.ts';
import { rtfTokens, type RtfToken } from './tokens.ts';

/** Deeper groups are an attack. */
const DEEPEST = 5_000;
/** Boxes in boxes beyond this are lines of the one around them. */
const DEEPEST_BOX = 3;
const LONGEST_NAME = 20_000;
const LOOKS = ['bold', 'italic', 'underline', 'strike', 'subscript', 'superscript'] as const;
/**
 * Reads RTF: its text in the code pages of its fonts, with structure, links and notes.
 * @throws ImportError with one sentence
 */
export function readRtf(bytes: Uint8Array, file: string): ReadDocument {
  const reader = new RtfReader(file);
  const data = bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(3) : bytes;
  for (const token of rtfTokens(data)) reader.take(token, data);
  return reader.finish();
}

class RtfReader {
  readonly #file: string;
  /** Fonts, styles and language: what words of the file's head set. */
  readonly #set = firstSettings();
  readonly #styles = new Map<number, RtfStyle>();
  readonly #sinks: RtfSink[] = [new RtfSink((id) => this.#styles.get(id))];
  readonly #notes = new RtfNotes();
  /** How deep the sinks of boxes lie in each other. */
  readonly #boxes = new Map<number, number>();
  readonly #named = new Map<string, string>();
  readonly #stack: RtfState[] = [];
  readonly #counts: Counts = { pictures: 0, comments: 0, changes: 0, hidden: 0 };
  #state = firstState();
  #pending: number[] = [];
  /** Characters still to be left out after a Unicode character. */
  #skip = 0;
  /** Whether the group has just begun with `\*`. */
  #starred = false;
  #high = '';
  /** How deep the group lies that says something twice; -1 where there is none. */
  #twice = -1;

  constructor(file: string) {
    this.#file = file;
  }

  take(token: RtfToken, bytes: Uint8Array): void {
    switch (token.kind) {
      case 'text':
        for (let at = token.from; at < token.to; at++) this.#byte(bytes[at]!);
        break;
      case 'byte':
        this.#byte(token.value);
        break;
      case 'open':
        this.#flush();
        this.#skip = 0;
        if (this.#stack.length > DEEPEST)
          throw new ImportError('unreadable', `“${this.#file}” nests its parts too deeply; it was not read.`);
        this.#stack.push(this.#state);
        this.#state = { ...this.#state, paragraph: { ...this.#state.paragraph } };
        // `\upr{old}{\*\ud{new}}`: what stands in the first group is said again in Unicode
        if (this.#stack.length - 1 === this.#twice) this.#state.destination = 'silent';
        break;
      case 'close':
        this.#close();
        break;
      case 'symbol':
        this.#symbol(token.symbol);
        break;
      case 'word':
        this.#word(token.word, token.value);
        break;
    }
  }

  #byte(value: number): void {
    this.#starred = false;
    if (this.#skip > 0) this.#skip--;
    else if (this.#state.destination !== 'silent') this.#pending.push(value);
  }

  /** Decodes the bytes gathered so far, all set in one font. */
  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = this.#pending;
    this.#pending = [];
    const inFontTable = this.#state.destination === 'named' && this.#state.name === 'fonttbl';
    this.#text(this.#set.fonts.decode(bytes, inFontTable ? null : this.#state.font));
  }

  #text(text: string): void {
    const state = this.#state;
    if (state.destination === 'silent' || text === '') return;
    if (state.destination === 'named') {
      this.#collect(state.name, text);
      return;
    }
    if (state.hidden || state.deleted) {
      if (text.trim() !== '') this.#counts[state.hidden ? 'hidden' : 'changes']++;
      return;
    }
    this.#sink.text(text, this.#marks(), state.paragraph);
  }

  get #sink(): RtfSink {
    return this.#sinks[this.#state.sink]!;
  }

  #marks(): Mark[] {
    const state = this.#state;
    const marks: Mark[] = LOOKS.filter((type) => state[type]).map((type) => ({ type }));
    const href = state.field?.href ?? '';
    return href === '' ? marks : [{ type: 'link', attrs: { href, title: null } }, ...marks];
  }

  /** Text of a group that is no text of the article: a font's name, the title, an instruction. */
  #collect(name: string, text: string): void {
    if (name === 'fonttbl') {
      const font = this.#set.fonts.font(this.#set.font);
      if (font.name.length < 200) font.name = `${font.name}${text}`.replace(/;.*$/s, '').trim();
      return;
    }
    if (name === 'stylesheet') {
      const known = this.#styles.get(this.#set.style);
      const whole = `${known?.name ?? ''}${text}`.slice(0, 200);
      this.#styles.set(this.#set.style, {
        name: whole.replace(/;.*$/s, '').trim(),
        outline: this.#set.styleOutline,
      });
      return;
    }
    if (name === 'fldinst') {
      const { field } = this.#state;
      if (field && field.instruction.length < 5_000) field.instruction += text;
      return;
    }
    const before = this.#named.get(name) ?? '';
    if (before.length < LONGEST_NAME) this.#named.set(name, before + text);
  }

  #close(): void {
    this.#flush();
    this.#skip = 0;
    const ended = this.#state;
    const outer = this.#stack.pop();
    if (this.#stack.length < this.#twice) this.#twice = -1;
    if (!outer) return;
    this.#state = outer;
    if (
      ended.destination === 'named' &&
      ended.name === 'fldinst' &&
      outer.name !== 'fldinst' &&
      ended.field
    ) {
      ended.field.href = linkOf(ended.field.instruction);
      this.#text(rubyOf(ended.field.instruction));
    }
    if (ended.destination === 'named' && (ended.name === 'listtext' || ended.name === 'pntext')) {
      if (outer.name !== ended.name) {
        this.#sink.label = this.#named.get(ended.name) ?? '';
        this.#named.delete(ended.name);
      }
    }
    if (ended.sink === outer.sink) return;
    if (this.#boxes.has(ended.sink)) this.#endBox(ended.sink);
    else this.#endNote(ended.sink);
  }

  #beginNote(): void {
    const id = this.#sinks.push(new RtfSink((style) => this.#styles.get(style), true)) - 1;
    this.#notes.begin(id);
    Object.assign(this.#state, PLAIN_LOOK, {
      destination: 'text',
      sink: id,
      field: null,
      paragraph: { ...PLAIN_PARAGRAPH },
    });
  }

  /** Cites a note in the text once its group is through. */
  #endNote(id: number): void {
    const isShown = this.#state.destination === 'text';
    const cited = this.#notes.end(id, this.#sinks[id]!, isShown ? this.#sink.builder : null);
    if (!cited || !isShown) return;
    const marks: Mark[] = [
      ...this.#marks().filter(({ type }) => !/^(?:link|subscript|superscript)$/.test(type)),
      { type: 'superscript' },
    ];
    this.#sink.text(marker(cited.label), marks, this.#state.paragraph, cited.key);
  }

  #symbol(symbol: string): void {
    if (symbol === '*') {
      this.#flush();
      this.#starred = true;
      return;
    }
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    this.#flush();
    if (symbol === '\n' || symbol === '\r') this.#paragraphEnd();
    else this.#text(SYMBOLS[symbol] ?? '');
  }

  #paragraphEnd(): void {
    if (this.#state.destination === 'text') this.#sink.endParagraph(this.#state.paragraph);
  }

  #word(word: string, value: number | null): void {
    const starred = this.#starred;
    this.#starred = false;
    if (this.#skip > 0 && CHARACTERS[word] !== undefined) {
      this.#skip--;
      return;
    }
    // some writers leave out what should follow a Unicode character
    this.#skip = 0;
    this.#flush();
    if (word === 'u') {
      this.#unicode(value ?? 0);
      return;
    }
    if (this.#destination(word, starred)) return;
    const look = SWITCHES[word];
    if (look !== undefined) this.#state[look] = value !== 0;
    else if (CHARACTERS[word] !== undefined) this.#text(CHARACTERS[word]);
    else this.#control(word, value);
  }

  #unicode(value: number): void {
    this.#skip = this.#state.fallback;
    const unit = String.fromCharCode(value & 0xffff);
    // what lies beyond the first 65,536 comes as two halves
    if (/[\uD800-\uDBFF]/.test(unit)) {
      this.#high = unit;
      return;
    }
    const whole = /[\uDC00-\uDFFF]/.test(unit) ? `${this.#high}${unit}` : unit;
    this.#high = '';
    this.#text(/^[\uF020-\uF0FF]$/.test(whole) ? this.#symbolic(whole) : whole);
  }

  /** Characters of symbol fonts come from the private area. */
  #symbolic(letter: string): string {
    const { font } = this.#state;
    const set = font === null ? null : this.#set.fonts.font(font).set;
    return set === 2 || set === null ? this.#set.fonts.decode([letter.charCodeAt(0) - 0xf000], font) : letter;
  }

  /** Whether a word begins a group of its own kind; then the group is set to it. */
  #destination(word: string, starred: boolean): boolean {
    const state = this.#state;
    if (state.destination === 'silent' && word !== 'shptxt' && word !== 'result' && word !== 'ud')
      return true;
    if (word === 'pict' || word === 'objdata') this.#counts.pictures++;
    if (word === 'annotation') this.#counts.comments++;
    if (SILENT.has(word) && word !== 'shpinst') state.destination = 'silent';
    else if (
      word === 'fonttbl' ||
      word === 'stylesheet' ||
      word === 'fldinst' ||
      word === 'listtext' ||
      word === 'pntext'
    )
      Object.assign(state, { destination: 'named', name: word });
    else if (word === 'info') Object.assign(state, { destination: 'named', name: 'info' });
    else if (state.name === 'info' && state.destination === 'named' && INFO.has(word))
      // who changed the file last may stand there as one more author
      Object.assign(state, this.#named.has(word) ? { destination: 'silent' } : { name: word });
    else if (word === 'footnote') this.#beginNote();
    else if (word === 'field') state.field = { instruction: '', href: '' };
    else if (word === 'shpinst' || word === 'object') state.destination = 'silent';
    else if (word === 'shptxt' || word === 'result') this.#beginBox();
    else if (word === 'upr') this.#twice = this.#stack.length;
    else if (word === 'ud') {
      const outer = this.#stack.at(-1);
      if (this.#twice >= 0 && outer)
        Object.assign(state, { destination: outer.destination, name: outer.name });
    } else if (starred && !KNOWN.has(word)) state.destination = 'silent';
    else return false;
    return true;
  }

  /** The text of a shape, or what an embedded object shows: it comes after the paragraph that it hangs on. */
  #beginBox(): void {
    const inTable = this.#state.paragraph.inTable;
    const depth = (this.#boxes.get(this.#state.sink) ?? 0) + 1;
    Object.assign(this.#state, PLAIN_LOOK, { destination: 'text', paragraph: { ...PLAIN_PARAGRAPH } });
    if (depth <= DEEPEST_BOX) {
      this.#state.sink = this.#sinks.push(new RtfSink((id) => this.#styles.get(id))) - 1;
      this.#boxes.set(this.#state.sink, depth);
      return;
    }
    this.#state.paragraph.inTable = inTable;
    this.#sink.endParagraph(this.#state.paragraph);
  }

  #endBox(id: number): void {
    const box = this.#sinks[id]!;
    box.finish();
    this.#sink.box(box.builder.finish());
  }

  #control(word: string, value: number | null): void {
    const state = this.#state;
    if (word === 'ftnalt') this.#notes.tell(state.sink, 'endnote');
    else if (word === 'chftn') this.#notes.tell(state.sink, 'counted');
    else if (word === 'revised') this.#counts.changes += value === 0 ? 0 : 1;
    else if (!control(word, value, state, this.#set)) this.#layout(word, value);
  }

  #layout(word: string, value: number | null): void {
    if (this.#state.destination !== 'text') return;
    const { paragraph } = this.#state;
    if (word === 'par' || word === 'sect' || word === 'nestcell' || word === 'nestrow') this.#paragraphEnd();
    else if (word === 'line' || word === 'softline') this.#sink.lineBreak(paragraph);
    else if (word === 'cell') this.#sink.endCell(paragraph);
    else if (word === 'row') this.#sink.endRow();
    else if (word === 'trowd') this.#sink.beginRow();
    else if (word === 'trhdr') this.#sink.headerRow();
    else this.#sink.defineRow(word, value);
  }

  finish(): ReadDocument {
    this.#flush();
    const cutOff = this.#stack.length > 0;
    while (this.#stack.length > 0) this.#close();
    const [body] = this.#sinks;
    body!.finish();
    const document = body!.builder.finish();
    const boxes = [...this.#boxes.keys()].map((id) => this.#sinks[id]!.builder.noted);
    const noted = new Map([body!.builder.noted, ...boxes].flatMap((one) => [...one]));
    const named = (name: string) => (this.#named.get(name) ?? '').trim();
    return {
      ...withNotes(document, noted, this.#notes.written),
      facts: {
        title: sensibleTitle(named('title')),
        author: sensibleAuthor(named('author')),
        publisher: named('company'),
        address: '',
        published: '',
        language: this.#set.language,
        captured: '',
      },
      warnings: [...this.#sinks.flatMap((sink) => sink.builder.warnings), ...remarksOn(this.#counts, cutOff)],
    };
  }
}
