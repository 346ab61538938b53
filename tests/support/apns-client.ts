import http2 from 'node:http2';
import tls from 'node:tls';

/** A bare HTTP/2 client for floods: no library between the test and the wire. */
export const connectApns = (origin: string, ca: string): Promise<http2.ClientHttp2Session> =>
  new Promise((resolve, reject) => {
    const session = http2.connect(origin, { ca: [ca, ...tls.rootCertificates] });
    session.once('error', reject);
    session.once('remoteSettings', () => {
      session.off('error', reject);
      session.on('error', () => undefined);
      resolve(session);
    });
  });

/** Status of the answer; null when none came. */
export const pushOnce = (
  session: http2.ClientHttp2Session,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): Promise<{ status: number | null; headers: http2.IncomingHttpHeaders }> =>
  new Promise((resolve) => {
    if (session.destroyed || session.closed) {
      resolve({ status: null, headers: {} });
      return;
    }
    const stream = session.request({ ':method': 'POST', ...headers });
    let answered: http2.IncomingHttpHeaders | null = null;
    stream.on('response', (fields) => {
      answered = fields;
    });
    stream.on('error', () => undefined);
    stream.on('close', () =>
      resolve({ status: answered ? Number(answered[':status']) : null, headers: answered ?? {} }),
    );
    stream.resume();
    stream.end(body);
  });
