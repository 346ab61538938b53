import type { Draft, Intent } from '../../../../shared/contract/index.ts';
import type { SendTarget } from '../../vendor.ts';

/** Intent fields that an FCM message for Android has no place for, as `options.dropped` names them. */
export const droppableFields = ['subtitle', 'mutableContent', 'interruptionLevel'] as const;
/** Name of the warning for each of them. */
export const droppedNames: Readonly<Record<(typeof droppableFields)[number], string>> = {
  subtitle: 'dropped-subtitle',
  mutableContent: 'dropped-mutable-content',
  interruptionLevel: 'dropped-interruption-level',
};

const droppedOf = (intent: Intent): string[] =>
  droppableFields.filter((field) => intent[field] !== null && intent[field] !== false && intent[field] !== '');

const withoutNull = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/**
 * Models the body Tencent's backend would send: a notification message with `data.ext`. The names come from Tencent's documents,
 * the body itself is not published. The badge is not sent: with FCM the system counts by itself. `options.dropped` is set on every draft made from an intent: names of what had no place, or
 * empty. It never goes on the wire.
 */
export const draftFromIntent = (intent: Intent, target: SendTarget): Draft => {
  const drawing = withoutNull({
    channel_id: intent.androidChannelId,
    sound: intent.sound,
  });
  const message = withoutNull({
    token: target.token === '' ? null : target.token,
    notification: withoutNull({ title: intent.title, body: intent.body, image: intent.image }),
    data: intent.ext === null ? null : { ext: intent.ext },
    android: withoutNull({
      priority: intent.androidPriority?.toUpperCase() ?? null,
      ttl: `${intent.lifetimeSeconds}s`,
      notification: Object.keys(drawing).length === 0 ? null : drawing,
    }),
  });
  return { payload: JSON.stringify({ message }), options: { dropped: droppedOf(intent).join(',') } };
};
