import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createSecureServer } from 'node:http2';
import { once } from 'node:events';
import { X509Certificate } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { readCredential } from '../../src/main/credentials/parse/read.ts';
import { asFile } from './credential-files.ts';
import { findOpenssl, opensslEncodings } from './openssl.ts';
import { makePushCertificate, makeTestPki, testAuthority } from './pki.ts';

const folder = mkdtempSync(join(tmpdir(), 'pushscope-pki-'));
afterAll(() => rmSync(folder, { recursive: true }));
const report = makeTestPki(folder);
const opensslMissing = findOpenssl() ? null : 'no OpenSSL 3 command here';

/** What each file that cannot be used is refused with. */
const refused: Readonly<Record<string, string>> = {
  'key-mismatch.p12': 'credential.key-mismatch',
  'certificate-only.p12': 'credential.no-private-key',
  'key-only.p12': 'credential.no-certificate',
  'truncated.p12': 'credential.unreadable',
  'garbage.p12': 'credential.unreadable',
  'certificate.pem': 'credential.no-private-key',
  'aps.cer': 'credential.no-private-key',
  'test-ca.pem': 'credential.no-private-key',
  'wrong-curve.p8': 'credential.wrong-curve',
  'rsa.p8': 'credential.unsupported',
  'sec1.pem': 'credential.unsupported',
  'encrypted.p8': 'credential.unsupported',
  'public.pem': 'credential.unsupported',
  'google-services.json': 'credential.unsupported',
  'openssl-certificate-only.p12': 'credential.no-private-key',
  'openssl-key-only.p12': 'credential.no-certificate',
};

describe('the folder of test credentials', () => {
  it('has what its manifest says', () => {
    const files = new Set(readdirSync(folder));
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toEqual(report);
    expect(report.written.length).toBeGreaterThan(40);
    for (const { file } of report.written) expect(files.has(file), file).toBe(true);
  });
  for (const { file, what, password } of report.written) {
    it(`${file}: ${what}`, () => {
      const read = () => readCredential(asFile(readFileSync(join(folder, file)), file, password ?? undefined));
      const code = refused[file];
      if (code) expect(read).toThrow(expect.objectContaining({ code }));
      else expect(read().identities.length).toBe(file === 'two-identities.p12' ? 2 : 1);
    });
  }
  it.skipIf(opensslMissing !== null)(
    `has what only openssl writes${opensslMissing ? `: ${opensslMissing}` : ''}`,
    () => {
      expect(report.skipped).toEqual([]);
      const files = report.written.map(({ file }) => file);
      for (const { file } of opensslEncodings) expect(files).toContain(file);
    },
  );
});

describe('a push certificate for tests', () => {
  it('is issued by the test CA', () => {
    const ca = new X509Certificate(testAuthority().certificatePem);
    const made = new X509Certificate(makePushCertificate().certificatePem);
    expect(made.checkIssued(ca)).toBe(true);
    expect(made.verify(ca.publicKey)).toBe(true);
    expect(made.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
  });
  for (const key of ['rsa', 'ec'] as const) {
    it(`out of a legacy p12 logs in over HTTP/2: ${key}`, async () => {
      const made = makePushCertificate({ key, protection: 'legacy', mac: 'sha1' });
      const [identity] = readCredential(asFile(made.p12, 'push.p12', 'pushscope-test')).identities;
      const self = makePushCertificate({ key: 'ec' });
      const server = createSecureServer({
        key: self.privateKeyPem,
        cert: self.certificatePem,
        ca: testAuthority().certificatePem,
        requestCert: true,
        rejectUnauthorized: false,
      });
      server.on('stream', (stream) => {
        const socket = stream.session?.socket as TLSSocket;
        stream.respond({ ':status': socket.authorized ? 200 : 403 });
        stream.end();
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as { port: number };
      const session = connect(`https://127.0.0.1:${port}`, {
        key: identity!.secret['privateKeyPem']!,
        cert: made.certificatePem,
        rejectUnauthorized: false,
      });
      const request = session.request({ ':path': '/' });
      const [headers] = (await once(request, 'response')) as [Record<string, unknown>];
      expect(headers[':status']).toBe(200);
      session.destroy();
      server.close();
    });
  }
});
