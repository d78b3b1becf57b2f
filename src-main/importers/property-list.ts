/** A value of Apple's binary property lists; dates and numbers of no use here come out as null. */
export type PlistValue = null | string | Uint8Array | readonly PlistValue[] | ReadonlyMap<string, PlistValue>;

const MOST_OBJECTS = 500_000;
const DEEPEST = 20;

/**
 * Reads a binary property list (`bplist00`).
 * @throws RangeError where it contradicts itself
 */
export function readPropertyList(bytes: Uint8Array): PlistValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wrong = (): never => {
    throw new RangeError('no property list');
  };
  const number = (at: number, size: number): number => {
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + view.getUint8(at + i);
    return Number.isSafeInteger(value) ? value : wrong();
  };
  if (bytes.length < 40) wrong();
  const trailer = bytes.length - 32;
  const offsetSize = view.getUint8(trailer + 6);
  const referenceSize = view.getUint8(trailer + 7);
  const [count, top, table] = [8, 16, 24].map((at) => number(trailer + at, 8)) as [number, number, number];
  if (offsetSize < 1 || offsetSize > 8 || referenceSize < 1 || referenceSize > 8) wrong();
  if (count > MOST_OBJECTS || table + count * offsetSize > trailer) wrong();
  let left = MOST_OBJECTS;

  const valueAt = (index: number, depth: number): PlistValue => {
    if (index >= count || depth > DEEPEST || left-- <= 0) wrong();
    let at = number(table + index * offsetSize, offsetSize);
    if (at >= trailer) wrong();
    const marker = view.getUint8(at++);
    const kind = marker >> 4;
    let size = marker & 15;
    if (size === 15 && kind >= 4) {
      const width = 2 ** (view.getUint8(at) & 15);
      if (width > 8) wrong();
      size = number(at + 1, width);
      at += 1 + width;
    }
    const piece = (length: number) => (at + length <= trailer ? bytes.subarray(at, at + length) : wrong());
    const references = (from: number, many: number) => {
      if (from + many * referenceSize > trailer) wrong();
      return Array.from({ length: many }, (_, n) => number(from + n * referenceSize, referenceSize));
    };
    if (kind === 4) return piece(size);
    if (kind === 5) return Buffer.from(piece(size)).toString('latin1');
    if (kind === 6) return new TextDecoder('utf-16be').decode(piece(size * 2));
    if (kind === 10 || kind === 12) return references(at, size).map((one) => valueAt(one, depth + 1));
    if (kind !== 13) return null;
    const keys = references(at, size);
    const values = references(at + size * referenceSize, size);
    return new Map(
      keys.map((key, n) => {
        const name = valueAt(key, depth + 1);
        return [typeof name === 'string' ? name : '', valueAt(values[n]!, depth + 1)];
      }),
    );
  };
  return valueAt(top, 0);
}
