import type { CoreEvent, EventBatch } from '../../shared/contract/index.ts';

/** How many events are kept for a listener that comes back, and how many one may fall behind before it has to start over. */
const kept = 2000;
const batchMs = 50;

interface Listener {
  waiting: CoreEvent[];
  resync: boolean;
  wake: (() => void) | null;
}

/**
 * Announces facts to windows and scripts. Events go out in batches, at most one every 50 ms to each listener, because the servers
 * make tens of thousands a second and nobody can read that. A listener that falls behind is told to take new snapshots.
 */
export class EventHub {
  #seq = 0;
  readonly #recent: { seq: number; event: CoreEvent }[] = [];
  readonly #listeners = new Set<Listener>();
  readonly #observers: ((event: CoreEvent) => void)[] = [];

  /** Sequence of the last event. A snapshot taken now includes everything up to it. */
  get seq(): number {
    return this.#seq;
  }

  publish(event: CoreEvent): void {
    this.#seq += 1;
    this.#recent.push({ seq: this.#seq, event });
    if (this.#recent.length > kept * 2) this.#recent.splice(0, kept);
    for (const listener of this.#listeners) {
      if (listener.waiting.length >= kept) {
        listener.waiting = [];
        listener.resync = true;
      } else {
        listener.waiting.push(event);
      }
      listener.wake?.();
    }
    for (const observe of this.#observers) observe(event);
  }

  /** Calls at once with every event, for parts of the core that follow others. It may publish; it must not throw. */
  observe(observer: (event: CoreEvent) => void): void {
    this.#observers.push(observer);
  }

  /** Batches from `afterSeq` on, until `signal` ends it. */
  async *watch(
    afterSeq: number | undefined,
    signal: AbortSignal = new AbortController().signal,
  ): AsyncGenerator<EventBatch> {
    const listener: Listener = { waiting: [], resync: false, wake: null };
    const missed = this.#since(afterSeq);
    this.#listeners.add(listener);
    const stop = () => listener.wake?.();
    signal.addEventListener('abort', stop);
    try {
      yield { seq: this.#seq, resync: missed === null, events: missed ?? [] };
      while (!signal.aborted) {
        if (listener.waiting.length === 0 && !listener.resync) {
          await new Promise<void>((resolve) => {
            listener.wake = resolve;
          });
          listener.wake = null;
          if (signal.aborted) return;
        }
        const batch: EventBatch = { seq: this.#seq, resync: listener.resync, events: listener.waiting };
        listener.waiting = [];
        listener.resync = false;
        yield batch;
        await pause(batchMs, signal);
      }
    } finally {
      signal.removeEventListener('abort', stop);
      this.#listeners.delete(listener);
    }
  }

  /** Events after a sequence; null when some of them are no longer kept. */
  #since(afterSeq: number | undefined): CoreEvent[] | null {
    if (afterSeq === undefined || afterSeq === this.#seq) return [];
    const first = this.#recent[0];
    if (afterSeq > this.#seq || !first || first.seq > afterSeq + 1) return null;
    return this.#recent.filter((entry) => entry.seq > afterSeq).map((entry) => entry.event);
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
