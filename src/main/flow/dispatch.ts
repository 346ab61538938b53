import type {
  Decision,
  Draft,
  ExchangeSummary,
  Message,
  SendResult,
  Target,
  VendorId,
} from '../../shared/contract/index.ts';
import { AppError, isAppError } from '../../shared/contract/errors.ts';
import type { RawExchange } from '../journal/index.ts';
import { isLoopback, TokenCache, type Failure, type Performed, type TokenResult } from '../outbound/index.ts';
import type {
  AuthPlan,
  Reading,
  ReadRequest,
  SendTarget,
  TokenAnswer,
  Vendor,
  WireRequest,
} from '../vendors/vendor.ts';
import type { InFlight } from './in-flight.ts';
import type { Parts } from './parts.ts';
import { Plans } from './plans.ts';
import { reasonOf } from './reason-of.ts';

/** One draft on its way. */
export interface Dispatch {
  readonly messageId: string;
  readonly vendor: Vendor;
  readonly draft: Draft;
  readonly target: SendTarget;
  readonly deviceId: string | null;
  readonly credentialId: string | undefined;
  readonly origin: string;
  readonly decision: Decision | null;
  /** What it was composed as, where it was. */
  readonly message?: Message;
  /** Ends the push; a token request that others wait for too goes on. */
  readonly signal?: AbortSignal | undefined;
}

type Problem = SendResult['problem'];
type FetchedPlan = Extract<AuthPlan, { kind: 'fetched' }>;

/** What came of one request: its exchange, and whether the token it carried was refused and is not used again. */
interface Attempt {
  readonly exchange: ExchangeSummary;
  readonly isTokenGone: boolean;
}

/** Setting under which today's pushes to other machines are counted; the day is the local one. */
export const sentCounter = (nowMs: number): string => {
  const day = new Date(nowMs);
  return `sent-${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}`;
};

/** Takes one draft to its vendor: authentication, request, answer, exchange. Holds the tokens in use. */
export class Dispatcher {
  readonly #parts: Parts;
  readonly #inFlight: InFlight;
  readonly #tokens = new TokenCache();
  readonly #plans: Plans;
  readonly #reads = new WeakMap<Uint8Array, Pick<ReadRequest, 'title' | 'body'> | null>();
  readonly #outside = new Map<string, boolean>();

  constructor(parts: Parts, inFlight: InFlight) {
    this.#parts = parts;
    this.#plans = new Plans(parts.credentials);
    this.#inFlight = inFlight;
  }

  /** Never rejects for what belongs to this one draft: it is a result with a problem. */
  async dispatch(job: Dispatch): Promise<SendResult> {
    const base = {
      deviceId: job.deviceId,
      token: job.target.token || null,
      vendor: job.vendor.id,
      decision: job.decision,
    };
    const notBuilt = (problem: Problem, exchange: ExchangeSummary | null = null): SendResult => ({
      ...base,
      state: 'not-built',
      exchange,
      problem,
    });
    try {
      if (job.target.token === '') throw new AppError('send.no-target', { deviceId: job.deviceId });
      if (job.credentialId === undefined) throw new AppError('send.no-credential', { vendor: job.vendor.id });
      // A burst finds both at hand, and does not wait for what is there.
      const planned = this.#plans.of(job.vendor, job.credentialId, job.origin, job.draft);
      const plan = planned instanceof Promise ? await planned : planned;
      const token = plan.kind === 'fetched' ? await this.#fetched(job, plan) : this.#tokenOf(plan);
      if (!token.ok)
        return notBuilt(describe(new AppError('send.token-refused', { vendor: job.vendor.id, code: token.code })));
      const first = await this.#attempt(job, job.credentialId, plan, token.value);
      const exchange = first.isTokenGone ? await this.#again(job, job.credentialId, plan, first) : first.exchange;
      return { ...base, state: 'sent', exchange, problem: null };
    } catch (error) {
      if (isAppError(error)) return notBuilt(describe(error));
      throw error;
    }
  }

  #tokenOf(plan: Exclude<AuthPlan, FetchedPlan>): { readonly ok: true; readonly value: string | null } {
    return { ok: true, value: plan.kind === 'signed' ? this.#tokens.signed(plan, this.#parts.now()) : null };
  }

  #fetched(job: Dispatch, plan: FetchedPlan): Promise<TokenResult> {
    return this.#tokens.fetched(plan, this.#parts.now(), (asked) => this.#askForToken(job, asked));
  }

  /** The token request is an exchange of its own in the log. */
  async #askForToken(job: Dispatch, plan: FetchedPlan): Promise<TokenAnswer> {
    const { vendor } = job;
    const origin = plan.origin ?? job.origin;
    const request = plan.request(this.#parts.now());
    const performed = await this.#onTheWire(vendor.id, origin, request, job.messageId, () =>
      this.#parts.outbound.perform({ origin, protocol: 'https', request, identity: null }),
    );
    const answer: TokenAnswer = performed.ok
      ? plan.read(performed.response, this.#parts.now())
      : { ok: false, code: performed.failure.code, outcome: 'unreadable' };
    const code = answer.ok ? null : answer.code;
    await this.#parts.journal.append({
      ...this.#rawOf(job, origin, request, performed),
      kind: 'auth',
      outcome: performed.ok ? (answer.ok ? 'accepted' : answer.outcome) : 'failed',
      reason: code,
      explanation: code === null ? null : vendor.explain(code, performed.ok ? performed.response.status : null),
      credentialId: job.credentialId ?? null,
    });
    return answer;
  }

  /**
   * A fetched token ended while it was in use: the vendor took nothing, so the same push goes out once more with a new token. When that
   * one is refused too, or none is given out, the refusal stands.
   */
  async #again(job: Dispatch, credentialId: string, plan: AuthPlan, first: Attempt): Promise<ExchangeSummary> {
    if (plan.kind !== 'fetched') return first.exchange;
    const token = await this.#fetched(job, plan);
    return token.ok ? (await this.#attempt(job, credentialId, plan, token.value)).exchange : first.exchange;
  }

  async #attempt(job: Dispatch, credentialId: string, plan: AuthPlan, token: string | null): Promise<Attempt> {
    const { vendor, origin } = job;
    const request = vendor.sender.request(job.draft, job.target, token, this.#parts.now());
    if ('unusable' in request) throw new AppError('send.draft-unusable', { ...request.unusable });
    const ending = job.signal ? { signal: job.signal } : {};
    const outgoing = { origin, protocol: vendor.sender.protocol, request, ...connectionOf(vendor, plan), ...ending };
    const performed = await this.#onTheWire(vendor.id, origin, request, job.messageId, () =>
      this.#parts.outbound.perform(outgoing),
    );
    const reading = performed.ok
      ? vendor.sender.read(request, performed.response)
      : readFailure(vendor, job.target.token, performed);
    const isTokenGone = reading.dropToken && this.#tokens.drop(plan.cacheKey, token, this.#parts.now());
    if (reading.renewConnection === true) this.#parts.outbound.renew(outgoing);
    if (this.#isOutside(origin)) await this.#countOutside();
    const read = this.#read(vendor, request);
    const reason = reasonOf(reading.code, reading.targets);
    const phoneId = job.deviceId ?? this.#phoneOf(vendor.id, job.target.token);
    const exchange = await this.#parts.journal.append({
      ...this.#rawOf(job, origin, request, performed),
      kind: 'push',
      outcome: reading.outcome,
      reason,
      vendorMessageId: reading.vendorMessageId,
      title: read?.title ?? '',
      body: read?.body ?? '',
      targets: reading.targets.map((one): Target => ({
        ...one,
        deviceId: one.token === job.target.token ? phoneId : this.#phoneOf(vendor.id, one.token),
      })),
      decision: job.decision,
      ...(job.message ? { message: job.message } : {}),
      explanation: reason === null ? null : vendor.explain(reason, performed.ok ? performed.response.status : null),
      credentialId,
    });
    return { exchange, isTokenGone };
  }

  #phoneOf(vendor: VendorId, token: string): string | null {
    return this.#parts.workspace.findDeviceByToken(vendor, token)?.id ?? null;
  }

  /** Title and text of a request. One draft to many tokens is one and the same body. */
  #read(vendor: Vendor, request: WireRequest): Pick<ReadRequest, 'title' | 'body'> | null {
    const known = this.#reads.get(request.body);
    if (known !== undefined) return known;
    const read = vendor.payload.fromRequest(request);
    this.#reads.set(request.body, read);
    return read;
  }

  /** While a request is under way to our own gateway, its captured half finds the message it belongs to. */
  #onTheWire(
    vendor: VendorId,
    origin: string,
    request: WireRequest,
    messageId: string,
    send: () => Promise<Performed>,
  ): Promise<Performed> {
    if (origin !== this.#parts.gatewayOrigin(vendor)) return send();
    return send().finally(this.#inFlight.enter(vendor, request.path, request.body, messageId));
  }

  #rawOf(job: Dispatch, origin: string, request: WireRequest, performed: Performed): RawExchange {
    return {
      id: this.#parts.newId('exchange'),
      atMs: Math.round(performed.timing.startedAtMs),
      origin: 'sent',
      vendor: job.vendor.id,
      kind: 'push',
      outcome: 'failed',
      status: performed.ok ? performed.response.status : null,
      reason: null,
      messageId: job.messageId,
      vendorMessageId: null,
      title: '',
      body: '',
      targets: [],
      tookMs: performed.timing.totalMs,
      request: { ...request, origin, httpVersion: performed.httpVersion },
      response: performed.ok ? performed.response : null,
      timing: performed.timing,
      peer: performed.peer,
      decision: null,
      verdict: null,
      explanation: null,
      failure: performed.ok ? null : failureOf(performed.failure),
      attempts: performed.attempts,
      credentialId: null,
    };
  }

  #isOutside(origin: string): boolean {
    const known = this.#outside.get(origin);
    if (known !== undefined) return known;
    const isOutside = !isLoopback(new URL(origin).hostname);
    this.#outside.set(origin, isOutside);
    return isOutside;
  }

  async #countOutside(): Promise<void> {
    await this.#parts.store.write('countUp', { name: sentCounter(this.#parts.now()), by: 1 });
  }
}

const failureOf = ({ code, message, mayHaveArrived }: Failure) => ({ code, message, mayHaveArrived });

const describe = (error: AppError): NonNullable<Problem> => ({
  code: error.code,
  message: error.message,
  details: { ...error.details },
});

/**
 * What a request may share a connection with, and what is asked of the connection. A vendor that looks at who sends once per
 * connection gets one connection per credential.
 */
const connectionOf = (vendor: Vendor, plan: AuthPlan) => ({
  identity: plan.kind === 'client-certificate' ? plan : null,
  binding: plan.cacheKey,
  aloneFirst: plan.kind === 'signed' && vendor.sender.aloneUntilAuthenticated === true,
  mayRepeat: (goawayDebug: string) => {
    const reason = vendor.sender.goawayReason?.(goawayDebug) ?? null;
    const known = vendor.errors.find(({ code }) => code === reason);
    return known === undefined || known.retry === 'later';
  },
});

/** No answer came. A GOAWAY that names the vendor's own reason is a rejection all the same. */
const readFailure = (vendor: Vendor, token: string, performed: Extract<Performed, { ok: false }>): Reading => {
  const { code, goawayDebug } = performed.failure;
  const said = goawayDebug === null ? null : (vendor.sender.goawayReason?.(goawayDebug) ?? null);
  const outcome = said === null ? 'failed' : 'rejected';
  const reason = said ?? code;
  return {
    outcome,
    code: reason,
    vendorMessageId: null,
    targets: [{ token, outcome, reason }],
    dropToken: false,
    retryAfterMs: null,
  };
};
