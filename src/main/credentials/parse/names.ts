import { child, children, oidOf, textOf, type DerNode } from './der.ts';

/** Attributes of a distinguished name, in the order of the certificate. */
export type NameAttributes = readonly (readonly [name: string, value: string])[];

/** RFC 4514 names, and `emailAddress` as openssl writes it. */
const attributeNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** Reads a Name; an attribute without a short name keeps its OID. */
export const readName = (name: DerNode): NameAttributes =>
  children(name).flatMap((set) =>
    children(set).map((attribute) => {
      const oid = oidOf(child(attribute, 0));
      return [attributeNames[oid] ?? oid, textOf(child(attribute, 1))] as const;
    }),
  );

/** First value of an attribute; empty when it is not there. */
export const attributeOf = (name: NameAttributes, wanted: string): string =>
  name.find(([key]) => key === wanted)?.[1] ?? '';

/** `CN=…, O=…`, in the order of the certificate. */
export const formatName = (name: NameAttributes): string =>
  name.map(([key, value]) => `${key}=${value.replaceAll(/[\\,+"<>;]/g, '\\$&')}`).join(', ');
