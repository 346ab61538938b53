import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type TLSSocket } from 'node:tls';
import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import { ensureLocalPki, localCaName, type LocalPki } from './local-ca.ts';

const dayMs = 86_400_000;
const nowMs = Date.now();
/** Every call a new value, the same in every run. */
const counter = () => {
  let count = 0;
  return (bytes: number) => {
    count += 1;
    return createHash('sha512').update(`${count}`).digest().subarray(0, bytes);
  };
};
const ensure = (existing: LocalPki | null, atMs = nowMs, extraNames: readonly string[] = []) =>
  ensureLocalPki(existing, { nowMs: atMs, extraNames, random: counter() });
const first = await ensure(null);
const ca = (pki: LocalPki) => new X509Certificate(pki.caCertificatePem);
const server = (pki: LocalPki) => new X509Certificate(pki.serverCertificatePem);
const lifeDays = (certificate: X509Certificate) =>
  (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / dayMs;

describe('the CA', () => {
  it('is one, for ten years, and signs nothing but certificates', () => {
    const made = ca(first.pki);
    expect(first.changed).toBe('all');
    expect(made.subject).toContain(`CN=${localCaName}`);
    expect(made.ca).toBe(true);
    expect(made.verify(made.publicKey)).toBe(true);
    expect(Math.round(lifeDays(made) / 365.25)).toBe(10);
    expect(forge.pki.certificateFromPem(first.pki.caCertificatePem).getExtension('keyUsage')).toMatchObject({
      critical: true,
      keyCertSign: true,
      cRLSign: true,
      digitalSignature: false,
    });
    expect(BigInt(`0x${made.serialNumber}`)).toBeGreaterThan(0n);
  });
});

describe('the server certificate', () => {
  const made = server(first.pki);
  it('is of this CA and has its key', () => {
    expect(made.checkIssued(ca(first.pki))).toBe(true);
    expect(made.verify(ca(first.pki).publicKey)).toBe(true);
    expect(made.ca).toBe(false);
  });
  it('is for loopback, as server, for 397 days', () => {
    expect(made.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
    expect(made.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(lifeDays(made)).toBe(397);
    expect(Date.parse(made.validFrom)).toBeLessThan(nowMs);
  });
  for (const servername of ['localhost', 'fcm.googleapis.com']) {
    it(`is taken by a client that trusts the CA: ${servername}`, async () => {
      const { pki } = await ensure(first.pki, nowMs, ['fcm.googleapis.com', '10.0.2.2']);
      const listener = createServer({ key: pki.serverPrivateKeyPem, cert: pki.serverCertificatePem }, (socket) =>
        socket.end(),
      );
      listener.listen(0, '127.0.0.1');
      await once(listener, 'listening');
      const { port } = listener.address() as { port: number };
      const client: TLSSocket = connect({ port, host: '127.0.0.1', servername, ca: pki.caCertificatePem });
      await once(client, 'secureConnect');
      expect(client.authorized).toBe(true);
      client.destroy();
      listener.close();
    });
  }
});

describe('what exists', () => {
  it('is kept while it is good', async () => {
    expect(await ensure(first.pki)).toEqual({ pki: first.pki, changed: 'nothing' });
    expect((await ensure(first.pki, nowMs + 300 * dayMs)).changed).toBe('nothing');
  });
  it('gets a new server certificate a month before the end, under the same CA', async () => {
    const later = await ensure(first.pki, nowMs + 368 * dayMs);
    expect(later.changed).toBe('server');
    expect(later.pki.caCertificatePem).toBe(first.pki.caCertificatePem);
    expect(server(later.pki).checkIssued(ca(first.pki))).toBe(true);
    expect(Date.parse(server(later.pki).validTo)).toBeGreaterThan(nowMs + 700 * dayMs);
  });
  it('gets a new server certificate for a new name, and keeps one that covers it', async () => {
    const more = await ensure(first.pki, nowMs, ['push.test', '10.0.2.2']);
    expect(more.changed).toBe('server');
    expect(server(more.pki).checkHost('push.test')).toBe('push.test');
    expect(server(more.pki).checkIP('10.0.2.2')).toBe('10.0.2.2');
    expect((await ensure(more.pki, nowMs, ['push.test'])).changed).toBe('nothing');
  });
  it('never outlives its CA', async () => {
    const end = Date.parse(ca(first.pki).validTo);
    const late = await ensure(first.pki, end - 100 * dayMs);
    expect(late.changed).toBe('server');
    expect(Date.parse(server(late.pki).validTo)).toBe(end);
  });
  it('is all new when the CA ends', async () => {
    expect((await ensure(first.pki, Date.parse(ca(first.pki).validTo) - 20 * dayMs)).changed).toBe('all');
  });
  it('is kept when the clock was set back, because people trust it', async () => {
    expect((await ensure(first.pki, nowMs - 30 * dayMs)).changed).toBe('nothing');
  });
  const other = ensure(null);
  const damages: readonly (readonly [name: string, damage: () => Promise<Partial<LocalPki>>, changed: string])[] = [
    ['the CA’s key is another one', async () => ({ caPrivateKeyPem: (await other).pki.caPrivateKeyPem }), 'all'],
    ['the CA is cut off', () => Promise.resolve({ caCertificatePem: first.pki.caCertificatePem.slice(0, 300) }), 'all'],
    [
      'the CA is no CA',
      () =>
        Promise.resolve({
          caCertificatePem: first.pki.serverCertificatePem,
          caPrivateKeyPem: first.pki.serverPrivateKeyPem,
        }),
      'all',
    ],
    [
      'the server certificate is of another CA',
      async () => ({
        serverCertificatePem: (await other).pki.serverCertificatePem,
        serverPrivateKeyPem: (await other).pki.serverPrivateKeyPem,
      }),
      'server',
    ],
    ['the server’s key is gone', () => Promise.resolve({ serverPrivateKeyPem: '' }), 'server'],
  ];
  for (const [name, damage, changed] of damages) {
    it(`is replaced where it is broken: ${name}`, async () => {
      const mended = await ensure({ ...first.pki, ...(await damage()) });
      expect(mended.changed).toBe(changed);
      expect(server(mended.pki).verify(ca(mended.pki).publicKey)).toBe(true);
    });
  }
});
