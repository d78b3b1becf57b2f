import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { FormatError } from './format-error.ts';
import type { ReportInput } from './input.ts';
import { type HeavyFormat, written } from './written.ts';

export type Order = { readonly format: HeavyFormat; readonly input: ReportInput };
export type Answer =
  | { readonly bytes: Uint8Array }
  | { readonly code: FormatError['code']; readonly message: string; readonly detail: string };

/** Beside the sources, and beside the bundle under its own name. */
const SELF = fileURLToPath(import.meta.url);
const THREAD = new URL(SELF.endsWith('.ts') ? './thread.ts' : './report-thread.js', import.meta.url);

/** How a thread fails that cannot read the program, as in an archive that only the main thread can look into. */
const NO_PROGRAM = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ENOENT'];

/**
 * Writes a report in a thread of its own, so that the engine answers in the meantime.
 * @throws FormatError with a sentence where this format cannot be written
 */
export async function writeApart(format: HeavyFormat, input: ReportInput): Promise<Uint8Array> {
  try {
    return await answered({ format, input });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (NO_PROGRAM.includes(code)) return written(format, input);
    throw error;
  }
}

function answered(order: Order): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const quiet = { stdout: true, stderr: true };
    // options of this process are not for the thread: some, such as `--input-type`, would stop it
    const thread = new Worker(THREAD, { workerData: order, execArgv: [], ...quiet });
    thread.once('message', (answer: Answer) => {
      if ('bytes' in answer) resolve(answer.bytes);
      else reject(new FormatError(answer.code, answer.message, answer.detail));
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread that writes reports ended without an answer.')));
  });
}
