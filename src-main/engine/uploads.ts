import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '#contract/error.ts';
import { MOST_BYTES } from './bundle/zip.ts';
import { incomingFolder } from './incoming.ts';
import type { Session } from './session.ts';

/** Writes a bundle that comes in pieces into the home, where it stays until the session ends. */
export async function keepIncoming(
  session: Session,
  pieces: AsyncIterable<Uint8Array>,
  name: string,
): Promise<{ token: string }> {
  const token = session.world.newId();
  const path = join(incomingFolder(session.home.folder), `${process.pid}-${token}.assaypack`);
  const handle = openSync(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > MOST_BYTES) throw new CallError('too-large', 'A bundle holds at most 4 GB.');
      for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
    }
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  session.bundles.set(token, { name, path, mediaType: 'application/octet-stream', bytes });
  return { token };
}
