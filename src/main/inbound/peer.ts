import { createHash, X509Certificate } from 'node:crypto';
import type net from 'node:net';
import type tls from 'node:tls';
import type { Peer } from '../../shared/contract/index.ts';

/** Who is at the other end of a connection. */
export interface Described {
  readonly peer: Peer;
  /** DER of the client certificate, when one was shown. */
  readonly certificate: Uint8Array | null;
  readonly secure: boolean;
}

/** Reads what a socket tells of its other end. */
export const describePeer = (socket: net.Socket | tls.TLSSocket): Described => {
  const address = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`;
  // http2 hands out a proxy of its socket: no TLSSocket by class, and `in` does not see its methods.
  if (!isSecure(socket)) {
    return { peer: { address, tlsVersion: null, alpn: null, certificate: null }, certificate: null, secure: false };
  }
  const { raw } = socket.getPeerCertificate(true);
  const certificate = raw ? new Uint8Array(raw) : null;
  return {
    peer: {
      address,
      tlsVersion: socket.getProtocol(),
      alpn: typeof socket.alpnProtocol === 'string' ? socket.alpnProtocol : null,
      certificate: certificate
        ? { subject: subjectOf(certificate), sha256: createHash('sha256').update(certificate).digest('hex') }
        : null,
    },
    certificate,
    secure: true,
  };
};

const isSecure = (socket: net.Socket | tls.TLSSocket): socket is tls.TLSSocket =>
  typeof (socket as Partial<tls.TLSSocket>).getPeerCertificate === 'function';

const subjectOf = (der: Uint8Array): string => {
  try {
    return new X509Certificate(der).subject.replaceAll('\n', ', ');
  } catch {
    return 'unreadable';
  }
};
