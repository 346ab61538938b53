import type { Credential, Destination, Gateway, VendorInfo } from '../../../../../shared/contract/index.ts';
import { environmentOf } from './credential-state.ts';

/** One of the hosts a credential can be checked at. */
export interface CheckHost {
  /** `local`, `custom`, or the id of a vendor's own host. */
  readonly id: string;
  /** `host:port`; empty for `custom`, whose host is typed. */
  readonly host: string;
  readonly isOutside: boolean;
  /** The credential says that it does not work in the environment of this host; our gateway plays the one it is set to. */
  readonly isElsewhere: boolean;
  readonly destination: Destination | null;
}

const worksIn = ({ facts }: Credential): 'both' | 'sandbox' | 'production' => {
  if (facts.kind === 'apns-p8') return facts.environment;
  return (facts.kind === 'apns-certificate' && environmentOf(facts.certificate.environments)) || 'both';
};

/** The gateway here first; the vendor's own hosts are only ever chosen by hand. */
export const checkHosts = (
  credential: Credential,
  gateways: readonly Gateway[],
  vendors: readonly VendorInfo[],
): readonly CheckHost[] => {
  const works = worksIn(credential);
  const gateway = gateways.find(({ vendor }) => vendor === credential.vendor);
  const own = vendors.find(({ id }) => id === credential.vendor)?.hosts ?? [];
  return [
    {
      id: 'local',
      host: gateway && gateway.origin !== '' ? new URL(gateway.origin).host : '',
      isOutside: false,
      isElsewhere: works !== 'both' && gateway !== undefined && gateway.settings.environment !== works,
      destination: { kind: 'local' },
    },
    ...own.map(({ id, origin, environment }) => ({
      id,
      host: new URL(origin).host,
      isOutside: true,
      isElsewhere: works !== 'both' && environment !== null && environment !== works,
      destination: { kind: 'vendor', ...(environment === null ? {} : { environment }) } as const,
    })),
    { id: 'custom', host: '', isOutside: true, isElsewhere: false, destination: null },
  ];
};

/** Topics to offer: what the credential lists, and the bundle ID of its app. */
export const checkTopics = ({ facts }: Credential, bundleId: string): readonly string[] => {
  const own =
    facts.kind === 'apns-certificate'
      ? facts.certificate.topics.map(({ topic }) => topic)
      : (facts.kind === 'apns-p8' && facts.topics) || [];
  return [...new Set([...(bundleId === '' ? [] : [bundleId]), ...own])];
};
