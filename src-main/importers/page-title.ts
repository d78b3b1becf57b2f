import { oneLine } from './clean-text.ts';
import { decode } from './decode.ts';
import { encodingOf } from './declared-encoding.ts';

/** How far into a page its title may stand. */
const HEAD = 60_000;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
};

/** The title of a page, without parsing the page: good enough to choose by. */
export function titleIn(bytes: Uint8Array, charset: string): string {
  const { text } = decode(bytes.subarray(0, HEAD), true, encodingOf(charset));
  const title = /<title(?:\s[^>]{0,500})?>([^<]{0,2000})/i.exec(text)?.[1] ?? '';
  return oneLine(
    title.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, tens, hexes, name) => {
      if (name !== undefined) return NAMED[String(name)] ?? whole;
      const point = tens === undefined ? Number.parseInt(String(hexes), 16) : Number(tens);
      return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
        ? String.fromCodePoint(point)
        : '';
    }),
  );
}
