import type {
  Exchange,
  ExchangePage,
  ExchangeSummary,
  RecordedRequest,
  VendorId,
} from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { EventHub } from '../kit/hub.ts';
import { exchangeRow, type ExchangeDetail, type NewExchange, type Store } from '../store/index.ts';
import type { SecretRule } from '../vendors/vendor.ts';
import { RecurringParts, type RecurringPart } from './recurring.ts';
import { redactRequest, redactResponse, type RawExchange } from './record.ts';
import { createRedactor, type Fingerprint, type Redactor } from './redact.ts';

export type { RawExchange } from './record.ts';

export interface JournalOptions {
  readonly store: Store;
  readonly hub: EventHub;
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

/** The durable log of exchanges. */
export class Journal {
  readonly #options: JournalOptions;
  readonly #redactors = new Map<VendorId, Redactor>();
  readonly #recurring = new RecurringParts();
  #count = 0;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    this.#count = await this.#options.store.read('countExchanges');
  }

  get count(): number {
    return this.#count;
  }

  /** Removes secrets, commits, announces. Resolves when the exchange is on disk. */
  async append(raw: RawExchange): Promise<ExchangeSummary> {
    const redactor = this.#redactorOf(raw.vendor);
    const { timing, peer, decision, failure, credentialId, attempts } = raw;
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
    const exchange = { ...summary, seq };
    this.#options.hub.publish({ type: 'exchange.added', exchange });
    return exchange;
  }

  async page(limit: number, before: number | undefined): Promise<ExchangePage> {
    const items = await this.#options.store.read('pageExchanges', { limit, before: before ?? null });
    const last = items.at(-1);
    return { items, nextBefore: items.length === limit && last && last.seq > 1 ? last.seq : null };
  }

  /** AppError `exchange.not-found`. */
  async get(id: string): Promise<Exchange> {
    const exchange = await this.#options.store.read('findExchange', { id });
    if (!exchange) throw new AppError('exchange.not-found', { id });
    return exchange;
  }

  async clear(): Promise<number> {
    this.#recurring.forget();
    const removed = await this.#options.store.write('clearExchanges');
    this.#count = 0;
    this.#options.hub.publish({ type: 'exchanges.cleared' });
    return removed;
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
