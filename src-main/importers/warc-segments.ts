import { fieldOf, type Header } from './mime-header.ts';
import type { WarcFile } from './warc-pages.ts';
import { recordsOf, type WarcRecord } from './warc-records.ts';

/** A record put together of its segments; `missing` where not all of them were found. */
export type Joined = { readonly record: WarcRecord; readonly missing: boolean };

/**
 * Some crawlers cut a large record into segments, also over several files. The digest of a block is that of its segment
 * alone, so the whole has only that of its payload.
 */
export function joinSegments(files: readonly WarcFile[], record: WarcRecord): Joined {
  if (fieldOf(record.header, 'warc-segment-number').trim() !== '1') return { record, missing: false };
  const origin = fieldOf(record.header, 'warc-record-id').trim();
  const segments = new Map<number, WarcRecord>();
  for (const { name, bytes } of files)
    for (const one of recordsOf(bytes, name, { skipped: 0 }))
      if (one.type === 'continuation' && fieldOf(one.header, 'warc-segment-origin-id').trim() === origin)
        segments.set(Number(fieldOf(one.header, 'warc-segment-number')), one);
  const blocks = [record.block];
  let last: WarcRecord | undefined;
  for (let number = 2; segments.has(number); number++) {
    last = segments.get(number)!;
    blocks.push(last.block);
  }
  const block = Buffer.concat(blocks);
  const total = last ? fieldOf(last.header, 'warc-segment-total-length') : '';
  return {
    record: { ...record, header: withoutDigest(record.header), block, isCut: last?.isCut ?? record.isCut },
    missing: Number(total) !== block.length,
  };
}

/** A header without the digest of the first segment alone. */
function withoutDigest(header: Header): Header {
  return new Map([...header].filter(([name]) => name !== 'warc-block-digest'));
}
