import type { CredentialFacts, Draft } from '../../../shared/contract/index.ts';
import type { ProbePart, ProbeVerdict } from '../vendor.ts';
import { sources } from './sources.ts';
import { pushTypes, suffixOf, suffixOfTopic, type PushType } from './push-types.ts';

/** Hexadecimal, so that it is a legal path, and far too short to be a device's. */
const token = 'bad0bad0bad0';

/** The topic a certificate is for: the one of the app itself before those of its parts. */
const topicOf = (facts: CredentialFacts): string => {
  if (facts.kind === 'apns-p8') return facts.topics?.[0] ?? '';
  if (facts.kind !== 'apns-certificate') return '';
  const { topics } = facts.certificate;
  return (topics.find(({ kind }) => kind === 'app') ?? topics[0])?.topic ?? '';
};

/** A key that is limited to topics may push to no other; a certificate neither. */
const servesBundle = (facts: CredentialFacts, bundleId: string): boolean => {
  if (facts.kind === 'apns-p8') return facts.topics === null || facts.topics.includes(bundleId);
  return facts.kind === 'apns-certificate' && facts.certificate.topics.some(({ topic }) => topic === bundleId);
};

/** The push type whose topics end like this one. */
const pushTypeOf = (facts: CredentialFacts, topic: string): PushType => {
  if (facts.kind === 'apns-certificate' && facts.certificate.certificateKind === 'mdm') return 'mdm';
  const suffix = suffixOfTopic(topic);
  return (suffix === '' ? undefined : pushTypes.find((type) => suffixOf(type) === suffix)) ?? 'alert';
};

const draft = (facts: CredentialFacts, appIdentifier: string, ownTopic: string): Draft => {
  const named = servesBundle(facts, appIdentifier) ? appIdentifier : topicOf(facts);
  const topic = ownTopic || named || appIdentifier;
  const pushType = pushTypeOf(facts, topic);
  const alert = { title: 'Pushscope', body: 'Credential check. No phone receives this.' };
  return {
    payload: JSON.stringify({ aps: { alert } }),
    options: { ...(topic === '' ? {} : { topic }), pushType, expiration: '0' },
  };
};

/**
 * APNs looks at the credential before it looks for the device token, so every reason about the token means that the credential was
 * taken. Apple publishes no order; tools that ask like this have relied on it for years.
 */
const verdicts: ReadonlyMap<string, ProbeVerdict> = new Map(
  Object.entries<ProbeVerdict>({
    BadDeviceToken: 'accepted',
    DeviceTokenNotForTopic: 'accepted',
    ExpiredToken: 'accepted',
    Unregistered: 'accepted',
    BadTopic: 'not-for-topic',
    MissingTopic: 'not-for-topic',
    TopicDisallowed: 'not-for-topic',
    BadCertificate: 'refused',
    BadCertificateEnvironment: 'refused',
    BadEnvironmentKeyIdInToken: 'refused',
    BadEnvironmentKeyInToken: 'refused',
    ExpiredProviderToken: 'refused',
    Forbidden: 'refused',
    InvalidProviderToken: 'refused',
    MissingProviderToken: 'refused',
    UnrelatedKeyIdInToken: 'refused',
    IdleTimeout: 'later',
    InternalServerError: 'later',
    ServiceUnavailable: 'later',
    Shutdown: 'later',
    TooManyProviderTokenUpdates: 'later',
    TooManyRequests: 'later',
  }),
);

/** A push to a token that cannot be a phone's: what APNs says to it tells whether it takes the credential. */
export const probe: ProbePart = {
  token,
  certainty: 'reported',
  source: sources.malformedToken,
  draft,
  judge: (code) => verdicts.get(code) ?? 'unclear',
};
