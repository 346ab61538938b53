/**
 * Who may talk to the loopback server, and what is feared.
 *
 * Any web page open in any browser on this machine can send requests to 127.0.0.1. So:
 * - a page of another site posting here (CSRF): every call needs the bearer token of this start, which such a page does not have,
 *   and a request that names a foreign Origin is refused before it is looked at;
 * - a name that a hostile DNS server suddenly resolves to 127.0.0.1 (DNS rebinding): the Host has to be one of ours;
 * - another program or user on the machine: the token again. It is made anew at each start, printed once, and travels in a header or a
 *   URL fragment only, so that no server log and no Referer ever holds it.
 * A request without Origin is a script's and is fine; it still needs the token.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AppErrorCode } from '../../shared/contract/errors.ts';

export interface GuardOptions {
  readonly token: string;
  readonly port: () => number;
  /** Origin of a development server that serves the window; null outside development. */
  readonly devOrigin: string | null;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export class Guard {
  readonly #options: GuardOptions;
  readonly #token: Buffer;

  constructor(options: GuardOptions) {
    this.#options = options;
    this.#token = digest(options.token);
  }

  /** Null: the address is ours. */
  checkAddress(request: IncomingMessage): AppErrorCode | null {
    const port = this.#options.port();
    const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
    const { host, origin } = request.headers;
    if (host === undefined || !hosts.includes(host.toLowerCase())) return 'api.forbidden';
    if (origin === undefined) return null;
    return hosts.some((name) => origin === `http://${name}`) || origin === this.#options.devOrigin
      ? null
      : 'api.forbidden';
  }

  /** The bearer token of a call. */
  checkToken(request: IncomingMessage): AppErrorCode | null {
    const given = /^bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return this.#matches(given) ? null : 'api.unauthorized';
  }

  /** A browser cannot set headers on a WebSocket except the list of subprotocols, so the token is one of those. */
  checkSocketToken(request: IncomingMessage): AppErrorCode | null {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
    const given = offered.find((one) => one.startsWith(socketTokenPrefix))?.slice(socketTokenPrefix.length);
    return offered.includes(socketProtocol) && this.#matches(given) ? null : 'api.unauthorized';
  }

  #matches(given: string | undefined): boolean {
    return given !== undefined && timingSafeEqual(digest(given), this.#token);
  }
}

export const socketProtocol = 'pushscope.v1';
export const socketTokenPrefix = 'token.';
