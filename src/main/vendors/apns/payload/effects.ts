import type { Certainty, Problem } from '../../../../shared/contract/index.ts';
import { statusOf } from '../errors.ts';

type Effect = NonNullable<Problem['effect']>;

const said = (id: string, certainty: Certainty): Effect => ({ phrase: { id: `apns.effect.${id}` }, certainty });

/** APNs answers with this reason. Source: Apple, «Handling notification responses from APNs». */
const refused = (code: string, certainty: Certainty = 'documented'): Effect => ({
  phrase: { id: 'apns.effect.refused', params: { status: statusOf(code), code } },
  certainty,
});

const each = (effect: Effect, ...codes: readonly string[]): [string, Effect][] => codes.map((code) => [code, effect]);

/**
 * What APNs or iOS does with a push that has the problem. Apple says of no key what iOS does with a value of another type, so that is
 * marked as what has to be expected. A problem that is not here says it in its own sentence, or has no effect but advice.
 */
const effects = new Map<string, Effect>([
  ...each(refused('PayloadEmpty'), 'payload-empty'),
  ...each(refused('PayloadTooLarge'), 'payload-too-large'),
  ...each(said('unreadable', 'guess'), 'payload-not-json', 'payload-cut', 'payload-not-object', 'payload-too-deep'),
  ...each(said('nothing-shown', 'guess'), 'aps-type', 'alert-type'),
  ...each(said('text-missing', 'guess'), 'alert-title-type', 'alert-subtitle-type', 'alert-body-type'),
  ...each(said('text-missing', 'guess'), 'title-loc-key-type', 'subtitle-loc-key-type', 'loc-key-type'),
  ...each(said('maybe-lost', 'guess'), 'title-loc-args-type', 'subtitle-loc-args-type', 'loc-args-type'),
  ...each(said('not-read', 'documented'), 'key-misspelled', 'key-outside-aps'),
  ...each(said('badge-kept', 'guess'), 'badge-type'),
  ...each(said('silent', 'guess'), 'sound-type', 'sound-name-type', 'sound-critical-value', 'sound-volume-value'),
  ...each(said('default-sound', 'guess'), 'sound-extension', 'sound-format'),
  ...each(said('not-woken', 'guess'), 'content-available-value'),
  ...each(said('not-extended', 'guess'), 'mutable-content-value'),
  ...each(said('update-dropped', 'documented'), 'timestamp-type', 'timestamp-milliseconds', 'timestamp-past'),
  ...each(said('update-dropped', 'reported'), 'timestamp-old', 'timestamp-ahead'),
  ...each(said('update-dropped', 'guess'), 'event-value', 'content-state-type', 'live-activity-missing'),
  ...each(said('not-started', 'guess'), 'attributes-type-type', 'attributes-not-object'),
  ...each(said('no-updates', 'guess'), 'input-push-token-value', 'input-push-channel-value'),
  ...each(refused('InvalidPushType'), 'push-type-unknown'),
  ...each(refused('MissingTopic'), 'topic-missing'),
  ...each(refused('BadTopic'), 'topic-characters'),
  ...each(refused('BadPriority'), 'priority-value'),
  ...each(refused('BadExpirationDate'), 'expiration-value'),
  ...each(refused('BadCollapseId'), 'collapse-id-length'),
  ...each(refused('BadMessageId'), 'apns-id-value'),
  ...each(refused('MissingDeviceToken'), 'token-empty'),
  ...each(refused('BadDeviceToken'), 'token-description', 'token-description-cut', 'token-decorated', 'token-base64'),
  ...each(refused('BadDeviceToken'), 'token-fcm', 'token-uuid', 'token-characters', 'token-odd'),
  // Apple names no length; ours is where no token was ever seen.
  ...each(refused('BadDeviceToken', 'guess'), 'token-length'),
  ...each(refused('TopicDisallowed'), 'credential-topic'),
  ...each(refused('BadTopic', 'guess'), 'certificate-topic'),
]);

/** A value of the wrong type or out of its range, of a key that the table above does not name. */
const isWrongValue = (code: string): boolean => /-(?:type|value|range|milliseconds)$/.test(code);

/** What comes of a problem; undefined where its own sentence says it. */
export const effectOf = (code: string): Effect | undefined =>
  effects.get(code) ?? (isWrongValue(code) && !saysItself.has(code) ? said('as-absent', 'guess') : undefined);

/** Problems whose sentence is the effect already. */
const saysItself = new Set([
  'credential-environment',
  'expiration-milliseconds',
  'ext-type',
  'interruption-level-value',
  'live-activity-push-type',
  'silent-push-type',
  'key-push-type',
]);
