import { CallError } from '#contract/error.ts';
import { asCallError } from '../errors.ts';

/** Why nothing could be written to an exchange folder, and what to do, in one sentence for people. */
export function whyNotWritten(error: unknown, folder: string): string {
  const told = asCallError(error);
  if (told instanceof CallError) return told.message;
  switch ((told as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Your work could not be written to the exchange folder ${folder}, which this account may only read; give it the right to write there, or choose another folder.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `Your work could not be written to the exchange folder ${folder}, because the disk is full; make room, and it is written at the next look.`;
    default:
      return `Your work could not be written to the exchange folder ${folder} (${told.message}); is its drive or share connected?`;
  }
}

/** Why an exchange folder could not be looked through, and what to do, in one sentence for people. */
export function whyNotRead(error: unknown, folder: string): string {
  const told = asCallError(error);
  const { code } = told as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM'
    ? `The exchange folder ${folder} cannot be read by this account; give it the right to read there, or choose another folder.`
    : `The exchange folder ${folder} cannot be read (${told.message}); is its drive or share connected?`;
}
