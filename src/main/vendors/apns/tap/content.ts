import type { ReceivedValue } from '../../../../shared/contract/index.ts';
import { isObject, type Json, type JsonObject } from '../../kit/json.ts';
import { alertText, apsOf } from '../payload/read.ts';

/** Swift names of the interruption levels. */
const levels: Readonly<Record<string, string>> = {
  passive: '.passive',
  active: '.active',
  'time-sensitive': '.timeSensitive',
  critical: '.critical',
};

/** Keys whose value comes as it is, and the property it comes in. */
const plain: readonly (readonly [key: string, property: string, type: string])[] = [
  ['badge', 'badge', 'NSNumber'],
  ['thread-id', 'threadIdentifier', 'NSString'],
  ['category', 'categoryIdentifier', 'NSString'],
  ['target-content-id', 'targetContentIdentifier', 'NSString'],
  ['relevance-score', 'relevanceScore', 'Double'],
  ['filter-criteria', 'filterCriteria', 'NSString'],
];

const soundOf = (sound: Json | undefined): string | null => {
  if (typeof sound === 'string' && sound !== '')
    return sound === 'default' ? '.default' : `UNNotificationSound(named: ${sound})`;
  return isObject(sound)
    ? `.criticalSoundNamed(${typeof sound['name'] === 'string' ? sound['name'] : 'default'})`
    : null;
};

/**
 * The properties of a `UNNotificationContent` made of this payload, without its `userInfo`. `root` is the expression that reaches it.
 * A text that the phone looks up stands as its key. Source: Apple, UNNotificationContent.
 */
export const contentValues = (payload: JsonObject, root: string): ReceivedValue[] => {
  const aps = apsOf(payload) ?? {};
  const words = alertText(aps['alert']);
  const level = aps['interruption-level'];
  const launchImage = isObject(aps['alert']) ? aps['alert']['launch-image'] : undefined;
  const value = (property: string, type: string, content: string): ReceivedValue => ({
    path: `${root}.${property}`,
    type,
    value: content,
  });
  const sound = soundOf(aps['sound']);
  return [
    ...(['title', 'subtitle', 'body'] as const).flatMap((part) =>
      words[part] === '' ? [] : [value(part, 'NSString', words[part])],
    ),
    ...(sound === null ? [] : [value('sound', 'UNNotificationSound', sound)]),
    ...plain.flatMap(([key, property, type]) => {
      const content = aps[key];
      if (type === 'NSString') return typeof content === 'string' ? [value(property, type, content)] : [];
      return typeof content === 'number' ? [value(property, type, String(content))] : [];
    }),
    ...(typeof level === 'string' && levels[level] !== undefined
      ? [value('interruptionLevel', 'UNNotificationInterruptionLevel', levels[level])]
      : []),
    ...(typeof launchImage === 'string' ? [value('launchImageName', 'NSString', launchImage)] : []),
  ];
};
