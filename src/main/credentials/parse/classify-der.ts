import {
  children,
  DerError,
  isBitString,
  isContext,
  isInteger,
  isOctetString,
  isOid,
  isSequence,
  oidOf,
  parseDer,
  type DerNode,
} from './der.ts';

/** What some DER is: a PKCS#12 file, a CMS message, or something that PEM would give this label. */
export type DerKind =
  { readonly kind: 'pkcs12' } | { readonly kind: 'cms' } | { readonly kind: 'block'; readonly label: string };

const block = (label: string): DerKind => ({ kind: 'block', label });
const beginsWithOid = (node: DerNode): boolean => isOid(children(node)[0]);
const cmsContentTypes = '1.2.840.113549.1.7.';

const classifyVersioned = (second: DerNode | undefined, third: DerNode | undefined, count: number): DerKind | null => {
  if (isSequence(second) && beginsWithOid(second)) {
    const [first] = children(second);
    if (first && oidOf(first).startsWith(cmsContentTypes)) return { kind: 'pkcs12' };
    return isOctetString(third) ? block('PRIVATE KEY') : null;
  }
  if (isOctetString(second)) return block('EC PRIVATE KEY');
  if (isInteger(second)) return block(count >= 9 ? 'RSA PRIVATE KEY' : 'RSA PUBLIC KEY');
  return null;
};

/** Certificates and requests are both signed structures; a version 3 certificate begins with [0], a request ends with it. */
const classifySigned = (body: DerNode): DerKind => {
  const members = children(body);
  return !isContext(members[0], 0) && isContext(members.at(-1), 0)
    ? block('CERTIFICATE REQUEST')
    : block('CERTIFICATE');
};

/** Tells by structure alone what some DER is. Null: ASN.1, but nothing that is known here. Throws DerError: not ASN.1. */
export function classifyDer(bytes: Uint8Array): DerKind | null {
  const node = parseDer(bytes);
  if (!isSequence(node)) throw new DerError('not a SEQUENCE');
  const members = children(node);
  const [first, second, third] = members;
  if (isInteger(first)) return classifyVersioned(second, third, members.length);
  if (isOid(first)) return { kind: 'cms' };
  if (!isSequence(first)) return null;
  if (members.length === 3 && isSequence(second) && isBitString(third)) return classifySigned(first);
  if (members.length !== 2 || !beginsWithOid(first)) return null;
  if (isOctetString(second)) return block('ENCRYPTED PRIVATE KEY');
  return isBitString(second) ? block('PUBLIC KEY') : null;
}
