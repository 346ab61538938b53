import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sequence, utf8 } from '../../../../tests/support/asn1.ts';
import { basicConstraints, issueCertificate } from '../../../../tests/support/certificates.ts';
import { appleIssuerName, ecKey, makePushCertificate, rsaKey, testAuthority } from '../../../../tests/support/pki.ts';
import type { PushCertificateOptions } from '../../../../tests/support/pki.ts';
import { certificateKinds, kindOfCommonName } from '../certificate-kinds.ts';
import { appleOids } from './apple-extensions.ts';
import { certificateFacts, openCertificate } from './certificate.ts';

const key = ecKey();
const factsOf = (options: PushCertificateOptions = {}) =>
  certificateFacts(openCertificate(makePushCertificate({ key, ...options }).certificateDer));
const topics = [
  { topic: 'com.example.app', kind: 'app' },
  { topic: 'com.example.app.voip', kind: 'voip' },
  { topic: 'com.example.app.complication', kind: 'complication' },
];
const issueWith = (extensions: Parameters<typeof issueCertificate>[0]['extensions'], name = 'x') =>
  certificateFacts(
    openCertificate(
      issueCertificate({
        subject: [
          ['UID', 'com.example.app'],
          ['CN', name],
        ],
        issuer: testAuthority().issuer,
        key,
        notBeforeAtMs: 0,
        notAfterAtMs: 1_000_000_000_000,
        extensions,
      }),
    ),
  );

describe('what a certificate says', () => {
  it('is read in full', () => {
    const made = makePushCertificate({
      key,
      topics,
      notBeforeAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
      notAfterAtMs: Date.UTC(2027, 0, 2, 3, 4, 5),
      issuerName: appleIssuerName,
      commonName: 'Apple Push Services: com.example.app, "x"',
    });
    expect(certificateFacts(openCertificate(made.certificateDer))).toEqual({
      subject:
        'UID=com.example.app, CN=Apple Push Services: com.example.app\\, \\"x\\", OU=TESTTEAM01, O=Pushscope tests, C=DE',
      commonName: 'Apple Push Services: com.example.app, "x"',
      certificateKind: 'apple-push-services',
      issuer: 'CN=Apple Worldwide Developer Relations Certification Authority, OU=G4, O=Apple Inc., C=US',
      serial: new X509Certificate(made.certificatePem).serialNumber,
      sha256: createHash('sha256').update(made.certificateDer).digest('hex'),
      notBeforeAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
      notAfterAtMs: Date.UTC(2027, 0, 2, 3, 4, 5),
      environments: ['sandbox', 'production'],
      topics,
      topicsFrom: 'extension',
      keyAlgorithm: 'EC P-256',
    });
  });
  it('is read of RSA and of other curves', () => {
    expect(factsOf({ key: rsaKey() }).keyAlgorithm).toBe('RSA 2048');
    expect(factsOf({ key: ecKey('P-384') }).keyAlgorithm).toBe('EC P-384');
    expect(factsOf({ key: ecKey('secp256k1') }).keyAlgorithm).toBe('EC secp256k1');
  });
  it('has dates beyond 2050', () => {
    expect(factsOf({ notAfterAtMs: Date.UTC(2055, 5, 1) }).notAfterAtMs).toBe(Date.UTC(2055, 5, 1));
  });
  it('has one environment or none', () => {
    expect(factsOf({ environments: ['production'] }).environments).toEqual(['production']);
    expect(factsOf({ environments: [] }).environments).toEqual([]);
  });
  it('has names beyond ASCII', () => {
    expect(factsOf({ commonName: 'Apple Push Services: \u63a8\u9001' }).commonName).toBe(
      'Apple Push Services: \u63a8\u9001',
    );
  });
});

describe('topics', () => {
  it('come from the subject where there is no list', () => {
    expect(factsOf()).toMatchObject({ topics: [{ topic: 'com.example.app', kind: 'app' }], topicsFrom: 'subject' });
  });
  it('of a VoIP certificate always end in .voip', () => {
    for (const uid of ['com.example.app', 'com.example.app.voip']) {
      expect(factsOf({ commonName: 'VoIP Services: x', uid }).topics).toEqual([
        { topic: 'com.example.app.voip', kind: 'voip' },
      ]);
    }
  });
  it('are none without a UID, and none for a code-signing identity', () => {
    expect(factsOf({ uid: '' })).toMatchObject({ topics: [], topicsFrom: 'none' });
    expect(factsOf({ commonName: 'Apple Development: Denny' })).toMatchObject({ topics: [], topicsFrom: 'none' });
  });
  it('are found under the VoIP extension too, when that has the same structure', () => {
    const value = sequence(utf8('com.example.app.voip'), sequence(utf8('voip')));
    expect(issueWith([{ oid: appleOids.voip, value }])).toMatchObject({
      topics: [{ topic: 'com.example.app.voip', kind: 'voip' }],
      topicsFrom: 'extension',
    });
  });
  it('fall back to the subject when the list has another structure', () => {
    const value = sequence(utf8('com.example.app'), utf8('app'));
    expect(issueWith([{ oid: appleOids.topics, value }], 'Apple Push Services: x')).toMatchObject({
      topics: [{ topic: 'com.example.app', kind: 'app' }],
      topicsFrom: 'subject',
    });
  });
  it('of a certificate with an unknown name count when it has a push environment', () => {
    const value = sequence();
    expect(issueWith([basicConstraints(false), { oid: appleOids.sandbox, critical: true, value }])).toMatchObject({
      certificateKind: 'other',
      environments: ['sandbox'],
      topicsFrom: 'subject',
    });
    expect(issueWith([])).toMatchObject({ topics: [], topicsFrom: 'none' });
  });
});

describe('kinds', () => {
  it('are told by the beginning of the common name, whatever its case', () => {
    for (const kind of certificateKinds) {
      for (const prefix of kind.prefixes) {
        expect(kindOfCommonName(`${prefix}x`)?.id).toBe(kind.id);
        expect(kindOfCommonName(`${prefix.toUpperCase()}x`)?.id).toBe(kind.id);
      }
    }
    expect(kindOfCommonName('localhost')).toBeNull();
  });
  it('have prefixes of which none begins another one', () => {
    const all = certificateKinds.flatMap((kind) => kind.prefixes);
    for (const one of all) expect(all.filter((other) => other.startsWith(one))).toEqual([one]);
  });
  it('name their source and the day it was checked', () => {
    for (const kind of certificateKinds) expect(kind.source.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
