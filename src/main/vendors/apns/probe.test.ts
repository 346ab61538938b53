import { describe, expect, it } from 'vitest';
import type { CredentialFacts } from '../../../shared/contract/index.ts';
import { errors } from './errors.ts';
import { probe } from './probe.ts';
import { signingKey } from './testing.ts';

const bundle = 'com.example.im';
const certificate = (
  topics: readonly (readonly [topic: string, kind: string])[],
  certificateKind = 'apple-push-services',
): CredentialFacts => ({
  kind: 'apns-certificate',
  certificate: {
    subject: '',
    commonName: '',
    certificateKind,
    issuer: '',
    serial: '',
    sha256: '',
    notBeforeAtMs: 0,
    notAfterAtMs: 0,
    environments: ['sandbox', 'production'],
    topics: topics.map(([topic, kind]) => ({ topic, kind })),
    topicsFrom: 'extension',
    keyAlgorithm: 'RSA 2048',
  },
  certificatePem: '',
  encryption: '',
  hadPassword: true,
  fileName: '',
});
const { topic: _none, ...noTopic } = { topic: '', pushType: 'alert', expiration: '0' };

describe('the probe of APNs', () => {
  it.each<[what: string, facts: CredentialFacts, app: string, own: string, options: object]>([
    ['a key of the whole team: the app', signingKey(), bundle, '', { topic: bundle, pushType: 'alert' }],
    ['a key and no app: no topic', signingKey(), '', '', noTopic],
    [
      'a key of other topics: one of its own',
      { ...signingKey(), topics: ['com.a', 'com.b'] },
      bundle,
      '',
      { topic: 'com.a' },
    ],
    ['a topic somebody names', signingKey(), bundle, 'com.x.voip', { topic: 'com.x.voip', pushType: 'voip' }],
    [
      'a certificate of several topics: the app before its parts',
      certificate([
        [`${bundle}.voip`, 'voip'],
        [bundle, 'app'],
      ]),
      '',
      '',
      { topic: bundle, pushType: 'alert' },
    ],
    [
      'a VoIP certificate',
      certificate([[`${bundle}.voip`, 'voip']]),
      bundle,
      '',
      { topic: `${bundle}.voip`, pushType: 'voip' },
    ],
    [
      'a certificate for device management',
      certificate([['com.apple.mgmt.External.1', 'mdm']], 'mdm'),
      bundle,
      '',
      { pushType: 'mdm' },
    ],
    ['a certificate without topics: the app', certificate([]), bundle, '', { topic: bundle }],
  ])('%s', (_what, facts, app, own, options) => {
    const draft = probe.draft(facts, app, own);
    expect(draft.options).toMatchObject(options);
    expect('topic' in draft.options).toBe('topic' in options || own !== '' || facts.kind === 'apns-certificate');
    expect(JSON.parse(draft.payload)).toHaveProperty('aps.alert');
  });
  it('judges every reason of the table that is about who asks or whom', () => {
    const unclear = errors.filter(({ code }) => probe.judge(code) === 'unclear').map(({ code }) => code);
    expect(unclear).toEqual([
      'BadCollapseId',
      'BadExpirationDate',
      'BadMessageId',
      'BadPriority',
      'DuplicateHeaders',
      'InvalidPushType',
      'MissingDeviceToken',
      'PayloadEmpty',
      'BadPath',
      'MethodNotAllowed',
      'PayloadTooLarge',
    ]);
  });
});
