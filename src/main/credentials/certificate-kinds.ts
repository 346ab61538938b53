import type { Certainty, PushEnvironment, Source } from '../../shared/contract/common.ts';
import { sources } from './sources.ts';

/** One kind of certificate, known by how its common name begins. */
export interface CertificateKind {
  /** Stable; stands in `CertificateFacts.certificateKind`. Words: `credential.kind.<id>`. */
  readonly id: string;
  /** Compared without case; Apple writes both `IOS` and `iOS`. */
  readonly prefixes: readonly string[];
  /** Where it works when the certificate itself does not say. */
  readonly environments: readonly PushEnvironment[];
  /** Kind of the topic in the subject when the certificate has no list; null for what sends no push. */
  readonly topicKind: string | null;
  readonly certainty: Certainty;
  readonly source: Source;
}

const both: readonly PushEnvironment[] = ['sandbox', 'production'];
const measured = { certainty: 'measured', source: sources.nwPusher } as const;
const guess = { certainty: 'guess', source: sources.nwPusher } as const;

/** Every kind by common name. No prefix begins with another one, so order does not matter. */
export const certificateKinds: readonly CertificateKind[] = [
  {
    id: 'apple-push-services',
    prefixes: ['Apple Push Services: '],
    environments: both,
    topicKind: 'app',
    ...measured,
  },
  {
    id: 'ios-development-push',
    prefixes: ['Apple Development IOS Push Services: '],
    environments: ['sandbox'],
    topicKind: 'app',
    ...measured,
  },
  {
    id: 'ios-production-push',
    prefixes: ['Apple Production IOS Push Services: '],
    environments: ['production'],
    topicKind: 'app',
    ...measured,
  },
  {
    id: 'mac-development-push',
    prefixes: ['Apple Development Mac Push Services: '],
    environments: ['sandbox'],
    topicKind: 'app',
    ...measured,
  },
  {
    id: 'mac-production-push',
    prefixes: ['Apple Production Mac Push Services: '],
    environments: ['production'],
    topicKind: 'app',
    ...measured,
  },
  { id: 'voip-services', prefixes: ['VoIP Services: '], environments: both, topicKind: 'voip', ...measured },
  {
    id: 'watchkit-services',
    prefixes: ['WatchKit Services: '],
    environments: both,
    topicKind: 'complication',
    ...measured,
  },
  { id: 'website-push', prefixes: ['Website Push ID: '], environments: both, topicKind: 'website', ...guess },
  { id: 'pass-type', prefixes: ['Pass Type ID: '], environments: both, topicKind: 'pass', ...guess },
  {
    id: 'mdm',
    prefixes: ['APSP:'],
    environments: ['production'],
    topicKind: 'mdm',
    certainty: 'guess',
    source: sources.nwPusher,
  },
  {
    id: 'code-signing',
    prefixes: [
      'Apple Development: ',
      'Apple Distribution: ',
      'iPhone Developer: ',
      'iPhone Distribution: ',
      'Mac Developer: ',
      'Mac Distribution: ',
      '3rd Party Mac Developer ',
      'Developer ID ',
    ],
    environments: [],
    topicKind: null,
    ...measured,
  },
];

/** What a certificate is whose common name begins like none of them. */
export const otherKind = 'other';

/** The kind of a common name; null when it is none of Apple's push or signing certificates. */
export const kindOfCommonName = (commonName: string): CertificateKind | null => {
  const lower = commonName.toLowerCase();
  return (
    certificateKinds.find((kind) => kind.prefixes.some((prefix) => lower.startsWith(prefix.toLowerCase()))) ?? null
  );
};

/** The kind with this id; null for `other` and anything unknown. */
export const kindById = (id: string): CertificateKind | null => certificateKinds.find((kind) => kind.id === id) ?? null;
