import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import { toBytes } from '../../kit/text.ts';
import {
  bundle,
  captureOf,
  decide,
  deviceToken,
  failuresOf,
  headersOf,
  nowMs,
  phone,
  registryOf,
  unverifiedOf,
  type World,
} from '../testing.ts';
import { readPushCertificate } from './certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'apns-certificates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Wish {
  readonly subject?: string;
  readonly environments?: readonly ('sandbox' | 'production')[];
  /** Topic and kind, in turn. */
  readonly topics?: readonly string[];
  readonly voipTopics?: readonly string[];
  readonly key?: 'rsa' | 'ec';
}

const topicLines = (name: string, pairs: readonly string[]): string[] => [
  `[${name}]`,
  ...pairs.map((text, index) =>
    index % 2 === 0 ? `t${index}=UTF8:${text}` : `k${index}=SEQUENCE:${name}_kind${index}`,
  ),
  ...pairs.flatMap((text, index) => (index % 2 === 0 ? [] : [`[${name}_kind${index}]`, `k=UTF8:${text}`])),
];

/** A certificate with Apple's extensions, made by the openssl command and in DER. */
const make = (wish: Wish): Uint8Array => {
  const oid = '1.2.840.113635.100.6.3';
  const extensions = [
    ...(wish.environments?.includes('sandbox') ? [`${oid}.1=DER:0500`] : []),
    ...(wish.environments?.includes('production') ? [`${oid}.2=DER:0500`] : []),
    ...(wish.topics ? [`${oid}.6=ASN1:SEQUENCE:topics`] : []),
    ...(wish.voipTopics ? [`${oid}.4=ASN1:SEQUENCE:voip`] : []),
  ];
  const config = [
    '[req]',
    'distinguished_name=dn',
    'prompt=no',
    'string_mask=utf8only',
    'x509_extensions=extensions',
    '[dn]',
    wish.subject ?? `UID=${bundle}\nCN=Apple Push Services: ${bundle}\nOU=DEF123GHIJ\nO=Example\nC=US`,
    '[extensions]',
    'keyUsage=critical,digitalSignature',
    ...extensions,
    ...topicLines('topics', wish.topics ?? []),
    ...topicLines('voip', wish.voipTopics ?? []),
  ];
  const files = { config: join(folder, 'c.cnf'), key: join(folder, 'k.pem'), out: join(folder, 'c.der') };
  writeFileSync(files.config, config.join('\n'));
  const algorithm = wish.key === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  const made = ['req', '-x509', '-newkey', ...algorithm, '-nodes', '-keyout', files.key, '-config', files.config];
  execFileSync('openssl', [...made, '-outform', 'DER', '-out', files.out, '-days', '397'], { stdio: 'pipe' });
  return Uint8Array.from(readFileSync(files.out));
};

const three = [bundle, 'app', `${bundle}.voip`, 'voip', `${bundle}.complication`, 'complication'];
let universal: Uint8Array;
beforeAll(() => {
  universal = make({ environments: ['sandbox', 'production'], topics: three, key: 'rsa' });
});

describe('reading a push certificate', () => {
  it('finds subject, dates, environments and topics', () => {
    const reference = new X509Certificate(universal);
    expect(readPushCertificate(universal)).toEqual({
      sha256: reference.fingerprint256.replaceAll(':', '').toLowerCase(),
      commonName: `Apple Push Services: ${bundle}`,
      uid: bundle,
      teamId: 'DEF123GHIJ',
      notBeforeMs: reference.validFromDate.getTime(),
      notAfterMs: reference.validToDate.getTime(),
      environments: ['sandbox', 'production'],
      topics: [bundle, `${bundle}.voip`, `${bundle}.complication`],
    });
  });
  it('reads elliptic-curve keys as well', () => {
    expect(readPushCertificate(make({ key: 'ec', environments: ['sandbox'] }))).toMatchObject({
      environments: ['sandbox'],
      topics: [bundle],
    });
  });
  it('adds the topics of the VoIP extension', () => {
    const der = make({ topics: [bundle, 'app'], voipTopics: [`${bundle}.voip`, 'voip'] });
    expect(readPushCertificate(der)?.topics).toEqual([bundle, `${bundle}.voip`]);
  });
  const kinds: readonly (readonly [string, string, readonly string[]])[] = [
    ['a VoIP certificate', `UID=${bundle}\nCN=VoIP Services: ${bundle}`, [`${bundle}.voip`]],
    ['a VoIP certificate with the suffix in its UID', `UID=${bundle}.voip\nCN=VoIP Services: x`, [`${bundle}.voip`]],
    ['a WatchKit certificate', `UID=${bundle}\nCN=WatchKit Services: ${bundle}`, [`${bundle}.complication`]],
    ['a website certificate', 'UID=web.com.example\nCN=Website Push ID: web.com.example', ['web.com.example']],
    ['a certificate without a UID', 'CN=somebody', []],
  ];
  it.each(kinds)('takes the topic of %s from its subject', (_name, subject, topics) => {
    expect(readPushCertificate(make({ subject }))?.topics).toEqual(topics);
  });
  it('is null for anything else', () => {
    for (const bytes of [[], [0x30], [0x30, 0x03, 0x02, 0x01, 0x05], [0x30, 0x80, 0x00, 0x00], [0x05, 0x00]]) {
      expect(readPushCertificate(Uint8Array.from(bytes))).toBeNull();
    }
  });
  it('never throws on a certificate that was cut or changed', () => {
    const small = make({ key: 'ec', environments: ['production'], topics: three });
    for (let length = 0; length < small.length; length += 1) {
      expect(readPushCertificate(small.subarray(0, length))).toBeNull();
    }
    for (let at = 0; at < small.length; at += 1) {
      const changed = Uint8Array.from(small);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(() => readPushCertificate(changed)).not.toThrow();
    }
  });
});

const credentialOf = (der: Uint8Array): CredentialFacts => {
  const reference = new X509Certificate(der);
  return {
    kind: 'apns-certificate',
    certificate: {
      subject: '',
      commonName: '',
      certificateKind: 'apple-push-services',
      issuer: '',
      serial: '',
      sha256: reference.fingerprint256,
      notBeforeAtMs: 0,
      notAfterAtMs: 0,
      environments: [],
      topics: [],
      topicsFrom: 'extension',
      keyAlgorithm: '',
    },
    certificatePem: '',
    encryption: '',
    hadPassword: true,
    fileName: '',
  };
};
const withoutToken = (over: Record<string, string | null> = {}) => headersOf({ authorization: null, ...over });
/** An hour from now: within the validity of every certificate made here, whatever the day of the test. */
const today = Date.now() + 3_600_000;
const ask = (der: Uint8Array, world: World = {}, over: Record<string, string | null> = {}) =>
  decide(captureOf({ clientCertificate: der, headers: withoutToken(over) }), {
    nowMs: today,
    ...world,
    registry: world.registry ?? registryOf({ credentials: [credentialOf(der)] }),
  });

describe('apns gateway with a client certificate', () => {
  it('accepts a known certificate, and ignores a provider token beside it', () => {
    for (const authorization of [null, 'bearer nonsense']) {
      const answer = ask(universal, { mode: 'strict' }, { authorization });
      expect(failuresOf(answer)).toEqual([]);
      expect(unverifiedOf(answer)).toEqual([]);
      expect(answer.effects).toEqual([]);
    }
  });
  it('marks an unknown certificate, and refuses it in strict mode', () => {
    const registry = registryOf({ credentials: [] });
    expect(unverifiedOf(ask(universal, { registry }))).toEqual(['certificate']);
    const strict = ask(universal, { registry, mode: 'strict' });
    expect([failuresOf(strict), strict.verdict.code]).toEqual([['certificate'], 'BadCertificate']);
  });
  it('ends the connection over the environment instead of answering', () => {
    const answer = ask(make({ environments: ['sandbox'] }), {
      environment: 'production',
      registry: registryOf({
        credentials: [],
        phones: [{ ...phone, environment: 'production' }],
      }),
    });
    expect(failuresOf(answer)).toEqual(['certificate-environment']);
    expect(answer.verdict.code).toBe('BadCertificateEnvironment');
    expect(answer.effects).toEqual([
      {
        kind: 'goaway',
        errorCode: 0,
        lastStreamId: 0,
        debug: '{"reason":"BadCertificateEnvironment"}',
        instead: true,
      },
    ]);
    // Eight bytes of last stream and code, and the text: the 46 bytes seen on the wire.
    expect(8 + toBytes('{"reason":"BadCertificateEnvironment"}').length).toBe(46);
    expect(answer.targets).toEqual([{ token: deviceToken, outcome: 'rejected', reason: 'BadCertificateEnvironment' }]);
  });
  it('asks for the topic when the certificate has several', () => {
    const answer = ask(universal, {}, { 'apns-topic': null });
    expect(failuresOf(answer)).toEqual(['topic']);
    expect(answer.verdict.code).toBe('MissingTopic');
  });
  it('knows the topic when the certificate has one, and delivers under it', () => {
    const answer = ask(make({ environments: ['sandbox', 'production'] }), {}, { 'apns-topic': null });
    expect(failuresOf(answer)).toEqual([]);
    expect(answer.delivery?.options['topic']).toBe(bundle);
  });
  it('refuses a topic that the certificate does not list', () => {
    const answer = ask(universal, { registry: registryOf({ phones: [] }) }, { 'apns-topic': 'com.example.other' });
    expect([failuresOf(answer), answer.verdict.code]).toEqual([['topic-certificate'], 'BadTopic']);
  });
  it('refuses location, which needs a signing key', () => {
    const headers = { 'apns-topic': `${bundle}.location-query`, 'apns-push-type': 'location' };
    expect(failuresOf(ask(universal, {}, headers))).toEqual(['topic-certificate']);
  });
  const bad: readonly (readonly [string, () => Uint8Array, World])[] = [
    ['that cannot be read', () => Uint8Array.of(0x30, 0x01, 0x00), {}],
    ['for signing apps', () => make({ subject: `UID=${bundle}\nCN=Apple Development: Denny` }), {}],
    ['that has expired', () => universal, { nowMs: today + 400 * 86_400_000 }],
    ['of tomorrow', () => universal, { nowMs: nowMs - 10 * 365 * 86_400_000 }],
  ];
  it.each(bad)('refuses a certificate %s', (_name, der, world) => {
    const answer = ask(der(), { ...world, registry: registryOf({ credentials: [] }) });
    expect(failuresOf(answer)).toEqual(['certificate']);
    expect(answer.verdict.code).toBe('BadCertificate');
  });
  it('refuses a certificate that names no app', () => {
    const answer = ask(make({ subject: 'CN=somebody' }));
    expect(answer.verdict.code).toBe('BadCertificate');
  });
  it('reads a certificate once for a connection', () => {
    const first = ask(universal);
    const second = ask(universal, { connection: first.connection });
    expect(second.connection).toBe(first.connection);
  });
});
