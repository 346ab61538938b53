/** Building ASN.1 with node-forge, in Buffers. For making test files; the product reads with `src/main/credentials/parse/der.ts`. */
import forge from 'node-forge';

export type Asn1 = forge.asn1.Asn1;

const { Class, Type, create } = forge.asn1;
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

export const sequence = (...members: Asn1[]): Asn1 => create(Class.UNIVERSAL, Type.SEQUENCE, true, members);
export const set = (...members: Asn1[]): Asn1 => create(Class.UNIVERSAL, Type.SET, true, members);
export const integer = (value: number | Uint8Array): Asn1 =>
  create(
    Class.UNIVERSAL,
    Type.INTEGER,
    false,
    typeof value === 'number' ? forge.asn1.integerToDer(value).getBytes() : latin1(value),
  );
export const oid = (dotted: string): Asn1 =>
  create(Class.UNIVERSAL, Type.OID, false, forge.asn1.oidToDer(dotted).getBytes());
export const octetString = (bytes: Uint8Array): Asn1 => create(Class.UNIVERSAL, Type.OCTETSTRING, false, latin1(bytes));
/** `bytes` without the count of unused bits, which is zero. */
export const bitString = (bytes: Uint8Array): Asn1 =>
  create(Class.UNIVERSAL, Type.BITSTRING, false, `\0${latin1(bytes)}`);
export const nothing = (): Asn1 => create(Class.UNIVERSAL, Type.NULL, false, '');
export const truth = (): Asn1 => create(Class.UNIVERSAL, Type.BOOLEAN, false, '\u00ff');
export const utf8 = (text: string): Asn1 =>
  create(Class.UNIVERSAL, Type.UTF8, false, latin1(Buffer.from(text, 'utf8')));
export const bmpString = (text: string): Asn1 => create(Class.UNIVERSAL, Type.BMPSTRING, false, text);
/** UTCTime until 2049, GeneralizedTime from 2050 on, as RFC 5280 wants it. */
export const time = (atMs: number): Asn1 => {
  const date = new Date(atMs);
  return date.getUTCFullYear() < 2050
    ? create(Class.UNIVERSAL, Type.UTCTIME, false, forge.asn1.dateToUtcTime(date))
    : create(Class.UNIVERSAL, Type.GENERALIZEDTIME, false, forge.asn1.dateToGeneralizedTime(date));
};
/** `[tag]` around a value. */
export const explicit = (tag: number, inner: Asn1): Asn1 => create(Class.CONTEXT_SPECIFIC, tag, true, [inner]);
/** `[tag]` in place of a string type. */
export const implicitBytes = (tag: number, bytes: Uint8Array): Asn1 =>
  create(Class.CONTEXT_SPECIFIC, tag, false, latin1(bytes));

export const toDer = (node: Asn1): Buffer => Buffer.from(forge.asn1.toDer(node).getBytes(), 'latin1');
/** A value that is DER already. */
export const fromDer = (der: Uint8Array): Asn1 => forge.asn1.fromDer(latin1(der));

const isStringIn = (node: Asn1): boolean =>
  (node.tagClass === Class.UNIVERSAL && node.type === Type.OCTETSTRING) || node.tagClass === Class.CONTEXT_SPECIFIC;
const closed = (tag: number, parts: readonly Uint8Array[]): Buffer =>
  Buffer.concat([Buffer.of(tag | 0x20, 0x80), ...parts, Buffer.of(0, 0)]);

/** The same value as BER of the kind Apple's Keychain writes: indefinite lengths, and byte strings in pieces. */
export function toBer(node: Asn1): Buffer {
  const tag = node.tagClass | node.type;
  if (typeof node.value !== 'string') return closed(tag, node.value.map(toBer));
  if (!isStringIn(node)) return toDer(node);
  const bytes = Buffer.from(node.value, 'latin1');
  const half = Math.ceil(bytes.length / 2);
  return closed(
    tag,
    [bytes.subarray(0, half), bytes.subarray(half)].map((piece) => toDer(octetString(piece))),
  );
}
