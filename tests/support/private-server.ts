import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createSecureServer, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import { onTestFinished } from 'vitest';
import { ensureLocalPki } from '../../src/main/credentials/index.ts';

export interface PrivateServer {
  readonly origin: string;
  /** To be trusted by whoever asks: `trustedCaPem` of `startApp`. */
  readonly caPem: string;
  close(): Promise<void>;
}

/** An HTTP/2 server of this test's own, with a CA nobody else has. It asks for client certificates and takes any. */
export const openPrivateServer = async (answer: (stream: ServerHttp2Stream) => void): Promise<PrivateServer> => {
  const { pki } = await ensureLocalPki(null, { nowMs: Date.now(), extraNames: [], random: randomBytes });
  const server = createSecureServer({
    key: pki.serverPrivateKeyPem,
    cert: pki.serverCertificatePem,
    requestCert: true,
    rejectUnauthorized: false,
  });
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => undefined);
    session.on('close', () => sessions.delete(session));
  });
  server.on('stream', (stream) => {
    stream.on('error', () => undefined);
    stream.resume();
    answer(stream);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // `listening` on a port: the address is never a path.
  const { port } = server.address() as { port: number };
  const close = async () => {
    for (const session of sessions) session.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  return { origin: `https://127.0.0.1:${port}`, caPem: pki.caCertificatePem, close };
};
