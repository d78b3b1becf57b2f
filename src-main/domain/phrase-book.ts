/** Sentences of one language beside those of another; `{}` is what differs from time to time, `{2}` names it by its place. */
export type Phrases = readonly (readonly [from: string, to: string])[];

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Says a known sentence in the other language, with what it names in its place; one that is not known stays as it is.
 * @param named what may stand in the place of `{}`: a pattern with one group
 */
export function phraseBook(phrases: Phrases, named = '([^]*?)'): (sentence: string) => string {
  const known = phrases.map(([from, to]) => ({
    pattern: new RegExp(`^${from.split('{}').map(escaped).join(named)}$`, 'u'),
    to,
  }));
  return (sentence) => {
    for (const { pattern, to } of known) {
      const found = pattern.exec(sentence);
      if (!found) continue;
      let next = 0;
      return to.replaceAll(/\{(\d?)\}/g, (_, place: string) => found[Number(place) || ++next] ?? '');
    }
    return sentence;
  };
}
