import { createSecureContext } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { integer, nothing, octetString, oid, sequence, explicit, toDer } from '../../../../tests/support/asn1.ts';
import { asFile, fixtureFile, fixtureKeyPem, fixtureNamed } from '../../../../tests/support/credential-files.ts';
import { nonAsciiPassword, opensslEncodings } from '../../../../tests/support/openssl.ts';
import { ecKey, makePushCertificate, rsaKey, writePkcs12 } from '../../../../tests/support/pki.ts';
import type { Pkcs12Options } from '../../../../tests/support/pkcs12-writer.ts';
import { readCredential } from './read.ts';

const sources = {
  rsa: makePushCertificate({ key: rsaKey() }),
  ec: makePushCertificate({ key: ecKey() }),
};
const options = (kind: keyof typeof sources, over: Partial<Pkcs12Options>): Pkcs12Options => ({
  keys: [sources[kind].privateKeyDer],
  certificates: [sources[kind].certificateDer],
  password: 'secret',
  protection: 'pbes2',
  mac: 'sha256',
  iterations: 100,
  ...over,
});
const open = (p12: Uint8Array, password?: string) => {
  const { identities } = readCredential(asFile(p12, 'push.p12', password));
  const [first] = identities;
  if (identities.length !== 1 || first?.facts.kind !== 'apns-certificate') throw new Error('one identity expected');
  return { key: first.secret['privateKeyPem'], ...first.facts };
};
const failing = (code: string, found: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ found }) });

const encodings: readonly (readonly [name: string, over: Partial<Pkcs12Options>, encryption: string])[] = [
  ['modern', {}, 'PBES2 AES-256'],
  ['legacy', { protection: 'legacy', mac: 'sha1' }, 'RC2-40, 3DES'],
  ['3DES with SHA-1', { protection: '3des', mac: 'sha1' }, '3DES'],
  ['SHA-512 MAC', { mac: 'sha512' }, 'PBES2 AES-256'],
  ['PBMAC1', { mac: 'pbmac1' }, 'PBES2 AES-256'],
  ['no MAC', { mac: 'none' }, 'PBES2 AES-256'],
  ['MAC over plain contents', { protection: 'none' }, 'none'],
];

for (const kind of ['rsa', 'ec'] as const) {
  describe(`p12 with an ${kind.toUpperCase()} key`, () => {
    for (const [name, over, encryption] of encodings) {
      for (const isBer of [false, true]) {
        for (const password of ['secret', '', nonAsciiPassword, 'p\u{1f600}w']) {
          it(`opens: ${name}, ${isBer ? 'BER' : 'DER'}, password «${password}»`, () => {
            const opened = open(writePkcs12(options(kind, { ...over, isBer, password })), password);
            expect(opened.key).toBe(sources[kind].privateKeyPem);
            expect(opened.certificatePem).toBe(sources[kind].certificatePem);
            expect(opened.encryption).toBe(encryption);
            expect(opened.hadPassword).toBe(password !== '');
          });
        }
      }
    }
  });
}

describe('p12 files written by openssl', () => {
  const whole = opensslEncodings.filter(({ args }) => !args.includes('-nokeys') && !args.includes('-nocerts'));
  for (const encoding of whole) {
    it(`opens: ${encoding.what}`, () => {
      const [identity] = readCredential(fixtureFile(encoding)).identities;
      expect(identity?.secret['privateKeyPem']).toBe(fixtureKeyPem());
      expect(identity?.facts).toMatchObject({
        certificate: { commonName: 'Apple Push Services: com.example.other', keyAlgorithm: 'EC P-256' },
        hadPassword: encoding.password !== '',
      });
    });
  }
  it('says which encryption they have', () => {
    const encryptionOf = (file: string) => {
      const facts = readCredential(fixtureNamed(file)).identities[0]?.facts;
      return facts?.kind === 'apns-certificate' ? facts.encryption : null;
    };
    expect(encryptionOf('openssl-modern.p12')).toBe('PBES2 AES-256');
    expect(encryptionOf('openssl-legacy.p12')).toBe('RC2-40, 3DES');
    expect(encryptionOf('openssl-3des.p12')).toBe('3DES');
    expect(encryptionOf('openssl-rc2-128.p12')).toBe('RC2-128');
    expect(encryptionOf('openssl-no-mac.p12')).toBe('none');
  });
  it('misses the key of a certificate exported alone', () => {
    expect(() => readCredential(fixtureNamed('openssl-certificate-only.p12'))).toThrow(
      failing('credential.no-private-key', 'certificate-alone'),
    );
  });
  it('misses the certificate of a key exported alone', () => {
    expect(() => readCredential(fixtureNamed('openssl-key-only.p12'))).toThrow(
      failing('credential.no-certificate', 'key-alone'),
    );
  });
});

describe('our test writer', () => {
  it('writes what the runtime itself opens', () => {
    for (const mac of ['sha1', 'sha256', 'sha512', 'pbmac1'] as const) {
      const pfx = writePkcs12(options('rsa', { mac, password: nonAsciiPassword }));
      expect(() => createSecureContext({ pfx, passphrase: nonAsciiPassword })).not.toThrow();
    }
  });
});

describe('passwords', () => {
  const file = writePkcs12(options('ec', {}));
  it('a wrong one is called wrong', () => {
    expect(() => open(file, 'secreT')).toThrow(failing('credential.bad-password', 'password-wrong'));
  });
  it('a missing one is asked for, and an empty one counts as missing', () => {
    expect(() => open(file)).toThrow(failing('credential.password-needed', 'password-needed'));
    expect(() => open(file, '')).toThrow(failing('credential.password-needed', 'password-needed'));
  });
  it('a wrong one is noticed without a MAC too, also when the padding happens to fit', () => {
    for (const protection of ['pbes2', 'legacy'] as const) {
      const noMac = writePkcs12(options('ec', { protection, mac: 'none', iterations: 1 }));
      for (let attempt = 0; attempt < 600; attempt += 1) {
        expect(() => open(noMac, `wrong ${attempt}`)).toThrow(failing('credential.bad-password', 'password-wrong'));
      }
    }
  });
  it('a file without one opens whatever is typed', () => {
    const unprotected = writePkcs12(options('ec', { password: '' }));
    expect(open(unprotected, 'anything').hadPassword).toBe(false);
    expect(open(unprotected).hadPassword).toBe(false);
  });
  it('files by writers that take UTF-16 for PBES2 as well open', () => {
    const password = 'gr\u00fc\u00df';
    const pbes2Password = Buffer.from(`${password}\0`, 'utf16le').swap16();
    const file = writePkcs12(options('ec', { password, pbes2Password }));
    expect(open(file, password).key).toBe(sources.ec.privateKeyPem);
  });
});

describe('files that break one thing', () => {
  const whole = writePkcs12(options('ec', {}));
  it('cut off', () => {
    expect(() => open(whole.subarray(0, -1), 'secret')).toThrow(failing('credential.unreadable', 'truncated'));
    expect(() => open(whole.subarray(0, 40), 'secret')).toThrow(failing('credential.unreadable', 'truncated'));
  });
  it('a changed byte in what the MAC covers', () => {
    const changed = Buffer.from(whole);
    changed[200] = changed.readUInt8(200) ^ 1;
    expect(() => open(changed, 'secret')).toThrow(failing('credential.bad-password', 'password-wrong'));
  });
  it('a structure that ends in the middle', () => {
    const broken = Buffer.concat([whole.subarray(0, 60), Buffer.alloc(whole.length - 60, 0xff)]);
    expect(() => open(broken, 'secret')).toThrow(failing('credential.unreadable', 'damaged'));
  });
  it('more iterations than anybody should wait for', () => {
    const slow = writePkcs12(options('ec', { claimedMacIterations: 2_000_000_000 }));
    expect(() => open(slow, 'secret')).toThrow(failing('credential.too-slow', 'iterations'));
  });
  it('an encryption nobody knows', () => {
    const rc4 = sequence(oid('1.2.840.113549.1.12.1.1'), sequence(octetString(Buffer.alloc(8)), integer(1)));
    const content = sequence(oid('1.2.840.113549.1.7.1'), rc4);
    const safe = sequence(
      oid('1.2.840.113549.1.7.6'),
      explicit(
        0,
        sequence(integer(0), sequence(...(content.value as never[]), explicit(0, octetString(Buffer.alloc(8))))),
      ),
    );
    const pfx = sequence(
      integer(3),
      sequence(oid('1.2.840.113549.1.7.1'), explicit(0, octetString(toDer(sequence(safe))))),
    );
    expect(() => open(toDer(pfx), 'secret')).toThrow(failing('credential.unsupported', 'encryption-unknown'));
  });
  it('a MAC nobody knows', () => {
    const info = sequence(sequence(oid('1.2.3.4'), nothing()), octetString(Buffer.alloc(20)));
    const pfx = sequence(
      integer(3),
      sequence(oid('1.2.840.113549.1.7.1'), explicit(0, octetString(toDer(sequence())))),
      sequence(info, octetString(Buffer.alloc(8)), integer(1)),
    );
    expect(() => open(toDer(pfx), 'secret')).toThrow(failing('credential.unsupported', 'encryption-unknown'));
  });
  it('protected by a public key', () => {
    const pfx = sequence(integer(3), sequence(oid('1.2.840.113549.1.7.2'), explicit(0, sequence())));
    expect(() => open(toDer(pfx), 'secret')).toThrow(failing('credential.unsupported', 'pkcs12-public-key'));
  });
  it('nothing inside', () => {
    expect(() => open(writePkcs12(options('ec', { keys: [], certificates: [] })), 'secret')).toThrow(
      failing('credential.unreadable', 'pkcs12-empty'),
    );
  });
});

describe('what belongs together', () => {
  const { rsa, ec } = sources;
  const both = { keys: [ec.privateKeyDer, rsa.privateKeyDer], certificates: [rsa.certificateDer, ec.certificateDer] };
  it('is found by public key, not by place', () => {
    const { identities } = readCredential(asFile(writePkcs12(options('ec', both)), 'two.p12', 'secret'));
    expect(identities.map(({ secret }) => secret['privateKeyPem'])).toEqual([rsa.privateKeyPem, ec.privateKeyPem]);
  });
  it('does not count the same certificate twice', () => {
    const twice = { certificates: [ec.certificateDer, ec.certificateDer] };
    const { identities } = readCredential(asFile(writePkcs12(options('ec', twice)), 'twice.p12', 'secret'));
    expect(identities).toHaveLength(1);
  });
  it('leaves the chain out', () => {
    const chain = { keys: [ec.privateKeyDer], certificates: [rsa.certificateDer, ec.certificateDer] };
    const { identities } = readCredential(asFile(writePkcs12(options('ec', chain)), 'chain.p12', 'secret'));
    expect(identities.map(({ secret }) => secret['privateKeyPem'])).toEqual([ec.privateKeyPem]);
  });
  it('puts push certificates before others', () => {
    const signing = makePushCertificate({ key: 'ec', commonName: 'Apple Development: Denny', forCodeSigning: true });
    const mixed = {
      keys: [signing.privateKeyDer, ec.privateKeyDer],
      certificates: [signing.certificateDer, ec.certificateDer],
    };
    const reading = readCredential(asFile(writePkcs12(options('ec', mixed)), 'mixed.p12', 'secret'));
    expect(reading.suggestedName).toBe('Apple Push Services: com.example.app');
    expect(reading.identities[1]?.facts).toMatchObject({ certificate: { certificateKind: 'code-signing' } });
  });
  it('says when nothing does', () => {
    const strangers = { keys: [rsa.privateKeyDer], certificates: [ec.certificateDer] };
    expect(() => open(writePkcs12(options('ec', strangers)), 'secret')).toThrow(
      failing('credential.key-mismatch', 'key-mismatch'),
    );
  });
});
