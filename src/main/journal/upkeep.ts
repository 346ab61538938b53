import type { Retention } from '../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';

/** For this long a removal can be taken back. */
export const undoMs = 60_000;
/** The log is quiet when nothing came for this long; then the index catches up as fast as it can. */
const quietMs = 120;
/** With more than this waiting, the index takes its share of a busy writer too. */
const mostWaiting = 20_000;
/** Rows in one slice: a push that comes meanwhile waits for it. */
const slice = { quiet: 250, busy: 60 };
const restMs = { quiet: 0, busy: 60 };
const lookEveryMs = 30_000;
/** The limit on bytes leaves these: other things take room in the file too. */
const leastKept = 1000;

export interface UpkeepOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly retention: () => Retention;
  /** Exchanges the log has. */
  readonly count: () => number;
  /** Shared parts are about to be deleted: forget which are stored. */
  readonly forget: () => void;
  readonly trimmed: (removed: number) => void;
  /** Rows were deleted, and all that had to go is gone. */
  readonly settled: () => Promise<void>;
  readonly log: (line: string) => void;
}

/**
 * What the log does when it is not busy: index what came, delete what was removed, keep to its limits. In slices, because captures use
 * the same writer and come first.
 */
export class Upkeep {
  readonly #options: UpkeepOptions;
  #newest = 0;
  #indexed = 0;
  #lastMs = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> | null = null;
  #isClosed = false;
  #nextLookMs = 0;
  #wasTrimmed = false;

  constructor(options: UpkeepOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    const { newest, indexedTo } = await this.#options.store.read('logState');
    this.#newest = newest;
    this.#indexed = indexedTo;
    this.#plan(quietMs);
  }

  /** An exchange was stored. */
  added(seq: number): void {
    this.#newest = Math.max(this.#newest, seq);
    this.#lastMs = performance.now();
    if (!this.#timer && !this.#running) this.#plan(quietMs);
  }

  /** There is something to do: limits changed, something was removed. */
  look(): void {
    this.#nextLookMs = 0;
    this.#plan(0);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  #plan(afterMs: number): void {
    if (this.#isClosed || this.#running) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#running = this.#round()
        .catch((error: unknown) => {
          this.#options.log(`log upkeep: ${error instanceof Error ? error.message : String(error)}`);
          return lookEveryMs;
        })
        .then((nextMs) => {
          this.#running = null;
          this.#plan(nextMs);
        });
    }, afterMs);
    this.#timer.unref();
  }

  get #isBusy(): boolean {
    return performance.now() - this.#lastMs < quietMs;
  }

  /** One slice of the most urgent; returns when the next may come. */
  async #round(): Promise<number> {
    const { store } = this.#options;
    const waiting = this.#newest - this.#indexed;
    if (waiting > 0) {
      if (this.#isBusy && waiting < mostWaiting) return quietMs;
      const pace = this.#isBusy ? 'busy' : 'quiet';
      const newest = this.#newest;
      const { indexedTo, isMore } = await store.write('indexExchanges', { limit: slice[pace] });
      // With nothing more to index, numbers up to the newest that have no row were deleted.
      this.#indexed = isMore ? indexedTo : Math.max(indexedTo, newest);
      return restMs[pace];
    }
    if (this.#isBusy) return quietMs;
    const nowMs = this.#options.now();
    if (nowMs < this.#nextLookMs) return this.#nextLookMs - nowMs;
    if (await store.write('purgeRemovals', { beforeMs: nowMs - undoMs, limit: slice.quiet })) {
      this.#wasTrimmed = true;
      return 1;
    }
    if (await this.#trim(nowMs)) return 1;
    if (this.#wasTrimmed) {
      this.#wasTrimmed = false;
      this.#options.forget();
      await store.write('dropUnusedRecurring');
      await this.#options.settled();
    }
    this.#nextLookMs = nowMs + lookEveryMs;
    return lookEveryMs;
  }

  /** Deletes a slice of what is beyond the limits; false: nothing is. */
  async #trim(nowMs: number): Promise<boolean> {
    const { store, retention, count, trimmed } = this.#options;
    const { maxExchanges, maxAgeDays, maxBytes } = retention();
    let removed = 0;
    const over = maxExchanges === null ? 0 : count() - maxExchanges;
    if (over > 0) removed = await store.write('trimExchanges', { limit: Math.min(over, slice.quiet), beforeMs: null });
    else if (maxBytes !== null && count() > leastKept && (await store.read('usedBytes')) > maxBytes)
      removed = await store.write('trimExchanges', { limit: slice.quiet, beforeMs: null });
    else if (maxAgeDays !== null)
      removed = await store.write('trimExchanges', { limit: slice.quiet, beforeMs: nowMs - maxAgeDays * 86_400_000 });
    if (removed === 0) return false;
    this.#wasTrimmed = true;
    trimmed(removed);
    return true;
  }
}
