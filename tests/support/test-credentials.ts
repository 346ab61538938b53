/**
 * Keys, certificates and credential files for tests. Everything is made at test time and works nowhere but here. Times default to
 * the real clock, because TLS checks certificates against it.
 */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { PushEnvironment } from '../../src/shared/contract/common.ts';
import { nothing, sequence, utf8 } from './asn1.ts';
import {
  basicConstraints,
  clientAuth,
  codeSigning,
  ecKey,
  issueCertificate,
  keyUsage,
  rsaKey,
  type Extension,
  type Issuer,
  type Name,
} from './certificates.ts';
import { writePkcs12, type MacKind, type Protection } from './pkcs12-writer.ts';

const dayMs = 86_400_000;

/** The password of every test file that has one. */
export const testPassword = 'pushscope-test';

export const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`;

const derOfKey = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' });
const pemOfKey = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();
const publicPemOfKey = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();

let testCa: { readonly issuer: Issuer; readonly certificatePem: string } | null = null;

/** The CA that issues every certificate below; made once per process. Valid for ten years around now. */
export function testAuthority(): { readonly issuer: Issuer; readonly certificatePem: string } {
  if (testCa) return testCa;
  const issuer: Issuer = {
    name: [
      ['CN', 'Pushscope Test CA'],
      ['O', 'Pushscope tests'],
    ],
    key: ecKey(),
  };
  const der = issueCertificate({
    subject: issuer.name,
    issuer,
    key: issuer.key,
    notBeforeAtMs: Date.now() - 3650 * dayMs,
    notAfterAtMs: Date.now() + 3650 * dayMs,
    extensions: [basicConstraints(true), keyUsage('keyCertSign')],
  });
  testCa = { issuer, certificatePem: pem('CERTIFICATE', der) };
  return testCa;
}

export interface PushCertificateOptions {
  /** Default `com.example.app`. */
  readonly bundleId?: string;
  /** By extension. Default both. */
  readonly environments?: readonly PushEnvironment[];
  /** List in the extension. Default none, so that the subject's UID counts. */
  readonly topics?: readonly { readonly topic: string; readonly kind: string }[];
  /** Default `Apple Push Services: <bundleId>`. */
  readonly commonName?: string;
  /** Subject UID. Default the bundle ID; empty leaves it out. */
  readonly uid?: string;
  readonly teamId?: string;
  readonly key?: 'rsa' | 'ec' | KeyObject;
  readonly notBeforeAtMs?: number;
  readonly notAfterAtMs?: number;
  /** Name that stands as issuer; the signature is the test CA's all the same. */
  readonly issuerName?: Name;
  readonly forCodeSigning?: boolean;
  readonly password?: string;
  readonly protection?: Protection;
  readonly mac?: MacKind;
  readonly isBer?: boolean;
}

export interface PushCertificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  readonly certificateDer: Buffer;
  /** PKCS#8. */
  readonly privateKeyDer: Buffer;
  /** Protected with `password`, default `testPassword`. */
  readonly p12: Buffer;
}

const appleOid = (last: number): string => `1.2.840.113635.100.6.3.${last}`;

const appleExtensions = (environments: readonly PushEnvironment[], topics: PushCertificateOptions['topics']) => {
  const list: Extension[] = [];
  if (environments.includes('sandbox')) list.push({ oid: appleOid(1), value: nothing() });
  if (environments.includes('production')) list.push({ oid: appleOid(2), value: nothing() });
  if (topics) {
    const pairs = topics.flatMap(({ topic, kind }) => [utf8(topic), sequence(utf8(kind))]);
    list.push({ oid: appleOid(6), value: sequence(...pairs) });
  }
  return list;
};

const keyFor = (kind: PushCertificateOptions['key']): KeyObject => {
  if (kind === undefined || kind === 'rsa') return rsaKey();
  return kind === 'ec' ? ecKey() : kind;
};

/** A push certificate as Apple makes them, with its key and as a p12. */
export function makePushCertificate(options: PushCertificateOptions = {}): PushCertificate {
  const { bundleId = 'com.example.app', environments = ['sandbox', 'production'], topics } = options;
  const { uid = bundleId, password = testPassword, protection = 'pbes2', mac = 'sha256', isBer = false } = options;
  const key = keyFor(options.key);
  const { issuer } = testAuthority();
  const certificateDer = issueCertificate({
    subject: [
      ...(uid ? [['UID', uid] as const] : []),
      ['CN', options.commonName ?? `Apple Push Services: ${bundleId}`],
      ['OU', options.teamId ?? 'TESTTEAM01'],
      ['O', 'Pushscope tests'],
      ['C', 'DE'],
    ],
    issuer: options.issuerName ? { name: options.issuerName, key: issuer.key } : issuer,
    key,
    notBeforeAtMs: options.notBeforeAtMs ?? Date.now() - dayMs,
    notAfterAtMs: options.notAfterAtMs ?? Date.now() + 365 * dayMs,
    extensions: [
      basicConstraints(false),
      keyUsage('digitalSignature'),
      options.forCodeSigning ? codeSigning : clientAuth,
      ...(options.forCodeSigning ? [] : appleExtensions(environments, topics)),
    ],
  });
  const privateKeyDer = derOfKey(key);
  return {
    certificatePem: pem('CERTIFICATE', certificateDer),
    privateKeyPem: pemOfKey(key),
    certificateDer,
    privateKeyDer,
    p12: writePkcs12({
      keys: [privateKeyDer],
      certificates: [certificateDer],
      password,
      protection,
      mac,
      isBer,
    }),
  };
}

/** The issuer's name in certificates that Apple makes for apps. */
export const appleIssuerName: Name = [
  ['CN', 'Apple Worldwide Developer Relations Certification Authority'],
  ['OU', 'G4'],
  ['O', 'Apple Inc.'],
  ['C', 'US'],
];

/** An APNs signing key. `fileName` is the name Apple would give it. */
export function makeApnsKey(
  keyId = 'TESTKEY001',
  curve = 'P-256',
): { readonly p8: string; readonly keyId: string; readonly publicKeyPem: string; readonly fileName: string } {
  const key = ecKey(curve);
  return { p8: pemOfKey(key), keyId, publicKeyPem: publicPemOfKey(key), fileName: `AuthKey_${keyId}.p8` };
}

/** Text of a service account's JSON file. `over` replaces or, with undefined, removes fields. */
export function makeServiceAccount(
  options: { readonly tokenUri?: string; readonly projectId?: string; readonly key?: KeyObject } = {},
  over: Readonly<Record<string, unknown>> = {},
): string {
  const { tokenUri = 'https://oauth2.googleapis.com/token', projectId = 'pushscope-test', key = rsaKey() } = options;
  const email = `firebase-adminsdk@${projectId}.iam.gserviceaccount.com`;
  const account = {
    type: 'service_account',
    project_id: projectId,
    private_key_id: '0123456789abcdef0123456789abcdef01234567',
    private_key: pemOfKey(key),
    client_email: email,
    client_id: '100000000000000000000',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: tokenUri,
    auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
    client_x509_cert_url: `https://www.googleapis.com/robot/v1/metadata/x509/${encodeURIComponent(email)}`,
    universe_domain: 'googleapis.com',
  };
  return JSON.stringify({ ...account, ...over }, null, 2);
}

/** Other spellings of a private key: PKCS#1, SEC1, and both encrypted ways of PEM. */
export function respellKey(privateKeyPem: string, password = testPassword) {
  const key = createPrivateKey(privateKeyPem);
  const isRsa = key.asymmetricKeyType === 'rsa';
  const own = isRsa ? 'pkcs1' : 'sec1';
  return {
    own: key.export({ format: 'pem', type: own }).toString(),
    ownEncrypted: key.export({ format: 'pem', type: own, cipher: 'aes-256-cbc', passphrase: password }).toString(),
    pkcs8Encrypted: key
      .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: password })
      .toString(),
    publicKey: publicPemOfKey(key),
  };
}
