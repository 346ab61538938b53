import { createHmac, timingSafeEqual } from 'node:crypto';
import { child, children, DerError, integerOf, octets, oidOf, type DerNode } from './der.ts';
import { pkcs12Kdf, purpose } from './kdf.ts';
import { deriveByPbkdf2, hmacHash, statedKeyBytes } from './pbe.ts';
import type { Passphrase } from './passphrase.ts';
import { refuse } from './refuse.ts';

const hashes: Readonly<Record<string, readonly [name: string, bytes: number]>> = {
  '1.2.840.113549.2.5': ['md5', 16],
  '1.3.14.3.2.26': ['sha1', 20],
  '2.16.840.1.101.3.4.2.4': ['sha224', 28],
  '2.16.840.1.101.3.4.2.1': ['sha256', 32],
  '2.16.840.1.101.3.4.2.2': ['sha384', 48],
  '2.16.840.1.101.3.4.2.3': ['sha512', 64],
};
const pbmac1 = '1.2.840.113549.1.5.14';

/** The MAC of a PKCS#12 file with what was signed. */
export interface MacCheck {
  /** Does the password make the MAC that stands in the file? */
  readonly fits: (passphrase: Passphrase) => boolean;
}

/** Longest HMAC key that makes sense: the block of SHA-512. */
const maxKeyBytes = 128;

/** Hash and key by PBMAC1 (RFC 9579), which OpenSSL writes from 3.4 on when asked to. */
const pbmac1Key = (algorithm: DerNode, passphrase: Passphrase, macBytes: number): readonly [string, Buffer] => {
  const [derivation, scheme] = children(child(algorithm, 1));
  if (!derivation || !scheme) throw new DerError('PBMAC1 parameters');
  const keyBytes = statedKeyBytes(derivation) ?? macBytes;
  if (keyBytes < 1 || keyBytes > maxKeyBytes) throw new DerError('PBMAC1 key length');
  return [hmacHash(scheme), deriveByPbkdf2(derivation, passphrase.plain, keyBytes)];
};

/** Prepares the check of a MacData (RFC 7292 section 4) over `content`. Refuses a hash it does not know. */
export function macCheck(macData: DerNode, content: Buffer): MacCheck {
  const algorithm = child(child(macData, 0), 0);
  const expected = octets(child(child(macData, 0), 1));
  const oid = oidOf(child(algorithm, 0));
  const known = hashes[oid];
  if (!known && oid !== pbmac1) throw refuse('credential.unsupported', 'encryption-unknown', { oid });
  const salt = octets(child(macData, 1));
  const count = children(macData)[2];
  const iterations = count ? integerOf(count) : 1;
  // Two spellings of a password often give the same bytes; deriving is what takes the time.
  const seen = new Map<string, boolean>();
  const compute = (passphrase: Passphrase): Buffer => {
    const [hash, key] = known
      ? [known[0], pkcs12Kdf(known[0], purpose.mac, passphrase.bmp, salt, iterations, known[1])]
      : pbmac1Key(algorithm, passphrase, expected.length);
    return createHmac(hash, key).update(content).digest();
  };
  return {
    fits: (passphrase) => {
      const spelling = (known ? passphrase.bmp : passphrase.plain).toString('latin1');
      let result = seen.get(spelling);
      if (result === undefined) {
        const made = compute(passphrase);
        result = made.length === expected.length && timingSafeEqual(made, expected);
        seen.set(spelling, result);
      }
      return result;
    },
  };
}
