import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { Limit } from '../vendor.ts';
import { sources } from './sources.ts';

const limit = (
  id: string,
  value: number,
  unit: Limit['unit'],
  scope: string,
  certainty: Certainty,
  source: Source,
): Limit => ({ id: `fcm.${id}`, value, unit, scope, certainty, source });

/** Every number FCM sets, by name. The rules read them here; the window lists them. */
export const fcmLimits = {
  messageBytes: limit(
    'message-bytes',
    4096,
    'bytes',
    'data and notification of one message',
    'documented',
    sources.message,
  ),
  topicBytes: limit('topic-bytes', 2048, 'bytes', 'message to a topic or condition', 'documented', sources.topics),
  ttl: limit('ttl', 2_419_200, 'seconds', 'android.ttl; also its default', 'documented', sources.message),
  conditionTopics: limit('condition-topics', 5, 'count', 'topics in one condition', 'guess', sources.topics),
  topicName: limit(
    'topic-name',
    900,
    'utf16',
    'name of a topic, as the client library accepts it',
    'measured',
    sources.androidSdk,
  ),
  analyticsLabel: limit('analytics-label', 50, 'utf16', 'fcm_options.analytics_label', 'measured', sources.adminNode),
  imageBytes: limit(
    'image-bytes',
    1_048_576,
    'bytes',
    'picture of a notification on Android',
    'documented',
    sources.message,
  ),
  accessTokenLife: limit(
    'access-token-life',
    3600,
    'seconds',
    'access token, and the JWT that asks for it',
    'documented',
    sources.oauth,
  ),
  clockSkew: limit('clock-skew', 300, 'seconds', 'how far ahead the clock of a JWT may be', 'guess', sources.oauth),
  projectRate: limit(
    'project-rate',
    600_000,
    'per-minute',
    'messages of one project, by default',
    'documented',
    sources.quotas,
  ),
  deviceMinuteRate: limit(
    'device-minute-rate',
    240,
    'per-minute',
    'messages to one Android device',
    'documented',
    sources.quotas,
  ),
  deviceHourRate: limit(
    'device-hour-rate',
    5000,
    'per-hour',
    'messages to one Android device',
    'documented',
    sources.quotas,
  ),
  collapsibleBurst: limit(
    'collapsible-burst',
    20,
    'count',
    'collapsible messages of one app to one device at once; more are delayed',
    'documented',
    sources.quotas,
  ),
  collapsibleRefill: limit(
    'collapsible-refill',
    180,
    'seconds',
    'until one more collapsible message may follow such a burst',
    'documented',
    sources.quotas,
  ),
  collapseKeys: limit(
    'collapse-keys',
    4,
    'count',
    'collapse keys kept per device at once',
    'documented',
    sources.collapsing,
  ),
  pending: limit(
    'pending',
    100,
    'count',
    'messages kept for one device; one more drops them all',
    'documented',
    sources.collapsing,
  ),
  fanOuts: limit(
    'fan-outs',
    1000,
    'count',
    'topic sends of one project under way at once',
    'documented',
    sources.quotas,
  ),
  topicsPerApp: limit(
    'topics-per-app',
    2000,
    'count',
    'topics one app instance is subscribed to',
    'documented',
    sources.topics,
  ),
  subscribeTokens: limit(
    'subscribe-tokens',
    1000,
    'count',
    'tokens in one topic subscription request',
    'documented',
    sources.topics,
  ),
  sdkBatch: limit(
    'sdk-batch',
    500,
    'count',
    'messages in one sendEach call of the Admin SDKs',
    'measured',
    sources.adminNode,
  ),
} as const satisfies Record<string, Limit>;

/** All of them, for the list in the window. */
export const limits: readonly Limit[] = Object.values(fcmLimits);
