/** Issues X.509 certificates for tests, RSA or EC, with any extension. */
import { createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import {
  bitString,
  explicit,
  fromDer,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  set,
  time,
  toDer,
  truth,
  utf8,
  type Asn1,
} from './asn1.ts';

/** `[short name, value]` in order, for example `[['CN', 'x'], ['UID', 'y']]`. */
export type Name = readonly (readonly [keyof typeof attributeOids, string])[];

const attributeOids = {
  CN: '2.5.4.3',
  C: '2.5.4.6',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  UID: '0.9.2342.19200300.100.1.1',
} as const;

export interface Extension {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Asn1;
}

/** Who signs: a name and a key. */
export interface Issuer {
  readonly name: Name;
  readonly key: KeyObject;
}

export const rsaKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
export const ecKey = (namedCurve = 'P-256'): KeyObject => generateKeyPairSync('ec', { namedCurve }).privateKey;

const keyUsageBits = { digitalSignature: 0x80, keyCertSign: 0x04 } as const;

export const basicConstraints = (isCa: boolean): Extension => ({
  oid: '2.5.29.19',
  critical: true,
  value: isCa ? sequence(truth()) : sequence(),
});
export const keyUsage = (usage: keyof typeof keyUsageBits): Extension => ({
  oid: '2.5.29.15',
  critical: true,
  value: bitString(Buffer.of(keyUsageBits[usage])),
});
export const clientAuth: Extension = { oid: '2.5.29.37', value: sequence(oid('1.3.6.1.5.5.7.3.2')) };
export const codeSigning: Extension = { oid: '2.5.29.37', value: sequence(oid('1.3.6.1.5.5.7.3.3')) };

const nameToAsn1 = (name: Name): Asn1 =>
  sequence(...name.map(([key, value]) => set(sequence(oid(attributeOids[key]), utf8(value)))));

const extensionToAsn1 = ({ oid: dotted, critical, value }: Extension): Asn1 =>
  sequence(oid(dotted), ...(critical ? [truth()] : []), octetString(toDer(value)));

const signatureAlgorithm = (key: KeyObject): Asn1 =>
  key.asymmetricKeyType === 'ec'
    ? sequence(oid('1.2.840.10045.4.3.2'))
    : sequence(oid('1.2.840.113549.1.1.11'), nothing());

/** DER of a version 3 certificate, signed with SHA-256. */
export function issueCertificate(options: {
  readonly subject: Name;
  readonly issuer: Issuer;
  readonly key: KeyObject;
  readonly notBeforeAtMs: number;
  readonly notAfterAtMs: number;
  readonly extensions: readonly Extension[];
}): Buffer {
  const { subject, issuer, key, extensions } = options;
  const algorithm = signatureAlgorithm(issuer.key);
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const body = sequence(
    explicit(0, integer(2)),
    // A first byte below 0x80 keeps the number positive, above zero keeps it from having a leading zero.
    integer(Buffer.concat([Buffer.of(0x4a), randomBytes(15)])),
    algorithm,
    nameToAsn1(issuer.name),
    sequence(time(options.notBeforeAtMs), time(options.notAfterAtMs)),
    nameToAsn1(subject),
    fromDer(publicKey),
    explicit(3, sequence(...extensions.map(extensionToAsn1))),
  );
  return toDer(sequence(body, algorithm, bitString(sign('sha256', toDer(body), issuer.key))));
}
