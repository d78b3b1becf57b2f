import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import type { Share } from './outline/blocks.ts';

/** One picture line of so many pixels stands for a chart: a word processor stretches it to the size it wants. */
const WIDTH = 1_000;
const PAPER = '#ffffff';

/** A strip of colours whose lengths are their shares, as a PNG one pixel high. Always the same bytes for the same parts. */
export function stripPng(parts: readonly Share[]): Uint8Array {
  const bounds: { until: number; colour: string }[] = [];
  let sum = 0;
  for (const { share, colour } of parts) {
    sum += share;
    bounds.push({ until: Math.round(sum * WIDTH), colour });
  }
  const gaps = bounds.length > 1 ? 2 : 0;
  const colours = bounds.flatMap(({ until, colour }, n) => {
    const length = until - (bounds[n - 1]?.until ?? 0);
    const gap = n < bounds.length - 1 ? Math.min(gaps, Math.max(0, length - 1)) : 0;
    return [
      ...Array.from({ length: length - gap }, () => colour),
      ...Array.from({ length: gap }, () => PAPER),
    ];
  });
  return png(colours.length > 0 ? colours : [PAPER]);
}

/** One pixel, for a bar of any length. */
export function pixelPng(colour: string): Uint8Array {
  return png([colour]);
}

function png(colours: readonly string[]): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, colours.length);
  view.setUint32(4, 1);
  // eight bits a channel, red, green and blue
  head.set([8, 2, 0, 0, 0], 8);
  const line = new Uint8Array(1 + 3 * colours.length);
  for (const [n, colour] of colours.entries()) {
    const value = Number.parseInt(colour.slice(1), 16);
    line.set([value >> 16, (value >> 8) & 255, value & 255], 1 + 3 * n);
  }
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Uint8Array.from([
    ...signature,
    ...chunk('IHDR', head),
    // written in JavaScript: the zlib of a processor may pack the same bytes in another way
    ...chunk('IDAT', zlibSync(line, { level: 9 })),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const made = new Uint8Array(12 + body.length);
  const view = new DataView(made.buffer);
  view.setUint32(0, body.length);
  made.set(new TextEncoder().encode(name), 4);
  made.set(body, 8);
  view.setUint32(8 + body.length, crc32(made.subarray(4, 8 + body.length)));
  return made;
}
