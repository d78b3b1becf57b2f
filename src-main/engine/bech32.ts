// Bech32 (BIP 173) as age writes its addresses; only the writing half is needed.
const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

function checksum(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((generator, i) => {
      if ((top >>> i) & 1) sum ^= generator;
    });
  }
  return sum;
}

/** @param prefix lower-case letters that say what the bytes are */
export function bech32(prefix: string, bytes: Uint8Array): string {
  const fives: number[] = [];
  let rest = 0;
  let bits = 0;
  for (const byte of bytes) {
    rest = (rest << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) fives.push((rest >>> (bits - 5)) & 31);
    rest &= (1 << bits) - 1;
  }
  if (bits > 0) fives.push((rest << (5 - bits)) & 31);
  const codes = Array.from(Buffer.from(prefix, 'latin1'));
  const sum =
    checksum([
      ...codes.map((code) => code >> 5),
      0,
      ...codes.map((code) => code & 31),
      ...fives,
      0,
      0,
      0,
      0,
      0,
      0,
    ]) ^ 1;
  const tail = [25, 20, 15, 10, 5, 0].map((shift) => (sum >>> shift) & 31);
  return `${prefix}1${[...fives, ...tail].map((five) => LETTERS[five]).join('')}`;
}
