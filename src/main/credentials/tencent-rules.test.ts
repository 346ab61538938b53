/** Tencent's rules for certificates: one good setup, one thing broken, one finding. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CredentialFacts, Finding } from '../../shared/contract/credentials.ts';
import { sayPhrase } from '../../shared/kit/text.ts';
import type { FindingContext, SetupContext } from './finding-context.ts';
import { findingRules, helpSections } from './finding-rules.ts';
import { findingsOf } from './findings.ts';
import { credentialTexts } from './texts.ts';

const nowMs = Date.UTC(2026, 10, 21);
const dayMs = 86_400_000;
type Certificate = Extract<CredentialFacts, { kind: 'apns-certificate' }>;
type Phone = SetupContext['phones'][number];

const good: Certificate = {
  kind: 'apns-certificate',
  certificate: {
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
  },
  certificatePem: '',
  encryption: '3DES',
  hadPassword: true,
  fileName: 'push.p12',
};
const key: CredentialFacts = {
  kind: 'apns-p8',
  keyId: 'ABCDE12345',
  teamId: 'TEAM012345',
  environment: 'both',
  topics: null,
  publicKeyPem: '',
};
const phone: Phone = { name: 'iPhone', environment: 'production', hasToken: true, certificateId: 10001 };
const app = { bundleId: 'com.example.app', environments: ['production'] } as const;
const setup: SetupContext = {
  certificateId: 10001,
  apps: [{ name: 'Chat', identifier: 'com.example.app' }],
  phones: [phone],
};
const context = (over: Partial<SetupContext> = {}): FindingContext => ({
  app,
  file: null,
  setup: { ...setup, ...over },
});
const judge = (facts: CredentialFacts, where: FindingContext = context()): Finding[] => {
  const findings = findingsOf(facts, nowMs, where);
  for (const { phrase, fix } of findings) {
    for (const words of Object.values(credentialTexts)) {
      for (const one of fix ? [phrase, fix] : [phrase]) expect(sayPhrase(words, one)).not.toMatch(/\{\{|^$/);
    }
  }
  return findings;
};
const asking = (findings: readonly Finding[]): string[] =>
  findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code);
const codes = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);
const withCertificate = (over: Partial<Certificate['certificate']>): Certificate => ({
  ...good,
  certificate: { ...good.certificate, ...over },
});

it('a good setup asks for nothing', () => expect(asking(judge(good))).toEqual([]));

describe('the certificate file', () => {
  it.each(['push(1).p12', '推送.p12', 'push [prod].p12', 'my push.p12'])(
    'R22: the name %s is no plain letters',
    (fileName) => expect(asking(judge({ ...good, fileName }))).toEqual(['credential.file-name']),
  );
  it('R22: plain letters, digits, dots and hyphens are fine', () =>
    expect(asking(judge({ ...good, fileName: 'Push_production-2.p12' }))).toEqual([]));
  it('R23: a p12 without a password is an error', () => {
    const findings = judge({ ...good, hadPassword: false });
    expect(asking(findings)).toEqual(['credential.no-password']);
    expect(findings.find(({ code }) => code === 'credential.no-password')?.severity).toBe('error');
  });
  it.each<[what: string, facts: Certificate, code: string]>([
    ['has expired', withCertificate({ notAfterAtMs: nowMs - 1 }), 'credential.expired'],
    ['is not valid yet', withCertificate({ notBeforeAtMs: nowMs + dayMs }), 'credential.not-yet-valid'],
    [
      'is for a wildcard App ID',
      withCertificate({ topics: [{ topic: 'com.example.*', kind: 'app' }] }),
      'credential.wildcard-topic',
    ],
    [
      'signs apps',
      withCertificate({
        certificateKind: 'code-signing',
        commonName: 'Apple Distribution: Denny',
        environments: [],
        topics: [],
        topicsFrom: 'none',
      }),
      'credential.code-signing',
    ],
    [
      'is none for pushes',
      withCertificate({ certificateKind: '', environments: [], topics: [], topicsFrom: 'subject' }),
      'credential.not-push',
    ],
  ])('R25: one that %s is an error', (_what, facts, code) => {
    const found = judge(facts).find((one) => one.code === code);
    expect(found?.severity).toBe('error');
  });
  it('R25: one that Apple did not issue is said to be so', () =>
    expect(codes(judge(withCertificate({ issuer: 'CN=Somebody' })))).toContain('credential.issuer-not-apple'));
});

describe('environments', () => {
  const sandboxOnly = withCertificate({ environments: ['sandbox'] });
  it('R24: a store build does not go with a development certificate', () => {
    const found = judge(sandboxOnly).find(({ severity }) => severity === 'error');
    expect(found?.phrase.id).toBe('credential.wrong-environment.production');
  });
  it('R44: a development build does not go with a production certificate', () => {
    const where = { ...context(), app: { ...app, environments: ['sandbox'] as const } };
    const found = judge(withCertificate({ environments: ['production'] }), where).find(
      ({ severity }) => severity === 'error',
    );
    expect(found?.phrase.id).toBe('credential.wrong-environment.sandbox');
  });
  it('R44: a certificate for both goes with every build', () =>
    expect(codes(judge(good))).toContain('credential.environment-fits'));
  it('R45: a development build without a token is told to try a production build', () => {
    const phones = [{ ...phone, environment: 'sandbox' as const, hasToken: false }];
    expect(asking(judge(good, context({ phones })))).toEqual(['credential.sandbox-token']);
  });
  it('R45: a production build without a token is another matter', () =>
    expect(asking(judge(good, context({ phones: [{ ...phone, hasToken: false }] })))).toEqual([]));
});

describe('the certificate ID', () => {
  it('R27: the businessID a phone reports is compared', () => {
    const findings = judge(good, context({ phones: [{ ...phone, certificateId: 10002 }] }));
    expect(asking(findings)).toEqual(['credential.id-not-reported']);
  });
  it('R27: it is right on one phone, and another phone may use another credential', () =>
    expect(codes(judge(good, context({ phones: [phone, { ...phone, certificateId: 10002 }] })))).toContain(
      'credential.id-reported',
    ));
  it('R27: a phone of the other environment reports the other certificate', () => {
    const phones = [{ ...phone, environment: 'sandbox' as const, certificateId: 10002 }];
    expect(asking(judge(withCertificate({ environments: ['production'] }), context({ phones })))).toEqual([]);
  });
  it('R27: a phone that reports none uses the app’s default', () =>
    expect(asking(judge(good, context({ phones: [{ ...phone, certificateId: null }] })))).toEqual([]));
});

describe('several apps', () => {
  const apps = [...setup.apps, { name: 'Work', identifier: 'com.example.work' }];
  it('R37: each needs a certificate of its own', () =>
    expect(asking(judge(good, context({ apps })))).toEqual(['credential.several-apps']));
  it('R37: a signing key serves all apps of its team', () => expect(asking(judge(key, context({ apps })))).toEqual([]));
});

describe('R17: where to read about certificates', () => {
  const pages = ['en', 'zh-CN'].map((locale) => {
    const name = locale === 'en' ? 'credentials.md' : `credentials.${locale}.md`;
    return readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
  });
  it('every finding leads to a section that both pages have', () => {
    for (const page of pages) {
      const anchors = [...page.matchAll(/<a id="([\w-]+)"><\/a>/g)].map(([, id]) => id);
      expect(anchors).toEqual([...helpSections]);
    }
    for (const finding of judge(good)) expect(helpSections).toContain(finding.help);
    for (const { help } of Object.values(findingRules)) expect(helpSections).toContain(help);
  });
  it('the pages name Apple’s and Tencent’s own', () => {
    for (const page of pages) {
      expect(page).toContain('https://developer.apple.com/documentation/usernotifications/');
      expect(page).toContain('https://www.tencentcloud.com/document/product/1047/');
    }
  });
});
