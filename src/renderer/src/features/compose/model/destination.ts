import type {
  Credential,
  Destination,
  Gateway,
  PushEnvironment,
  VendorId,
  VendorInfo,
} from '../../../../../shared/contract/index.ts';

export { readOrigin } from '../../../ui/read-origin.ts';

/** Somebody a send would go to, as far as the host depends on it. */
export interface SendGoal {
  readonly vendor: VendorId;
  readonly environment: PushEnvironment;
}

export interface Hosts {
  /** `host:port`, or the bare host on the usual port; each once, in the order of the goals. */
  readonly hosts: readonly string[];
  /** At least one of them is not this machine. */
  readonly outside: boolean;
  /** What the vendors among the goals call the switches that make these pushes tests. */
  readonly tests: readonly string[];
}

interface Known {
  readonly gateways: readonly Gateway[];
  readonly vendors: readonly VendorInfo[];
  readonly credentials: readonly Credential[];
}

const originFor = (destination: Destination, goal: SendGoal, { gateways, vendors }: Known): string | undefined => {
  if (destination.kind === 'custom') return URL.parse(destination.origin)?.origin;
  if (destination.kind === 'local') return gateways.find((gateway) => gateway.vendor === goal.vendor)?.origin;
  const environment = destination.environment ?? goal.environment;
  const named = destination.hosts?.[goal.vendor];
  const hosts = vendors.find((vendor) => vendor.id === goal.vendor)?.hosts ?? [];
  return hosts.find((host) =>
    named === undefined ? host.environment === null || host.environment === environment : host.id === named,
  )?.origin;
};

/** Google's service accounts fetch their access token at an address of their own, but only for Google's own host. */
const tokenOrigins = (vendor: VendorId, origin: string, { vendors, credentials }: Known): string[] => {
  const isReal = vendors.some((one) => one.id === vendor && one.hosts.some((host) => host.origin === origin));
  if (!isReal) return [];
  return credentials.flatMap(({ vendor: of, facts }) => {
    if (of !== vendor || facts.kind !== 'fcm-service-account') return [];
    return URL.parse(facts.tokenUri)?.origin ?? [];
  });
};

const testSwitchesOf = (goals: readonly SendGoal[], { vendors }: Known): string[] => [
  ...new Set(
    vendors.flatMap(({ id, label, testSwitch }) =>
      testSwitch !== undefined && goals.some(({ vendor }) => vendor === id) ? [`${label} ${testSwitch}`] : [],
    ),
  ),
];

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/** Every host that a send would talk to. */
export const hostsOf = (destination: Destination, goals: readonly SendGoal[], known: Known): Hosts => {
  const origins = new Set<string>();
  for (const goal of goals) {
    const origin = originFor(destination, goal, known);
    if (origin === undefined) continue;
    origins.add(origin);
    for (const other of tokenOrigins(goal.vendor, origin, known)) origins.add(other);
  }
  const urls = [...origins].map((origin) => new URL(origin));
  const isTest = destination.kind === 'vendor' && !destination.formal;
  return {
    hosts: urls.map((url) => url.host),
    outside: urls.some((url) => !loopback.test(url.hostname)),
    tests: isTest ? testSwitchesOf(goals, known) : [],
  };
};
