import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { CallError } from '#contract/kit.ts';
import { createDoor, type Pages } from '#engine/door.ts';
import type { Engine } from '#engine/engine.ts';
import { gate } from './gate.ts';

export type Served = {
  /** What to open in a browser, token included. */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** Serves the same pages and calls as the desktop window, to this computer only. */
export async function serve(engine: Engine, pages: Pages, port = 0): Promise<Served> {
  const token = randomBytes(24).toString('base64url');
  const door = createDoor(engine, pages);
  let host = '';
  const answer = async (request: Request) => {
    const passage = gate(request, host, token);
    return passage.pass ? door.fetch(request) : passage.response;
  };
  const server = listen({ fetch: answer, hostname: '127.0.0.1', port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CallError('refused', `Port ${port} is taken by another program; choose another, or none.`)
          : error.code === 'EACCES'
            ? new CallError('refused', `Port ${port} may not be used by this account; choose one above 1023.`)
            : error,
      ),
    );
  });
  const { port: taken } = server.address() as AddressInfo;
  host = `127.0.0.1:${taken}`;
  return {
    address: `http://${host}/?token=${token}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
