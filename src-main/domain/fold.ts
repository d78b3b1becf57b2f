/**
 * The text as it is searched: lower case, ё as е, each UTF-16 unit staying where it was, so that a place found in the
 * folded text is the same place in the text itself.
 */
export function foldForSearch(text: string): string {
  const folded = text.toLowerCase();
  const same = folded.length === text.length ? folded : unitByUnit(text);
  return same.replaceAll('ё', 'е');
}

function unitByUnit(text: string): string {
  let folded = '';
  for (const unit of text.split('')) {
    const lower = unit.toLowerCase();
    folded += lower.length === 1 ? lower : unit;
  }
  return folded;
}
