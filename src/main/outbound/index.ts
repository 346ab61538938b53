import type { Timing } from '../../shared/contract/index.ts';
import { systemClock, type Clock } from './clock.ts';
import { asOutboundError, connect, type Connected } from './connect.ts';
import { HttpsClient } from './https-client.ts';
import { H2Pool, type PoolResult } from './pool.ts';
import {
  OutboundError,
  type NetworkSettings,
  type OutboundRequest,
  type OutboundSettings,
  type Performed,
} from './types.ts';

export { isLoopback } from './connect.ts';
export { checkNetwork } from './network.ts';
export { TokenCache, type TokenResult } from './tokens.ts';
export { defaultOutboundSettings, failureCodes } from './types.ts';
export type { Failure, FailureCode, NetworkSettings, OutboundRequest, OutboundSettings, Performed } from './types.ts';

type Steps = Omit<Timing, 'startedAtMs' | 'totalMs'>;

const noSteps: Steps = { queueMs: null, dnsMs: null, connectMs: null, tlsMs: null, sendMs: null, waitMs: null };
/** Milliseconds to the microsecond: what comes after is noise, and the journal keeps every digit. */
const toMicros = (ms: number): number => Math.round(ms * 1000) / 1000;
const setupSteps = ({ dnsMs, connectMs, tlsMs }: Connected) => ({ dnsMs, connectMs, tlsMs });

/** Whatever time and chance decide, for tests that want to say it. */
export interface OutboundPorts {
  readonly clock: Clock;
  readonly random: () => number;
}

/** Performs requests that somebody else described. Knows no vendor. */
export class Outbound {
  readonly #settings: OutboundSettings;
  readonly #now: () => number;
  readonly #ports: OutboundPorts;
  readonly #pools = new Map<string, H2Pool>();
  readonly #clients = new Map<string, HttpsClient>();
  #network: NetworkSettings;

  constructor(
    settings: OutboundSettings,
    now: () => number,
    ports: OutboundPorts = { clock: systemClock, random: Math.random },
  ) {
    this.#settings = settings;
    this.#now = now;
    this.#ports = ports;
    this.#network = settings.network();
  }

  /** Never rejects: a request without an answer is a `Failure`. */
  async perform(request: OutboundRequest): Promise<Performed> {
    const startedAtMs = this.#now();
    const startedAt = performance.now();
    const timing = (steps: Steps): Timing => ({
      ...steps,
      startedAtMs,
      totalMs: toMicros(performance.now() - startedAt),
    });
    try {
      this.#followSettings();
      const origin = parseOrigin(request.origin);
      if (request.protocol === 'h2') return performedOverH2(await this.#overH2(origin, request), timing);
      return await this.#overHttps(origin, request, timing);
    } catch (error) {
      const { code, message, goawayDebug, mayHaveArrived } = asOutboundError(error);
      const httpVersion = request.protocol === 'h2' ? '2' : '1.1';
      const failure = { code, message, goawayDebug, mayHaveArrived };
      return { ok: false, failure, peer: null, httpVersion, attempts: 0, timing: timing(noSteps) };
    }
  }

  /** Connections of this binding that are old enough make place for new ones, because the server took something amiss. */
  renew(request: Pick<OutboundRequest, 'origin' | 'binding' | 'identity'>): void {
    this.#pools.get(keyOf(parseOrigin(request.origin), request))?.renew();
  }

  close(): void {
    for (const pool of this.#pools.values()) pool.close();
    for (const client of this.#clients.values()) client.close();
    this.#pools.clear();
    this.#clients.clear();
  }

  #followSettings(): void {
    const network = this.#settings.network();
    if (network.proxy === this.#network.proxy && network.caPem === this.#network.caPem) return;
    this.#network = network;
    for (const pool of this.#pools.values()) pool.retire();
    for (const client of this.#clients.values()) client.retire();
    this.#pools.clear();
    this.#clients.clear();
  }

  #overH2(origin: URL, request: OutboundRequest): Promise<PoolResult> {
    const { signal, mayRepeat = () => true } = request;
    return new Promise((settle) => {
      this.#poolOf(origin, request).submit({ request: request.request, signal, mayRepeat, settle });
    });
  }

  #poolOf(origin: URL, request: OutboundRequest): H2Pool {
    const key = keyOf(origin, request);
    const known = this.#pools.get(key);
    if (known) return known;
    const { maxConnections, ...limits } = this.#settings;
    const { identity, aloneFirst = false } = request;
    const network = this.#network;
    const pool = new H2Pool({
      origin,
      limits,
      connect: () => connect(origin, ['h2'], identity, this.#settings, network),
      aloneFirst,
      maxConnections,
      ...this.#ports,
    });
    this.#pools.set(key, pool);
    return pool;
  }

  async #overHttps(origin: URL, request: OutboundRequest, timing: (steps: Steps) => Timing): Promise<Performed> {
    const key = keyOf(origin, request);
    const client = this.#clients.get(key) ?? new HttpsClient(origin, request.identity, this.#settings, this.#network);
    this.#clients.set(key, client);
    const { response, connection, fresh, sendMs, waitMs } = await client.request(request.request, request.signal);
    const steps = { ...noSteps, ...(fresh ? setupSteps(connection) : {}), queueMs: 0, sendMs, waitMs };
    return { ok: true, response, peer: connection.peer, httpVersion: '1.1', attempts: 1, timing: timing(steps) };
  }
}

const performedOverH2 = (result: PoolResult, timing: (steps: Steps) => Timing): Performed => {
  const common = { peer: result.setup?.peer ?? null, httpVersion: '2', attempts: result.attempts };
  if (!result.ok) {
    const { code, message, goawayDebug } = result.error;
    const failure = { code, message, goawayDebug, mayHaveArrived: result.mayHaveArrived };
    return { ok: false, failure, ...common, timing: timing(noSteps) };
  }
  const { setup, fresh, queueMs, sendMs, waitMs } = result;
  const steps = {
    ...(fresh ? setupSteps(setup) : noSteps),
    queueMs: toMicros(queueMs),
    sendMs: toMicros(sendMs),
    waitMs: toMicros(waitMs),
  };
  return { ok: true, response: result.response, ...common, timing: timing(steps) };
};

const keyOf = (origin: URL, { binding, identity }: Pick<OutboundRequest, 'binding' | 'identity'>): string =>
  `${origin.origin} ${identity?.cacheKey ?? ''} ${binding ?? ''}`;

const parsed = new Map<string, URL>();
const parseOrigin = (text: string): URL => {
  const known = parsed.get(text);
  if (known) return known;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new OutboundError('bad-address', `${text} is not an address to send to`);
  if (parsed.size > 100) parsed.clear();
  parsed.set(text, url);
  return url;
};
