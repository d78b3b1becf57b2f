import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Order } from './apart.ts';
import { FormatError } from './format-error.ts';
import { written } from './written.ts';

// One report, then this thread ends.
const { format, input } = workerData as Order;
try {
  parentPort!.postMessage({ bytes: await written(format, input) } satisfies Answer);
} catch (error) {
  if (!(error instanceof FormatError)) throw error;
  const { code, message, detail } = error;
  parentPort!.postMessage({ code, message, detail } satisfies Answer);
}
