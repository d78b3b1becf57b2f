/**
 * Sentences of one language beside those of another. `{}` is what differs from time to time and stays as it is, such as a
 * name; `{~}` is a part that has a translation of its own. `{2}` and `{~2}` name one by its place in the first sentence.
 */
export type Phrases = readonly (readonly [from: string, to: string])[];

export type BookOptions = {
  /** What may stand in the place of `{}` and `{~}`: a pattern with one group. */
  readonly named?: string;
  /** Says what stands in the place of `{~}`. */
  readonly part?: (text: string) => string;
};

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Says a known sentence in the other language, with what it names in its place; one that is not known stays as it is. */
export function phraseBook(phrases: Phrases, options: BookOptions = {}): (sentence: string) => string {
  const { named = '([^]*?)', part = (text: string) => text } = options;
  const known = phrases.map(([from, to]) => ({
    pattern: new RegExp(
      `^${from
        .split(/\{~?\}/)
        .map(escaped)
        .join(named)}$`,
      'u',
    ),
    to,
  }));
  return (sentence) => {
    for (const { pattern, to } of known) {
      const found = pattern.exec(sentence);
      if (!found) continue;
      let next = 0;
      return to.replaceAll(/\{(~?)(\d?)\}/g, (_, said: string, place: string) => {
        const text = found[Number(place) || ++next] ?? '';
        return said === '' ? text : part(text);
      });
    }
    return sentence;
  };
}
