import type { PushEnvironment } from '../../../shared/contract/common.ts';
import { child, children, DerError, isSequence, octets, oidOf, parseDer, textOf, type DerNode } from './der.ts';

/** One topic an APNs certificate may send to. Kinds seen: `app`, `voip`, `complication`. */
export interface Topic {
  readonly topic: string;
  readonly kind: string;
}

/**
 * Apple's extensions of push certificates. The two environments count by presence; their value is an ASN.1 NULL in every sample
 * seen. `voip` is named by Apple beside `topics`; that it has the same structure is a guess.
 * Source: Apple, «Establishing a certificate-based connection to APNs»; jchambers/pushy, apns-extensions.cnf.
 */
export const appleOids = {
  sandbox: '1.2.840.113635.100.6.3.1',
  production: '1.2.840.113635.100.6.3.2',
  voip: '1.2.840.113635.100.6.3.4',
  topics: '1.2.840.113635.100.6.3.6',
} as const;

/** Extensions of a certificate: OID to the bytes of the value. */
export const readExtensions = (extensions: DerNode | undefined): ReadonlyMap<string, Buffer> =>
  new Map(
    (extensions ? children(child(extensions, 0)) : []).map((extension) => {
      const parts = children(extension);
      const value = parts.at(-1);
      if (!value) throw new DerError('an extension has no value');
      // `critical` may stand between the OID and the value.
      return [oidOf(child(extension, 0)), octets(value)] as const;
    }),
  );

/** Where the certificate says it works, sandbox first. */
export const environmentsIn = (extensions: ReadonlyMap<string, Buffer>): PushEnvironment[] =>
  (['sandbox', 'production'] as const).filter((environment) => extensions.has(appleOids[environment]));

/** `SEQUENCE { UTF8String topic, SEQUENCE { UTF8String kind, … }, … }`. Null: another structure. */
const readTopicList = (bytes: Buffer): Topic[] | null => {
  try {
    const members = children(parseDer(bytes));
    const topics: Topic[] = [];
    for (let at = 0; at + 1 < members.length; at += 2) {
      const [topic, kinds] = [members[at], members[at + 1]];
      if (!topic || !isSequence(kinds)) return null;
      for (const kind of children(kinds)) topics.push({ topic: textOf(topic), kind: textOf(kind) });
    }
    return topics.length > 0 ? topics : null;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
};

/** The topics a certificate lists; null when it has no list that can be read. */
export const topicsIn = (extensions: ReadonlyMap<string, Buffer>): Topic[] | null => {
  for (const oid of [appleOids.topics, appleOids.voip]) {
    const bytes = extensions.get(oid);
    const topics = bytes ? readTopicList(bytes) : null;
    if (topics) return topics;
  }
  return null;
};
