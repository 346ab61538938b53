import { hash, X509Certificate, type KeyObject } from 'node:crypto';
import type { CertificateFacts } from '../../../shared/contract/credentials.ts';
import { kindOfCommonName, otherKind } from '../certificate-kinds.ts';
import { environmentsIn, readExtensions, topicsIn, type Topic } from './apple-extensions.ts';
import { child, children, DerError, isContext, parseDer, timeOf } from './der.ts';
import { attributeOf, formatName, readName, type NameAttributes } from './names.ts';

const curveNames: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** Usual name of a curve that node:crypto names its own way. */
export const curveName = (key: KeyObject): string => {
  const name = key.asymmetricKeyDetails?.namedCurve ?? 'unknown';
  return curveNames[name] ?? name;
};

/** `RSA 2048`, `EC P-256`, or the type alone. */
export const describeKey = (key: KeyObject): string => {
  if (key.asymmetricKeyType === 'rsa') return `RSA ${key.asymmetricKeyDetails?.modulusLength ?? ''}`.trim();
  if (key.asymmetricKeyType === 'ec') return `EC ${curveName(key)}`;
  return key.asymmetricKeyType ?? 'unknown';
};

/** Opens a certificate. Throws DerError when the runtime cannot read it. */
export const openCertificate = (der: Uint8Array): X509Certificate => {
  try {
    return new X509Certificate(der);
  } catch (error) {
    throw new DerError('not a certificate', { cause: error });
  }
};

const keyOf = (certificate: X509Certificate): string => {
  try {
    return describeKey(certificate.publicKey);
  } catch {
    // A key type this runtime does not know; every other fact still stands.
    return 'unknown';
  }
};

/** The topic named by the subject. VoIP certificates carry the bundle ID with or without `.voip`; the topic always has it. */
const topicOfSubject = (subject: NameAttributes, kind: string | null): Topic[] => {
  const uid = attributeOf(subject, 'UID');
  if (!uid || kind === null) return [];
  return [{ topic: kind === 'voip' && !uid.endsWith('.voip') ? `${uid}.voip` : uid, kind }];
};

/** Reads what a push certificate says of itself, RSA or EC. Throws DerError when it is not an X.509 certificate. */
export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const tbs = children(child(parseDer(certificate.raw), 0));
  // Version 1 certificates have no version field; everything after it moves one place forward.
  const [, , issuerNode, validity, subjectNode] = isContext(tbs[0], 0) ? tbs.slice(1) : tbs;
  if (!issuerNode || !validity || !subjectNode) throw new DerError('certificate fields are missing');
  const subject = readName(subjectNode);
  const commonName = attributeOf(subject, 'CN');
  const kind = kindOfCommonName(commonName);
  const extensions = readExtensions(tbs.find((member) => isContext(member, 3)));
  const listed = topicsIn(extensions);
  const environments = environmentsIn(extensions);
  // An unknown name with Apple's push extensions is still a push certificate, so its UID is a topic.
  const topicKind = kind ? kind.topicKind : environments.length > 0 ? 'app' : null;
  const fromSubject = topicOfSubject(subject, topicKind);
  return {
    subject: formatName(subject),
    commonName,
    certificateKind: kind?.id ?? otherKind,
    issuer: formatName(readName(issuerNode)),
    serial: certificate.serialNumber,
    sha256: hash('sha256', certificate.raw, 'hex'),
    notBeforeAtMs: timeOf(child(validity, 0)),
    notAfterAtMs: timeOf(child(validity, 1)),
    environments,
    topics: listed ?? fromSubject,
    topicsFrom: listed ? 'extension' : fromSubject.length > 0 ? 'subject' : 'none',
    keyAlgorithm: keyOf(certificate),
  };
}
