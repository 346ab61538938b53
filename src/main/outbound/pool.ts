import type { WireRequest, WireResponse } from '../vendors/vendor.ts';
import { backOffMs } from './back-off.ts';
import type { Clock } from './clock.ts';
import { asOutboundError, isLoopback, type Connected } from './connect.ts';
import { H2Connection, type ConnectionLimits } from './h2/connection.ts';
import type { OpenStream, StreamEnd } from './h2/stream.ts';
import { Queue } from './queue.ts';
import { OutboundError } from './types.ts';

/** What became of one request. Times in milliseconds. */
export type PoolResult =
  | {
      readonly ok: true;
      readonly response: WireResponse;
      readonly setup: Connected;
      /** It was the first on its connection, which was opened for it. */
      readonly fresh: boolean;
      readonly queueMs: number;
      readonly sendMs: number;
      readonly waitMs: number;
      /** How often it was on the wire; more than once only when the server had not acted on it before. */
      readonly attempts: number;
    }
  | {
      readonly ok: false;
      readonly error: OutboundError;
      readonly setup: Connected | null;
      /** False: the server cannot have acted on it. True: nobody knows. */
      readonly mayHaveArrived: boolean;
      readonly attempts: number;
    };

export interface PoolJob {
  readonly request: WireRequest;
  readonly signal: AbortSignal | undefined;
  /** May it be sent again after a GOAWAY that says this? */
  readonly mayRepeat: (goawayDebug: string) => boolean;
  readonly settle: (result: PoolResult) => void;
}

export interface PoolOptions {
  readonly origin: URL;
  readonly limits: ConnectionLimits & { readonly connectTimeoutMs: number };
  readonly connect: () => Promise<Connected>;
  /**
   * One request goes alone on each new connection until the server took who we are: APNs counts streams that way until it saw a
   * valid provider token.
   */
  readonly aloneFirst: boolean;
  /** Connections side by side. */
  readonly maxConnections: number;
  readonly clock: Clock;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** Connects that fail in a row before the waiting requests are given up. */
const connectTries = 3;
/** Times one request is put on the wire while servers keep saying that they did not process it. */
const sendTries = 5;
const backOff = { firstMs: 250, mostMs: 8000 } as const;
/** A server on this machine does not mind, and a person who starts it does not want to wait. */
const backOffOnLoopback = { firstMs: 100, mostMs: 800 } as const;
/** A further connection is opened only when requests have waited this long: on a short way one connection takes all there is. */
const growAfterMs = 50;
/** A connection younger than this is not replaced because of an answer: the next one would get the same. */
const youngMs = 30_000;

/** Codes after which another try gives the same. */
const permanent = new Set([
  'dns-not-found',
  'tls-untrusted',
  'tls-failed',
  'not-http2',
  'bad-address',
  'proxy-refused',
  'proxy-password',
]);
/** Answers that say nothing of whether the server took who we are. */
const provesNothing = (status: number): boolean => [401, 403, 407, 429].includes(status) || status >= 500;

interface Waiting extends PoolJob {
  readonly queuedAt: number;
  attempts: number;
  isDone: boolean;
  stream: { readonly member: Member; readonly open: OpenStream } | null;
  readonly onAbort: (() => void) | null;
}

interface Member {
  readonly connection: H2Connection;
  readonly openedAt: number;
  isProven: boolean;
  /** Streams it may hold since it refused one; grows with every answer. */
  cap: number;
  refusals: number;
  /** Ends the rest it is given; null: it has none. */
  stopRest: (() => void) | null;
}

/** The HTTP/2 connections to one origin as one identity, and the requests that wait for a place on them. */
export class H2Pool {
  readonly #options: PoolOptions;
  readonly #backOff: typeof backOff | typeof backOffOnLoopback;
  readonly #waiting = new Queue<Waiting>();
  readonly #members = new Set<Member>();
  #isOpening = false;
  #isClosed = false;
  #failures = 0;
  #notBefore = 0;
  #progressAt: number;
  #stalls = 0;
  /** Ends the look whether the server allows a request; null: none is due. */
  #stopWatching: (() => void) | null = null;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#backOff = isLoopback(options.origin.hostname) ? backOffOnLoopback : backOff;
    this.#progressAt = options.clock.now();
  }

  submit(job: PoolJob): void {
    const now = this.#options.clock.now();
    if (this.#waiting.length === 0) this.#progressAt = now;
    const onAbort = job.signal ? () => this.#abort(waiting) : null;
    const waiting: Waiting = { ...job, queuedAt: now, attempts: 0, isDone: false, stream: null, onAbort };
    if (onAbort) job.signal?.addEventListener('abort', onAbort, { once: true });
    this.#waiting.add(waiting);
    if (job.signal?.aborted) this.#abort(waiting);
    else this.#pump();
  }

  /** The connections take no more requests and close when they are done; the next request opens a new one. */
  retire(): void {
    for (const { connection } of this.#members) connection.retire();
  }

  /** As `retire`, for connections old enough that a new one may be answered differently. */
  renew(): void {
    const now = this.#options.clock.now();
    for (const { connection, openedAt } of this.#members) if (now - openedAt >= youngMs) connection.retire();
  }

  /** Ends everything at once. */
  close(): void {
    this.#isClosed = true;
    this.#stopWatching?.();
    for (const { connection } of this.#members) connection.destroy();
    this.#failWaiting(new OutboundError('cancelled', 'closed'));
  }

  #pump(): void {
    const now = this.#options.clock.now();
    for (const member of this.#members) {
      if (member.stopRest) continue;
      while (this.#waiting.length > 0 && this.#room(member) > 0) {
        const job = this.#waiting.take();
        if (job && !job.isDone) this.#send(job, member);
      }
    }
    if (this.#waiting.length === 0) return;
    this.#grow(now);
    this.#watchForRoom();
  }

  /**
   * A server may allow no stream at all, and should do so for a short while only. Nothing is on the wire then that could time out: when
   * that lasts as long as one request may take, those who wait are told.
   */
  #watchForRoom(): void {
    if (this.#stopWatching || !this.#isAtRest()) return;
    const { clock, limits } = this.#options;
    const from = clock.now();
    this.#stopWatching = clock.after(limits.requestTimeoutMs, () => {
      this.#stopWatching = null;
      if (this.#progressAt > from || !this.#isAtRest()) return this.#pump();
      const message = `the server allowed no request for ${limits.requestTimeoutMs} ms`;
      this.#failWaiting(new OutboundError('stalled', message));
    });
  }

  /** Nothing is on the wire, and nothing of ours is about to change that. */
  #isAtRest(): boolean {
    if (this.#isOpening || this.#isClosed) return false;
    for (const { connection, stopRest } of this.#members) if (stopRest || connection.inFlight > 0) return false;
    return true;
  }

  #room({ connection, isProven, cap }: Member): number {
    if (!connection.usable) return 0;
    return (isProven ? Math.min(connection.limit, cap) : Math.min(connection.limit, 1)) - connection.inFlight;
  }

  #send(job: Waiting, member: Member): void {
    const open = member.connection.send(job.request, (end) => this.#ended(job, member, open, end));
    job.stream = { member, open };
  }

  #ended(job: Waiting, member: Member, open: OpenStream, end: StreamEnd): void {
    const { clock } = this.#options;
    job.stream = null;
    if (open.sentAt !== null) job.attempts += 1;
    if (end.kind === 'answered') {
      this.#progressAt = clock.now();
      this.#failures = 0;
      this.#stalls = 0;
      member.refusals = 0;
      if (member.cap < member.connection.limit) member.cap += 1;
      if (!provesNothing(end.response.status)) member.isProven = true;
      const sentAt = open.sentAt ?? open.startedAt;
      this.#settle(job, {
        ok: true,
        response: end.response,
        setup: member.connection.setup,
        fresh: open.id === 1,
        queueMs: open.startedAt - job.queuedAt,
        sendMs: sentAt - open.startedAt,
        waitMs: (open.answeredAt ?? sentAt) - sentAt,
        attempts: job.attempts,
      });
      return;
    }
    if (end.error.code === 'refused') this.#wasRefused(member);
    if (end.kind === 'unprocessed' && this.#maySendAgain(job, end.error)) {
      this.#waiting.addAgain(job);
      return;
    }
    this.#fail(job, end.error, end.kind === 'unknown', member.connection.setup);
    if (end.error.code === 'timeout') this.#maybeStalled(member);
  }

  /** Nothing was answered for as long as one request may take: another connection is tried, and if that is no better, all are told. */
  #maybeStalled({ connection }: Member): void {
    const { clock, limits } = this.#options;
    const now = clock.now();
    if (this.#waiting.length === 0 || now - this.#progressAt < limits.requestTimeoutMs) return;
    this.#progressAt = now;
    this.#stalls += 1;
    if (this.#stalls === 1) connection.retire();
    else
      this.#failWaiting(
        new OutboundError('stalled', `the server answered nothing for ${limits.requestTimeoutMs} ms, twice`),
      );
  }

  #maySendAgain(job: Waiting, error: OutboundError): boolean {
    if (this.#isClosed || job.isDone || job.attempts >= sendTries || error.code === 'cancelled') return false;
    return error.code !== 'timeout' && (error.goawayDebug === null || job.mayRepeat(error.goawayDebug));
  }

  /** A server that refuses has too many already; one that goes on refusing gets a rest. */
  #wasRefused(member: Member): void {
    member.refusals += 1;
    member.cap = Math.max(1, Math.min(member.cap, member.connection.inFlight));
    if (member.refusals < 2) return;
    const { clock, random } = this.#options;
    const wait = backOffMs(member.refusals - 1, random(), backOffOnLoopback);
    member.stopRest?.();
    member.stopRest = clock.after(wait, () => {
      member.stopRest = null;
      this.#pump();
    });
  }

  #grow(now: number): void {
    if (this.#isOpening || this.#isClosed) return;
    let usable = 0;
    for (const { connection, isProven, refusals } of this.#members) {
      if (!connection.usable) continue;
      usable += 1;
      if (!isProven || refusals > 0 || this.#waiting.length < connection.limit) return;
    }
    const waitedMs = now - (this.#waiting.first?.queuedAt ?? now);
    if (usable > 0 && (usable >= this.#options.maxConnections || waitedMs < growAfterMs)) return;
    this.#isOpening = true;
    const { clock } = this.#options;
    const wait = this.#notBefore - now;
    if (wait > 0) clock.after(wait, () => void this.#open());
    else void this.#open();
  }

  async #open(): Promise<void> {
    const { origin, limits, connect, aloneFirst, clock } = this.#options;
    try {
      if (this.#isClosed) return;
      const setup = await connect();
      const connection = await H2Connection.open(origin, setup, limits, clock, () => this.#changed());
      const rest = { openedAt: clock.now(), cap: limits.maxStreams, refusals: 0, stopRest: null };
      this.#members.add({ connection, isProven: !aloneFirst, ...rest });
      if (this.#isClosed) connection.destroy();
    } catch (error) {
      this.#failed(asOutboundError(error));
    } finally {
      this.#isOpening = false;
    }
    if (!this.#isClosed) this.#changed();
  }

  #failed(error: OutboundError): void {
    this.#countFailure();
    const hasOther = [...this.#members].some(({ connection }) => connection.usable);
    if (!hasOther && (permanent.has(error.code) || this.#failures >= connectTries)) this.#failWaiting(error);
  }

  #countFailure(): void {
    const { clock, random } = this.#options;
    this.#failures += 1;
    this.#notBefore = clock.now() + backOffMs(this.#failures, random(), this.#backOff);
  }

  /** Something changed on one of the connections. */
  #changed(): void {
    for (const member of this.#members) {
      if (member.connection.usable || member.connection.inFlight > 0) continue;
      this.#members.delete(member);
      if (member.connection.answers === 0) this.#failed(member.connection.lost(false));
    }
    this.#pump();
  }

  #abort(job: Waiting): void {
    const error = new OutboundError('cancelled', 'cancelled');
    if (job.stream) job.stream.member.connection.cancel(job.stream.open, error);
    else this.#fail(job, error, false, null);
  }

  #failWaiting(error: OutboundError): void {
    for (const job of this.#waiting.takeAll()) this.#fail(job, error, false, null);
  }

  #fail(job: Waiting, error: OutboundError, mayHaveArrived: boolean, setup: Connected | null): void {
    this.#settle(job, { ok: false, error, setup, mayHaveArrived, attempts: job.attempts });
  }

  #settle(job: Waiting, result: PoolResult): void {
    if (job.isDone) return;
    job.isDone = true;
    if (job.onAbort) job.signal?.removeEventListener('abort', job.onAbort);
    job.settle(result);
  }
}
