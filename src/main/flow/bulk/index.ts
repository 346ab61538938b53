import { AppError } from '../../../shared/contract/errors.ts';
import { mostBulkItems, type BulkInput, type BulkJob } from '../../../shared/contract/bulk.ts';
import { csvLine } from '../../journal/index.ts';
import type { SendResult } from '../../../shared/contract/index.ts';
import type { Parts } from '../parts.ts';
import { keepImportedHere } from '../hand-over/imported.ts';
import type { Sends } from '../send.ts';

type Needs = Pick<Parts, 'store' | 'journal' | 'newId' | 'now' | 'log'>;
type Stored = Omit<BulkInput, 'tokens'> & { readonly total: number };
type State = BulkJob['state'];

/** Items taken from the store at a time: what may be «unknown» after a crash. */
const sliceItems = 64;
const resultRows = 5000;
/** Items given their place in one write: a few hundredths of a second, so that captures do not queue behind it and a cancel is felt. */
const placedAtOnce = 4000;

/** Jobs that send one payload to many tokens. Each item is written down before and after it is sent. */
export class BulkSends {
  readonly #parts: Needs;
  readonly #sends: Sends;
  readonly #running = new Map<string, { stop: boolean; placed: Promise<void>; done: Promise<void> }>();

  constructor(parts: Needs, sends: Sends) {
    this.#parts = parts;
    this.#sends = sends;
  }

  /** What ran when Pushscope ended is paused; a person lets it go on. */
  async load(): Promise<void> {
    const { store } = this.#parts;
    await store.write('forgetSending');
    for (const { id, state } of await store.read('allBulkJobs')) {
      if (state === 'running') await store.write('setBulkState', { id, state: 'paused' });
    }
  }

  /** Lets what is under way end, and begins nothing new. */
  async close(): Promise<void> {
    const running = [...this.#running.values()];
    for (const one of running) one.stop = true;
    await Promise.all(running.map(({ done }) => done));
  }

  /** AppError `bulk.too-many`, `send.imported-local-only`, `exchange.not-found`. */
  async start(input: BulkInput): Promise<BulkJob> {
    const { tokens, ...rest } = input;
    const total = tokens.length * input.repeat;
    if (total > mostBulkItems) throw new AppError('bulk.too-many', { total, most: mostBulkItems });
    await keepImportedHere(this.#parts, input);
    const id = this.#parts.newId('message').replace('msg_', 'blk_');
    const stored: Stored = { ...rest, total };
    const { store, now } = this.#parts;
    const atMs = now();
    await store.write('putBulkJob', {
      id,
      atMs,
      state: 'running',
      data: JSON.stringify(stored),
      tokens: JSON.stringify(tokens),
    });
    this.#run(id, stored);
    return this.get(id);
  }

  async list(): Promise<BulkJob[]> {
    const jobs = await this.#parts.store.read('allBulkJobs');
    return Promise.all(jobs.map(({ id }) => this.get(id)));
  }

  /** AppError `bulk.not-found`. */
  async get(id: string): Promise<BulkJob> {
    const { job, state, atMs } = await this.#find(id);
    const counts = await this.#parts.store.read('bulkCounts', { id });
    const count = (...states: string[]) =>
      counts.filter((one) => states.includes(one.state)).reduce((sum, { n }) => sum + n, 0);
    const reasons = new Map<string, number>();
    for (const { reason, n } of counts) if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + n);
    return {
      id,
      atMs,
      state,
      vendor: job.vendor,
      destination: job.destination,
      ratePerSecond: job.ratePerSecond,
      total: job.total,
      // An item without a place yet waits like the others.
      waiting: job.total - counts.reduce((sum, { n }) => sum + n, 0) + count('waiting', 'sending'),
      accepted: count('accepted'),
      rejected: count('rejected'),
      failed: count('failed', 'not-built'),
      unknown: count('unknown'),
      reasons: [...reasons].map(([reason, n]) => ({ reason, n })).toSorted((a, b) => b.n - a.n),
    };
  }

  async pause(id: string): Promise<BulkJob> {
    return this.#stop(id, 'paused');
  }

  async cancel(id: string): Promise<BulkJob> {
    return this.#stop(id, 'cancelled');
  }

  /** Goes on with what was not sent. A job that ended stays as it is. */
  async resume(id: string): Promise<BulkJob> {
    const { job, state } = await this.#find(id);
    if (state === 'paused' && !this.#running.has(id)) {
      await this.#set(id, 'running');
      this.#run(id, job);
    }
    return this.get(id);
  }

  async remove(id: string): Promise<void> {
    await this.#stop(id, 'cancelled');
    await this.#parts.store.write('deleteBulkJob', { id });
  }

  async results(id: string, from: number): Promise<{ piece: string; next: number | null }> {
    const { job } = await this.#find(id);
    await this.#running.get(id)?.placed;
    await this.#place(id, job, { stop: false });
    const items = await this.#parts.store.read('bulkItems', { id, from, limit: resultRows });
    const head = from === 0 ? `\uFEFF${csvLine(['place', 'token', 'state', 'reason', 'status', 'exchange'])}` : '';
    const lines = items.map((one) =>
      csvLine([one.place + 1, one.token, one.state, one.reason, one.status, one.exchangeId]),
    );
    const last = items.at(-1);
    return { piece: head + lines.join(''), next: last && items.length === resultRows ? last.place + 1 : null };
  }

  async #find(id: string): Promise<{ job: Stored; state: State; atMs: number }> {
    const stored = (await this.#parts.store.read('allBulkJobs')).find((one) => one.id === id);
    if (!stored) throw new AppError('bulk.not-found', { id });
    // Written by `start` and `#set` from these very types.
    return { job: JSON.parse(stored.data) as Stored, state: stored.state as State, atMs: stored.atMs };
  }

  async #set(id: string, state: State): Promise<void> {
    await this.#parts.store.write('setBulkState', { id, state });
  }

  async #stop(id: string, state: 'paused' | 'cancelled'): Promise<BulkJob> {
    const before = (await this.#find(id)).state;
    const running = this.#running.get(id);
    if (running) {
      running.stop = true;
      await running.done;
    }
    const { state: now } = await this.#find(id);
    if (now !== 'done' && before !== 'cancelled') await this.#set(id, state);
    return this.get(id);
  }

  #run(id: string, job: Stored): void {
    const control = { stop: false, placed: Promise.resolve(), done: Promise.resolve() };
    this.#running.set(id, control);
    control.placed = this.#place(id, job, control);
    control.done = control.placed
      .then(() => this.#work(id, job, control))
      .catch((error: unknown) => {
        this.#parts.log(`bulk ${id}: ${error instanceof Error ? error.message : String(error)}`);
        return this.#set(id, 'paused').catch(() => undefined);
      })
      .finally(() => this.#running.delete(id));
  }

  /** Gives every token its place, from where that was left off. */
  async #place(id: string, job: Stored, control: { readonly stop: boolean }): Promise<void> {
    const { store } = this.#parts;
    const left = await store.read('bulkTokens', { id });
    if (!left) return;
    // `start` wrote this very list.
    const tokens = JSON.parse(left.tokens) as string[];
    for (let from = left.placed; from < job.total; from += placedAtOnce) {
      if (control.stop) return;
      const length = Math.min(placedAtOnce, job.total - from);
      const some = Array.from({ length }, (_, index) => tokens[(from + index) % tokens.length] ?? '');
      await store.write('placeBulkItems', { id, from, tokens: some });
    }
    await store.write('forgetBulkTokens', { id });
  }

  async #work(id: string, job: Stored, control: { readonly stop: boolean }): Promise<void> {
    const { store } = this.#parts;
    const rate = job.ratePerSecond;
    // A slow rate takes few at a time, so that a pause is felt within a second.
    const limit = rate === null ? sliceItems : Math.max(1, Math.min(sliceItems, Math.floor(rate)));
    while (!control.stop) {
      const startedMs = performance.now();
      const items = await store.write('takeBulkItems', { id, limit });
      if (items.length === 0) return this.#set(id, 'done');
      const results = await this.#send(
        job,
        items.map(({ token }) => token),
      );
      await Promise.all(
        items.map(({ place }, index) => store.write('settleBulkItem', { id, place, ...outcomeOf(results[index]) })),
      );
      const restMs = rate === null ? 0 : (items.length / rate) * 1000 - (performance.now() - startedMs);
      if (restMs > 0) await sleep(restMs, control);
    }
    return undefined;
  }

  async #send(job: Stored, tokens: string[]): Promise<SendResult[]> {
    const { vendor, payload, options, destination, credentialId, exchangeId, outside } = job;
    const { results } = await this.#sends.send({
      kind: 'raw',
      vendor,
      payload,
      options,
      destination,
      tokens,
      ...(credentialId === undefined ? {} : { credentialId }),
      ...(exchangeId === undefined ? {} : { exchangeId }),
      ...(outside === undefined ? {} : { outside }),
    });
    return results;
  }
}

type BulkItemOutcome = 'accepted' | 'failed' | 'rejected';

const outcomeOf = (result: SendResult | undefined) => {
  const { exchange, problem } = result ?? { exchange: null, problem: null };
  if (!exchange) {
    return { state: 'not-built' as const, reason: problem?.code ?? 'unknown', status: null, exchangeId: null };
  }
  const { outcome, reason, status, id } = exchange;
  const state: BulkItemOutcome = outcome === 'accepted' ? 'accepted' : outcome === 'failed' ? 'failed' : 'rejected';
  return { state, reason, status, exchangeId: id };
};

/** Sleeps in short naps, so that whoever stops the job does not wait for it. */
const sleep = async (ms: number, control: { readonly stop: boolean }): Promise<void> => {
  const untilMs = performance.now() + ms;
  while (!control.stop && performance.now() < untilMs) {
    const nap = Math.min(50, untilMs - performance.now());
    await new Promise((resolve) => setTimeout(resolve, Math.max(nap, 0)));
  }
};
