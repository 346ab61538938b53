import type { Decision, Draft, ExchangeSummary, SendResult, Target, VendorId } from '../../shared/contract/index.ts';
import { AppError, isAppError } from '../../shared/contract/errors.ts';
import type { RawExchange } from '../journal/index.ts';
import { isLoopback, TokenCache, type Performed } from '../outbound/index.ts';
import type {
  AuthPlan,
  OpenCredential,
  Reading,
  SendTarget,
  TokenAnswer,
  Vendor,
  WireRequest,
} from '../vendors/vendor.ts';
import type { InFlight } from './in-flight.ts';
import type { Parts } from './parts.ts';

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
}

type Problem = SendResult['problem'];
type FetchedPlan = Extract<AuthPlan, { kind: 'fetched' }>;

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

  constructor(parts: Parts, inFlight: InFlight) {
    this.#parts = parts;
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
      const credential = await this.#parts.credentials.open(job.credentialId);
      const plan = job.vendor.auth.plan(credential, job.origin, job.draft);
      const token = await this.#token(job, plan);
      if (!token.ok)
        return notBuilt(describe(new AppError('send.token-refused', { vendor: job.vendor.id, code: token.code })));
      const request = job.vendor.sender.request(job.draft, job.target, token.value, this.#parts.now());
      if ('unusable' in request) throw new AppError('send.draft-unusable', { ...request.unusable });
      const exchange = await this.#perform(job, credential, plan, request);
      return { ...base, state: 'sent', exchange, problem: null };
    } catch (error) {
      if (isAppError(error)) return notBuilt(describe(error));
      throw error;
    }
  }

  async #token(
    job: Dispatch,
    plan: AuthPlan,
  ): Promise<{ ok: true; value: string | null } | { ok: false; code: string }> {
    if (plan.kind === 'client-certificate') return { ok: true, value: null };
    const nowMs = this.#parts.now();
    if (plan.kind === 'signed') return { ok: true, value: this.#tokens.signed(plan, nowMs) };
    return this.#tokens.fetched(plan, nowMs, (asked) => this.#askForToken(job, asked));
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

  async #perform(
    job: Dispatch,
    credential: OpenCredential,
    plan: AuthPlan,
    request: WireRequest,
  ): Promise<ExchangeSummary> {
    const { vendor, origin } = job;
    const performed = await this.#onTheWire(vendor.id, origin, request, job.messageId, () =>
      this.#parts.outbound.perform({
        origin,
        protocol: vendor.sender.protocol,
        request,
        identity: plan.kind === 'client-certificate' ? plan : null,
      }),
    );
    const reading = performed.ok
      ? vendor.sender.read(request, performed.response)
      : readFailure(vendor, job.target.token, performed);
    if (reading.dropToken) this.#tokens.drop(plan.cacheKey);
    await this.#countIfOutside(origin);
    const read = vendor.payload.fromRequest(request);
    return this.#parts.journal.append({
      ...this.#rawOf(job, origin, request, performed),
      kind: 'push',
      outcome: reading.outcome,
      reason: reading.code,
      vendorMessageId: reading.vendorMessageId,
      title: read?.title ?? '',
      body: read?.body ?? '',
      targets: reading.targets.map((one): Target => ({
        ...one,
        deviceId: this.#parts.workspace.findDeviceByToken(vendor.id, one.token)?.id ?? null,
      })),
      decision: job.decision,
      explanation:
        reading.code === null ? null : vendor.explain(reading.code, performed.ok ? performed.response.status : null),
      credentialId: credential.id,
    });
  }

  /** While a request is under way to our own gateway, its captured half finds the message it belongs to. */
  async #onTheWire(
    vendor: VendorId,
    origin: string,
    request: WireRequest,
    messageId: string,
    send: () => Promise<Performed>,
  ) {
    const leave =
      origin === this.#parts.gatewayOrigin(vendor)
        ? this.#inFlight.enter(vendor, request.path, request.body, messageId)
        : null;
    try {
      return await send();
    } finally {
      leave?.();
    }
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
      failure: performed.ok ? null : { code: performed.failure.code, message: performed.failure.message },
      credentialId: null,
    };
  }

  async #countIfOutside(origin: string): Promise<void> {
    if (!isLoopback(new URL(origin).hostname)) {
      await this.#parts.store.write('countUp', { name: sentCounter(this.#parts.now()), by: 1 });
    }
  }
}

const describe = (error: AppError): NonNullable<Problem> => ({
  code: error.code,
  message: error.message,
  details: { ...error.details },
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
