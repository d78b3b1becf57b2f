import { askForPage, noSuchPage } from './choose-page.ts';
import { MBOX_LINE } from './container-kind.ts';
import { latin1 } from './file-kind.ts';
import { fieldOf, momentIn, readHeader, readWords } from './mime-header.ts';
import { readMail } from './read-mail.ts';
import type { Unpacked } from './unpacked.ts';

const MOST_MESSAGES = 20_000;

/**
 * One message of a mailbox file (mbox).
 * @param wanted its number, or its subject; '' where there is only one
 * @throws ImportError `ambiguous` with the list of messages where none is chosen
 */
export function readMailbox(bytes: Uint8Array, name: string, wanted: string): Unpacked {
  const messages = split(bytes);
  if (messages.length === 1 && wanted === '') return readMail(messages[0]!, name);
  const offers = messages.map((message, index) => {
    const { header } = readHeader(message, 0, message.length);
    return {
      number: index + 1,
      url: '',
      title: readWords(fieldOf(header, 'subject')).slice(0, 500),
      time: momentIn(fieldOf(header, 'date')),
    };
  });
  if (wanted === '') throw askForPage(name, 'messages', offers);
  const chosen = /^\d{1,6}$/.test(wanted)
    ? messages[Number(wanted) - 1]
    : messages[offers.findIndex((offer) => offer.title.toLowerCase() === wanted.trim().toLowerCase())];
  if (!chosen) throw noSuchPage(name, wanted, 'messages', offers);
  return readMail(chosen, name);
}

/** The messages, each without the line before it; lines that were quoted to be no such line get their own form back. */
function split(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: { line: number; body: number }[] = [];
  for (let at = 0; at >= 0 && starts.length < MOST_MESSAGES;) {
    const isStart = at === 0 || buffer[at - 2] === 10 || (buffer[at - 2] === 13 && buffer[at - 3] === 10);
    if (isStart && MBOX_LINE.test(latin1(bytes, at, at + 300))) {
      const end = buffer.indexOf(10, at);
      if (end < 0) break;
      starts.push({ line: at, body: end + 1 });
    }
    const next = buffer.indexOf('\nFrom ', at, 'latin1');
    at = next < 0 ? -1 : next + 1;
  }
  return starts.map(({ body }, index) => {
    const message = buffer.subarray(body, starts[index + 1]?.line ?? buffer.length);
    if (!message.includes('\n>From ')) return message;
    return Buffer.from(message.toString('latin1').replaceAll(/\n>(>*From )/g, '\n$1'), 'latin1');
  });
}
