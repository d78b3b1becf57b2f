import type { CommandId } from '#contract/commands.ts';
import type { Answering, Asking } from './link.ts';

/** What a window's engine is asked to open; without a file, what was open last, or the sample. */
export type Opening = { readonly file?: string; readonly create?: { readonly title: string } };

export type ToEngine =
  | Asking
  /** `pages` is the folder of the built pages. */
  | { kind: 'open'; opening: Opening; pages: string }
  | { kind: 'say'; command: CommandId }
  | { kind: 'exchange'; folder: string; encrypt: boolean }
  | { kind: 'reader-said'; reader: number; message: unknown }
  | { kind: 'reader-ended'; reader: number }
  | { kind: 'close' };

export type FromEngine =
  | Answering
  | { kind: 'opened'; file: string; language: string }
  | { kind: 'language'; language: string }
  | { kind: 'refused'; message: string }
  /** Something that was asked for could not be done; the project stays open. */
  | { kind: 'declined'; message: string }
  // only the main process may start a process, so the engine asks it for the throw-away ones that read imports
  | { kind: 'reader-start'; reader: number; memoryMb: number }
  | { kind: 'reader-tell'; reader: number; message: unknown }
  | { kind: 'reader-kill'; reader: number };
