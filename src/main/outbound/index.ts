import type { Timing } from '../../shared/contract/index.ts';
import { asOutboundError, type Connected } from './connect.ts';
import { H2Connection } from './h2-connection.ts';
import { HttpsClient } from './https-client.ts';
import { OutboundError, type OutboundRequest, type OutboundSettings, type Performed } from './types.ts';

export { isLoopback } from './connect.ts';
export { TokenCache, type TokenResult } from './tokens.ts';
export { defaultOutboundSettings, failureCodes } from './types.ts';
export type { FailureCode, OutboundRequest, OutboundSettings, Performed } from './types.ts';

type Steps = Omit<Timing, 'startedAtMs' | 'totalMs'>;
type Answer = Pick<Extract<Performed, { ok: true }>, 'response' | 'peer' | 'httpVersion'> & { readonly steps: Steps };

interface Session {
  readonly opening: Promise<H2Connection>;
  /** Set once it stands. */
  connection: H2Connection | null;
}
const noSteps: Steps = { queueMs: null, dnsMs: null, connectMs: null, tlsMs: null, sendMs: null, waitMs: null };
const setupSteps = ({ dnsMs, connectMs, tlsMs }: Connected) => ({ dnsMs, connectMs, tlsMs });

/** Performs requests that somebody else described. Knows no vendor. */
export class Outbound {
  readonly #settings: OutboundSettings;
  readonly #now: () => number;
  readonly #sessions = new Map<string, Session>();
  readonly #clients = new Map<string, HttpsClient>();

  constructor(settings: OutboundSettings, now: () => number) {
    this.#settings = settings;
    this.#now = now;
  }

  /** Never rejects: a request without an answer is a `Failure`. */
  async perform(request: OutboundRequest): Promise<Performed> {
    const startedAtMs = this.#now();
    const startedAt = performance.now();
    const timing = (steps: Steps): Timing => ({ ...steps, startedAtMs, totalMs: performance.now() - startedAt });
    try {
      const origin = parseOrigin(request.origin);
      const key = `${origin.origin} ${request.identity?.cacheKey ?? ''}`;
      const { steps, ...answer } =
        request.protocol === 'h2'
          ? await this.#overH2(key, origin, request)
          : await this.#overHttps(key, origin, request);
      return { ok: true, ...answer, timing: timing(steps) };
    } catch (error) {
      const { code, message, goawayDebug } = asOutboundError(error);
      const httpVersion = request.protocol === 'h2' ? '2' : '1.1';
      return { ok: false, failure: { code, message, goawayDebug }, peer: null, httpVersion, timing: timing(noSteps) };
    }
  }

  close(): void {
    for (const { opening } of this.#sessions.values()) {
      opening.then(
        (connection) => connection.destroy(),
        () => undefined,
      );
    }
    for (const client of this.#clients.values()) client.close();
    this.#sessions.clear();
    this.#clients.clear();
  }

  async #overH2(key: string, origin: URL, request: OutboundRequest): Promise<Answer> {
    let session = this.#sessions.get(key);
    const fresh = !session || session.connection?.usable === false;
    if (!session || fresh) session = this.#openSession(key, origin, request);
    const connection = await session.opening;
    const { response, queueMs, sendMs, waitMs } = await connection.request(request.request, request.signal);
    const steps = { ...noSteps, ...(fresh ? setupSteps(connection.setup) : {}), queueMs, sendMs, waitMs };
    return { response, peer: connection.setup.peer, httpVersion: '2', steps };
  }

  #openSession(key: string, origin: URL, request: OutboundRequest): Session {
    const session: Session = { opening: H2Connection.open(origin, request.identity, this.#settings), connection: null };
    this.#sessions.set(key, session);
    session.opening.then(
      (connection) => {
        session.connection = connection;
      },
      () => {
        if (this.#sessions.get(key) === session) this.#sessions.delete(key);
      },
    );
    return session;
  }

  async #overHttps(key: string, origin: URL, request: OutboundRequest): Promise<Answer> {
    const client = this.#clients.get(key) ?? new HttpsClient(origin, request.identity, this.#settings);
    this.#clients.set(key, client);
    const { response, connection, fresh, sendMs, waitMs } = await client.request(request.request, request.signal);
    const steps = { ...noSteps, ...(fresh ? setupSteps(connection) : {}), queueMs: 0, sendMs, waitMs };
    return { response, peer: connection.peer, httpVersion: '1.1', steps };
  }
}

const parseOrigin = (text: string): URL => {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new OutboundError('bad-address', `${text} is not an address to send to`);
  return url;
};
