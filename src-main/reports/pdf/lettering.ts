import { covered } from './fonts.ts';

/** Joiners, direction marks and the like: they need no glyph. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;
const JOINED_TO_OTHERS = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Text as our fonts can show it. A character that none of them has stands as its code, `[U+65E5]`: a PDF for
 * everybody must not hold text without letters, and a code can be looked up. What was replaced goes into `missing`.
 */
export function shown(text: string, missing: Set<string>): string {
  const known = covered();
  let result = '';
  let codes: string[] = [];
  // a PDF for everybody may not hold the old sign for “no break here”; the new one means the same
  for (const character of text.replaceAll('\uFEFF', '\u2060')) {
    const code = character.codePointAt(0)!;
    const fine = code === 10 || known.has(code) || INVISIBLE.test(character);
    if (fine && codes.length > 0) {
      result += `[${codes.join(' ')}]`;
      codes = [];
    }
    if (fine) result += character;
    else {
      missing.add(character);
      codes.push(codePoint(character));
    }
  }
  return codes.length > 0 ? `${result}[${codes.join(' ')}]` : result;
}

/** The same without anything that only shows together with its neighbours, which no font can promise. */
export function shownApart(text: string, missing: Set<string>): string {
  return shown(text.normalize('NFC'), missing).replace(JOINED_TO_OTHERS, (character) => {
    missing.add(character);
    return `[${codePoint(character)}]`;
  });
}

export function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
