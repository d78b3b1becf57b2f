import { oneLine } from './clean-text.ts';
import { dayIn } from './dates.ts';
import { HEADING, LEAD } from './source-headings.ts';

export type Proposals = {
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly address: string;
  readonly published: string;
};

/** A line that begins as a note does. */
const NOTE = /^(?:\[\^?[\p{L}\p{N}]{1,12}\]|\([\d*]{1,3}\)|\d{1,3}[.)]\s|[¹²³⁴-⁹*†‡]{1,3}\s?)/u;

/** How many lines at the top may tell what the article is. */
const TOP = 8;

const TITLE = /^(?:title|headline|заголовок|название|тақырып|назва)\s*:\s*(.{2,300})$/iu;
const AUTHOR = /^(?:by|author|written by|автор|текст|авторы|мәтін|авторлар)\s*:?\s+(\S.{1,80})$/iu;
/** Case counts here: a name begins with a capital, and has dots only behind initials. */
const NAME = /^\p{Lu}(?:[^.!?]|(?<=\p{Lu})\.)+$/u;
/** Case counts here: only names begin with capitals. */
const CREDIT =
  /(?:prepared|written|reported) (?:especially |specially |exclusively )?by ((?:\p{Lu}[\p{L}’'-]+\s?){2,4})/u;
/** `Posted on 8 January 2022 by Ada Lind`, as blogs print it over their texts. */
const POSTED = /^(?:posted|published|written)\s+(?:on\s+)?.{0,40}\d{4}.{0,20}\s+by\s+(\p{Lu}[^.!?]{2,80})$/iu;
/** What may stand behind a name on its line: a date, a paper, a count of minutes. */
const BEHIND_NAME = /\s*(?:[|·•/]|\s[-–—]\s|[,;]?\s+(?=\d{1,2}[.\s]|\d{4}-)).*$/u;
/** When it was changed tells less than when it was published. */
const UPDATED = /(?:updated|modified|обновлено|изменено|жаңартылды|оновлено)\s*:?[^·|;]{0,40}/giu;
const ADDRESS = /^(?:(?:source|link|url|источник|ссылка|дереккөз|джерело)\s*:?\s*)?(https?:\/\/\S+)$/iu;
const PUBLISHER =
  /^(?:publisher|published by|publication|издание|издатель|басылым|видання)\s*:\s*(.{2,120})$/iu;
/** Blogs print this over their comments: it holds the title when the copied text begins below it. */
const COMMENTS =
  /^(?:no|one|\d+) (?:responses?|comments?|thoughts?|replies|reply) (?:to|on) [“"«](.{3,300})[”"»]\s*$/iu;

/** Proposes what an article is from its own lines. What is not written there is ''. */
export function proposeFromText(lines: readonly string[], name: string): Proposals {
  const filled = lines.map((line) => line.trim()).filter((line) => /[\p{L}\p{N}]/u.test(line));
  // what stands under “Sources” in a short text, and in its notes, is about other texts
  const sources = filled.findIndex(
    (line, index, { length }) =>
      index > 0 && (HEADING.test(line) || (index > 1 && index === length - 1 && LEAD.test(line))),
  );
  const top = filled
    .slice(0, sources < 0 ? TOP : Math.min(TOP, sources))
    .filter((line, index) => index === 0 || !NOTE.test(line));
  const first = (among: readonly string[], pattern: RegExp) =>
    among.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined) ?? '';
  const dated = top
    .filter((line) => line.length < 80)
    .map((line) => dayIn(line.replaceAll(UPDATED, '')) || dayIn(line));
  const author = top.map(authorIn).find((name) => name !== '') ?? '';
  return {
    title: oneLine(first(top, TITLE)) || titleFrom(filled, name),
    author: oneLine(author || first([...top, ...filled.slice(-TOP)], CREDIT)),
    publisher: oneLine(first(top, PUBLISHER)),
    address: first(top, ADDRESS).slice(0, 2000),
    published: dated.find((one) => one !== '') ?? '',
  };
}

function authorIn(line: string): string {
  if (line.length > 200) return '';
  const name = AUTHOR.exec(line.replace(BEHIND_NAME, ''))?.[1] ?? POSTED.exec(line)?.[1] ?? '';
  return NAME.test(name) ? name : '';
}

function titleFrom(lines: readonly string[], name: string): string {
  const candidates = lines
    .slice(0, 3)
    .filter(
      (line) => !ADDRESS.test(line) && authorIn(line) === '' && !(line.length < 30 && dayIn(line) !== ''),
    );
  const heading = candidates[0];
  if (heading !== undefined && looksLikeTitle(heading)) return unquoted(heading);
  const commented = lines.map((line) => COMMENTS.exec(line)?.[1]).find((title) => title !== undefined);
  if (commented !== undefined) return oneLine(commented.replace(/(?<![.])\.$/, ''));
  if (heading !== undefined) return firstWords(heading);
  return oneLine(name.replace(/\.[^.]{1,8}$/, '')) || name;
}

function looksLikeTitle(line: string): boolean {
  return line.length <= 200 && !/(?<!\.)[.;,]["'»”)]*$/.test(line) && !/^[-*•]\s/.test(line);
}

function firstWords(line: string): string {
  if (line.length <= 120) return oneLine(line);
  const cut = line.slice(0, 120);
  const space = cut.lastIndexOf(' ');
  return `${oneLine(space > 60 ? cut.slice(0, space) : cut)}…`;
}

/** A title wholly in quotation marks is the title inside them. */
function unquoted(line: string): string {
  const plain = oneLine(line.replace(/^#{1,6}\s+/, ''));
  const inner = /^[“"«„]([^“”"«»„]+)[”"»“]$/.exec(plain)?.[1];
  return inner === undefined ? plain : inner.trim();
}
