/**
 * ASN.1 by node-forge, in terms of Buffers. Apple's Keychain writes BER (indefinite lengths, strings in pieces), so everything
 * here takes BER as well. Anything that is not as expected throws DerError; callers decide what that means.
 */
import forge from 'node-forge';

/** One ASN.1 value. */
export type DerNode = forge.asn1.Asn1;

/** The bytes are not the structure that was expected. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

const { Class, Type } = forge.asn1;

/** The type declarations know only the older second argument; the library takes these options since 0.10. */
type FromDer = (
  bytes: string,
  options: { strict: boolean; parseAllBytes: boolean; decodeBitStrings: boolean },
) => DerNode;
const fromDer = forge.asn1.fromDer as unknown as FromDer;

/** Reads one value; bytes after it are ignored. */
export const parseDer = (bytes: Uint8Array): DerNode => {
  try {
    return fromDer(Buffer.from(bytes).toString('latin1'), {
      strict: true,
      parseAllBytes: false,
      decodeBitStrings: false,
    });
  } catch (error) {
    throw new DerError('not ASN.1', { cause: error });
  }
};

/** The value as definite-length DER. */
export const encodeDer = (node: DerNode): Buffer => Buffer.from(forge.asn1.toDer(node).getBytes(), 'latin1');

/** Members of a constructed value. */
export const children = (node: DerNode): DerNode[] => {
  if (typeof node.value === 'string') throw new DerError('a constructed value was expected');
  return node.value;
};

/** The member at `index`. */
export const child = (node: DerNode, index: number): DerNode => {
  const found = children(node)[index];
  if (!found) throw new DerError(`member ${index} is missing`);
  return found;
};

/** Content bytes of a string type, its pieces joined. */
export const octets = (node: DerNode): Buffer =>
  typeof node.value === 'string'
    ? Buffer.from(node.value, 'latin1')
    : Buffer.concat(node.value.map((piece) => octets(piece)));

const isUniversal = (node: DerNode | undefined, type: forge.asn1.Type): node is DerNode =>
  node?.tagClass === Class.UNIVERSAL && node.type === type;

export const isSequence = (node: DerNode | undefined): node is DerNode => isUniversal(node, Type.SEQUENCE);
export const isInteger = (node: DerNode | undefined): node is DerNode => isUniversal(node, Type.INTEGER);
export const isOid = (node: DerNode | undefined): node is DerNode => isUniversal(node, Type.OID);
export const isOctetString = (node: DerNode | undefined): node is DerNode => isUniversal(node, Type.OCTETSTRING);
export const isBitString = (node: DerNode | undefined): node is DerNode => isUniversal(node, Type.BITSTRING);
/** Is it the member with this context-specific tag? */
export const isContext = (node: DerNode | undefined, tag: number): node is DerNode => {
  const type: number | undefined = node?.type;
  return node?.tagClass === Class.CONTEXT_SPECIFIC && type === tag;
};

/** Dotted text of an OBJECT IDENTIFIER. */
export const oidOf = (node: DerNode): string => {
  if (!isOid(node) || typeof node.value !== 'string') throw new DerError('an OID was expected');
  return forge.asn1.derToOid(node.value);
};

/** Value of an INTEGER of up to 32 bits. */
export const integerOf = (node: DerNode): number => {
  if (!isInteger(node) || typeof node.value !== 'string') throw new DerError('an INTEGER was expected');
  try {
    return forge.asn1.derToInteger(node.value);
  } catch (error) {
    throw new DerError('an INTEGER is too large', { cause: error });
  }
};

/** Text of any of the string types; BMPString comes decoded from the library. */
export const textOf = (node: DerNode): string => {
  if (typeof node.value !== 'string') throw new DerError('a string was expected');
  return node.type === Type.UTF8 ? Buffer.from(node.value, 'latin1').toString('utf8') : node.value;
};

/** Instant of a UTCTime or GeneralizedTime. */
export const timeOf = (node: DerNode): number => {
  if (typeof node.value !== 'string') throw new DerError('a time was expected');
  const date =
    node.type === Type.UTCTIME ? forge.asn1.utcTimeToDate(node.value) : forge.asn1.generalizedTimeToDate(node.value);
  const atMs = date.getTime();
  if (Number.isNaN(atMs)) throw new DerError('a time cannot be read');
  return atMs;
};

/**
 * Bytes the outermost value says it needs, by its header alone. Null: the header is not complete or the length is indefinite.
 */
export const declaredLength = (bytes: Uint8Array): number | null => {
  const first = bytes[1];
  if (first === undefined || first === 0x80) return null;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  if (count > 4 || bytes.length < 2 + count) return null;
  let length = 0;
  for (const byte of bytes.subarray(2, 2 + count)) length = length * 256 + byte;
  return 2 + count + length;
};
