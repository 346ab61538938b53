import { createPrivateKey, generateKeyPair, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { encodeDer } from './parse/der.ts';
import { privatePem, publicPem } from './parse/keys.ts';

/** The local CA and the certificate the gateways show. Keys are PKCS#8 PEM and secret; storing them is the caller's business. */
export interface LocalPki {
  readonly caCertificatePem: string;
  readonly caPrivateKeyPem: string;
  readonly serverCertificatePem: string;
  readonly serverPrivateKeyPem: string;
}

export const localCaName = 'Pushscope local CA';
/** Names every server certificate has. */
export const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '::1'];

const dayMs = 86_400_000;
const caYears = 10;
/** Apple's platforms refuse server certificates that are valid for more than 398 days. */
const serverDays = 397;
const renewWithinMs = 30 * dayMs;
/** Clocks of phones and containers run behind. */
const backdatedMs = dayMs;

const makeKeyPair = promisify(generateKeyPair);
const newKey = async (): Promise<KeyObject> => (await makeKeyPair('rsa', { modulusLength: 2048 })).privateKey;

interface Draft {
  readonly subject: string;
  /** Null: signs itself. */
  readonly issuer: forge.pki.Certificate | null;
  readonly notBeforeAtMs: number;
  readonly notAfterAtMs: number;
  /** In the library's own terms. */
  readonly extensions: readonly object[];
  readonly random: (bytes: number) => Uint8Array;
}

const attributes = (commonName: string): forge.pki.CertificateField[] => [
  { name: 'commonName', value: commonName },
  { name: 'organizationName', value: 'Pushscope' },
];

const serialNumber = (random: Draft['random']): string => {
  // A first byte of 0x01 to 0x7f: positive, and no leading zero.
  const bytes = Buffer.from(random(16));
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7e) | 0x01, 0);
  return bytes.toString('hex');
};

/** Builds with node-forge, signs with the runtime's native RSA: node-forge's own takes thirty times as long. */
const issue = (draft: Draft, key: KeyObject, signingKey: KeyObject): forge.pki.Certificate => {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicPem(key));
  certificate.serialNumber = serialNumber(draft.random);
  certificate.validity.notBefore = new Date(draft.notBeforeAtMs);
  certificate.validity.notAfter = new Date(draft.notAfterAtMs);
  certificate.setSubject(attributes(draft.subject));
  certificate.setIssuer(draft.issuer ? draft.issuer.subject.attributes : attributes(draft.subject));
  certificate.setExtensions([...draft.extensions, { name: 'subjectKeyIdentifier' }]);
  const native = {
    sign: () => sign('sha256', encodeDer(certificate.tbsCertificate), signingKey).toString('latin1'),
  };
  // The library calls nothing but `sign` of the key it is given.
  certificate.sign(native as unknown as forge.pki.rsa.PrivateKey, forge.md.sha256.create());
  return certificate;
};

type Pair = { readonly certificatePem: string; readonly key: KeyObject };
type Random = Draft['random'];

const makeAuthority = async (nowMs: number, random: Random): Promise<Pair> => {
  const key = await newKey();
  const draft: Draft = {
    subject: localCaName,
    issuer: null,
    notBeforeAtMs: nowMs - backdatedMs,
    notAfterAtMs: new Date(nowMs).setUTCFullYear(new Date(nowMs).getUTCFullYear() + caYears),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
    random,
  };
  return { certificatePem: forge.pki.certificateToPem(issue(draft, key, key)), key };
};

const alternativeName = (name: string): object => (isIP(name) ? { type: 7, ip: name } : { type: 2, value: name });

const makeServer = async (ca: Pair, names: readonly string[], nowMs: number, random: Random): Promise<Pair> => {
  const key = await newKey();
  const issuer = forge.pki.certificateFromPem(ca.certificatePem);
  const notBeforeAtMs = nowMs - backdatedMs;
  const draft: Draft = {
    subject: 'localhost',
    issuer,
    notBeforeAtMs,
    notAfterAtMs: Math.min(notBeforeAtMs + serverDays * dayMs, issuer.validity.notAfter.getTime()),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map(alternativeName) },
      { name: 'authorityKeyIdentifier', keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
    ],
    random,
  };
  return { certificatePem: forge.pki.certificateToPem(issue(draft, key, ca.key)), key };
};

type Held = Pair & { readonly certificate: X509Certificate };

/**
 * A certificate that is good for another month and has its key. Null: make a new one. That it is not valid yet only means that the
 * clock was set back: throwing away a CA that people trust would be worse than waiting.
 */
const hold = (certificatePem: string, privateKeyPem: string, nowMs: number): Held | null => {
  try {
    const certificate = new X509Certificate(certificatePem);
    const key = createPrivateKey(privateKeyPem);
    const isCurrent = Date.parse(certificate.validTo) - nowMs > renewWithinMs;
    return isCurrent && certificate.checkPrivateKey(key) ? { certificatePem, key, certificate } : null;
  } catch {
    // Damaged material is replaced; nothing of value depends on it but the trust somebody gave to the old CA.
    return null;
  }
};

const covers = (certificate: X509Certificate, name: string): boolean =>
  (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name, { subject: 'never' })) !== undefined;

const serves = (server: Held, ca: X509Certificate, names: readonly string[]): boolean =>
  server.certificate.checkIssued(ca) &&
  server.certificate.verify(ca.publicKey) &&
  names.every((name) => covers(server.certificate, name));

/**
 * Gives the CA and server certificate to use at `nowMs`: what exists where it is still good, new ones where not. The CA lasts ten
 * years; the server certificate 397 days, and is renewed when it has less than 30 days left, does not cover a wanted name, or is
 * not of this CA. Always covers `loopbackNames`; `extraNames` are host names or IP addresses. `random` gives serial numbers; keys
 * come from the system. `changed` says what has to be stored: `all` means that clients have to trust a new CA.
 */
export async function ensureLocalPki(
  existing: LocalPki | null,
  options: {
    readonly nowMs: number;
    readonly extraNames: readonly string[];
    readonly random: (bytes: number) => Uint8Array;
  },
): Promise<{ readonly pki: LocalPki; readonly changed: 'nothing' | 'server' | 'all' }> {
  const { nowMs, random } = options;
  const names = [...new Set([...loopbackNames, ...options.extraNames])];
  const heldCa = existing && hold(existing.caCertificatePem, existing.caPrivateKeyPem, nowMs);
  const isCa = heldCa?.certificate.ca === true;
  const heldServer = existing && isCa ? hold(existing.serverCertificatePem, existing.serverPrivateKeyPem, nowMs) : null;
  if (existing && isCa && heldServer && serves(heldServer, heldCa.certificate, names)) {
    return { pki: existing, changed: 'nothing' };
  }
  const ca = isCa ? heldCa : await makeAuthority(nowMs, random);
  const server = await makeServer(ca, names, nowMs, random);
  return {
    pki: {
      caCertificatePem: ca.certificatePem,
      caPrivateKeyPem: privatePem(ca.key),
      serverCertificatePem: server.certificatePem,
      serverPrivateKeyPem: privatePem(server.key),
    },
    changed: isCa ? 'server' : 'all',
  };
}
