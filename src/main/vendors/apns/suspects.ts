import type { Suspect } from '../vendor.ts';

/** What to look at when one of these codes came back, the most usual first. */
export const suspects: Readonly<Record<string, readonly Suspect[]>> = {
  BadDeviceToken: ['token-form', 'environment', 'credential-environment'],
  DeviceTokenNotForTopic: ['topic', 'environment'],
  MissingTopic: ['topic'],
  BadTopic: ['topic'],
  TopicDisallowed: ['topic'],
  Unregistered: ['environment', 'topic'],
  ExpiredToken: ['environment', 'topic'],
  BadCertificate: ['credential-environment'],
  BadCertificateEnvironment: ['credential-environment', 'environment'],
  BadEnvironmentKeyInToken: ['credential-environment', 'environment'],
  BadEnvironmentKeyIdInToken: ['credential-environment', 'environment'],
  ExpiredProviderToken: ['provider-token', 'clock'],
  InvalidProviderToken: ['provider-token', 'clock', 'credential-environment'],
  MissingProviderToken: ['provider-token'],
  UnrelatedKeyIdInToken: ['provider-token'],
  PayloadTooLarge: ['size'],
};
