import { pairIdentities } from './identities.ts';
import { openKeyBlock } from './keys.ts';
import type { PemBlock } from './pem.ts';
import type { Reading } from './reading.ts';
import { refuse, type Refusal } from './refuse.ts';
import { readSigningKey } from './signing-key.ts';

/** Private keys on their own that are not APNs signing keys. */
const loneKeys: Readonly<Record<string, Refusal>> = {
  'RSA PRIVATE KEY': 'rsa-key',
  'EC PRIVATE KEY': 'sec1-ec-key',
  'ENCRYPTED PRIVATE KEY': 'encrypted-key',
  'OPENSSH PRIVATE KEY': 'openssh-key',
};
const otherBlocks: Readonly<Record<string, Refusal>> = {
  'CERTIFICATE REQUEST': 'certificate-request',
  'NEW CERTIFICATE REQUEST': 'certificate-request',
  'PUBLIC KEY': 'public-key',
  'RSA PUBLIC KEY': 'public-key',
  PKCS7: 'pkcs7',
  CMS: 'pkcs7',
};

const isCertificate = (block: PemBlock): boolean => block.label === 'CERTIFICATE' || block.label === 'X509 CERTIFICATE';
const isPrivateKey = (block: PemBlock): boolean => block.label.endsWith('PRIVATE KEY');

const readPair = (
  certificates: readonly PemBlock[],
  keyBlocks: readonly PemBlock[],
  password: string | undefined,
  fileName: string,
): Reading => {
  const opened = keyBlocks.map((block) => openKeyBlock(block, password));
  const protections = new Set(opened.flatMap(({ encryption }) => encryption ?? []));
  return pairIdentities({
    keys: opened.map(({ key }) => key),
    certificates: certificates.map((block) => block.der),
    encryption: ['PEM', ...protections].join(', '),
    hadPassword: opened.some(({ hadPassword }) => hadPassword),
    fileName,
  });
};

/**
 * Reads PEM blocks, or a single DER value that stands for one: a certificate with its key, or an APNs signing key. Anything else
 * is refused by its name.
 */
export function readBlocks(blocks: readonly PemBlock[], password: string | undefined, fileName: string): Reading {
  const certificates = blocks.filter(isCertificate);
  const keys = blocks.filter(isPrivateKey);
  if (certificates.length > 0) return readPair(certificates, keys, password, fileName);
  if (keys.length > 1) throw refuse('credential.no-certificate', 'keys-alone', { count: keys.length });
  const [key] = keys;
  if (key) {
    if (key.cipher !== null) throw refuse('credential.unsupported', 'encrypted-key');
    const lone = loneKeys[key.label];
    if (lone) throw refuse('credential.unsupported', lone);
    if (key.label === 'PRIVATE KEY') return readSigningKey(key, fileName);
  }
  const label = blocks[0]?.label ?? '';
  throw refuse('credential.unsupported', otherBlocks[label] ?? 'other-pem', { label });
}
