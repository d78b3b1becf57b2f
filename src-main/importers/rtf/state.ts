/** What a group is for. Text in `silent` groups is not shown; `named` groups collect it for later. */
export type Destination = 'text' | 'silent' | 'named';

/** What a group hands down to the groups inside it, and takes back at its end. */
export type RtfState = {
  destination: Destination;
  /** The name of a `named` destination. */
  name: string;
  font: number | null;
  /** How many characters stand after a Unicode character for readers that know none. */
  fallback: number;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  subscript: boolean;
  superscript: boolean;
  hidden: boolean;
  deleted: boolean;
  paragraph: Paragraph;
  field: Field | null;
  /** The part of the text that it writes to. */
  sink: number;
};

export type Paragraph = {
  style: number;
  outline: number | null;
  inTable: boolean;
  list: number;
  depth: number;
};

export type Field = { instruction: string; href: string };

export const PLAIN_LOOK = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  subscript: false,
  superscript: false,
  hidden: false,
  deleted: false,
} as const;

export const PLAIN_PARAGRAPH: Paragraph = { style: 0, outline: null, inTable: false, list: 0, depth: 0 };

export function firstState(): RtfState {
  return {
    destination: 'text',
    name: '',
    font: null,
    fallback: 1,
    ...PLAIN_LOOK,
    paragraph: { ...PLAIN_PARAGRAPH },
    field: null,
    sink: 0,
  };
}

/** Groups that hold nothing for a reader. Those marked with `\*` that are not known are silent as well. */
export const SILENT = new Set(
  (
    'colortbl filetbl rsidtbl generator listtable listoverridetable revtbl pict nonshppict objdata objclass objname ' +
    'header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
    'annotation atnid atnauthor atntime atndate atnref atnparent atrfstart atrfend template private themedata ' +
    'colorschememapping datastore latentstyles xmlnstbl bkmkstart bkmkend datafield tc xe shprslt sp sn sv pn ' +
    'nonesttables nesttableprops mmathPr wgrffmtfilter userprops pnseclvl formfield fldtype passwordhash ' +
    'listpicture background ftnsepc protusertbl xform docvar xmlopen xmlclose do fontemb fontfile panose falt'
  ).split(' '),
);

/** Marked groups that are known, and hold text. */
export const KNOWN = new Set(
  'shppict shpinst shptxt shpgrp footnote fldinst ud listtext pntext cs ts company title author bkmkstart result hyphen'.split(
    ' ',
  ),
);

/** Characters that have words of their own. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  zwj: '\u200D',
  zwnj: '\u200C',
  ltrmark: '\u200E',
  rtlmark: '\u200F',
  page: ' ',
  column: ' ',
};

export const SYMBOLS: Readonly<Record<string, string>> = {
  '~': '\u00A0',
  '-': '\u00AD',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\t': '\t',
};

const LANGUAGES: Readonly<Record<number, string>> = {
  7: 'de',
  9: 'en',
  10: 'es',
  12: 'fr',
  16: 'it',
  19: 'nl',
  21: 'pl',
  22: 'pt',
  25: 'ru',
  34: 'uk',
  35: 'be',
  63: 'kk',
  67: 'uz',
};

/** The language that Windows numbers so; '' for those that are not listed. */
export function languageOfNumber(id: number): string {
  return LANGUAGES[id & 0x3ff] ?? '';
}

/** Words that switch a look of the letters on, or off with a 0. */
export const SWITCHES: Readonly<Record<string, keyof typeof PLAIN_LOOK>> = {
  b: 'bold',
  i: 'italic',
  ul: 'underline',
  uld: 'underline',
  uldb: 'underline',
  ulw: 'underline',
  strike: 'strike',
  striked: 'strike',
  sub: 'subscript',
  super: 'superscript',
  v: 'hidden',
  deleted: 'deleted',
};

/** Groups of the file's own description. */
export const INFO = new Set([
  'title',
  'author',
  'company',
  'subject',
  'operator',
  'manager',
  'category',
  'keywords',
  'comment',
  'doccomm',
  'hlinkbase',
  'creatim',
  'revtim',
  'printim',
  'buptim',
]);
