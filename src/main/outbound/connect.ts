import net from 'node:net';
import tls from 'node:tls';
import type { Peer } from '../../shared/contract/index.ts';
import { OutboundError, type ClientIdentity, type OutboundSettings } from './types.ts';

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

/** Opens a connection to an origin. Rejects with OutboundError. */
export const connect = async (
  origin: URL,
  alpn: readonly string[],
  identity: ClientIdentity | null,
  settings: OutboundSettings,
): Promise<Connected> => {
  const secure = origin.protocol === 'https:';
  const host = origin.hostname.replace(/^\[|\]$/g, '');
  const port = Number(origin.port || (secure ? 443 : 80));
  const started = performance.now();
  const socket = net.connect({ host, port, noDelay: true });
  let lookedUp: number | null = null;
  socket.once('lookup', () => {
    lookedUp = performance.now();
  });
  try {
    await withTimeout(once(socket, 'connect'), settings.connectTimeoutMs, () => socket.destroy());
    const connected = performance.now();
    const dnsMs = lookedUp === null ? null : lookedUp - started;
    const steps = { dnsMs, connectMs: connected - (lookedUp ?? started) };
    if (!secure) return { socket, ...steps, tlsMs: null, alpn: null, peer: peerOf(socket) };
    const tlsSocket = tls.connect({
      socket,
      servername: net.isIP(host) ? '' : host,
      host,
      ALPNProtocols: [...alpn],
      ...(isLoopback(host) ? { ca: [...settings.loopbackCaPems, ...tls.rootCertificates] } : {}),
      ...(identity ? { cert: identity.certificatePem, key: identity.privateKeyPem } : {}),
    });
    await withTimeout(once(tlsSocket, 'secureConnect'), settings.connectTimeoutMs, () => tlsSocket.destroy());
    const protocol = typeof tlsSocket.alpnProtocol === 'string' ? tlsSocket.alpnProtocol : null;
    return {
      socket: tlsSocket,
      ...steps,
      tlsMs: performance.now() - connected,
      alpn: protocol,
      peer: peerOf(tlsSocket),
    };
  } catch (error) {
    socket.destroy();
    throw asOutboundError(error);
  }
};
