import { parentPort, workerData } from 'node:worker_threads';
import { type PrintJob, print } from './print.ts';

// One report, then this thread ends.
const printed = print(workerData as PrintJob);
parentPort!.postMessage(printed);
