import { createDecipheriv } from 'node:crypto';
import forge from 'node-forge';
import { child, children, DerError, integerOf, isInteger, isOctetString, octets, oidOf, type DerNode } from './der.ts';
import { pbkdf2, pkcs12Kdf, purpose } from './kdf.ts';
import type { Passphrase } from './passphrase.ts';
import { refuse } from './refuse.ts';

/** The bytes did not decrypt: almost always the wrong password. */
export class DecryptError extends Error {
  override readonly name = 'DecryptError';
}

interface Cipher {
  /** For people, for example `PBES2 AES-256`. */
  readonly label: string;
  readonly keyBytes: number;
  /** Throws DecryptError when the padding is wrong. */
  readonly decrypt: (key: Buffer, iv: Buffer, data: Buffer) => Buffer;
}

const aes =
  (bits: number) =>
  (key: Buffer, iv: Buffer, data: Buffer): Buffer => {
    try {
      const decipher = createDecipheriv(`aes-${bits}-cbc`, key, iv);
      return Buffer.concat([decipher.update(data), decipher.final()]);
    } catch (error) {
      throw new DecryptError('AES', { cause: error });
    }
  };

/** Runs a node-forge cipher: OpenSSL 3 has RC2 and 3DES only where its legacy parts are present, node-forge has them everywhere. */
const forged = (cipher: forge.rc2.cipher | forge.cipher.BlockCipher, iv: Buffer, data: Buffer): Buffer => {
  const start = cipher.start.bind(cipher) as (options: unknown) => void;
  const ivText = iv.toString('latin1');
  // The two cipher objects differ only in how they take the IV.
  start('mode' in cipher ? { iv: ivText } : ivText);
  cipher.update(forge.util.createBuffer(data.toString('latin1')));
  if (data.length === 0 || data.length % 8 !== 0 || !cipher.finish()) throw new DecryptError('padding');
  return Buffer.from(cipher.output.getBytes(), 'latin1');
};

const tripleDes = (key: Buffer, iv: Buffer, data: Buffer): Buffer => {
  // Two-key 3DES uses its first key again as the third.
  const three = key.length === 16 ? Buffer.concat([key, key.subarray(0, 8)]) : key;
  return forged(forge.cipher.createDecipher('3DES-CBC', three.toString('latin1')), iv, data);
};

const rc2 =
  (bits: number) =>
  (key: Buffer, iv: Buffer, data: Buffer): Buffer =>
    forged(forge.rc2.createDecryptionCipher(key.toString('latin1'), bits), iv, data);

/** RFC 7292 appendix C. RC4 (.1 and .2) is left out: no tool is known to write it for push certificates. */
const pkcs12Schemes: Readonly<Record<string, Cipher>> = {
  '1.2.840.113549.1.12.1.3': { label: '3DES', keyBytes: 24, decrypt: tripleDes },
  '1.2.840.113549.1.12.1.4': { label: '3DES (two keys)', keyBytes: 16, decrypt: tripleDes },
  '1.2.840.113549.1.12.1.5': { label: 'RC2-128', keyBytes: 16, decrypt: rc2(128) },
  '1.2.840.113549.1.12.1.6': { label: 'RC2-40', keyBytes: 5, decrypt: rc2(40) },
};

const pbes2Ciphers: Readonly<Record<string, Cipher>> = {
  '2.16.840.1.101.3.4.1.2': { label: 'PBES2 AES-128', keyBytes: 16, decrypt: aes(128) },
  '2.16.840.1.101.3.4.1.22': { label: 'PBES2 AES-192', keyBytes: 24, decrypt: aes(192) },
  '2.16.840.1.101.3.4.1.42': { label: 'PBES2 AES-256', keyBytes: 32, decrypt: aes(256) },
  '1.2.840.113549.3.7': { label: 'PBES2 3DES', keyBytes: 24, decrypt: tripleDes },
};

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2Oid = '1.2.840.113549.1.5.12';

const hmacHashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const unknownScheme = (oid: string) => refuse('credential.unsupported', 'encryption-unknown', { oid });

/** Hash of an HMAC algorithm identifier. Refuses one it does not know. */
export const hmacHash = (algorithm: DerNode): string => {
  const oid = oidOf(child(algorithm, 0));
  const hash = hmacHashes[oid];
  if (!hash) throw unknownScheme(oid);
  return hash;
};

/** Derives `lengthBytes` by the PBKDF2 an algorithm identifier describes (RFC 8018 appendix A.2). */
export function deriveByPbkdf2(algorithm: DerNode, password: Uint8Array, lengthBytes: number): Buffer {
  const oid = oidOf(child(algorithm, 0));
  if (oid !== pbkdf2Oid) throw unknownScheme(oid);
  const [salt, iterations, ...rest] = children(child(algorithm, 1));
  if (!isOctetString(salt) || !iterations) throw new DerError('PBKDF2 parameters');
  // An optional key length stands before the optional PRF; SHA-1 is the PRF where none is named.
  const prf = rest.find((one) => !isInteger(one));
  return pbkdf2(password, octets(salt), integerOf(iterations), lengthBytes, prf ? hmacHash(prf) : 'sha1');
}

/** Key length a PBKDF2 algorithm identifier states. Bytes; null: it states none. */
export const statedKeyBytes = (algorithm: DerNode): number | null => {
  const stated = children(child(algorithm, 1)).slice(2).find(isInteger);
  return stated ? integerOf(stated) : null;
};

const pbes2Cipher = (parameters: DerNode): Cipher => {
  const oid = oidOf(child(child(parameters, 1), 0));
  const cipher = pbes2Ciphers[oid];
  if (!cipher) throw unknownScheme(oid);
  return cipher;
};

const pkcs12Cipher = (oid: string): Cipher => {
  const cipher = pkcs12Schemes[oid];
  if (!cipher) throw unknownScheme(oid);
  return cipher;
};

/** What an encryption algorithm identifier uses, for people. Refuses one it does not know. */
export const describeEncryption = (algorithm: DerNode): string => {
  const oid = oidOf(child(algorithm, 0));
  return (oid === pbes2 ? pbes2Cipher(child(algorithm, 1)) : pkcs12Cipher(oid)).label;
};

/** Decrypts what a PKCS#8 or PKCS#12 algorithm identifier describes. Throws DecryptError when the password does not fit. */
export function decryptPbe(algorithm: DerNode, data: Buffer, passphrase: Passphrase): Buffer {
  const oid = oidOf(child(algorithm, 0));
  const parameters = child(algorithm, 1);
  if (oid === pbes2) {
    const cipher = pbes2Cipher(parameters);
    const key = deriveByPbkdf2(child(parameters, 0), passphrase.plain, cipher.keyBytes);
    return cipher.decrypt(key, octets(child(child(parameters, 1), 1)), data);
  }
  const cipher = pkcs12Cipher(oid);
  const salt = octets(child(parameters, 0));
  const iterations = integerOf(child(parameters, 1));
  const derive = (id: number, lengthBytes: number) =>
    pkcs12Kdf('sha1', id, passphrase.bmp, salt, iterations, lengthBytes);
  return cipher.decrypt(derive(purpose.key, cipher.keyBytes), derive(purpose.iv, 8), data);
}
