import { RtfFonts } from './fonts.ts';
import { languageOfNumber, PLAIN_LOOK, PLAIN_PARAGRAPH, type RtfState } from './state.ts';

/** What the words of a file's head set for all of it, and which font or style is being described. */
export type RtfSettings = {
  readonly fonts: RtfFonts;
  defaultFont: number | null;
  language: string;
  font: number;
  style: number;
  styleOutline: number | null;
};

export const firstSettings = (): RtfSettings => ({
  fonts: new RtfFonts(),
  defaultFont: null,
  language: '',
  font: -1,
  style: 0,
  styleOutline: null,
});

/** Takes a word about fonts, letters, styles or paragraphs. False where it is about none of these. */
export function control(word: string, value: number | null, state: RtfState, set: RtfSettings): boolean {
  const { paragraph } = state;
  switch (word) {
    case 'ansicpg':
      set.fonts.page = value ?? 1252;
      break;
    case 'mac':
      set.fonts.page = 10_000;
      break;
    case 'pc':
      set.fonts.page = 437;
      break;
    case 'pca':
      set.fonts.page = 850;
      break;
    case 'deff':
      set.defaultFont = value;
      state.font ??= value;
      break;
    case 'deflang':
      set.language ||= languageOfNumber(value ?? 0);
      break;
    case 'f':
      if (state.name === 'fonttbl' && state.destination === 'named') set.font = value ?? 0;
      else state.font = value;
      break;
    case 'fcharset':
      set.fonts.font(set.font).set = value;
      break;
    case 'cpg':
      set.fonts.font(set.font).page = value;
      break;
    case 'uc':
      state.fallback = Math.min(Math.max(value ?? 1, 0), 16);
      break;
    case 'plain':
      Object.assign(state, PLAIN_LOOK, { font: set.defaultFont ?? state.font });
      break;
    case 'ulnone':
      state.underline = false;
      break;
    case 'nosupersub':
      Object.assign(state, { subscript: false, superscript: false });
      break;
    case 'pard':
      state.paragraph = { ...PLAIN_PARAGRAPH };
      break;
    case 's':
    case 'cs':
    case 'ds':
    case 'ts':
      styled(word, value ?? 0, state, set);
      break;
    case 'outlinelevel':
      if (state.name === 'stylesheet' && state.destination === 'named') set.styleOutline = value;
      else paragraph.outline = value;
      break;
    case 'ls':
      paragraph.list = value ?? 0;
      break;
    case 'ilvl':
      paragraph.depth = value ?? 0;
      break;
    case 'intbl':
      paragraph.inTable = true;
      break;
    case 'itap':
      paragraph.inTable = (value ?? 1) > 0;
      break;
    default:
      return false;
  }
  return true;
}

function styled(word: string, value: number, state: RtfState, set: RtfSettings): void {
  if (state.name !== 'stylesheet' || state.destination !== 'named') {
    if (word === 's') state.paragraph.style = value;
    return;
  }
  // numbers of character styles are apart from those of paragraphs
  set.style = word === 's' ? value : -1 - value;
  set.styleOutline = null;
}
