/** Values of `apns-push-type`, with what hangs on each. Source: Apple, «Sending notification requests to APNs». */
export const pushTypes = [
  'alert',
  'background',
  'voip',
  'complication',
  'fileprovider',
  'mdm',
  'location',
  'liveactivity',
  'pushtotalk',
  'widgets',
  'controls',
] as const;
export type PushType = (typeof pushTypes)[number];

const suffixes: Readonly<Record<PushType, string>> = {
  alert: '',
  background: '',
  voip: '.voip',
  complication: '.complication',
  fileprovider: '.pushkit.fileprovider',
  // The topic of a device-management push is the UID of its certificate, not a bundle ID.
  mdm: '',
  location: '.location-query',
  liveactivity: '.push-type.liveactivity',
  pushtotalk: '.voip-ptt',
  widgets: '.push-type.widgets',
  controls: '.push-type.controls',
};

const known = new Set<string>(pushTypes);
export const isPushType = (value: string): value is PushType => known.has(value);

/** What is appended to the bundle ID to make the topic; empty when nothing is. */
export const suffixOf = (type: PushType): string => suffixes[type];

const knownSuffixes = [...new Set(Object.values(suffixes))].filter((suffix) => suffix !== '');

/** The suffix a topic ends with, of those Apple gives a meaning; empty when it has none. */
export const suffixOfTopic = (topic: string): string => knownSuffixes.find((suffix) => topic.endsWith(suffix)) ?? '';

/** The bundle ID inside a topic. */
export const bundleOfTopic = (topic: string): string => topic.slice(0, topic.length - suffixOfTopic(topic).length);

/** Only letters, digits, dot, hyphen and underscore occur in bundle IDs, pass types, website IDs and management topics. */
export const isTopicText = (topic: string): boolean => /^[A-Za-z0-9._-]+$/.test(topic);
