import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { child, DerError, isInteger, isSequence, octets, parseDer, type DerNode } from './der.ts';
import { passphrasesFor } from './passphrase.ts';
import { DecryptError, decryptPbe, describeEncryption } from './pbe.ts';
import type { PemBlock } from './pem.ts';
import { refuse } from './refuse.ts';

/** A private key out of a file, with what protected it. */
export interface OpenedKey {
  readonly key: KeyObject;
  /** Null: it was not encrypted. */
  readonly encryption: string | null;
  readonly hadPassword: boolean;
}

/** The same value when it has the shape of PKCS#8; throws DerError when a wrong password made something else of it. */
export const asPkcs8 = (node: DerNode): DerNode => {
  if (!isInteger(child(node, 0)) || !isSequence(child(node, 1))) throw new DerError('not PKCS#8');
  return node;
};

/** A private key from PKCS#8 DER. Refuses with `credential.unreadable` when the runtime cannot read it. */
export const keyFromPkcs8 = (der: Buffer): KeyObject => {
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch (error) {
    // The runtime's message says nothing that helps; the cause stays for the log.
    throw refuse('credential.unreadable', 'key-unreadable', {}, error);
  }
};

/** PKCS#8 PEM: the one form in which keys are kept and handed to TLS and JWT signing. */
export const privatePem = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();

/** SPKI PEM of the public half. */
export const publicPem = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();

const wrongPassword = (password: string | undefined) =>
  password
    ? refuse('credential.bad-password', 'password-wrong')
    : refuse('credential.password-needed', 'password-needed');

/** `ENCRYPTED PRIVATE KEY`: PKCS#8 in a password-based envelope. */
const openEncrypted = (block: PemBlock, password: string | undefined): OpenedKey => {
  const envelope = parseDer(block.der);
  const [algorithm, data] = [child(envelope, 0), octets(child(envelope, 1))];
  for (const passphrase of passphrasesFor(password)) {
    try {
      const der = decryptPbe(algorithm, data, passphrase);
      asPkcs8(parseDer(der));
      return { key: keyFromPkcs8(der), encryption: describeEncryption(algorithm), hadPassword: !passphrase.isEmpty };
    } catch (error) {
      if (!(error instanceof DecryptError || error instanceof DerError)) throw error;
    }
  }
  throw wrongPassword(password);
};

/** Any other block: PKCS#8, PKCS#1 and SEC1, the last two perhaps encrypted in the way of RFC 1421. */
const openPlain = (block: PemBlock, password: string | undefined): OpenedKey => {
  if (block.cipher !== null) {
    if (!password) throw wrongPassword(password);
    try {
      const key = createPrivateKey({ key: block.text, passphrase: password });
      return { key, encryption: block.cipher, hadPassword: true };
    } catch {
      throw wrongPassword(password);
    }
  }
  if (block.label === 'PRIVATE KEY') return { key: keyFromPkcs8(block.der), encryption: null, hadPassword: false };
  try {
    const type = block.label === 'EC PRIVATE KEY' ? 'sec1' : 'pkcs1';
    const key = createPrivateKey({ key: block.der, format: 'der', type });
    return { key, encryption: null, hadPassword: false };
  } catch (error) {
    throw refuse('credential.unreadable', 'key-unreadable', {}, error);
  }
};

/** Opens the private key of a PEM block of any usual kind. */
export const openKeyBlock = (block: PemBlock, password: string | undefined): OpenedKey =>
  block.label === 'ENCRYPTED PRIVATE KEY' ? openEncrypted(block, password) : openPlain(block, password);
