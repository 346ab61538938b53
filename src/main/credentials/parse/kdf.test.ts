import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import { maxIterations, pkcs12Kdf, purpose } from './kdf.ts';
import { passphrasesFor } from './passphrase.ts';

const bmp = (password: string): Buffer => passphrasesFor(password)[0]!.bmp;

describe('PKCS#12 key derivation', () => {
  it('gives the bytes that implementations have tested each other with for decades', () => {
    const salt = Buffer.from('0a58cf64530d823f', 'hex');
    expect(pkcs12Kdf('sha1', purpose.key, bmp('smeg'), salt, 1, 24).toString('hex')).toBe(
      '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3',
    );
    expect(pkcs12Kdf('sha1', purpose.iv, bmp('smeg'), salt, 1, 8).toString('hex')).toBe('79993dfe048d3b76');
  });

  for (const hash of ['sha1', 'sha256', 'sha512'] as const) {
    for (const lengthBytes of [8, 24, 80, 150]) {
      it(`agrees with node-forge: ${hash}, ${lengthBytes} bytes`, () => {
        const salt = Buffer.from('00ff80ffffffffff7f', 'hex');
        const theirs = forge.pkcs12.generateKey(
          'p\u00e4ss\u5bc6',
          forge.util.createBuffer(salt.toString('latin1')),
          purpose.mac,
          7,
          lengthBytes,
          forge.md[hash].create(),
        );
        expect(pkcs12Kdf(hash, purpose.mac, bmp('p\u00e4ss\u5bc6'), salt, 7, lengthBytes).toString('hex')).toBe(
          theirs.toHex(),
        );
      });
    }
  }

  it('takes no password at all', () => {
    const none = pkcs12Kdf('sha1', purpose.key, Buffer.alloc(0), Buffer.alloc(8, 1), 1, 24);
    expect(none.equals(pkcs12Kdf('sha1', purpose.key, bmp(''), Buffer.alloc(8, 1), 1, 24))).toBe(false);
  });

  it('refuses a count that could not be interrupted', () => {
    expect(() => pkcs12Kdf('sha1', 1, bmp('x'), Buffer.alloc(8), maxIterations + 1, 24)).toThrow(
      expect.objectContaining({ code: 'credential.too-slow' }),
    );
    expect(() => pkcs12Kdf('sha1', 1, bmp('x'), Buffer.alloc(8), 0, 24)).toThrow(
      expect.objectContaining({ code: 'credential.unreadable' }),
    );
  });
});

describe('spellings of a password', () => {
  it('tries the empty one last, in both its forms', () => {
    expect(passphrasesFor('abc').map(({ bmp: bytes }) => bytes.toString('hex'))).toEqual([
      '0061006200630000',
      '0000',
      '',
    ]);
    expect(passphrasesFor(undefined)).toEqual(passphrasesFor(''));
  });

  it('writes characters beyond the basic plane as surrogates, and tries old habits', () => {
    const [standard, widened, wide] = passphrasesFor('\u00e9\u{1f600}');
    expect(standard!.bmp.toString('hex')).toBe('00e9d83dde000000');
    expect(standard!.plain.toString('hex')).toBe('c3a9f09f9880');
    expect(widened!.bmp.toString('hex')).toBe('00c300a900f0009f009800800000');
    expect(wide!.plain.equals(standard!.bmp)).toBe(true);
  });
});
