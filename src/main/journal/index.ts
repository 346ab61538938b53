import type {
  Exchange,
  ExchangeMark,
  ExchangePage,
  ExchangeSummary,
  RecordedRequest,
  Retention,
  VendorId,
} from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { FilterNames } from '../../shared/kit/filter/index.ts';
import type { EventHub } from '../kit/hub.ts';
import { exchangeRow, type ExchangeDetail, type NewExchange, type Store } from '../store/index.ts';
import type { SecretRule } from '../vendors/vendor.ts';
import { countFound, findPage, readFilter, type PageInput } from './find.ts';
import { RecurringParts, type RecurringPart } from './recurring.ts';
import {
  redactAnswer,
  redactMessage,
  redactRecorded,
  redactRequest,
  redactResponse,
  type RawExchange,
} from './record.ts';
import { createRedactor, type Fingerprint, type Redactor } from './redact.ts';
import { Upkeep } from './upkeep.ts';

export { csvLine, csvPiece, harPiece, ndjsonPiece } from './export/pieces.ts';
export { mask } from './export/mask.ts';
export { tarPiece, type TarFile } from './export/tar.ts';
export { hideTokens, newSalt, sweep } from './export/share.ts';
export type { RawExchange } from './record.ts';

export interface JournalOptions {
  readonly store: Store;
  readonly hub: EventHub;
  readonly now: () => number;
  readonly newId: () => string;
  /** What the workspace knows by name, for filters. */
  readonly names: FilterNames;
  readonly retention: () => Retention;
  readonly log: (line: string) => void;
  readonly fingerprint: Fingerprint;
  readonly secretRules: (vendor: VendorId) => readonly SecretRule[];
}

const summaryOf = (raw: RawExchange): NewExchange => ({
  id: raw.id,
  atMs: raw.atMs,
  origin: raw.origin,
  vendor: raw.vendor,
  kind: raw.kind,
  outcome: raw.outcome,
  status: raw.status,
  reason: raw.reason,
  messageId: raw.messageId,
  vendorMessageId: raw.vendorMessageId,
  title: raw.title,
  body: raw.body,
  targets: raw.targets,
  tookMs: raw.tookMs,
  requestBytes: raw.request.body.length,
});

/** What of an exchange stands in its own row: not what recurs. */
type OwnDetail = Omit<ExchangeDetail, keyof RecurringPart | 'request' | 'peer'> & {
  readonly request: Partial<RecordedRequest>;
  readonly peer?: ExchangeDetail['peer'];
};

const noMark: ExchangeMark = { isPinned: false, colour: null, note: '', tags: [] };
const everything = { query: null, before: Number.MAX_SAFE_INTEGER, budgetMs: 60_000 };

/** The durable log of exchanges. */
export class Journal {
  readonly #options: JournalOptions;
  readonly #redactors = new Map<VendorId, Redactor>();
  readonly #recurring = new RecurringParts();
  #count = 0;

  readonly #upkeep: Upkeep;

  constructor(options: JournalOptions) {
    this.#options = options;
    const { store, now, retention, log } = options;
    this.#upkeep = new Upkeep({
      store,
      now,
      retention,
      log,
      count: () => this.#count,
      forget: () => this.#recurring.forget(),
      trimmed: (removed) => {
        this.#count = Math.max(this.#count - removed, 0);
      },
      settled: () => this.#recount(),
    });
  }

  async load(): Promise<void> {
    this.#count = (await this.#options.store.read('countMatching', everything)).count;
    await this.#upkeep.load();
  }

  async close(): Promise<void> {
    await this.#upkeep.close();
  }

  /** The limits of the log were changed. */
  limitsChanged(): void {
    this.#upkeep.look();
  }

  async #recount(): Promise<void> {
    this.#count = (await this.#options.store.read('countMatching', everything)).count;
    this.#options.hub.publish({ type: 'exchanges.changed' });
  }

  get count(): number {
    return this.#count;
  }

  /** Removes secrets, commits, announces. Resolves when the exchange is on disk. */
  async append(raw: RawExchange): Promise<ExchangeSummary> {
    const redactor = this.#redactorOf(raw.vendor);
    const { timing, peer, decision, message, failure, credentialId, attempts } = raw;
    const request = redactRequest(raw, redactor);
    const verdict = this.#recurring.of(raw);
    const shared = verdict ? null : this.#recurring.ofRequest(request, peer);
    const detail: OwnDetail = {
      request: shared ? { path: request.path } : request,
      response: redactResponse(raw, redactor),
      timing,
      // What is shared is left out here.
      ...(shared ? {} : { peer }),
      decision,
      ...redactMessage(message, redactor),
      failure,
      credentialId,
      attempts,
    };
    const summary = summaryOf(raw);
    const recurring = verdict ?? shared;
    const { era } = this.#recurring;
    const row = exchangeRow(summary, JSON.stringify(detail), recurring);
    const seq = await this.#options.store.write('insertExchange', row);
    if (recurring) this.#recurring.stored(recurring, era);
    this.#count += 1;
    this.#upkeep.added(seq);
    const exchange = { ...summary, seq };
    this.#options.hub.publish({ type: 'exchange.added', exchange });
    return exchange;
  }

  /** Puts an exchange that somebody shared into the log, under the id it has now; secrets it should not hold go once more. */
  async adopt(shared: Exchange): Promise<ExchangeSummary> {
    const { seq: _seq, mark: _mark, values: _values, request, response, shown: _shown, taps: _taps, ...known } = shared;
    // Its accounts and groups are those of another workspace.
    const { message: _message, ...rest } = known;
    const { timing, peer, decision, verdict, explanation, failure, credentialId, attempts, ...summary } = rest;
    const redactor = this.#redactorOf(shared.vendor);
    const detail: ExchangeDetail = {
      request: redactRecorded(request, redactor),
      response: response && redactAnswer(response, redactor),
      timing,
      peer,
      decision,
      verdict,
      explanation,
      failure,
      credentialId,
      attempts,
    };
    const row = exchangeRow(summary, JSON.stringify(detail), null);
    const seq = await this.#options.store.write('insertExchange', row);
    this.#count += 1;
    this.#upkeep.added(seq);
    const exchange = { ...summary, seq };
    this.#options.hub.publish({ type: 'exchange.added', exchange });
    return exchange;
  }

  /** A text of a vendor's request without its secrets, as the log would hold it. */
  clean(vendor: VendorId, text: string): string {
    const type = /^[\w.]+=[^\s]*&/.test(text) ? 'application/x-www-form-urlencoded' : 'application/json';
    return this.#redactorOf(vendor).text(text, type, 'request');
  }

  /** AppError `exchange.bad-filter`. An aborted search gives what it has. */
  page(input: PageInput, signal?: AbortSignal): Promise<ExchangePage> {
    return findPage(this.#options, input, signal);
  }

  /** AppError `exchange.bad-filter`. */
  countOf(filter: string | undefined, budgetMs: number): Promise<{ count: number; isWhole: boolean }> {
    return countFound(this.#options, readFilter(filter, this.#options), budgetMs);
  }

  /** AppError `exchange.not-found`. */
  async get(id: string): Promise<Exchange> {
    const exchange = await this.#options.store.read('findExchange', { id });
    if (!exchange) throw new AppError('exchange.not-found', { id });
    return exchange;
  }

  /** Puts a mark on an exchange; what the patch does not name stays. AppError `exchange.not-found`. */
  async mark(id: string, patch: Partial<ExchangeMark>): Promise<ExchangeMark> {
    const { mark: before = noMark } = await this.get(id);
    const mark = { ...before, ...patch };
    if (!(await this.#options.store.write('markExchange', { id, mark })))
      throw new AppError('exchange.not-found', { id });
    this.#options.hub.publish({ type: 'exchange.marked', id, mark });
    return mark;
  }

  /**
   * Takes all exchanges, or those that pass a filter, out of the log at once; they go from the disk later, and until then `restore`
   * brings them back. AppError `exchange.bad-filter`.
   */
  async clear(filter?: string): Promise<{ removed: number; removalId: string }> {
    const { store, hub, now, newId } = this.#options;
    const query = readFilter(filter, this.#options);
    const before = this.#count;
    const removalId = newId();
    await store.write('putRemoval', { id: removalId, atMs: now(), query });
    hub.publish({ type: query ? 'exchanges.changed' : 'exchanges.cleared' });
    this.#count = (await store.read('countMatching', everything)).count;
    return { removed: Math.max(before - this.#count, 0), removalId };
  }

  /** AppError `exchange.removal-gone`. */
  async restore(id: string): Promise<void> {
    if (!(await this.#options.store.write('dropRemoval', { id }))) throw new AppError('exchange.removal-gone', { id });
    await this.#recount();
  }

  /** What stands in the log for this secret. */
  fingerprint(secret: string): string {
    return this.#options.fingerprint(secret);
  }

  #redactorOf(vendor: VendorId): Redactor {
    let redactor = this.#redactors.get(vendor);
    if (!redactor) {
      redactor = createRedactor(this.#options.secretRules(vendor), this.#options.fingerprint);
      this.#redactors.set(vendor, redactor);
    }
    return redactor;
  }
}
