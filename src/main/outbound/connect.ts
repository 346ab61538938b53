import net from 'node:net';
import tls from 'node:tls';
import type { Peer } from '../../shared/contract/index.ts';
import { certificatesIn, parseProxy, type Proxy } from './network.ts';
import { tunnel } from './tunnel.ts';
import { OutboundError, type ClientIdentity, type NetworkSettings, type OutboundSettings } from './types.ts';

/** A connection with what setting it up cost. Milliseconds; null where the step did not happen. */
export interface Connected {
  readonly socket: net.Socket | tls.TLSSocket;
  readonly dnsMs: number | null;
  readonly connectMs: number | null;
  readonly tlsMs: number | null;
  readonly alpn: string | null;
  readonly peer: Peer;
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;
export const isLoopback = (hostname: string): boolean => loopback.test(hostname);

const untrusted = /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|DEPTH_ZERO|LEAF_SIGNATURE/;

/** Puts an error of the network stack into our words. */
export const asOutboundError = (error: unknown): OutboundError => {
  if (error instanceof OutboundError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  const name = typeof code === 'string' ? code : '';
  if (name === 'ENOTFOUND' || name === 'EAI_AGAIN') return new OutboundError('dns-not-found', message);
  if (name === 'ECONNREFUSED') return new OutboundError('connection-refused', message);
  if (name === 'ETIMEDOUT' || name === 'ENETUNREACH' || name === 'EHOSTUNREACH')
    return new OutboundError('connect-timeout', message);
  if (untrusted.test(name)) return new OutboundError('tls-untrusted', message);
  if (name === 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL') return new OutboundError('not-http2', message);
  if (name.startsWith('ERR_SSL') || name.startsWith('ERR_TLS') || name === 'EPROTO')
    return new OutboundError('tls-failed', message);
  return new OutboundError('connection-lost', message);
};

const withTimeout = <T>(work: Promise<T>, ms: number, fail: () => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      fail();
      reject(new OutboundError('connect-timeout', `no connection within ${ms} ms`));
    }, ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

const once = (socket: net.Socket, event: 'connect' | 'secureConnect'): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once(event, () => {
      socket.off('error', reject);
      resolve();
    });
    socket.once('error', reject);
  });

const peerOf = (socket: net.Socket | tls.TLSSocket): Peer => {
  const address = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`;
  if (!(socket instanceof tls.TLSSocket)) return { address, tlsVersion: null, alpn: null, certificate: null };
  const { subject, fingerprint256 } = socket.getPeerCertificate();
  const alpn = typeof socket.alpnProtocol === 'string' ? socket.alpnProtocol : null;
  const commonName = [subject?.CN ?? ''].flat().join(', ');
  return {
    address,
    tlsVersion: socket.getProtocol(),
    alpn,
    certificate: fingerprint256
      ? { subject: commonName, sha256: fingerprint256.replaceAll(':', '').toLowerCase() }
      : null,
  };
};

/** CAs for a host: local servers' for loopback, the person's own elsewhere, and always the usual ones. Undefined: those alone. */
const authorities = (host: string, settings: OutboundSettings, network: NetworkSettings): string[] | undefined => {
  const further = isLoopback(host) ? settings.loopbackCaPems : certificatesIn(network.caPem);
  return further.length === 0 ? undefined : [...further, ...tls.rootCertificates];
};

/** What the network stack says of a proxy that is not there is said of the proxy, not of the vendor. */
const asProxyError = (error: unknown, { host, port }: Proxy): OutboundError => {
  const plain = asOutboundError(error);
  if (plain.code.startsWith('proxy-')) return plain;
  return new OutboundError('proxy-unreachable', `proxy ${host}:${port}: ${plain.message}`);
};

/** The TCP connection: to the host, or through the proxy. A tunnel counts as part of connecting. */
const reach = async (host: string, port: number, proxy: Proxy | null, timeoutMs: number) => {
  const started = performance.now();
  const socket = net.connect({ host: proxy?.host ?? host, port: proxy?.port ?? port, noDelay: true });
  let lookedUp: number | null = null;
  socket.once('lookup', () => {
    lookedUp = performance.now();
  });
  try {
    await withTimeout(once(socket, 'connect'), timeoutMs, () => socket.destroy());
    if (proxy) await withTimeout(tunnel(socket, host, port), timeoutMs, () => socket.destroy());
  } catch (error) {
    socket.destroy();
    throw proxy ? asProxyError(error, proxy) : error;
  }
  const dnsMs = lookedUp === null ? null : lookedUp - started;
  return { socket, dnsMs, connectMs: performance.now() - (lookedUp ?? started) };
};

/** Opens a connection to an origin, through the proxy unless the origin is on this machine. Rejects with OutboundError. */
export const connect = async (
  origin: URL,
  alpn: readonly string[],
  identity: ClientIdentity | null,
  settings: OutboundSettings,
  network: NetworkSettings,
): Promise<Connected> => {
  const secure = origin.protocol === 'https:';
  const host = origin.hostname.replace(/^\[|\]$/g, '');
  const port = Number(origin.port || (secure ? 443 : 80));
  const proxy = isLoopback(origin.hostname) ? null : parseProxy(network.proxy);
  let socket: net.Socket | null = null;
  try {
    const reached = await reach(host, port, proxy, settings.connectTimeoutMs);
    ({ socket } = reached);
    const { dnsMs, connectMs } = reached;
    if (!secure && alpn.includes('h2')) throw new OutboundError('not-http2', 'no TLS, so no HTTP/2');
    if (!secure) return { socket, dnsMs, connectMs, tlsMs: null, alpn: null, peer: peerOf(socket) };
    const connected = performance.now();
    const ca = authorities(host, settings, network);
    const tlsSocket = tls.connect({
      socket,
      servername: net.isIP(host) ? '' : host,
      host,
      ALPNProtocols: [...alpn],
      ...(ca ? { ca } : {}),
      ...(identity ? { cert: identity.certificatePem, key: identity.privateKeyPem } : {}),
    });
    await withTimeout(once(tlsSocket, 'secureConnect'), settings.connectTimeoutMs, () => tlsSocket.destroy());
    const protocol = typeof tlsSocket.alpnProtocol === 'string' ? tlsSocket.alpnProtocol : null;
    const tlsMs = performance.now() - connected;
    if (alpn.includes('h2') && protocol !== 'h2') {
      throw new OutboundError('not-http2', `the server chose ${protocol ?? 'no protocol'} instead of h2`);
    }
    return { socket: tlsSocket, dnsMs, connectMs, tlsMs, alpn: protocol, peer: peerOf(tlsSocket) };
  } catch (error) {
    socket?.destroy();
    throw asOutboundError(error);
  }
};
