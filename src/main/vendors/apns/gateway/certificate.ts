import { createHash } from 'node:crypto';
import type { PushEnvironment } from '../../../../shared/contract/index.ts';
import { derChildren, derOid, derTag, derText, derTime, readDer, type DerElement } from './der.ts';

/** What a gateway needs to know of a client certificate. */
export interface PushCertificate {
  readonly sha256: string;
  readonly commonName: string;
  /** UID of the subject: the bundle ID. Empty when there is none. */
  readonly uid: string;
  /** OU of the subject: the team ID. */
  readonly teamId: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** Empty: the certificate names none. */
  readonly environments: readonly PushEnvironment[];
  /** Topics it may push to. Empty: nothing in it names one. */
  readonly topics: readonly string[];
}

const names = {
  commonName: '2.5.4.3',
  organizationalUnit: '2.5.4.11',
  userId: '0.9.2342.19200300.100.1.1',
} as const;
/** Apple's extensions. Source: Apple, «Establishing a certificate-based connection to APNs». */
const extensionIds = {
  sandbox: '1.2.840.113635.100.6.3.1',
  production: '1.2.840.113635.100.6.3.2',
  voipTopics: '1.2.840.113635.100.6.3.4',
  topics: '1.2.840.113635.100.6.3.6',
} as const;

/** Each attribute of a name by its OID; the last wins. */
const readName = (name: DerElement): Map<string, string> => {
  const attributes = new Map<string, string>();
  for (const set of derChildren(name.content) ?? []) {
    for (const pair of derChildren(set.content) ?? []) {
      const [type, value] = derChildren(pair.content) ?? [];
      if (type?.tag === derTag.oid && value) attributes.set(derOid(type.content), derText(value));
    }
  }
  return attributes;
};

/** Each extension's value by its OID: what stands inside the OCTET STRING. */
const readExtensions = (tagged: DerElement | undefined): Map<string, Uint8Array> => {
  const extensions = new Map<string, Uint8Array>();
  const list = tagged ? readDer(tagged.content) : null;
  for (const extension of list ? (derChildren(list.content) ?? []) : []) {
    const parts = derChildren(extension.content) ?? [];
    const value = parts.at(-1);
    if (parts[0]?.tag === derTag.oid && value?.tag === derTag.octetString) {
      extensions.set(derOid(parts[0].content), value.content);
    }
  }
  return extensions;
};

/** `SEQUENCE { topic, SEQUENCE { kind }, topic, … }`: the texts that stand directly in the list. */
const readTopics = (value: Uint8Array | undefined): string[] => {
  const list = value ? readDer(value) : null;
  if (list?.tag !== derTag.sequence) return [];
  return (derChildren(list.content) ?? []).filter(({ tag }) => tag !== derTag.sequence).map(derText);
};

const withSuffix = (uid: string, suffix: string): string => (uid.endsWith(suffix) ? uid : uid + suffix);

/** The topic a certificate without the topics extension is for: its UID, with the suffix its kind stands for. */
const topicOfSubject = (uid: string, commonName: string): string[] => {
  if (uid === '') return [];
  if (commonName.startsWith('VoIP Services: ')) return [withSuffix(uid, '.voip')];
  if (commonName.startsWith('WatchKit Services: ')) return [withSuffix(uid, '.complication')];
  return [uid];
};

const readValidity = (validity: DerElement): readonly [number, number] | null => {
  const [notBefore, notAfter] = (derChildren(validity.content) ?? []).map(derTime);
  return typeof notBefore === 'number' && typeof notAfter === 'number' ? [notBefore, notAfter] : null;
};

/** Fields of a TBSCertificate after its version, in their fixed order. */
const readFields = (der: Uint8Array): DerElement[] | null => {
  const certificate = readDer(der);
  const signed = certificate?.tag === derTag.sequence ? readDer(certificate.content) : null;
  const fields = signed?.tag === derTag.sequence ? derChildren(signed.content) : null;
  // The version is tagged 0 and may be left out.
  return fields?.[0]?.tag === 0xa0 ? fields.slice(1) : fields;
};

/** Reads a certificate for what matters to APNs; null when the bytes are not an X.509 certificate. */
export const readPushCertificate = (der: Uint8Array): PushCertificate | null => {
  const fields = readFields(der);
  const [, , , validity, subject] = fields ?? [];
  const dates = validity ? readValidity(validity) : null;
  if (!fields || !subject || !dates) return null;
  const attributes = readName(subject);
  const extensions = readExtensions(fields.find(({ tag }) => tag === derTag.extensions));
  const commonName = attributes.get(names.commonName) ?? '';
  const uid = attributes.get(names.userId) ?? '';
  const listed = [
    ...readTopics(extensions.get(extensionIds.topics)),
    ...readTopics(extensions.get(extensionIds.voipTopics)),
  ];
  const environments: PushEnvironment[] = [];
  if (extensions.has(extensionIds.sandbox)) environments.push('sandbox');
  if (extensions.has(extensionIds.production)) environments.push('production');
  return {
    sha256: createHash('sha256').update(der).digest('hex'),
    commonName,
    uid,
    teamId: attributes.get(names.organizationalUnit) ?? '',
    notBeforeMs: dates[0],
    notAfterMs: dates[1],
    environments,
    topics: listed.length > 0 ? [...new Set(listed)] : topicOfSubject(uid, commonName),
  };
};

/** Names that code-signing identities begin with; they are sometimes exported in place of a push certificate. */
const signingNames = [
  'Apple Development: ',
  'Apple Distribution: ',
  'iPhone Developer: ',
  'iPhone Distribution: ',
  'Mac Developer: ',
  'Developer ID ',
];
export const isSigningCertificate = (certificate: PushCertificate): boolean =>
  signingNames.some((name) => certificate.commonName.startsWith(name));
