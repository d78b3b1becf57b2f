/** What people write over a list of sources, alone on its line. */
export const HEADING =
  /^[\s*#_—–-]*(?:(?:further|more|external|useful) )?(?:sources?|references?|(?:end|foot)?notes?|bibliography|works cited|citations|links|список (?:источников|литературы|использованн\p{L}+ (?:источников|литературы)|джерел|використан\p{L}+ джерел)|источники?(?: и литература)?|ссылки|примечани[ея]|сноски|литература|библиография|использованн\p{L}+ источники|(?:пайдаланылған )?дереккөз(?:дер|і|дері)?|сілтемелер|ескерт(?:пелер|улер)|(?:пайдаланылған )?әдебиет(?:тер)?(?: тізімі)?|джерел[ао]|посилання|примітки|виноски|література|бібліографія)[\s*_]*[:.]?[\s*_]*$/iu;
/** The same words before the addresses themselves: `Sources: https://a, https://b`. */
export const LEAD =
  /^\s*(?:sources?|references?|links|источники?|ссылки|дереккөз(?:дер|і)?|сілтемелер|джерел[ао]|посилання)\s*:\s*(?=\S)/iu;

/** What a source that names no address has in its line: a year, a title in quotes, or parts. */
const PARTS = /(?:1[5-9]|20)\d\d|[«„“"]|\p{L},\s|:\s|\s[—–-]\s/u;
const LONGEST_SOURCE = 300;
/** Headings over notes and links stand over other things too. */
const OF_SOURCES =
  /sourc|referenc|bibliog|works|литератур|источник|библиограф|дереккөз|әдебиет|джерел|літератур|бібліограф/iu;

/** Whether a line may be a source without an address, as the lists under “Sources” have them. */
export function namesSource(line: string): boolean {
  return line.length <= LONGEST_SOURCE && PARTS.test(line);
}

export const isOfSources = (heading: string): boolean => OF_SOURCES.test(heading);

/** The sources named in one line behind “Sources:”, parted by semicolons; none where it is a sentence. */
export function sourcesNamed(line: string): { from: number; to: number }[] {
  const lead = LEAD.exec(line)?.[0] ?? '';
  if (lead === '' || !isOfSources(lead) || line.length > 4 * LONGEST_SOURCE) return [];
  let at = lead.length;
  const found: { from: number; to: number }[] = [];
  for (const part of line.slice(lead.length).split(';')) {
    if (/\p{L}{2}/u.test(part)) found.push({ from: at, to: at + part.trimEnd().length });
    at += part.length + 1;
  }
  return found.length > 1 || namesSource(line.slice(lead.length)) ? found : [];
}
