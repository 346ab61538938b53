import { Worker } from 'node:worker_threads';
import type { CredentialFile } from '../../shared/contract/credentials.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Job, JobAnswer } from './parse/job.ts';
import type { Reading } from './parse/reading.ts';
import { refuse } from './parse/refuse.ts';

/** Reads files one after the other in a worker thread. */
export interface ReadingWorker {
  /** Rejects with an AppError of the `credential` domain; with any other error when the reading code is broken. */
  read(file: CredentialFile, withSecrets: boolean): Promise<Reading>;
  close(): Promise<void>;
}

const unpack = (answer: JobAnswer): Reading => {
  switch (answer.outcome) {
    case 'read':
      return answer.reading;
    case 'refused':
      throw new AppError(answer.code, answer.details);
    case 'broken':
      throw new Error(`The credential reader broke: ${answer.message}`);
  }
};

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Does one job on a worker. The answer may be an error; the worker must be replaced when `onLost` was called. */
const runOn = (worker: Worker, job: Job, timeLimitMs: number, onLost: () => void): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      finish();
    };
    const lose = (error: Error) => {
      onLost();
      settle(() => reject(error));
    };
    const onMessage = (answer: JobAnswer) =>
      settle(() => {
        try {
          resolve(unpack(answer));
        } catch (error) {
          reject(error);
        }
      });
    const onError = (error: Error) =>
      lose(isOutOfMemory(error) ? refuse('credential.unreadable', 'out-of-memory', {}, error) : error);
    const onExit = (code: number) => lose(new Error(`The credential worker ended with code ${code}`));
    const timer = setTimeout(
      () => lose(refuse('credential.too-slow', 'time-limit', { seconds: timeLimitMs / 1000 })),
      timeLimitMs,
    );
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    worker.postMessage(job);
  });

/**
 * Keeps one worker, started at the first job. A job that takes longer than `timeLimitMs` fails and its worker is ended; the next
 * job gets a new one. The worker does not keep the process alive. Closing fails what is under way with `app.closing`.
 */
export function createReadingWorker(workerUrl: URL, timeLimitMs: number): ReadingWorker {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let nextId = 1;
  let isClosed = false;
  const start = (): Worker => {
    // A file of 2 MB needs far less than this; a hostile one stops here instead of in the main thread's memory.
    const started = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    started.unref();
    // Between jobs nobody else listens, and an unheard error would end the process.
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    return started;
  };
  const run = async (file: CredentialFile, withSecrets: boolean): Promise<Reading> => {
    if (isClosed) throw new AppError('app.closing');
    const current = (worker ??= start());
    const job = { id: nextId++, file, withSecrets };
    try {
      return await runOn(current, job, timeLimitMs, () => {
        if (worker === current) worker = null;
        void current.terminate();
      });
    } catch (error) {
      throw isClosed ? new AppError('app.closing', {}, { cause: error }) : error;
    }
  };
  return {
    read: (file, withSecrets) => {
      const result = last.then(() => run(file, withSecrets));
      last = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}
