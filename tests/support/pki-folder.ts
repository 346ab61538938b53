import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOpenssl, opensslEncodings, writeByOpenssl } from './openssl.ts';
import { ecKey, rsaKey } from './certificates.ts';
import { writePkcs12 } from './pkcs12-writer.ts';
import {
  makeApnsKey,
  makePushCertificate,
  makeServiceAccount,
  respellKey,
  testAuthority,
  testPassword,
  type PushCertificate,
  type PushCertificateOptions,
} from './test-credentials.ts';

/** A file of the folder. `password` null: it has none. */
export interface PkiFile {
  readonly file: string;
  readonly what: string;
  readonly password: string | null;
}
export interface PkiReport {
  readonly written: readonly PkiFile[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

type Content = string | Uint8Array;
type Entry = readonly [file: string, what: string, content: Content, password?: string];

const dayMs = 86_400_000;
const bundleId = 'com.example.app';
const pushTopics = [
  { topic: bundleId, kind: 'app' },
  { topic: `${bundleId}.voip`, kind: 'voip' },
  { topic: `${bundleId}.complication`, kind: 'complication' },
];

/** Certificates of every kind, one p12 each. */
const kindEntries = (nowMs: number): Entry[] => {
  const key = rsaKey();
  const kinds: readonly (readonly [file: string, what: string, options: PushCertificateOptions])[] = [
    ['push-universal', 'universal push certificate, one topic in the subject', {}],
    ['push-topics', 'universal push certificate with a list of topics', { topics: pushTopics }],
    ['push-ec', 'push certificate with an EC key', { key: 'ec', topics: pushTopics }],
    [
      'push-sandbox',
      'sandbox only',
      { environments: ['sandbox'], commonName: `Apple Development IOS Push Services: ${bundleId}` },
    ],
    [
      'push-production',
      'production only',
      { environments: ['production'], commonName: `Apple Production IOS Push Services: ${bundleId}` },
    ],
    [
      'mac-sandbox',
      'macOS, sandbox',
      { environments: ['sandbox'], commonName: `Apple Development Mac Push Services: ${bundleId}` },
    ],
    [
      'mac-production',
      'macOS, production',
      { environments: ['production'], commonName: `Apple Production Mac Push Services: ${bundleId}` },
    ],
    ['voip', 'VoIP services', { commonName: `VoIP Services: ${bundleId}` }],
    ['watchkit', 'WatchKit services', { commonName: `WatchKit Services: ${bundleId}` }],
    ['website', 'website push', { commonName: 'Website Push ID: web.com.example', uid: 'web.com.example' }],
    ['pass', 'Wallet passes', { commonName: 'Pass Type ID: pass.com.example', uid: 'pass.com.example' }],
    [
      'mdm',
      'device management',
      { environments: ['production'], commonName: 'APSP:7e5c0a34', uid: 'com.apple.mgmt.External.7e5c0a34' },
    ],
    [
      'code-signing',
      'code-signing identity exported by mistake',
      { commonName: 'Apple Development: Denny (TESTTEAM01)', forCodeSigning: true },
    ],
    ['wildcard', 'wildcard App ID', { bundleId: 'com.example.*' }],
    ['expired', 'expired yesterday', { notBeforeAtMs: nowMs - 366 * dayMs, notAfterAtMs: nowMs - dayMs }],
    ['not-yet-valid', 'valid from tomorrow on', { notBeforeAtMs: nowMs + dayMs, notAfterAtMs: nowMs + 366 * dayMs }],
    ['expires-in-5-days', 'expires in 5 days', { notAfterAtMs: nowMs + 5 * dayMs }],
    ['expires-in-20-days', 'expires in 20 days', { notAfterAtMs: nowMs + 20 * dayMs }],
  ];
  return kinds.map(([file, what, options]) => [
    `${file}.p12`,
    what,
    makePushCertificate({ key, ...options }).p12,
    testPassword,
  ]);
};

/** One certificate in every container encoding our own writer knows. */
const encodingEntries = (one: PushCertificate, other: PushCertificate): Entry[] => {
  const own = { keys: [one.privateKeyDer], certificates: [one.certificateDer], password: testPassword };
  const modern = { ...own, protection: 'pbes2', mac: 'sha256' } as const;
  const whole = writePkcs12(modern);
  return [
    [
      'encoding-legacy.p12',
      'RC2-40 and 3DES',
      writePkcs12({ ...own, protection: 'legacy', mac: 'sha1' }),
      testPassword,
    ],
    ['encoding-3des.p12', '3DES', writePkcs12({ ...own, protection: '3des', mac: 'sha1' }), testPassword],
    ['encoding-sha512-mac.p12', 'SHA-512 MAC', writePkcs12({ ...modern, mac: 'sha512' }), testPassword],
    ['encoding-pbmac1.p12', 'PBMAC1 (RFC 9579)', writePkcs12({ ...modern, mac: 'pbmac1' }), testPassword],
    ['encoding-ber.p12', 'BER, indefinite lengths', writePkcs12({ ...modern, isBer: true }), testPassword],
    ['encoding-empty-password.p12', 'empty password', writePkcs12({ ...modern, password: '' }), ''],
    ['encoding-no-mac.p12', 'no MAC, not encrypted', writePkcs12({ ...own, protection: 'none', mac: 'none' })],
    ['encoding-non-ascii.p12', 'password beyond ASCII', writePkcs12({ ...modern, password: '密码' }), '密码'],
    [
      'two-identities.p12',
      'two keys with their certificates, crosswise',
      writePkcs12({
        ...modern,
        keys: [other.privateKeyDer, one.privateKeyDer],
        certificates: [one.certificateDer, other.certificateDer],
      }),
      testPassword,
    ],
    [
      'key-mismatch.p12',
      'key of another certificate',
      writePkcs12({ ...modern, keys: [other.privateKeyDer] }),
      testPassword,
    ],
    ['certificate-only.p12', 'no key', writePkcs12({ ...modern, keys: [] }), testPassword],
    ['key-only.p12', 'no certificate', writePkcs12({ ...modern, certificates: [] }), testPassword],
    ['truncated.p12', 'cut off in the middle', whole.subarray(0, whole.length / 2), testPassword],
    ['garbage.p12', 'no credential at all', Buffer.from('4e6f74206120637265646e7469616cff', 'hex')],
  ];
};

const textEntries = (one: PushCertificate): Entry[] => {
  const apns = makeApnsKey();
  const spelled = respellKey(one.privateKeyPem);
  const apnsSpelled = respellKey(apns.p8);
  return [
    ['pair.pem', 'certificate and key as PEM', one.certificatePem + one.privateKeyPem],
    ['pair-encrypted.pem', 'certificate and encrypted key', one.certificatePem + spelled.pkcs8Encrypted, testPassword],
    ['certificate.pem', 'certificate alone', one.certificatePem],
    ['aps.cer', 'certificate alone, DER', one.certificateDer],
    [apns.fileName, 'APNs signing key', apns.p8],
    ['wrong-curve.p8', 'P-384 key', makeApnsKey('TESTKEY002', 'P-384').p8],
    ['rsa.p8', 'RSA key', one.privateKeyPem],
    ['sec1.pem', 'SEC1 EC key', apnsSpelled.own],
    ['encrypted.p8', 'encrypted EC key', apnsSpelled.pkcs8Encrypted, testPassword],
    ['public.pem', 'public key', apnsSpelled.publicKey],
    ['service-account.json', 'FCM service account', makeServiceAccount()],
    [
      'service-account-escaped.json',
      'service account whose key has literal \\n',
      makeServiceAccount({}, { private_key: one.privateKeyPem.replaceAll('\n', '\\n') }),
    ],
    ['google-services.json', "an Android app's own file", JSON.stringify({ project_info: {}, client: [] })],
    ['test-ca.pem', 'the CA behind every certificate here', testAuthority().certificatePem],
  ];
};

const runOpenssl = (folder: string, one: PushCertificate): PkiReport => {
  const version = findOpenssl();
  if (!version) {
    return {
      written: [],
      skipped: opensslEncodings.map(({ file }) => ({ file, reason: 'no OpenSSL 3 command here' })),
    };
  }
  const [keyFile, certificateFile] = [join(folder, 'openssl-source-key.pem'), join(folder, 'openssl-source.pem')];
  writeFileSync(keyFile, one.privateKeyPem);
  writeFileSync(certificateFile, one.certificatePem);
  const written: PkiFile[] = [];
  const skipped: { file: string; reason: string }[] = [];
  for (const encoding of opensslEncodings) {
    const complaint = writeByOpenssl(folder, encoding, keyFile, certificateFile);
    if (complaint === null) {
      written.push({ file: encoding.file, what: `${encoding.what}, by ${version}`, password: encoding.password });
    } else {
      skipped.push({ file: encoding.file, reason: complaint });
    }
  }
  return { written, skipped };
};

/**
 * Fills a folder with credential files of every kind, good and broken, and a `manifest.json` that says what each is. Made anew
 * every time. What only the `openssl` command can write is skipped, with the reason, where that is not there.
 */
export function makeTestPki(folder: string, nowMs = Date.now()): PkiReport {
  mkdirSync(folder, { recursive: true });
  const one = makePushCertificate({ topics: pushTopics });
  const other = makePushCertificate({ bundleId: 'com.example.other', key: ecKey() });
  const entries = [...kindEntries(nowMs), ...encodingEntries(one, other), ...textEntries(one)];
  for (const [file, , content] of entries) writeFileSync(join(folder, file), content);
  const byOpenssl = runOpenssl(folder, other);
  const report: PkiReport = {
    written: [...entries.map(([file, what, , password = null]) => ({ file, what, password })), ...byOpenssl.written],
    skipped: byOpenssl.skipped,
  };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(report, null, 2)}\n`);
  return report;
}
