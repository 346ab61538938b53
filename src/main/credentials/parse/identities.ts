import type { KeyObject, X509Certificate } from 'node:crypto';
import { kindById } from '../certificate-kinds.ts';
import { certificateFacts, openCertificate } from './certificate.ts';
import { privatePem } from './keys.ts';
import { toPem } from './pem.ts';
import type { Identity, Reading } from './reading.ts';
import { refuse } from './refuse.ts';

/** Keys and certificates of one file, before anything is paired. */
export interface LooseParts {
  readonly keys: readonly KeyObject[];
  /** X.509 DER. */
  readonly certificates: readonly Buffer[];
  readonly encryption: string;
  readonly hadPassword: boolean;
  readonly fileName: string;
}

/** Does the certificate carry the public half of this key? Compared by value, never by place in the file. */
const belongTogether = (certificate: X509Certificate, key: KeyObject): boolean => {
  try {
    return certificate.checkPrivateKey(key);
  } catch {
    // A public key of a type this runtime does not know belongs to none of the keys it could read.
    return false;
  }
};

const uniqueCertificates = (certificates: readonly Buffer[]): X509Certificate[] => {
  const byHash = new Map<string, X509Certificate>();
  for (const der of certificates) {
    const certificate = openCertificate(der);
    byHash.set(certificate.fingerprint256, certificate);
  }
  return [...byHash.values()];
};

const isPush = (identity: Identity): boolean =>
  identity.facts.kind === 'apns-certificate' &&
  (kindById(identity.facts.certificate.certificateKind)?.topicKind ?? null) !== null;

const makeIdentity = (certificate: X509Certificate, key: KeyObject, parts: LooseParts): Identity => ({
  facts: {
    kind: 'apns-certificate',
    certificate: certificateFacts(certificate),
    certificatePem: toPem('CERTIFICATE', certificate.raw),
    encryption: parts.encryption,
    hadPassword: parts.hadPassword,
    fileName: parts.fileName,
  },
  secret: { privateKeyPem: privatePem(key) },
});

/**
 * Finds the identities of a file: certificates whose key is there too. Certificates without a key beside others that have one are
 * its chain and are left out. Refuses with `credential.no-private-key`, `credential.no-certificate`, `credential.key-mismatch`.
 */
export function pairIdentities(parts: LooseParts): Reading {
  const certificates = uniqueCertificates(parts.certificates);
  const [first] = certificates;
  if (!first && parts.keys.length === 0) throw refuse('credential.unreadable', 'pkcs12-empty');
  if (!first) throw refuse('credential.no-certificate', 'key-alone');
  if (parts.keys.length === 0) {
    const { commonName } = certificateFacts(first);
    throw refuse('credential.no-private-key', 'certificate-alone', { commonName });
  }
  const identities = certificates.flatMap((certificate) => {
    const key = parts.keys.find((candidate) => belongTogether(certificate, candidate));
    return key ? [makeIdentity(certificate, key, parts)] : [];
  });
  const sorted = [...identities.filter(isPush), ...identities.filter((identity) => !isPush(identity))];
  const [best] = sorted;
  if (best?.facts.kind !== 'apns-certificate') throw refuse('credential.key-mismatch', 'key-mismatch');
  return {
    kind: 'apns-certificate',
    suggestedName: best.facts.certificate.commonName || parts.fileName,
    identities: sorted,
    asks: [],
    notes: [],
  };
}
