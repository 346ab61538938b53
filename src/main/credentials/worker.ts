/**
 * Entry of the worker thread that opens credential files: key derivation and RC2 in JavaScript would hold the main thread for
 * seconds. It has no state between jobs, so ending it in the middle of one loses nothing else.
 */
import { parentPort } from 'node:worker_threads';
import { runJob, type Job } from './parse/job.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread's port has no origin
parentPort?.on('message', (job: Job) => parentPort?.postMessage(runJob(job)));
