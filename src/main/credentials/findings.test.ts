import { describe, expect, it } from 'vitest';
import type { CertificateFacts, CredentialFacts, Finding } from '../../shared/contract/credentials.ts';
import { sayPhrase } from '../../shared/kit/text.ts';
import { noContext, findingsOf } from './findings.ts';
import { findingRules } from './finding-rules.ts';
import type { FindingContext } from './finding-context.ts';
import { credentialTexts } from './texts.ts';

const nowMs = Date.UTC(2026, 10, 21);
const dayMs = 86_400_000;

const certificate: CertificateFacts = {
  subject: 'UID=com.example.app, CN=Apple Push Services: com.example.app',
  commonName: 'Apple Push Services: com.example.app',
  certificateKind: 'apple-push-services',
  issuer: 'CN=Apple Worldwide Developer Relations Certification Authority, O=Apple Inc., C=US',
  serial: '01',
  sha256: '00',
  notBeforeAtMs: nowMs - 30 * dayMs,
  notAfterAtMs: nowMs + 300 * dayMs,
  environments: ['sandbox', 'production'],
  topics: [{ topic: 'com.example.app', kind: 'app' }],
  topicsFrom: 'subject',
  keyAlgorithm: 'RSA 2048',
};
const p12 = {
  kind: 'apns-certificate',
  certificate,
  certificatePem: '',
  encryption: '3DES',
  hadPassword: true,
  fileName: 'push.p12',
} as const satisfies CredentialFacts;
const p8 = {
  kind: 'apns-p8',
  keyId: 'ABCDE12345',
  teamId: 'TEAM012345',
  environment: 'both',
  topics: null,
  publicKeyPem: '',
} as const satisfies CredentialFacts;
const account = {
  kind: 'fcm-service-account',
  projectId: 'pushscope-test',
  clientEmail: 'a@b.c',
  privateKeyId: '',
  tokenUri: 'https://oauth2.googleapis.com/token',
  publicKeyPem: '',
} as const satisfies CredentialFacts;

const app = { bundleId: 'com.example.app', environments: ['sandbox', 'production'] } as const;
const here: FindingContext = { app, file: { identityCount: 1, notes: [], keyIdInName: '' } };

/** All findings, after a look at whether their words have everything they need. */
const judge = (facts: CredentialFacts, context: FindingContext): Finding[] => {
  const findings = findingsOf(facts, nowMs, context);
  for (const { phrase, fix } of findings) {
    for (const catalogue of Object.values(credentialTexts)) {
      for (const one of [phrase, ...(fix ? [fix] : [])]) {
        expect(catalogue[one.id], one.id).toBeTruthy();
        expect(sayPhrase(catalogue, one)).not.toContain('{{');
      }
    }
  }
  return findings;
};

/** `code` or `code: variant` of everything that did not pass. */
const complaints = (facts: CredentialFacts, context = here): string[] =>
  judge(facts, context)
    .filter(({ severity }) => severity !== 'passed')
    .map(({ code, phrase }) => (phrase.id === code ? code : `${code}: ${phrase.id.slice(code.length + 1)}`))
    .map((text) => text.replace('credential.', ''));
const passes = (facts: CredentialFacts, context = here): string[] =>
  judge(facts, context)
    .filter(({ severity }) => severity === 'passed')
    .map(({ code }) => code.replace('credential.', ''));
const withCertificate = (over: Partial<CertificateFacts>): CredentialFacts => ({
  ...p12,
  certificate: { ...certificate, ...over },
});

/** What is said of a perfect certificate: two facts, no fault. */
const plain = ['environments: both', 'revocation-unknown'];
const also = (...codes: string[]) => expect.arrayContaining(codes);

describe('a push certificate', () => {
  it('without fault passes everything', () => {
    expect(complaints(p12)).toEqual(plain);
    expect(passes(p12)).toEqual([
      'dates-fit',
      'push-certificate',
      'environment-fits',
      'topic-fits',
      'key-matches',
      'issuer-apple',
      'has-password',
    ]);
  });
  it('is not compared with an app when there is none', () => {
    expect(complaints(p12, noContext)).toEqual(plain);
    expect(passes(p12, noContext)).not.toContain('topic-fits');
  });

  const faults: readonly (readonly [name: string, facts: CredentialFacts, ...expected: string[]])[] = [
    ['expired', withCertificate({ notAfterAtMs: nowMs - 1 }), 'expired', ...plain],
    ['not yet valid', withCertificate({ notBeforeAtMs: nowMs + 1 }), 'not-yet-valid', ...plain],
    ['7 days left', withCertificate({ notAfterAtMs: nowMs + 7 * dayMs }), 'expires-within-7-days', ...plain],
    ['8 days left', withCertificate({ notAfterAtMs: nowMs + 8 * dayMs }), 'expires-within-30-days', ...plain],
    ['30 days left', withCertificate({ notAfterAtMs: nowMs + 30 * dayMs }), 'expires-within-30-days', ...plain],
    ['31 days left', withCertificate({ notAfterAtMs: nowMs + 31 * dayMs }), ...plain],
    [
      'one environment',
      withCertificate({ environments: ['sandbox'] }),
      'environments: sandbox',
      'environment-missing: production',
      'revocation-unknown',
    ],
    [
      'an environment by name only',
      withCertificate({ environments: [], certificateKind: 'ios-production-push' }),
      'environments: production',
      'environment-missing: sandbox',
      'revocation-unknown',
    ],
    [
      'no environment',
      withCertificate({ environments: [], certificateKind: 'other', topicsFrom: 'extension' }),
      'environments-unknown',
      'revocation-unknown',
    ],
    [
      'another app',
      withCertificate({ topics: [{ topic: 'com.example.app2', kind: 'app' }] }),
      'environments: both',
      'topic-missing',
      'revocation-unknown',
    ],
    [
      'no topic',
      withCertificate({ topics: [], topicsFrom: 'none' }),
      'environments: both',
      'no-topics',
      'revocation-unknown',
    ],
    [
      'a wildcard',
      withCertificate({ topics: [{ topic: 'com.example.*', kind: 'app' }] }),
      'environments: both',
      'wildcard-topic',
      'topic-missing',
      'revocation-unknown',
    ],
    [
      'several topics',
      withCertificate({
        topics: [
          { topic: 'com.example.app', kind: 'app' },
          { topic: 'com.example.app.voip', kind: 'voip' },
        ],
        topicsFrom: 'extension',
      }),
      'environments: both',
      'topic-required',
      'revocation-unknown',
    ],
    [
      'another issuer',
      withCertificate({ issuer: 'CN=Test, O=Not Apple Inc.' }),
      'environments: both',
      'issuer-not-apple',
      'revocation-unknown',
    ],
    [
      'code signing',
      withCertificate({ certificateKind: 'code-signing', environments: [], topics: [] }),
      'code-signing',
      'revocation-unknown',
    ],
    [
      'no push certificate at all',
      withCertificate({ certificateKind: 'other', environments: [], topics: [], topicsFrom: 'none' }),
      'not-push',
      'environments-unknown',
      'no-topics',
      'revocation-unknown',
    ],
    ['no password', { ...p12, hadPassword: false }, ...plain, 'no-password'],
    ['a password but no encryption', { ...p12, encryption: 'none' }, ...plain, 'not-encrypted'],
    ['a bad file name', { ...p12, fileName: 'push (1).p12' }, ...plain, 'file-name'],
    ['a Chinese file name', { ...p12, fileName: '\u8bc1\u4e66.p12' }, ...plain, 'file-name'],
    ['no file name', { ...p12, fileName: '' }, ...plain],
    ['old encryption', { ...p12, encryption: 'RC2-40, 3DES' }, ...plain, 'legacy-encryption'],
    ['new encryption', { ...p12, encryption: 'PBES2 AES-256' }, ...plain, 'modern-encryption'],
    ['PEM', { ...p12, encryption: 'PEM', hadPassword: false, fileName: 'pair (1).pem' }, ...plain, 'pem-pair'],
    ['PEM named p12', { ...p12, encryption: 'PEM', hadPassword: false }, ...plain, 'pem-named-p12'],
  ];
  for (const [name, facts, ...expected] of faults) {
    it(`with one fault has one more complaint: ${name}`, () => expect(complaints(facts)).toEqual(expected));
  }

  it('for the other environment than all phones is wrong, not just incomplete', () => {
    const sandboxPhones = { ...here, app: { ...app, environments: ['sandbox'] as const } };
    const productionOnly = withCertificate({ environments: ['production'] });
    expect(complaints(productionOnly, sandboxPhones)).toContain('wrong-environment: sandbox');
    const noPhones = { ...here, app: { ...app, environments: [] } };
    expect(complaints(productionOnly, noPhones)).toEqual(['environments: production', 'revocation-unknown']);
  });
  it('that covers only VoIP pushes of the app fits the app', () => {
    const voip = withCertificate({ topics: [{ topic: 'com.example.app.voip', kind: 'voip' }] });
    expect(passes(voip)).toContain('topic-fits');
  });
  it('out of a file with several is said to be so', () => {
    const two = { ...here, file: { identityCount: 2, notes: [], keyIdInName: '' } };
    expect(complaints(p12, two)).toEqual(also('several-identities'));
  });
  it('gives dates and numbers to its words', () => {
    const [finding] = findingsOf(withCertificate({ notAfterAtMs: nowMs + 5.5 * dayMs }), nowMs, here);
    expect(finding).toEqual({
      help: 'renew',
      code: 'credential.expires-within-7-days',
      severity: 'error',
      phrase: {
        id: 'credential.expires-within-7-days',
        params: { from: '2026-10-22', until: '2026-11-26', days: 5 },
      },
      fix: {
        id: 'credential.expires-within-7-days.fix',
        params: { from: '2026-10-22', until: '2026-11-26', days: 5 },
      },
      certainty: 'guess',
    });
  });
});

describe('a signing key', () => {
  it('without fault passes', () => {
    expect(complaints(p8)).toEqual(['signing-key-purpose']);
    expect(passes(p8)).toEqual(['signing-key', 'environment-fits']);
  });
  const faults: readonly (readonly [name: string, facts: CredentialFacts, expected: string])[] = [
    ['key ID', { ...p8, keyId: 'abcde12345' }, 'key-id-shape'],
    ['team ID', { ...p8, teamId: 'TEAM' }, 'team-id-shape'],
    ['environment', { ...p8, environment: 'sandbox' }, 'environment-missing: production'],
    ['topics', { ...p8, topics: ['com.example.other'] }, 'topic-missing'],
  ];
  for (const [name, facts, expected] of faults) {
    it(`with one fault has one more complaint: ${name}`, () =>
      expect(complaints(facts)).toEqual([expected, 'signing-key-purpose']));
  }
  it('is compared with the name of its file', () => {
    const named = { ...here, file: { identityCount: 1, notes: [], keyIdInName: 'OTHER12345' } };
    expect(complaints(p8, named)).toEqual(['key-id-differs', 'signing-key-purpose']);
    expect(complaints({ ...p8, keyId: 'OTHER12345' }, named)).toEqual(['signing-key-purpose']);
  });
  it('is not blamed for what was not asked yet', () => {
    expect(complaints({ ...p8, keyId: '', teamId: '' })).toEqual(['signing-key-purpose']);
  });
  it('limited to the app’s topic fits', () => {
    expect(passes({ ...p8, topics: ['com.example.app'] })).toContain('topic-fits');
  });
});

describe('a service account', () => {
  it('without fault passes', () => {
    expect(complaints(account)).toEqual([]);
    expect(passes(account)).toEqual(['service-account-key']);
  });
  it('that gets its tokens elsewhere is said to do so', () => {
    expect(complaints({ ...account, tokenUri: 'http://127.0.0.1:8921/token' })).toEqual(['token-uri-elsewhere']);
    expect(complaints({ ...account, tokenUri: 'https://evilgoogleapis.com/token' })).toEqual(['token-uri-elsewhere']);
  });
  it('has the notes of its file', () => {
    const noted: FindingContext = {
      app: null,
      file: { identityCount: 1, notes: ['base64-text', 'escaped-newlines', 'utf16-text'], keyIdInName: '' },
    };
    expect(complaints(account, noted)).toEqual(['file-base64-text', 'file-escaped-newlines', 'file-utf16-text']);
  });
});

describe('rules', () => {
  it('name their source and the day it was checked', () => {
    for (const rule of Object.values(findingRules)) {
      expect(rule.source.title).not.toBe('');
      expect(rule.source.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
