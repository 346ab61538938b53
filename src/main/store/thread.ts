import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/contract/errors.ts';
import type { CallResult, StoreCall, StoreFailure, StoreReply, StoreRequest, StoreWorkerData } from './protocol.ts';

interface Waiting {
  readonly call: StoreCall;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const asError = (failure: StoreFailure): AppError =>
  new AppError(failure.code, failure.details, { cause: new Error(failure.message) });

/** Calls in one batch. Bounds how long the first of a batch waits for the last: 32 pushes are committed in about a millisecond. */
const mostCalls = 32;
/** Batches given to the worker at a time. The second keeps it busy while the answers of the first are handed out here. */
const mostUnderWay = 2;

/**
 * The main half of one worker. Calls of one turn of the event loop, and those made while batches are under way, are gathered into
 * the next one: that is the whole group commit. Nothing waits for a timer.
 */
export class StoreThread {
  readonly #worker: Worker;
  #gathering: Waiting[] = [];
  readonly #underWay: Waiting[][] = [];
  #isSendPlanned = false;
  #nextId = 1;
  #broken: Error | null = null;
  readonly damagedFile: string | null;

  private constructor(worker: Worker, damagedFile: string | null) {
    this.#worker = worker;
    this.damagedFile = damagedFile;
    worker.on('message', (reply: StoreReply) => {
      if (reply.type === 'batch') this.#finish(reply.results);
    });
    worker.on('error', (error: Error) => this.#breakOff(error));
    worker.on('exit', () => this.#breakOff(new AppError('app.closing')));
  }

  /** Starts a worker and waits until its connection stands. Rejects with the AppError it was refused with. */
  static open(workerUrl: URL, data: StoreWorkerData): Promise<StoreThread> {
    const worker = new Worker(workerUrl, { workerData: data });
    return new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (reply: StoreReply) => {
        worker.off('error', reject);
        if (reply.type === 'ready') resolve(new StoreThread(worker, reply.damagedFile));
        else reject(reply.type === 'refused' ? asError(reply.error) : new Error('unexpected first message'));
      });
    });
  }

  call(name: string, args: unknown): Promise<unknown> {
    if (this.#broken) return Promise.reject(this.#broken);
    return new Promise((resolve, reject) => {
      this.#gathering.push({ call: { name, args }, resolve, reject });
      if (this.#gathering.length >= mostCalls) this.#send();
      else this.#plan();
    });
  }

  /** Everything called so far is carried out first. */
  async close(): Promise<void> {
    while ((this.#underWay.length > 0 || this.#gathering.length > 0) && !this.#broken) await this.#settled();
    if (this.#broken) return;
    const gone = new Promise((resolve) => {
      this.#worker.once('exit', resolve);
    });
    this.#post({ type: 'close' });
    await gone;
  }

  #settled(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(resolve);
    });
  }

  #post(request: StoreRequest): void {
    this.#worker.postMessage(request);
  }

  /** At the end of this turn of the event loop: requests that arrived together are committed together. */
  #plan(): void {
    if (this.#isSendPlanned || this.#underWay.length >= mostUnderWay) return;
    this.#isSendPlanned = true;
    setImmediate(() => {
      this.#isSendPlanned = false;
      this.#send();
    });
  }

  #send(): void {
    while (this.#underWay.length < mostUnderWay && this.#gathering.length > 0) {
      const batch = this.#gathering.splice(0, mostCalls);
      this.#underWay.push(batch);
      this.#post({ type: 'batch', id: this.#nextId++, calls: batch.map((waiting) => waiting.call) });
    }
  }

  /** The worker answers in the order it was asked. */
  #finish(results: readonly CallResult[]): void {
    const finished = this.#underWay.shift() ?? [];
    this.#send();
    finished.forEach((waiting, index) => {
      const result = results[index];
      if (result?.ok) waiting.resolve(result.value);
      else waiting.reject(result ? asError(result.error) : new AppError('store.failed'));
    });
  }

  #breakOff(error: Error): void {
    if (this.#broken) return;
    this.#broken = error;
    for (const waiting of [...this.#underWay.flat(), ...this.#gathering]) waiting.reject(error);
    this.#underWay.length = 0;
    this.#gathering = [];
  }
}
