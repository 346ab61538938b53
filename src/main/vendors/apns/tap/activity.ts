import type { Phrase, Receipt, ReceivedValue, TapStep } from '../../../../shared/contract/index.ts';
import { isObject, type Json, type JsonObject } from '../../kit/json.ts';
import { sources } from '../sources.ts';
import { step } from './steps.ts';

/** The Swift type a JSON value decodes into most often; the app's own type decides. */
const typeOf = (value: Json): string => {
  if (value === null) return 'nil';
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Int' : 'Double';
  return { string: 'String', boolean: 'Bool', object: 'Codable' }[typeof value as 'string' | 'boolean' | 'object'];
};
const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The fields of a decoded value, outermost first. */
const fields = (value: Json, path: string, type = typeOf(value)): ReceivedValue[] => [
  { path, type, value: shown(value) },
  ...(isObject(value) ? Object.entries(value).flatMap(([key, one]) => fields(one, `${path}.${key}`)) : []),
];

const date = (seconds: number): string => new Date(seconds * 1000).toISOString();
const isTime = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000_000_000;

/** `start`, `update` or `end`; null when the push says nothing that ActivityKit knows. */
export const activityEvent = (aps: JsonObject): 'start' | 'update' | 'end' | null => {
  const { event } = aps;
  return event === 'start' || event === 'update' || event === 'end' ? event : null;
};

/** Why ActivityKit drops the push; null when it takes it. */
export const activityDropped = (aps: JsonObject): Phrase | null => {
  const because = (id: string): Phrase => ({ id: `apns.activity.dropped.${id}` });
  const event = activityEvent(aps);
  if (event === null) return because('event');
  if (!isTime(aps['timestamp'])) return because('timestamp');
  if (event !== 'end' && !isObject(aps['content-state'])) return because('state');
  const hasAttributes = typeof aps['attributes-type'] === 'string' && isObject(aps['attributes']);
  return event === 'start' && !hasAttributes ? because('attributes') : null;
};

/** What happens to the activity, in order. Source: Apple, «Starting and updating Live Activities with ActivityKit push notifications». */
export const activitySteps = (aps: JsonObject): TapStep[] => {
  const event = activityEvent(aps);
  const dismissal = aps['dismissal-date'];
  const stale = aps['stale-date'];
  return [
    ...(event === 'start' ? [step('activity-starts', 'documented', { detail: true })] : []),
    ...(event === 'end' ? [step('activity-ends', 'documented')] : []),
    step('live-activity', 'documented'),
    ...(isTime(stale) && event !== 'end'
      ? [step('activity-stale', 'documented', { params: { date: date(stale) } })]
      : []),
    ...(event === 'end'
      ? [
          isTime(dismissal)
            ? step('activity-leaves', 'documented', { params: { date: date(dismissal) } })
            : step('activity-leaves-later', 'documented'),
        ]
      : []),
    ...('alert' in aps ? [step('activity-alert', 'documented')] : []),
  ];
};

/** The state that the widget extension draws. ActivityKit hands it over as Swift values of the app's own types. */
export const activityReceipt = (aps: JsonObject): Receipt => {
  const event = activityEvent(aps);
  const type = typeof aps['attributes-type'] === 'string' ? aps['attributes-type'] : '';
  const state = aps['content-state'];
  const { attributes } = aps;
  const value = (path: string, kind: string, content: string): ReceivedValue => ({ path, type: kind, value: content });
  const stale = aps['stale-date'];
  const score = aps['relevance-score'];
  return {
    id: 'activity',
    phrase: { id: `apns.receipt.activity-${event ?? 'update'}` },
    callback: {
      name: `ActivityConfiguration(for: ${type === '' ? 'ActivityAttributes' : type}.self) { context in … }`,
      language: 'swift',
      source: sources.liveActivity,
      certainty: 'documented',
    },
    received: JSON.stringify({
      ...(isObject(attributes) && event === 'start' ? { attributes } : {}),
      ...(isObject(state) ? { state } : {}),
    }),
    values: [
      value('activity.activityState', 'ActivityState', event === 'end' ? '.ended' : '.active'),
      ...(isObject(attributes) && event === 'start' ? fields(attributes, 'context.attributes', type || 'Codable') : []),
      ...(isObject(state) ? fields(state, 'context.state', 'ContentState') : []),
      ...(isTime(stale) ? [value('activity.content.staleDate', 'Date', date(stale))] : []),
      ...(typeof score === 'number' ? [value('activity.content.relevanceScore', 'Double', String(score))] : []),
    ],
  };
};
