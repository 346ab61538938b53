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

/**
 * The main half of one worker. Calls made while a batch is under way are gathered into the next one: that is the whole group
 * commit, and an answer never waits longer than the batch before it.
 */
export class StoreThread {
  readonly #worker: Worker;
  #gathering: Waiting[] = [];
  #underWay: Waiting[] | null = null;
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
      // Calls made in one turn belong together and are committed together.
      if (this.#gathering.length === 1) queueMicrotask(() => this.#send());
    });
  }

  /** Everything called so far is carried out first. */
  async close(): Promise<void> {
    while ((this.#underWay || this.#gathering.length > 0) && !this.#broken) await this.#settled();
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

  #send(): void {
    if (this.#underWay || this.#gathering.length === 0) return;
    this.#underWay = this.#gathering;
    this.#gathering = [];
    this.#post({ type: 'batch', id: this.#nextId++, calls: this.#underWay.map((waiting) => waiting.call) });
  }

  #finish(results: readonly CallResult[]): void {
    const finished = this.#underWay ?? [];
    this.#underWay = null;
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
    for (const waiting of [...(this.#underWay ?? []), ...this.#gathering]) waiting.reject(error);
    this.#underWay = null;
    this.#gathering = [];
  }
}
