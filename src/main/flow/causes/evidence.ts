import type {
  Cause,
  Credential,
  Device,
  DraftView,
  Exchange,
  PushEnvironment,
  Size,
} from '../../../shared/contract/index.ts';
import type { Vendor } from '../../vendors/vendor.ts';

/** What a value of a credential is, by the fingerprint that stands for it in the log. */
export interface KnownValue {
  readonly credentialId: string;
  readonly credentialName: string;
  readonly field: string;
  readonly isSecret: boolean;
}

/** All that is known about a refused exchange. */
export interface Evidence {
  readonly exchange: Exchange;
  readonly vendor: Vendor;
  /** The push in its vendor's terms; null when it cannot be read. */
  readonly view: DraftView | null;
  readonly device: Device | undefined;
  /** Bundle ID or package name of the phone's app; empty when nobody knows it. */
  readonly appIdentifier: string;
  readonly credential: Credential | undefined;
  /** The environment of the host the request went to; null where the vendor has only one. */
  readonly hostEnvironment: PushEnvironment | null;
  /** The request went to a gateway of this machine. */
  readonly isLocal: boolean;
  /** By fingerprint. */
  readonly knownValues: ReadonlyMap<string, KnownValue>;
  /** What a payload of this push would count. */
  readonly sizesOf: (payload: string) => readonly Size[];
}

/** One look at the evidence; null: there is nothing to look at. */
export type Look = (evidence: Evidence) => Cause | null;

interface Words {
  readonly id: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A cause in the words of this folder's catalogue. */
export const cause = (
  id: string,
  rank: Cause['rank'],
  words: Words,
  fix: { readonly words: Words; readonly action: NonNullable<Cause['fix']>['action'] } | null = null,
): Cause => ({
  id,
  rank,
  phrase: { ...words, id: `cause.${words.id}` },
  certainty: rank === 'found' || rank === 'ruled-out' ? 'measured' : 'guess',
  fix: fix && { phrase: { ...fix.words, id: `cause.${fix.words.id}` }, action: fix.action },
});

/** A header of the request; undefined when it has none. */
export const headerOf = (headers: Exchange['request']['headers'], name: string): string | undefined =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1];
