import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { asFile } from '../../../../tests/support/credential-files.ts';
import {
  ecKey,
  makeApnsKey,
  makePushCertificate,
  makeServiceAccount,
  respellKey,
  rsaKey,
  testPassword,
} from '../../../../tests/support/pki.ts';
import type { Phrase } from '../../../shared/contract/common.ts';
import { isAppError } from '../../../shared/contract/errors.ts';
import { sayPhrase } from '../../../shared/kit/text.ts';
import { credentialTexts } from '../texts.ts';
import { readCredential } from './read.ts';
import { keyIdOfFileName } from './signing-key.ts';

const apns = makeApnsKey();
const rsa = rsaKey();
const push = makePushCertificate({ key: rsa });
const spelled = respellKey(apns.p8);
const spelledRsa = respellKey(push.privateKeyPem);

const failing = (code: string, found: string, params?: object) =>
  expect.objectContaining({
    code,
    details: { found, reason: { id: `credential.found.${found}`, params: params ?? expect.anything() } },
  });
/** Reads; when the file is refused, first sees to it that the reason can be said in full. */
const read = (content: string | Uint8Array, fileName = 'file', password?: string) => {
  try {
    return readCredential(asFile(content, fileName, password));
  } catch (error) {
    if (!isAppError(error)) throw error;
    const reason = error.details['reason'] as Phrase;
    for (const catalogue of Object.values(credentialTexts)) expect(sayPhrase(catalogue, reason)).not.toContain('{{');
    throw error;
  }
};
const derOf = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----.*?-----|\s/g, ''), 'base64');

describe('APNs signing key', () => {
  it('is read, and its key ID taken from its name', () => {
    const reading = read(apns.p8, apns.fileName);
    expect(reading).toEqual({
      kind: 'apns-p8',
      suggestedName: 'AuthKey TESTKEY001',
      identities: [
        {
          facts: {
            kind: 'apns-p8',
            keyId: 'TESTKEY001',
            teamId: '',
            environment: 'both',
            topics: null,
            publicKeyPem: apns.publicKeyPem,
          },
          secret: { privateKeyPem: apns.p8 },
        },
      ],
      asks: ['teamId'],
      notes: [],
    });
  });
  it('asks for the key ID when the file has another name', () => {
    const reading = read(apns.p8, 'push.p8');
    expect(reading.asks).toEqual(['teamId', 'keyId']);
    expect(reading.suggestedName).toBe('push');
  });
  it('knows names as browsers and other systems change them', () => {
    expect(keyIdOfFileName('AuthKey_ABCDE12345 (1).p8')).toBe('ABCDE12345');
    expect(keyIdOfFileName('C:\\keys\\authkey_abcde12345.P8')).toBe('ABCDE12345');
    expect(keyIdOfFileName('AuthKey_ABCDE1234.p8')).toBe('');
    expect(keyIdOfFileName('MyAuthKey_ABCDE12345.p8')).toBe('');
  });
  const disguises: readonly (readonly [name: string, content: string | Uint8Array, notes: readonly string[]])[] = [
    ['with Windows line ends', apns.p8.replaceAll('\n', '\r\n'), []],
    ['with a byte order mark', `\ufeff${apns.p8}`, []],
    ['on one line', apns.p8.replaceAll('\n', ' '), []],
    ['with literal \\n', apns.p8.replaceAll('\n', '\\n'), ['escaped-newlines']],
    ['in UTF-16', Buffer.from(`\ufeff${apns.p8}`, 'utf16le'), ['utf16-text']],
    ['in UTF-16, big end first', Buffer.from(`\ufeff${apns.p8} `, 'utf16le').swap16(), ['utf16-text']],
    ['as DER', derOf(apns.p8), []],
    ['without its armour', derOf(apns.p8).toString('base64'), ['base64-text']],
    ['base64 once more', Buffer.from(apns.p8).toString('base64'), ['base64-text']],
    ['with text around it', `my key:\n${apns.p8}\nthanks`, []],
  ];
  for (const [name, content, notes] of disguises) {
    it(`is read ${name}`, () => {
      const reading = read(content, apns.fileName);
      expect(reading.identities[0]?.secret).toEqual({ privateKeyPem: apns.p8 });
      expect(reading.notes).toEqual(notes);
    });
  }
  const impostors: readonly (readonly [string, string | Uint8Array, code: string, found: string, params?: object])[] = [
    ['another curve', makeApnsKey('X', 'P-384').p8, 'credential.wrong-curve', 'curve', { curve: 'P-384' }],
    [
      'a curve without a common name',
      makeApnsKey('X', 'secp256k1').p8,
      'credential.wrong-curve',
      'curve',
      { curve: 'secp256k1' },
    ],
    ['an RSA key in PKCS#8', push.privateKeyPem, 'credential.unsupported', 'rsa-key'],
    ['an RSA key in PKCS#1', spelledRsa.own, 'credential.unsupported', 'rsa-key'],
    ['an RSA key in DER', derOf(spelledRsa.own), 'credential.unsupported', 'rsa-key'],
    ['a SEC1 key', spelled.own, 'credential.unsupported', 'sec1-ec-key'],
    ['a SEC1 key in DER', derOf(spelled.own), 'credential.unsupported', 'sec1-ec-key'],
    ['an encrypted key', spelled.pkcs8Encrypted, 'credential.unsupported', 'encrypted-key'],
    ['an encrypted key in DER', derOf(spelled.pkcs8Encrypted), 'credential.unsupported', 'encrypted-key'],
    ['a key encrypted the old way', spelled.ownEncrypted, 'credential.unsupported', 'encrypted-key'],
    ['a public key', spelled.publicKey, 'credential.unsupported', 'public-key'],
    ['a public key in DER', derOf(spelled.publicKey), 'credential.unsupported', 'public-key'],
    [
      'an Ed25519 key',
      generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      'credential.unsupported',
      'other-key',
      { algorithm: 'ed25519' },
    ],
    ['two keys', apns.p8 + push.privateKeyPem, 'credential.no-certificate', 'keys-alone', { count: 2 }],
    ['a certificate', push.certificatePem, 'credential.no-private-key', 'certificate-alone'],
    ['a certificate in DER', push.certificateDer, 'credential.no-private-key', 'certificate-alone'],
    ['half a key', apns.p8.slice(0, 100), 'credential.unreadable', 'truncated-pem'],
    ['a key with a changed byte', apns.p8.replace('MIG', 'MIX'), 'credential.unreadable', 'key-unreadable'],
    [
      'an empty block',
      '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----',
      'credential.unreadable',
      'key-unreadable',
    ],
    [
      'an SSH key',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----',
      'credential.unsupported',
      'openssh-key',
    ],
    [
      'a signing request',
      '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----',
      'credential.unsupported',
      'certificate-request',
    ],
    ['a chain', '-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----', 'credential.unsupported', 'pkcs7'],
    [
      'any other PEM',
      '-----BEGIN DH PARAMETERS-----\nMIIB\n-----END DH PARAMETERS-----',
      'credential.unsupported',
      'other-pem',
      { label: 'DH PARAMETERS' },
    ],
  ];
  for (const [name, content, code, found, params] of impostors) {
    it(`is not ${name}`, () => expect(() => read(content, apns.fileName)).toThrow(failing(code, found, params)));
  }
});

describe('certificate and key as PEM', () => {
  const pair = push.certificatePem + push.privateKeyPem;
  it('is read', () => {
    const { identities } = read(`Bag Attributes\n    friendlyName: x\n${pair}`, 'pair.pem');
    expect(identities[0]?.secret).toEqual({ privateKeyPem: push.privateKeyPem });
    expect(identities[0]?.facts).toMatchObject({ encryption: 'PEM', hadPassword: false, fileName: 'pair.pem' });
  });
  it('is read with the key first, and in PKCS#1', () => {
    expect(read(spelledRsa.own + push.certificatePem).identities[0]?.secret).toEqual({
      privateKeyPem: push.privateKeyPem,
    });
  });
  it('is read with an EC key in SEC1, parameters and all', () => {
    const ec = makePushCertificate({ key: ecKey() });
    const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
    const text = parameters + respellKey(ec.privateKeyPem).own + ec.certificatePem;
    expect(read(text).identities[0]?.secret).toEqual({ privateKeyPem: ec.privateKeyPem });
  });
  for (const [name, key, encryption] of [
    ['PKCS#8', spelledRsa.pkcs8Encrypted, 'PEM, PBES2 AES-256'],
    ['the old way of PEM', spelledRsa.ownEncrypted, 'PEM, AES-256-CBC'],
  ] as const) {
    const text = push.certificatePem + key;
    it(`is read with an encrypted key: ${name}`, () => {
      const [identity] = read(text, 'pair.pem', testPassword).identities;
      expect(identity?.secret).toEqual({ privateKeyPem: push.privateKeyPem });
      expect(identity?.facts).toMatchObject({ encryption, hadPassword: true });
    });
    it(`needs the right password: ${name}`, () => {
      expect(() => read(text)).toThrow(failing('credential.password-needed', 'password-needed'));
      expect(() => read(text, 'x', 'wrong')).toThrow(failing('credential.bad-password', 'password-wrong'));
    });
  }
  it('must belong together', () => {
    expect(() => read(push.certificatePem + makePushCertificate().privateKeyPem)).toThrow(
      failing('credential.key-mismatch', 'key-mismatch'),
    );
  });
});

describe('service account', () => {
  const account = makeServiceAccount({ key: rsa });
  it('is read', () => {
    const reading = read(account, 'sa.json');
    expect(reading).toMatchObject({
      kind: 'fcm-service-account',
      suggestedName: 'pushscope-test',
      asks: [],
      notes: [],
    });
    expect(reading.identities).toEqual([
      {
        facts: {
          kind: 'fcm-service-account',
          projectId: 'pushscope-test',
          clientEmail: 'firebase-adminsdk@pushscope-test.iam.gserviceaccount.com',
          privateKeyId: '0123456789abcdef0123456789abcdef01234567',
          tokenUri: 'https://oauth2.googleapis.com/token',
          publicKeyPem: spelledRsa.publicKey,
        },
        secret: { privateKeyPem: push.privateKeyPem },
      },
    ]);
  });
  it('is mended when its key has literal \\n', () => {
    const escaped = makeServiceAccount({}, { private_key: push.privateKeyPem.replaceAll('\n', '\\n') });
    const reading = read(escaped);
    expect(reading.identities[0]?.secret).toEqual({ privateKeyPem: push.privateKeyPem });
    expect(reading.notes).toEqual(['escaped-newlines']);
  });
  it('is read as base64, as CI systems keep it', () => {
    const reading = read(Buffer.from(account).toString('base64'));
    expect(reading.kind).toBe('fcm-service-account');
    expect(reading.notes).toEqual(['base64-text']);
  });
  it('may leave out what has a usual value', () => {
    const [identity] = read(
      makeServiceAccount({ key: rsa }, { token_uri: undefined, private_key_id: undefined }),
    ).identities;
    expect(identity?.facts).toMatchObject({ tokenUri: 'https://oauth2.googleapis.com/token', privateKeyId: '' });
  });
  it('may point to a local gateway', () => {
    const [identity] = read(makeServiceAccount({ key: rsa, tokenUri: 'http://127.0.0.1:8921/token' })).identities;
    expect(identity?.facts).toMatchObject({ tokenUri: 'http://127.0.0.1:8921/token' });
  });
  for (const [field, value] of [
    ['project_id', undefined],
    ['client_email', 7],
    ['private_key', ''],
    ['token_uri', 'ftp://example.com'],
  ] as const) {
    it(`names the field that is wrong: ${field}`, () => {
      expect(() => read(makeServiceAccount({ key: rsa }, { [field]: value }))).toThrow(
        failing('credential.unreadable', 'service-account-fields', { fields: field }),
      );
    });
  }
  it('needs an RSA key', () => {
    for (const key of [apns.p8, 'not a key', spelledRsa.publicKey]) {
      expect(() => read(makeServiceAccount({ key: rsa }, { private_key: key }))).toThrow(
        failing('credential.unreadable', 'service-account-key'),
      );
    }
  });
  const others: readonly (readonly [found: string, value: unknown])[] = [
    ['google-services', { project_info: {}, client: [], configuration_version: '1' }],
    ['oauth-client', { installed: { client_id: 'x', client_secret: 'y' } }],
    ['oauth-client', { web: { client_id: 'x' } }],
    ['user-credentials', { type: 'authorized_user', refresh_token: 'x' }],
    ['workload-identity', { type: 'external_account' }],
    ['agconnect-services', { agcgw: {}, client: {} }],
    ['other-json', { hello: 1 }],
    ['other-json', [1]],
  ];
  for (const [found, value] of others) {
    it(`is not ${JSON.stringify(value)}`, () =>
      expect(() => read(JSON.stringify(value))).toThrow(failing('credential.unsupported', found)));
  }
  it('never quotes a broken file', () => {
    const broken = account.slice(0, account.indexOf('"client_email"'));
    try {
      read(broken);
      expect.unreachable();
    } catch (error) {
      expect(error).toEqual(failing('credential.unreadable', 'broken-json'));
      expect(JSON.stringify(error)).not.toContain('PRIVATE');
      expect((error as Error).cause).toBeUndefined();
    }
  });
});

describe('anything else', () => {
  const files: readonly (readonly [name: string, string | Uint8Array, code: string, found: string])[] = [
    ['nothing', '', 'credential.unreadable', 'empty'],
    ['blanks', ' \n\t', 'credential.unreadable', 'empty'],
    ['words', 'hello', 'credential.unreadable', 'not-recognised'],
    ['words that begin with a zero', '0 is a number', 'credential.unreadable', 'not-recognised'],
    ['noise', Buffer.from('9f8e7d6c5b4a39281706f5e4d3c2b1a0', 'hex'), 'credential.unreadable', 'not-recognised'],
    ['noise like DER', Buffer.from('308202ff9f8e7d6c', 'hex'), 'credential.unreadable', 'truncated'],
    ['DER of another kind', Buffer.from('300431020500', 'hex'), 'credential.unreadable', 'not-recognised'],
    ['DER with bad insides', Buffer.from('3082000402ff9f8e', 'hex'), 'credential.unreadable', 'damaged'],
    ['a ZIP', Buffer.from('504b030414000000', 'hex'), 'credential.unsupported', 'zip-archive'],
    ['a Java keystore', Buffer.from('feedfeed00000002', 'hex'), 'credential.unsupported', 'java-keystore'],
    ['a binary plist', Buffer.from('62706c6973743030', 'hex'), 'credential.unsupported', 'property-list'],
    ['a plist', '<?xml version="1.0"?><plist></plist>', 'credential.unsupported', 'property-list'],
    ['a legacy server key', `AAAAabcdefg:APA91b${'x'.repeat(134)}`, 'credential.unsupported', 'fcm-legacy-key'],
    ['an API key', `AIza${'x'.repeat(35)}`, 'credential.unsupported', 'google-api-key'],
  ];
  for (const [name, content, code, found] of files) {
    it(`is refused by name: ${name}`, () => expect(() => read(content)).toThrow(failing(code, found)));
  }
  it('CMS with a property list is a provisioning profile, other CMS is not', () => {
    const cms = (content: string) => {
      const inner = Buffer.from(content, 'latin1');
      const oid = Buffer.from('06092a864886f70d010702', 'hex');
      return Buffer.concat([Buffer.of(0x30, oid.length + 2 + inner.length), oid, Buffer.of(0x04, inner.length), inner]);
    };
    expect(() => read(cms('\u00ff<plist>'))).toThrow(failing('credential.unsupported', 'provisioning-profile'));
    expect(() => read(cms('\u00ffabc'))).toThrow(failing('credential.unsupported', 'pkcs7'));
  });
  it('every cut of every kind of file fails with a credential error, never with another', () => {
    const whole = [
      push.p12,
      push.certificateDer,
      derOf(apns.p8),
      Buffer.from(apns.p8),
      Buffer.from(makeServiceAccount({ key: rsa })),
    ];
    for (const bytes of whole) {
      for (let length = 0; length < bytes.length; length += 37) {
        expect(() => read(bytes.subarray(0, length), 'x', testPassword)).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^credential\./) }),
        );
      }
    }
  });
});
