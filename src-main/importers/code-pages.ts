import { sevenBit } from './seven-bit.ts';

/** The upper halves of the DOS and Kazakh code pages that browsers, and so `TextDecoder`, do not know. */
const PAGES: Readonly<Record<string, string>> = {
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  cp852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00AD˝˛ˇ˘§÷¸°¨˙űŘř■\u00A0',
  ibm855:
    'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\u00ADыЫзЗшШэЭщЩчЧ§■\u00A0',
  ptcp154:
    'ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u00A0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  'kz-1048':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\uFFFD™љ›њқһџ\u00A0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00AD®Ү°±Ііөµ¶·ё№ғ»әҢңүАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
};

/** Other names that files give to them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  cp855: 'ibm855',
  '855': 'ibm855',
  ibm850: 'cp850',
  ibm852: 'cp852',
  pt154: 'ptcp154',
  cp154: 'ptcp154',
  csptcp154: 'ptcp154',
  'cyrillic-asian': 'ptcp154',
  kz1048: 'kz-1048',
  rk1048: 'kz-1048',
  'strk1048-2002': 'kz-1048',
};

/** The name under which `decodeAs` knows a code page of its own; '' for none. */
export function pageNamed(label: string): string {
  const name = OTHER_NAMES[label] ?? label;
  return Object.hasOwn(PAGES, name) ? name : '';
}

/** Decodes bytes by an encoding's name: WHATWG's, or one of `cp850 cp852 ibm855 ptcp154 kz-1048 utf-32le utf-32be iso-2022-kr utf-7 hz-gb-2312`. */
export function decodeAs(encoding: string, bytes: Uint8Array): string {
  const page = PAGES[encoding];
  if (page !== undefined) return decodePage(page, bytes);
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding === 'utf-32le');
  if (encoding === 'iso-2022-kr') return new TextDecoder('euc-kr').decode(shiftedToHigh(bytes));
  // a lone last byte of two is what some program put behind the text: an end of line, or nothing
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1 && [0, 10, 26].includes(bytes.at(-1)!))
    return new TextDecoder(encoding).decode(bytes.subarray(0, -1));
  return sevenBit(encoding, bytes) ?? new TextDecoder(encoding).decode(bytes);
}

function decodePage(page: string, bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    const units = Array.from(bytes.subarray(at, at + 4096), (byte) =>
      byte < 128 ? byte : page.charCodeAt(byte - 128),
    );
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian);
    pieces.push(point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point));
  }
  if (bytes.length % 4 !== 0) pieces.push('\uFFFD');
  const text = pieces.join('');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** ISO-2022-KR is EUC-KR with the high bits shifted out: between SO and SI they are put back. */
function shiftedToHigh(bytes: Uint8Array): Uint8Array {
  const plain = Buffer.from(bytes).toString('latin1').replaceAll('\x1b$)C', '');
  const out: number[] = [];
  let shifted = false;
  for (let at = 0; at < plain.length; at++) {
    const byte = plain.charCodeAt(at);
    if (byte === 0x0e) shifted = true;
    else if (byte === 0x0f) shifted = false;
    else {
      if (byte === 10) shifted = false;
      out.push(shifted && byte > 32 ? byte | 128 : byte);
    }
  }
  return Uint8Array.from(out);
}
